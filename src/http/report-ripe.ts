/** Shares that are of old days only: their sums stop before what is too young, and the young are counted by themselves. */
import { metricOf, ripeKey } from "../core/analytics/metrics.ts";
import type { Figure, Sum } from "../core/analytics/report.ts";
import type { Client } from "../store/db.ts";
import { type SumsAsk, readSums } from "../store/report-read.ts";
import type { Asked } from "./report-ask.ts";
import type { Extra } from "./report.ts";

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

/** What the report about incentives has beyond roll-ups: how many first orders are too young to be told of, and that nobody drew lots. */
export async function incentivesExtra(workspaceId: string, db: Client, asked: Asked): Promise<Extra> {
  const { days, today } = asked;
  const rate = metricOf("refund_rate_90");
  const after = rate.kind === "derived" ? (rate.after ?? 0) : 0;
  const programs = asked.programs.map((each) => each.id);
  const from = Math.max(days.from, today - after);
  const young = await readSums(workspaceId, db, { programs, metrics: ["first_orders"], dim: "", from, to: days.to });
  const none = { unit: null, low: null, high: null, above: null, below: null, missing: null };
  const isFuture = days.from > today;
  const value = isFuture ? null : young.reduce((all, each) => all + each.value, 0);
  const figure: Figure = { ...none, metric: "first_orders_young", value, reason: isFuture ? "future" : null };
  return { figures: isFuture ? [] : [figure], before: [], channels: null, notes: ["not_randomised"] };
}
