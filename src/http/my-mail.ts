/** Which mails about a workspace an operator gets herself. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { externalId } from "../core/id.ts";
import { Refusal } from "../flow/refusal.ts";
import { inWorkspace } from "../store/db.ts";
import { type OperatorRow, setOperatorMail } from "../store/operators.ts";
import type { ReaderRow } from "../store/report-schedules.ts";
import type { Caller } from "./context.ts";
import { speakerOf } from "./speech.ts";

export const myMail = z
  .object({
    weekly: z.boolean().describe("The week in figures and sentences, on Monday morning."),
    alerts: z.boolean().describe("When something about what arrives needs a look: each of it once a week at most."),
    language: z.string().nullable().describe("In which she works, and her mails are written. Null: the workspace's."),
    reports: z
      .array(z.object({ schedule: z.string(), name: z.string(), on: z.boolean() }))
      .describe("Kept reports that are sent to her."),
  })
  .meta({ id: "MyMail" });

/** The uuid of the operator who is signed in. Refuses `conflict` where nobody by name is, and in a sandbox. */
export function herIdOf(caller: Caller): string {
  const id = caller.session?.operator?.id;
  if (id === undefined || caller.sandbox)
    throw new Refusal("conflict", "Mails about a workspace go to its operators: sign in with an account, in the workspace itself.");
  return id;
}

/** Notes the language in which she works, so that her mails are written in it. Costs nothing while it stays the same. */
export async function noteLanguage(request: FastifyRequest, caller: Caller): Promise<void> {
  const operator = caller.session?.operator;
  if (operator == null || caller.sandbox || request.headers["accept-language"] === undefined) return;
  const { language: locale } = speakerOf(request);
  if (operator.locale === locale) return;
  const { workspaceId } = caller;
  await inWorkspace(request.server.gv.pool, workspaceId, (db) => setOperatorMail(workspaceId, db, { id: operator.id, locale }));
}

export function myMailView(row: OperatorRow | null, reports: readonly ReaderRow[]): z.input<typeof myMail> {
  return {
    weekly: row?.weekly ?? false,
    alerts: row?.alerts ?? false,
    language: row?.locale ?? null,
    reports: reports.map(({ schedule_id, view_name, off }) => ({ schedule: externalId("rps", schedule_id), name: view_name, on: !off })),
  };
}
