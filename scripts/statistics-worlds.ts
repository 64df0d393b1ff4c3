/** Worlds whose truth is known, for what docs/statistics.md says of the intervals of lifetime value. */
import type { Random } from "../src/core/analytics/random.ts";
import { makeRandom } from "../src/core/analytics/random.ts";
import type { Buyer } from "../src/core/analytics/value/summary.ts";

/** In weeks, and in a money of no name. */
export const MODEL = { r: 0.5, alpha: 5, a: 0.8, b: 2.4 };
export const SPEND = { p: 6, q: 3.7, v: 15 };
export const HORIZON = { weeks: 52, margin: 0.4, yearlyDiscount: 0.1 };

/** What is true in a world. */
export type Truth = { repeats: typeof MODEL; spend: typeof SPEND };
export const USUAL: Truth = { repeats: MODEL, spend: SPEND };
/** The parameters published for CDNOW: most never come again. */
export const CDNOW_LIKE: Truth = { repeats: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, spend: { p: 6.25, q: 3.74, v: 15.44 } };

/** A customer of the model, purchase by purchase: the times in weeks of her repeat purchases up to `until`. */
export function life(random: Random, until: number, { repeats } = USUAL): number[] {
  const rate = random.gamma(repeats.r) / repeats.alpha;
  const leaves = random.beta(repeats.a, repeats.b);
  const times: number[] = [];
  for (let t = random.exponential() / rate; t <= until; t += random.exponential() / rate) {
    times.push(t);
    if (random.chance(leaves)) break;
  }
  return times;
}

/** `n` buyers, seen for 20 to 50 weeks and for `later` weeks after. */
export function world(n: number, seed: number, { later = 26, truth = USUAL } = {}): Buyer[] {
  const random = makeRandom(seed);
  return Array.from({ length: n }, (_, i) => {
    const age = 20 + Math.floor(30 * random.next());
    const times = life(random, age + later, truth);
    const within = times.filter((t) => t <= age);
    const { p, q, v } = truth.spend;
    const scale = v / random.gamma(q);
    const x = within.length;
    const spend = x === 0 ? 0 : (scale * random.gamma(p * x)) / x;
    const firstSpend = scale * random.gamma(p);
    return { customer: `c${i}`, x, recency: within.at(-1) ?? 0, age, spend, firstSpend, later: times.length - x, laterSpend: 0 };
  });
}
