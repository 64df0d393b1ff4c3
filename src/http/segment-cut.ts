/** A report by segments: how its groups are asked for, looked at and waited for. */
import type { SegmentsFound } from "../flow/studies/segments.ts";
import { STUDIES, type StudyAsk } from "../flow/studies/studies.ts";
import { type Looked, textOf } from "../flow/studies/kept.ts";
import type { Client } from "../store/db.ts";
import { keepStudy, readKeptStudy } from "../store/kept-studies.ts";
import { readMark } from "../store/study-mark.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { Asked, ReportQuery } from "./report-ask.ts";
import type { Segmented } from "./report-cut.ts";
import type { ReportKey } from "../core/analytics/reports.ts";
import { STUDY_ASKS } from "./study-questions.ts";

/** `pair`: these two, and not the newest. */
export type SegmentQuestion = { report: ReportKey; pair?: readonly [string, string] } & Pick<
  ReportQuery,
  "from" | "to" | "program" | "compare"
>;

/** What is asked, whatever it means today. */
export function segmentQuestion(report: ReportKey, { from, to, program, compare }: ReportQuery): SegmentQuestion {
  return { report, from, to, program, compare };
}

export const segmentedOf = (looked: Looked<"segments">): Segmented =>
  "working" in looked
    ? { working: looked.working, isRenewing: false }
    : { counted: { sums: looked.found.sums, at: looked.at }, isRenewing: looked.isRenewing };

/** So old may it be where facts have come since. */
const STALE_MS = 3_600_000;

/** Where nobody can be told to come back, as in a mail: what is kept of these days, or counted now and kept. */
export async function segmentedNow(workspaceId: string, db: Client, { key, query }: Asked): Promise<Segmented | null> {
  if (query.by !== "segment") return null;
  const question = segmentQuestion(key, query);
  const ask: StudyAsk<"segments"> = await STUDY_ASKS.segments(workspaceId, db, question);
  const [kept, mark, at] = [
    await readKeptStudy(workspaceId, db, { name: "segments", asked: textOf(question) }),
    await readMark(workspaceId, db),
    await workspaceNow(workspaceId, db),
  ];
  if (kept !== null && textOf(kept.ask as object) === textOf(ask) && (kept.mark === mark || at - kept.at < STALE_MS))
    return { counted: { sums: (kept.found as SegmentsFound).sums, at: kept.at }, isRenewing: false };
  const began = performance.now();
  const found = await STUDIES.segments(workspaceId, db, ask);
  const ms = Math.round(performance.now() - began);
  await keepStudy(workspaceId, db, { name: "segments", asked: textOf(question), ask, mark, at, ms, found });
  return { counted: { sums: found.sums, at }, isRenewing: false };
}
