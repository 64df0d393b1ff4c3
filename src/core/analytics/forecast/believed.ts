/**
 * What is believed of one number of the program: counted (a posterior) or assumed (before launch, with a low, a likely and a high value).
 * Draws take a seeded stream; `middle` and `ends` are for playing without chance.
 */
import type { Random } from "../random.ts";
import { betaQuantile, normalQuantile } from "../special.ts";

export type Believed =
  /** A share: Beta(hits + 1/2, misses + 1/2), the prior of Jeffreys. */
  | { from: "share"; hits: number; trials: number }
  /** Events in so much exposure: Gamma(events + 1/2) / exposure. */
  | { from: "rate"; events: number; exposure: number }
  /** A positive mean of n values: gamma with the standard error as its spread. */
  | { from: "mean"; mean: number; sd: number; n: number }
  /** Stated by somebody: the modified PERT distribution (Vose 2008), weight 4 on the likely value. */
  | { from: "assumed"; low: number; likely: number; high: number }
  | { from: "known"; value: number };

export function drawn(of: Believed, random: Random): number {
  switch (of.from) {
    case "share":
      return random.beta(of.hits + 0.5, Math.max(0, of.trials - of.hits) + 0.5);
    case "rate":
      return random.gamma(of.events + 0.5) / of.exposure;
    case "mean":
      return gammaOf(of.mean, of.sd / Math.sqrt(Math.max(1, of.n)), random);
    case "assumed": {
      const span = of.high - of.low;
      if (!(span > 0)) return of.likely;
      const [a, b] = pert(of);
      return of.low + span * random.beta(a, b);
    }
    default:
      return of.value;
  }
}

function pert(of: { low: number; likely: number; high: number }): [number, number] {
  const at = (of.likely - of.low) / (of.high - of.low);
  return [1 + 4 * at, 1 + 4 * (1 - at)];
}

/** Of the given mean and standard deviation; the mean itself when there is no spread. */
export function gammaOf(mean: number, sd: number, random: Random): number {
  if (!(mean > 0)) return 0;
  if (!(sd > 0)) return mean;
  const shape = (mean / sd) ** 2;
  return (random.gamma(shape) * mean) / shape;
}

/** The mean of what is believed. */
export function middle(of: Believed): number {
  switch (of.from) {
    case "share":
      return (of.hits + 0.5) / (of.trials + 1);
    case "rate":
      return (of.events + 0.5) / of.exposure;
    case "mean":
      return of.mean;
    case "assumed":
      return (of.low + 4 * of.likely + of.high) / 6;
    default:
      return of.value;
  }
}

/** Where the middle 80 % lie: of a share exactly, of the positive ones by the normal of their logarithm. */
export function ends(of: Believed): [low: number, high: number] {
  const z = normalQuantile(0.9);
  if (of.from === "share") {
    const [a, b] = [of.hits + 0.5, Math.max(0, of.trials - of.hits) + 0.5];
    return [betaQuantile(0.1, a, b), betaQuantile(0.9, a, b)];
  }
  if (of.from === "assumed") {
    const span = of.high - of.low;
    if (!(span > 0)) return [of.likely, of.likely];
    const [a, b] = pert(of);
    return [of.low + span * betaQuantile(0.1, a, b), of.low + span * betaQuantile(0.9, a, b)];
  }
  if (of.from === "known") return [of.value, of.value];
  const mean = middle(of);
  const relative = of.from === "rate" ? 1 / Math.sqrt(of.events + 0.5) : of.sd / Math.sqrt(Math.max(1, of.n)) / (of.mean || 1);
  return [mean * Math.exp(-z * relative), mean * Math.exp(z * relative)];
}
