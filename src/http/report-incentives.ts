/** What the report about incentives has beyond roll-ups. */
import { metricOf } from "../core/analytics/metrics.ts";
import type { Figure } from "../core/analytics/report.ts";
import type { Client } from "../store/db.ts";
import { readSums } from "../store/report-read.ts";
import type { Asked } from "./report-ask.ts";
import type { Extra } from "./report.ts";

/** How many first orders are too young to be told of, and that nobody drew lots. */
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
