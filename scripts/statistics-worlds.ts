/** Worlds whose truth is known, for what docs/statistics.md says of the intervals of lifetime value. */
import type { Random } from "../src/core/analytics/random.ts";
import { makeRandom } from "../src/core/analytics/random.ts";
import { cohortWorth } from "../src/core/analytics/value/cohort.ts";
import type { Buyer } from "../src/core/analytics/value/summary.ts";
import { columnsOf } from "../src/core/analytics/value/summary.ts";
import { newCustomerWorth } from "../src/core/analytics/value/worth.ts";

/** In weeks, and in a money of no name. */
export const MODEL = { r: 0.5, alpha: 5, a: 0.8, b: 2.4 };
export const SPEND = { p: 6, q: 3.7, v: 15 };
export const HORIZON = { weeks: 52, margin: 0.4, yearlyDiscount: 0.1 };

/** A customer of the model, purchase by purchase: the times in weeks of her repeat purchases up to `until`. */
export function life(random: Random, until: number): number[] {
  const rate = random.gamma(MODEL.r) / MODEL.alpha;
  const leaves = random.beta(MODEL.a, MODEL.b);
  const times: number[] = [];
  for (let t = random.exponential() / rate; t <= until; t += random.exponential() / rate) {
    times.push(t);
    if (random.chance(leaves)) break;
  }
  return times;
}

/** `n` buyers, seen for 20 to 50 weeks and for `later` weeks after. */
export function world(n: number, seed: number, later = 26): Buyer[] {
  const random = makeRandom(seed);
  return Array.from({ length: n }, (_, i) => {
    const age = 20 + Math.floor(30 * random.next());
    const times = life(random, age + later);
    const within = times.filter((t) => t <= age);
    const scale = SPEND.v / random.gamma(SPEND.q);
    const x = within.length;
    const spend = x === 0 ? 0 : (scale * random.gamma(SPEND.p * x)) / x;
    const firstSpend = scale * random.gamma(SPEND.p);
    return { customer: `c${i}`, x, recency: within.at(-1) ?? 0, age, spend, firstSpend, later: times.length - x, laterSpend: 0 };
  });
}

export type Coverage = { worlds: number; customers: number; held: number; below: number; above: number; none: number };

/** In how many worlds the 95 % interval of a new customer's worth holds the truth, lies below it and above it. */
export function worthCoverage({ worlds, customers }: { worlds: number; customers: number }): Coverage {
  const truth = newCustomerWorth({ repeats: MODEL, spend: SPEND }, HORIZON, (SPEND.p * SPEND.v) / (SPEND.q - 1));
  if ("none" in truth) throw new Error(truth.none.code);
  const found = { worlds, customers, held: 0, below: 0, above: 0, none: 0 };
  for (let seed = 1; seed <= worlds; seed++) {
    const cohort = cohortWorth(columnsOf(world(customers, seed)), { horizon: HORIZON, random: makeRandom(-seed) });
    if ("none" in cohort) found.none++;
    else if (cohort.ok.worth.high < truth.ok) found.below++;
    else if (cohort.ok.worth.low > truth.ok) found.above++;
    else found.held++;
  }
  return found;
}
