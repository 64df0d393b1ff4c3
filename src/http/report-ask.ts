/** How reports are asked for: which days, which programs, cut by what. */
import { z } from "zod";
import { DIMENSIONS } from "../core/analytics/metrics.ts";
import { COMPARISONS, type Days, LONGEST_DAYS, USUAL_DAYS, comparedWith, dayNumber } from "../core/analytics/report-period.ts";
import { type ReportKey, USUAL_CUT } from "../core/analytics/reports.ts";
import { UTC, compileZone, periodOf } from "../core/time.ts";
import { Refusal } from "../flow/refusal.ts";
import type { Client } from "../store/db.ts";
import { type ProgramRow, listPrograms } from "../store/programs.ts";
import { readWorkspace, workspaceNow } from "../store/workspaces.ts";
import { findProgram } from "./lookup.ts";
import { checkCut } from "./report-rows-cut.ts";

export const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .describe("A day in the workspace's zone, as 2026-11-22.");

export const reportDays = {
  from: day.optional().describe(`The first day. Without it: the ${USUAL_DAYS} days that end with \`to\`.`),
  to: day.optional().describe("The last day, included. Without it: today."),
};
export const reportPrograms = {
  program: z.string().max(64).optional().describe("The program's key. Without it: all programs together."),
};
export const reportQuery = {
  ...reportDays,
  ...reportPrograms,
  compare: z.enum(COMPARISONS).default("none").describe("previous: as many days before. last_year: the same dates a year before."),
  by: z
    .enum(DIMENSIONS)
    .optional()
    .describe(
      "Also by this: the fifty largest groups, and the rest as one. segment: of advocates as they are now, the twenty newest segments, " +
        "counted row by row and kept (`groups_as_of`), of 366 days at most. variant: by version of the program that is named.",
    ),
  series: z.enum(["day"]).optional().describe("Also day by day: days without anything are left out."),
  format: z.enum(["json", "csv"]).default("json").describe("csv: one line a figure."),
};
const querySchema = z.object(reportQuery);
export type ReportQuery = z.output<typeof querySchema>;

export type AskedDays = { days: Days; zone: string; now: number; today: number };
/** What a question means. */
export type Asked = AskedDays & { key: ReportKey; query: ReportQuery; compared: Days | null; programs: readonly ProgramRow[] };

const refuse = (pointer: string, message: string): Refusal =>
  new Refusal("validation_failed", message, { errors: [{ pointer, message, code: "invalid" }] });

/** The days that are meant. Refuses days that are none, the wrong way round, or too many. */
export async function readDays(
  workspaceId: string,
  db: Client,
  query: { from?: string | undefined; to?: string | undefined },
): Promise<AskedDays> {
  const [now, workspace] = [await workspaceNow(workspaceId, db), await readWorkspace(workspaceId, db)];
  const zone = workspace?.zone ?? "UTC";
  const today = dayNumber(periodOf(now, "day", compileZone(zone) ?? UTC).key)!;
  const to = query.to === undefined ? today : dayNumber(query.to);
  if (to === null) throw refuse("/to", "There is no such day.");
  const from = query.from === undefined ? to - USUAL_DAYS + 1 : dayNumber(query.from);
  if (from === null) throw refuse("/from", "There is no such day.");
  if (from > to) throw refuse("/from", "`from` is after `to`.");
  if (to - from >= LONGEST_DAYS) throw refuse("/from", "A report is about five years at most.");
  return { days: { from, to }, zone, now, today };
}

/** The programs that are meant: the one that is named, or all. */
export async function readPrograms(workspaceId: string, db: Client, key: string | undefined): Promise<ProgramRow[]> {
  if (key !== undefined) return [await findProgram(workspaceId, db, key)];
  return await listPrograms(workspaceId, db, { before: null, limit: 1_000 });
}

/** Reads what the question is about. */
export async function readAsked(workspaceId: string, db: Client, ask: { key: ReportKey; query: ReportQuery }): Promise<Asked> {
  const asked = await readDays(workspaceId, db, ask.query);
  const programs = await readPrograms(workspaceId, db, ask.query.program);
  const by = ask.query.by ?? USUAL_CUT[ask.key];
  const query = by === undefined ? ask.query : { ...ask.query, by };
  checkCut({ query, days: asked.days, programs });
  return { ...asked, key: ask.key, query, compared: comparedWith(asked.days, query.compare), programs };
}
