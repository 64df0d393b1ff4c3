/** How studies are asked for, and what every one of them answers beside its figures. */
import { z } from "zod";
import { dayNumber, dayText } from "../core/analytics/report-period.ts";
import { UTC, compileZone, formatInstant, periodOf } from "../core/time.ts";
import { Refusal } from "../flow/refusal.ts";
import type { Client } from "../store/db.ts";
import { readWorkspace, workspaceNow } from "../store/workspaces.ts";
import { day } from "./report-ask.ts";
import { instant } from "./schemas.ts";

const refuse = (pointer: string, message: string): Refusal =>
  new Refusal("validation_failed", message, { errors: [{ pointer, message, code: "invalid" }] });

/** A day that is asked for, or null. Refuses what is none. */
export function askedDay(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const number = dayNumber(text);
  if (number === null) throw refuse(`/${name}`, "There is no such day.");
  return number;
}

export type StudyDays = { from: number | null; to: number; zone: string; today: number };

/** A study ends with yesterday, the last day that is over, unless `to` says otherwise; it may begin with the first day there is. */
export async function readStudyDays(
  workspaceId: string,
  db: Client,
  query: { from?: string | undefined; to?: string | undefined },
): Promise<StudyDays> {
  const [now, workspace] = [await workspaceNow(workspaceId, db), await readWorkspace(workspaceId, db)];
  const zone = workspace?.zone ?? "UTC";
  const today = dayNumber(periodOf(now, "day", compileZone(zone) ?? UTC).key)!;
  const to = askedDay("to", query.to) ?? today - 1;
  const from = askedDay("from", query.from);
  if (from !== null && from > to) throw refuse("/from", "`from` is after `to`.");
  return { from, to, zone, today };
}

export const studyPeriod = z.object({ from: day.nullable().describe("Null: from the first there is."), to: day, zone: z.string() });
export const periodView = ({ from, to }: { from: number | null; to: number }, zone: string): z.input<typeof studyPeriod> => ({
  from: from === null ? null : dayText(from),
  to: dayText(to),
  zone,
});
export const asOf = instant.describe("When it was computed: everything received before is in it.");
export const asOfView = (at: number): string => formatInstant(at);

/** Of every study that is kept: in an address, and in a body. */
const waiting = <T extends z.ZodType>(seconds: T) =>
  seconds
    .optional()
    .describe("Seconds to wait for figures of now; ten for the very first without it. After them: what is there, or 202.");
export const studyWait = { wait: waiting(z.coerce.number().min(0).max(30)) };
export const studyWaitBody = { wait: waiting(z.number().min(0).max(30)) };
export const renewing = z.boolean().describe("Something has happened since: newer figures are being worked out. Ask again in a while.");
/** In milliseconds. */
export const waitOf = ({ wait }: { wait?: number | undefined }): number | undefined => (wait === undefined ? undefined : wait * 1_000);
/** What was asked without how long to wait: by it the answer is kept. */
export function questionOf<Q extends { wait?: number | undefined }>({ wait: _wait, ...question }: Q): Omit<Q, "wait"> {
  return question;
}
