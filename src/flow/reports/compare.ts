/** Two segments, programs or versions of a program side by side, counted from the rows of the days. */
import { type Pair, sideBySide } from "../../core/analytics/compare.ts";
import { metricOf } from "../../core/analytics/metrics.ts";
import { REPORTS } from "../../core/analytics/reports.ts";
import type { Sum } from "../../core/analytics/report.ts";
import type { Days } from "../../core/analytics/report-period.ts";
import { UTC, compilePeriod, compileZone } from "../../core/time.ts";
import type { Client } from "../../store/db.ts";
import { type GroupOf, VERSIONED, countGroup } from "../../store/report-compare.ts";
import { FAMILIES, type Family, MADE } from "../../store/report-days.ts";
import { createDays } from "./days.ts";

export const COMPARABLE = ["funnel", "money", "incentives"] as const;
export type Side = { programs: readonly string[]; of: GroupOf };
export type CompareAsk = { report: (typeof COMPARABLE)[number]; days: Days; zone: string; left: Side; right: Side };

/** What the report's figures are worked out from. */
const countedBy = (metrics: readonly string[]): ReadonlySet<string> =>
  new Set(
    metrics.flatMap((key) => {
      const metric = metricOf(key);
      return metric.kind === "derived" ? metric.of : [key];
    }),
  );

async function sumsOf(
  workspaceId: string,
  db: Client,
  { side, families, ask }: { side: Side; families: Family[]; ask: CompareAsk },
): Promise<Sum[]> {
  const { spanOf } = createDays(compilePeriod("day", compileZone(ask.zone) ?? UTC));
  const days = side.programs.flatMap((program) =>
    Array.from({ length: ask.days.to - ask.days.from + 1 }, (_, i) => ({
      program,
      day: ask.days.from + i,
      ...spanOf(ask.days.from + i),
    })),
  );
  const all: Sum[] = [];
  for (const family of families) all.push(...(await countGroup(workspaceId, db, { family, days, of: side.of })));
  return all;
}

/** Metrics that both sides can say something of: what has no version is not compared by it, nor what takes months to be known. */
export async function compareGroups(workspaceId: string, db: Client, ask: CompareAsk): Promise<Pair[]> {
  const isVersioned = [ask.left.of, ask.right.of].some((of) => of !== null && "version" in of);
  const families = FAMILIES.filter((family) => !isVersioned || VERSIONED.includes(family));
  const counted = new Set(families.flatMap((family) => MADE[family].sums.map(([metric]) => metric)));
  const metrics = REPORTS[ask.report].filter((key) => {
    const metric = metricOf(key);
    if (metric.kind === "derived" && metric.after !== undefined) return false;
    return metric.kind !== "composed" && [...countedBy([key])].every((each) => counted.has(each));
  });
  const needed = countedBy(metrics);
  const asked = families.filter((family) => MADE[family].sums.some(([metric]) => needed.has(metric)));
  const left = await sumsOf(workspaceId, db, { side: ask.left, families: asked, ask });
  const right = await sumsOf(workspaceId, db, { side: ask.right, families: asked, ask });
  return sideBySide(metrics, { left, right });
}
