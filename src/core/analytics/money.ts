/** What a program brought in and what it cost: margin and return, each currency by itself. */
import { type Figure, type Sum, isCurrency } from "./report.ts";

const NONE = { low: null, high: null, above: null, below: null, missing: null };

/**
 * Margin by the gross margin that each program states, and what came back for each unit of reward. `sums` by program (its id is the key).
 * Where a program with revenue states no margin, both are unknown: a guess would be a confident lie.
 */
export function returnFigures(sums: readonly Sum[], margins: ReadonlyMap<string, number | null>): Figure[] {
  const revenue = sums.filter((each) => each.metric === "revenue");
  const costs = sums.filter((each) => each.metric === "reward_cost" && isCurrency(each.unit));
  const units = [...new Set([...revenue, ...costs].map((each) => each.unit))].toSorted();
  if (units.length === 0)
    return ["margin", "return_on_rewards"].map((metric) => ({
      ...NONE,
      metric,
      unit: null,
      value: null,
      reason: "nothing_yet" as const,
    }));
  return units.flatMap((unit): Figure[] => {
    const own = revenue.filter((each) => each.unit === unit && each.value !== 0);
    const isKnown = own.every((each) => margins.get(each.key) != null);
    const margin = own.reduce((all, each) => all + Math.round((each.value * (margins.get(each.key) ?? 0)) / 100), 0);
    const cost = costs.filter((each) => each.unit === unit).reduce((all, each) => all + each.value, 0);
    const unknown = { ...NONE, unit, value: null, reason: "unknown" as const };
    if (!isKnown)
      return [
        { ...unknown, metric: "margin" },
        { ...unknown, metric: "return_on_rewards" },
      ];
    const back = cost > 0 ? (margin - cost) / cost : null;
    return [
      { ...NONE, metric: "margin", unit, value: margin, reason: null },
      { ...NONE, metric: "return_on_rewards", unit, value: back, reason: back === null ? ("nothing_yet" as const) : null },
    ];
  });
}
