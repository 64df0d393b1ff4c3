/**
 * Two groups side by side. Shares differ with an interval by Newcombe 1998, Statistics in Medicine 17:873-890, method 10 (from both Wilson
 * intervals); what is counted differs as it does.
 */
import { type Figure, type Sum, figuresOf } from "./report.ts";

export type Difference = { value: number; low: number | null; high: number | null };
export type Pair = { metric: string; unit: string | null; left: Figure; right: Figure; difference: Difference | null };

const NOTHING = { value: null, low: null, high: null, above: null, below: null, missing: null };

/** By how much the right one is more. Null where one of them has no figure. */
export function differenceOf(left: Figure, right: Figure): Difference | null {
  if (left.value === null || right.value === null) return null;
  const value = right.value - left.value;
  if (left.low === null || left.high === null || right.low === null || right.high === null) return { value, low: null, high: null };
  return {
    value,
    low: value - Math.hypot(right.value - right.low, left.high - left.value),
    high: value + Math.hypot(right.high - right.value, left.value - left.low),
  };
}

/** The figures of both, pair by pair; money in each unit that one of them has. */
export function sideBySide(metrics: readonly string[], sums: { left: readonly Sum[]; right: readonly Sum[] }): Pair[] {
  const both = { left: figuresOf(metrics, sums.left), right: figuresOf(metrics, sums.right) };
  return metrics.flatMap((metric) => {
    const [left, right] = [both.left.filter((each) => each.metric === metric), both.right.filter((each) => each.metric === metric)];
    const units = [...new Set([...left, ...right].map(({ unit }) => unit))].filter((unit, _, all) => unit !== null || all.length === 1);
    return units.map((unit) => {
      const of = (own: readonly Figure[]): Figure =>
        own.find((each) => each.unit === unit) ?? { metric, unit, ...NOTHING, reason: "nothing_yet" };
      const pair = { left: of(left), right: of(right) };
      return { metric, unit, ...pair, difference: differenceOf(pair.left, pair.right) };
    });
  });
}
