/**
 * Every figure that a report may show, once: what it is called, how it is counted and in what unit, and what it can be cut by. Reports,
 * exports, mails and views read this; a figure that is not here cannot be shown.
 */
import type { Metric } from "./metric.ts";
import { MONEY } from "./metrics-money.ts";
import { PEOPLE } from "./metrics-people.ts";

export { DIMENSIONS, ripeKey } from "./metric.ts";
export type { Dimension, Metric } from "./metric.ts";

export const METRICS: readonly Metric[] = [...PEOPLE, ...MONEY];

const BY_KEY = new Map(METRICS.map((metric) => [metric.key, metric]));

/** The metric of a key. A figure of an unknown one cannot be made: it throws. */
export function metricOf(key: string): Metric {
  const metric = BY_KEY.get(key);
  if (metric === undefined) throw new Error(`There is no metric ${key}.`);
  return metric;
}

/** What is counted for these: their sums are all that they are worked out from. */
export function countedBy(metrics: readonly string[]): string[] {
  const counted = metrics.flatMap((key) => {
    const metric = metricOf(key);
    return metric.kind === "derived" ? metric.of : metric.kind === "composed" ? [] : [key];
  });
  return [...new Set(counted)];
}
