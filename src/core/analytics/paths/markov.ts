/**
 * Credit by removal in a Markov chain of order 1 (Anderl, Becker, von Wangenheim & Schumann 2016, IJRM 33(3):457-474): what share of
 * conversions would be lost if everybody who comes to this channel left there. Exact: the chain is solved, not simulated. With
 * N = (I - Q)^-1 and x the chance to convert from each state,
 *   P(convert without ever meeting c) = x_start - (N_start,c / N_c,c) x_c,
 * since N_start,c / N_c,c is the chance to meet c at all. Repeats of a channel and loops are part of Q.
 */
import { solve } from "../linear.ts";
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";
import type { Credit, Journey } from "./journey.ts";
import { creditBy, totalsOf } from "./journey.ts";

export type MarkovCredit = {
  /** The chance to convert from the start. */
  readonly conversion: number;
  /** By channel: 1 - P(convert with the channel removed) / P(convert). */
  readonly removal: ReadonlyMap<string, number>;
  readonly credit: Credit;
};

const MOST_CHANNELS = 400;

type Chain = { readonly names: string[]; readonly moves: number[][]; readonly converts: number[] };

/** Shares of the ways out of each state; state 0 is the start, then the channels in the order in which they first appear. */
function chainOf(journeys: readonly Journey[], names: string[]): Chain {
  const place = new Map(names.map((name, i) => [name, i + 1]));
  const n = names.length + 1;
  const moves = Array.from({ length: n }, () => Array.from({ length: n }, () => 0));
  const converts = Array.from({ length: n }, () => 0);
  const leaving = Array.from({ length: n }, () => 0);
  for (const { channels, conversions, nulls } of journeys) {
    const people = conversions + nulls;
    if (channels.length === 0 || people === 0) continue;
    let at = 0;
    for (const channel of channels) {
      const next = place.get(channel)!;
      moves[at]![next]! += people;
      leaving[at]! += people;
      at = next;
    }
    converts[at]! += conversions;
    leaving[at]! += people;
  }
  for (let i = 0; i < n; i++) {
    if (leaving[i] === 0) continue;
    converts[i]! /= leaving[i]!;
    for (let j = 0; j < n; j++) moves[i]![j]! /= leaving[i]!;
  }
  return { names, moves, converts };
}

/** The credit of each channel: its removal effect as a share of all of them. O(touches + channels^3), at most 400 channels. */
export function creditByMarkov(journeys: readonly Journey[]): Answer<MarkovCredit> {
  const totals = totalsOf(journeys);
  if ("none" in totals) return totals;
  const seen = journeys.filter(({ conversions, nulls }) => conversions + nulls > 0);
  const names = [...new Set(seen.flatMap(({ channels }) => channels))];
  if (names.length > MOST_CHANNELS) return none("too_many", { what: "channels", have: names.length, most: MOST_CHANNELS });
  const { moves, converts } = chainOf(seen, names);
  const system = moves.map((row, i) => row.map((share, j) => (i === j ? 1 : 0) - share));
  const visits = solve(
    system,
    system.map((_, i) => system.map((__, j) => (i === j ? 1 : 0))),
  );
  if (visits === undefined) return none("not_finite", { what: "The chain of channels" });
  const chances = visits.map((row) => row.reduce((sum, count, j) => sum + count * converts[j]!, 0));
  const conversion = chances[0]!;
  const removal = new Map(
    names.map((name, i) => {
      const meets = visits[0]![i + 1]! / visits[i + 1]![i + 1]!;
      return [name, Math.min(1, Math.max(0, (meets * chances[i + 1]!) / conversion))];
    }),
  );
  const all = [...removal.values()].reduce((sum, effect) => sum + effect, 0);
  const shares = new Map([...removal].map(([name, effect]) => [name, effect / all]));
  return ok({ conversion, removal, credit: creditBy(shares, totals.ok) });
}
