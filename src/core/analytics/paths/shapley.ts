/**
 * Shapley's value (1953): each channel gets its mean contribution over all orders in which the channels could have joined,
 *   phi_i = sum over coalitions S without i of |S|! (n-|S|-1)! / n! (v(S + i) - v(S)).
 * For a game given coalition by coalition it is exact up to 12 channels. For journeys the worth of a coalition is what was converted by
 * touches of its channels alone; such a game is a sum of unanimity games, one a journey, and there the value of each is its conversions
 * divided equally among its distinct channels (Harsanyi 1959). So credit by journeys is exact for any number of channels.
 */
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";
import type { Credit, Journey } from "./journey.ts";
import { totalsOf } from "./journey.ts";

const MOST_PLAYERS = 12;

/** The value of each player; `worth[mask]` is v of the coalition whose members are the bits of mask. 2^players worths. */
export function shapley(players: number, worth: readonly number[]): Answer<number[]> {
  if (players > MOST_PLAYERS) return none("too_many", { what: "channels", have: players, most: MOST_PLAYERS });
  if (players < 1 || worth.length !== 1 << players)
    return none("too_few", { what: "coalitions", have: worth.length, needed: 1 << Math.max(players, 1) });
  if (worth.some((value) => !Number.isFinite(value))) return none("not_finite", { what: "Shapley's value" });
  // weight[s] = s! (n-s-1)! / n!
  const weight = [1 / players];
  for (let s = 1; s < players; s++) weight.push((weight[s - 1]! * s) / (players - s));
  const values = Array.from({ length: players }, () => 0);
  for (let mask = 0; mask < worth.length; mask++) {
    let size = 0;
    for (let bits = mask; bits > 0; bits &= bits - 1) size++;
    for (let i = 0; i < players; i++) {
      if ((mask & (1 << i)) === 0) values[i]! += weight[size]! * (worth[mask | (1 << i)]! - worth[mask]!);
    }
  }
  return ok(values);
}

/** Shapley's credit of the journeys. O(touches), exact. */
export function creditByShapley(journeys: readonly Journey[]): Answer<Credit> {
  const totals = totalsOf(journeys);
  if ("none" in totals) return totals;
  const credit = new Map<string, { conversions: number; value: number }>();
  for (const { channels, conversions, value = 0 } of journeys) {
    const distinct = new Set(channels);
    for (const channel of distinct) {
      let sum = credit.get(channel);
      if (sum === undefined) credit.set(channel, (sum = { conversions: 0, value: 0 }));
      sum.conversions += conversions / distinct.size;
      sum.value += value / distinct.size;
    }
  }
  return ok(credit);
}
