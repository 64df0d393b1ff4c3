/** What a month's answers say. */
import { studentQuantile } from "../special.ts";
import { netPromoterScore } from "./nps.ts";

/** A figure with the interval that holds it in 95 of 100 such months. */
export type Estimate = { value: number; low: number; high: number };

/** The mean of scores of 1 to 5, by how often each was given; null without any. Of a single answer the interval is the whole scale. */
export function meanScore(counts: readonly number[]): Estimate | null {
  const n = counts.reduce((sum, each) => sum + each, 0);
  if (n === 0) return null;
  const value = counts.reduce((sum, each, i) => sum + each * (i + 1), 0) / n;
  if (n === 1) return { value, low: 1, high: counts.length };
  const spread = counts.reduce((sum, each, i) => sum + each * (i + 1 - value) ** 2, 0) / (n - 1);
  const half = studentQuantile(0.975, n - 1) * Math.sqrt(spread / n);
  return { value, low: Math.max(1, value - half), high: Math.min(counts.length, value + half) };
}

/** Those who praise less those who complain, in points of 100 (of scores 0 to 10 the NPS); null where nobody answered. */
export function netScore(of: { praise: number; complain: number; n: number }): Estimate | null {
  const answers = [of.complain, 0, 0, 0, 0, 0, 0, of.n - of.praise - of.complain, 0, of.praise];
  const found = netPromoterScore(answers, { needed: 1 });
  return "ok" in found ? { value: found.ok.value, low: found.ok.low, high: found.ok.high } : null;
}
