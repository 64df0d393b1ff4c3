/**
 * The ways by which people came, for the report that compares models of credit side by side. These models never pay anybody: a reward
 * follows the touch that the program's rules choose.
 */
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";

/** Everybody whose touches were these channels in this order: how many converted and how many did not. `value` is what they brought. */
export type Journey = {
  readonly channels: readonly string[];
  readonly conversions: number;
  readonly nulls: number;
  readonly value?: number | undefined;
};

/** Conversions and value by channel; the sums are those of the journeys with at least one touch. */
export type Credit = ReadonlyMap<string, { readonly conversions: number; readonly value: number }>;

export type Totals = { readonly conversions: number; readonly value: number; readonly nulls: number; readonly withoutTouch: number };

export type PositionModel = "first" | "last" | "linear" | "position";

/** What a journey's n touches get; the shares add up to one. Position: 40 % each end and 20 % between; 50/50 of two. */
function sharesOf(model: PositionModel, n: number): number[] {
  const at = (i: number): number => {
    if (n === 1) return 1;
    if (model === "linear") return 1 / n;
    if (model === "first") return i === 0 ? 1 : 0;
    if (model === "last") return i === n - 1 ? 1 : 0;
    if (n === 2) return 0.5;
    return i === 0 || i === n - 1 ? 0.4 : 0.2 / (n - 2);
  };
  return Array.from({ length: n }, (_, i) => at(i));
}

/** The sums; none for no journey, a negative count, or no conversion at all. */
export function totalsOf(journeys: readonly Journey[]): Answer<Totals> {
  const totals = { conversions: 0, value: 0, nulls: 0, withoutTouch: 0 };
  for (const { channels, conversions, nulls, value = 0 } of journeys) {
    if (!(conversions >= 0 && nulls >= 0)) {
      return none("out_of_range", { what: "A count of journeys", value: Math.min(conversions, nulls), low: 0, high: 1e15 });
    }
    if (channels.length === 0) totals.withoutTouch += conversions;
    else {
      totals.conversions += conversions;
      totals.value += value;
      totals.nulls += nulls;
    }
  }
  if (totals.conversions + totals.nulls === 0) return none("no_rows");
  if (totals.conversions === 0) return none("zero_baseline", { what: "The number of conversions with a touch before them" });
  return ok(totals);
}

/** Shares of each channel, made to credit: a share of all conversions and of all value. */
export const creditBy = (shares: ReadonlyMap<string, number>, totals: Totals): Credit =>
  new Map([...shares].map(([channel, share]) => [channel, { conversions: share * totals.conversions, value: share * totals.value }]));

/** Credit by where in the journey a touch stands. O(touches). */
export function creditByPosition(journeys: readonly Journey[], model: PositionModel): Answer<Credit> {
  const totals = totalsOf(journeys);
  if ("none" in totals) return totals;
  const credit = new Map<string, { conversions: number; value: number }>();
  for (const { channels, conversions, value = 0 } of journeys) {
    for (const [i, share] of sharesOf(model, channels.length).entries()) {
      const channel = channels[i]!;
      let sum = credit.get(channel);
      if (sum === undefined) credit.set(channel, (sum = { conversions: 0, value: 0 }));
      sum.conversions += share * conversions;
      sum.value += share * value;
    }
  }
  return ok(credit);
}
