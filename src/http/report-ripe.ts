/** Shares that are of old days only: their sums stop before what is too young. */
import { metricOf, ripeKey } from "../core/analytics/metrics.ts";
import type { Sum } from "../core/analytics/report.ts";
import type { Client } from "../store/db.ts";
import { type SumsAsk, readSums } from "../store/report-read.ts";

type Ask = { report: readonly string[]; today: number; sums: SumsAsk };

/** The sums, and beside them those of old days that the report's shares are of. */
export async function readRipeSums(workspaceId: string, db: Client, { report, today, sums }: Ask): Promise<Sum[]> {
  const all = await readSums(workspaceId, db, sums);
  for (const key of report) {
    const metric = metricOf(key);
    if (metric.kind !== "derived" || metric.after === undefined) continue;
    const to = Math.min(sums.to, today - metric.after - 1);
    const old = to < sums.from ? [] : await readSums(workspaceId, db, { ...sums, metrics: metric.of, to });
    all.push(...old.map((sum) => ({ ...sum, metric: ripeKey(sum.metric, metric.after) })));
  }
  return all;
}
