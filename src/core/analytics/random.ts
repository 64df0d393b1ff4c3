/**
 * Chance from a seed, for simulations, posterior draws and the synthetic world: the same seed gives the same stream on every
 * machine. The core has no chance of its own: whoever asks for a simulation brings the seed. sfc32 (Chris Doty-Humphrey) has 128 bits
 * of state; Math.log and Math.exp are V8's own fdlibm and give the same bits on every platform.
 */
export type Random = {
  /** Uniform in [0, 1), 32 bits. */
  next(): number;
  /** A whole number in [0, n). */
  below(n: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Standard normal. */
  normal(): number;
  /** Mean 1. */
  exponential(): number;
  /** Mean `shape`, scale 1; any shape > 0. */
  gamma(shape: number): number;
  /** Mean a / (a + b). */
  beta(a: number, b: number): number;
  /** At least 1, P(X > x) = x^-alpha. */
  pareto(alpha: number): number;
  poisson(mean: number): number;
  /** Successes among n trials of probability p: exact up to 60 trials or small means, else the rounded normal within [0, n]. */
  binomial(n: number, p: number): number;
};

/** A stream of chance from a seed (any number; its 32 low bits count). */
export function makeRandom(seed: number): Random {
  const next = sfc32(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const exponential = (): number => -Math.log(1 - next());
  const gamma = (shape: number): number => {
    if (shape >= 1) return largeGamma(shape, next, normal);
    return largeGamma(shape + 1, next, normal) * (1 - next()) ** (1 / shape);
  };
  return {
    next, below, normal, exponential, gamma,
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    beta(a, b) {
      const x = gamma(a);
      return x / (x + gamma(b));
    },
    pareto: (alpha) => (1 - next()) ** (-1 / alpha),
    poisson: (mean) => (mean < 30 ? smallPoisson(mean, next) : Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))),
    binomial: (n, p) => binomial(n, p, { next, normal }),
  };
}

/** Knuth's product of uniforms: exact, in time linear in the mean. */
function smallPoisson(mean: number, next: () => number): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > floor; product *= next()) count++;
  return count;
}

function binomial(n: number, p: number, by: { next: () => number; normal: () => number }): number {
  if (p <= 0 || n <= 0) return 0;
  if (p >= 1) return n;
  if (p > 0.5) return n - binomial(n, 1 - p, by);
  if (n <= 60 || n * p < 30) return skips(n, p, by.next);
  const value = Math.round(n * p + Math.sqrt(n * p * (1 - p)) * by.normal());
  return Math.min(n, Math.max(0, value));
}

/** Counts successes by the geometric gaps between them (Devroye 1986, X.4): exact, in time linear in n p. */
function skips(n: number, p: number, next: () => number): number {
  const log = Math.log1p(-p);
  let count = 0;
  for (let at = Math.floor(Math.log(1 - next()) / log); at < n; at += 1 + Math.floor(Math.log(1 - next()) / log)) count++;
  return count;
}

/** Marsaglia and Tsang's squeeze (2000) for shape >= 1: about 1.05 tries a value. */
function largeGamma(shape: number, next: () => number, normal: () => number): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function sfc32(seed: number): () => number {
  let a = 0x9e3779b9 | 0;
  let b = 0x243f6a88 | 0;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The seed reaches every bit of the state after a dozen rounds.
  for (let round = 0; round < 16; round++) next();
  return next;
}
