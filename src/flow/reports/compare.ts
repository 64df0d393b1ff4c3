/** Two segments, programs or versions of a program side by side: what can be said of both. */
import { type Pair, sideBySide } from "../../core/analytics/compare.ts";
import { countedBy, metricOf } from "../../core/analytics/metrics.ts";
import { REPORTS } from "../../core/analytics/reports.ts";
import type { Sum } from "../../core/analytics/report.ts";
import type { Days } from "../../core/analytics/report-period.ts";
import type { Client } from "../../store/db.ts";
import { readSums } from "../../store/report-read.ts";

export const COMPARABLE = ["funnel", "money", "incentives"] as const;
export const COMPARED_BY = ["segment", "program", "version"] as const;
export type CompareAsk = { report: (typeof COMPARABLE)[number]; of: (typeof COMPARED_BY)[number] };

/** Figures of the report that both sides have: not those that no version is known of, nor what takes months to be known. */
function comparedMetrics({ report, of }: CompareAsk): string[] {
  return REPORTS[report].filter((key) => {
    const metric = metricOf(key);
    if (metric.kind === "composed" || (metric.kind === "derived" && metric.after !== undefined)) return false;
    return of !== "version" || countedBy([key]).every((each) => metricOf(each).dims.includes("variant"));
  });
}

/** What the sums of both sides are of. */
export const comparedSums = (ask: CompareAsk): string[] => countedBy(comparedMetrics(ask));

/** A program, or one of its versions. */
export type Side = { programs: readonly string[]; version: number | null };

/** Its sums, as they are kept by day. */
export async function sumsOfSide(workspaceId: string, db: Client, ask: CompareAsk & { side: Side; days: Days }): Promise<Sum[]> {
  const { programs, version } = ask.side;
  const dim = version === null ? "" : "variant";
  const sums = await readSums(workspaceId, db, { programs, metrics: comparedSums(ask), dim, ...ask.days });
  return version === null ? sums : sums.filter(({ key }) => key === String(version));
}

/** Their figures, pair by pair. */
export const compareSums = (ask: CompareAsk, sums: { left: readonly Sum[]; right: readonly Sum[] }): Pair[] =>
  sideBySide(comparedMetrics(ask), sums);
