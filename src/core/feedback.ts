/** How easy was it? When somebody is asked, and what a month's answers say. */
import { netPromoterScore } from "./analytics/referring/nps.ts";
import { studentQuantile } from "./analytics/special.ts";
import { DAY } from "./calendar.ts";

export const ASKED_MOMENTS = ["share", "reward"] as const;
export type AskedMoment = (typeof ASKED_MOMENTS)[number];
/** Nobody is asked again before this is over, whatever happens. */
const PAUSE_MS = 90 * DAY;

/**
 * After which moment she is asked now; null: not at all. Each moment once in her life: when somebody came by her link for the first time,
 * and when somebody counted.
 */
export function askAfter(of: {
  shared: boolean;
  rewarded: boolean;
  asked: readonly { moment: AskedMoment; at: number }[];
  now: number;
}): AskedMoment | null {
  if (of.asked.some(({ at }) => at > of.now - PAUSE_MS)) return null;
  const had = (moment: AskedMoment): boolean => of.asked.some((each) => each.moment === moment);
  if (of.rewarded && !had("reward")) return "reward";
  // Whoever was asked how the reward went need not be asked about her first share.
  return of.shared && !had("share") && !had("reward") ? "share" : null;
}

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
