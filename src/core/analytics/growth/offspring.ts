/**
 * How many friends one advocate brings, as a distribution: its mean is R (the K of a cascade), its dispersion k says how much hangs on few
 * (negative binomial, variance R + R^2/k; small k: a few bring nearly all). Lloyd-Smith, Schreiber, Kopp & Getz 2005, Nature 438:355-359.
 * The young are censored: only who had the whole window counts, and of her friends only those within it.
 */
import { minimise } from "../optimise.ts";
import type { Answer, Estimate } from "../result.ts";
import { none, ok } from "../result.ts";
import { logGamma, normalQuantile } from "../special.ts";

export type Inviter = { readonly joined: number; readonly friends: readonly number[] };

/** Friends within `window` after joining, of everybody whose window ended by `now` (one unit of time); and how many were too young. */
export function countsWithin(people: readonly Inviter[], now: number, window: number): { counts: number[]; young: number } {
  const counts = people
    .filter(({ joined }) => joined + window <= now)
    .map(({ joined, friends }) => friends.filter((at) => at >= joined && at <= joined + window).length);
  return { counts, young: people.length - counts.length };
}

/** `histogram[n]` is how many advocates brought n friends. */
export function histogramOf(counts: readonly number[]): number[] {
  const histogram: number[] = [];
  for (const count of counts) {
    while (histogram.length <= count) histogram.push(0);
    histogram[count]!++;
  }
  return histogram;
}

export type Offspring = {
  readonly advocates: number;
  /** R: friends an advocate on average; its interval on the log scale with the distribution's own variance. */
  readonly mean: Estimate;
  /** k with its profile-likelihood interval; none when friends are spread as evenly as chance alone would (k is infinite). */
  readonly dispersion: Answer<Estimate>;
  readonly logLikelihood: number;
  /** 1/(1-R): whom one root brings in all, herself included; none for R >= 1. */
  readonly cascade: Answer<number>;
  /** The chance that a cascade dies out. */
  readonly extinction: number;
};

const NEEDED = 20;

/** log L of the histogram at dispersion k and the mean that is likeliest, which is the sample's. O(largest count). */
function logLikelihood(histogram: readonly number[], mean: number, k: number): number {
  let sum = 0;
  for (const [n, people] of histogram.entries()) {
    if (people === 0) continue;
    const shared = logGamma(k + n) - logGamma(k) - logGamma(n + 1);
    sum += people * (shared - k * Math.log1p(mean / k) + n * Math.log(mean / (k + mean)));
  }
  return sum;
}

const poissonLogLikelihood = (histogram: readonly number[], mean: number): number =>
  histogram.reduce((sum, people, n) => (people === 0 ? sum : sum + people * (n * Math.log(mean) - mean - logGamma(n + 1))), 0);

/** Where the profile falls below its best by half the chi-square quantile, going from ln k by `step`; the end when it never does. */
function edge(profile: (logK: number) => number, from: number, goal: { step: number; floor: number }): number {
  let inside = from;
  let outside = from + goal.step;
  while (profile(outside) > goal.floor && Math.abs(outside - from) < 12) [inside, outside] = [outside, outside + goal.step];
  for (let i = 0; i < 40; i++) {
    const middle = (inside + outside) / 2;
    if (profile(middle) > goal.floor) inside = middle;
    else outside = middle;
  }
  return Math.exp(inside);
}

/** The smallest root of q = g(q), g(s) = (1 + R/k (1-s))^-k, by the iteration from 0, which climbs to it. */
export function extinctionOf(mean: number, k: number): number {
  if (mean <= 1) return 1;
  let q = 0;
  for (let i = 0; i < 10_000; i++) {
    const next = Number.isFinite(k) ? (1 + (mean / k) * (1 - q)) ** -k : Math.exp(mean * (q - 1));
    if (next - q < 1e-14) return next;
    q = next;
  }
  return q;
}

/** Fits the histogram of friends per advocate. None for fewer than 20 advocates, or when nobody brought anybody. */
export function fitOffspring(histogram: readonly number[], level = 0.95): Answer<Offspring> {
  const advocates = histogram.reduce((sum, people) => sum + people, 0);
  if (advocates < NEEDED) return none("too_few", { what: "advocates with a full window", have: advocates, needed: NEEDED });
  const mean = histogram.reduce((sum, people, n) => sum + people * n, 0) / advocates;
  if (mean === 0) return none("zero_baseline", { what: "The number of friends brought" });
  const variance = histogram.reduce((sum, people, n) => sum + people * (n - mean) ** 2, 0) / advocates;
  const z = normalQuantile(0.5 + level / 2);
  let k = Infinity;
  let best = poissonLogLikelihood(histogram, mean);
  let dispersion: Answer<Estimate> = none("does_not_apply", {
    what: "A dispersion",
    because: "friends are spread as evenly as chance alone would",
  });
  if (variance > mean) {
    const profile = (logK: number): number => logLikelihood(histogram, mean, Math.exp(logK));
    const found = minimise(([logK = 0]) => -profile(logK), [Math.log((mean * mean) / (variance - mean))], { tolerance: 1e-10 });
    const at = found.x[0]!;
    k = Math.exp(at);
    best = -found.value;
    const floor = best - (z * z) / 2;
    dispersion = ok({ value: k, low: edge(profile, at, { step: -0.5, floor }), high: edge(profile, at, { step: 0.5, floor }), level });
  }
  const half = (z * Math.sqrt((mean + (Number.isFinite(k) ? (mean * mean) / k : 0)) / advocates)) / mean;
  return ok({
    advocates,
    mean: { value: mean, low: mean * Math.exp(-half), high: mean * Math.exp(half), level },
    dispersion,
    logLikelihood: best,
    cascade:
      mean < 1 ? ok(1 / (1 - mean)) : none("does_not_apply", { what: "A mean cascade", because: "each advocate brings at least one" }),
    extinction: extinctionOf(mean, k),
  });
}
