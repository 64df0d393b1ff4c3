/**
 * The same experiment as beliefs: a Gaussian posterior of the effect, and for two proportions the exact one.
 */
import { type Answer, none, ok } from "../result.ts";
import { logBeta, normalCdf, normalQuantile } from "../special.ts";
import type { Effect } from "./effect.ts";

export type Prior = { mean: number; sd: number };
/** `chance`: that the treatment is better. `risk`: what is lost on average by choosing the control, and the treatment. */
export type Belief = {
  readonly effect: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
  readonly chance: number;
  readonly risk: readonly [control: number, treatment: number];
};

/**
 * Posterior of the effect as a Gaussian: flat prior gives N(effect, se^2); N(m, s^2) is weighed by precision. Expected losses in closed
 * form: E max(d, 0) = mu Phi(mu/s) + s phi(mu/s), E max(-d, 0) = s phi(mu/s) - mu Phi(-mu/s).
 */
export function believe(of: Pick<Effect, "effect" | "se">, options: { alpha: number; prior?: Prior | null }): Belief {
  const { prior } = options;
  const weight = prior ? 1 / of.se ** 2 / (1 / of.se ** 2 + 1 / prior.sd ** 2) : 1;
  const mu = weight * of.effect + (1 - weight) * (prior?.mean ?? 0);
  const sd = Math.sqrt(weight) * of.se;
  const half = normalQuantile(1 - options.alpha / 2) * sd;
  return { effect: mu, sd, low: mu - half, high: mu + half, chance: normalCdf(mu / sd), risk: risksOf(mu, sd) };
}

/** Expected losses of a Gaussian effect. */
export function risksOf(mu: number, sd: number): [control: number, treatment: number] {
  const z = mu / sd;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return [Math.max(0, mu * normalCdf(z) + sd * density), Math.max(0, sd * density - mu * normalCdf(-z))];
}

export type Count = { x: number; n: number };
export type BetaBelief = { readonly chance: number; readonly risk: readonly [control: number, treatment: number] };

/** Above this many hits the exact sum is not worth its time: the Gaussian posterior agrees to six digits. */
export const EXACT_HITS = 50_000;

/**
 * Two proportions with the prior Beta(1, 1), exactly (Miller 2014, "Formulas for Bayesian A/B testing"): P(b > a) is a finite sum of beta
 * functions; losses are E p_b P(b' > a) - E p_a P(b > a') with one hit more in b' and a'.
 */
export function betaBelief(control: Count, treatment: Count): Answer<BetaBelief> {
  for (const { x, n } of [control, treatment]) {
    if (!(Number.isInteger(x) && Number.isInteger(n) && x >= 0 && x <= n))
      return none("out_of_range", { what: "hits", value: x, low: 0, high: n });
    if (x > EXACT_HITS) return none("too_many", { have: x, most: EXACT_HITS, what: "hits" });
  }
  const [a, b] = [shape(control), shape(treatment)];
  const mean = ([p, q]: readonly [number, number]): number => p / (p + q);
  const better = above(b, a);
  const more = mean(b) * above([b[0] + 1, b[1]], a) - mean(a) * above(b, [a[0] + 1, a[1]]);
  const less = mean(a) * (1 - above(b, [a[0] + 1, a[1]])) - mean(b) * (1 - above([b[0] + 1, b[1]], a));
  return ok({ chance: better, risk: [Math.max(0, more), Math.max(0, less)] });
}

const shape = ({ x, n }: Count): readonly [number, number] => [x + 1, n - x + 1];

/** P(Beta(b) > Beta(a)) = sum over i < b_1 of B(a_1 + i, a_2 + b_2) / ((b_2 + i) B(1 + i, b_2) B(a_1, a_2)). */
function above([b1, b2]: readonly [number, number], [a1, a2]: readonly [number, number]): number {
  let sum = 0;
  const known = logBeta(a1, a2);
  for (let i = 0; i < b1; i++) sum += Math.exp(logBeta(a1 + i, a2 + b2) - Math.log(b2 + i) - logBeta(1 + i, b2) - known);
  return Math.min(1, sum);
}
