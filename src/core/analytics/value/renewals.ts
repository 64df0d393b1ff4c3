/**
 * Subscriptions: the shifted-beta-geometric model. At each renewal a customer leaves with a chance of her own, beta over the customers
 * (alpha, beta). P(T = t) = B(alpha+1, beta+t-1)/B(alpha, beta), S(t) = B(alpha, beta+t)/B(alpha, beta), t in periods.
 * Fader & Hardie 2007, "How to Project Customer Retention", J. Interactive Marketing 21(1):76-90, eqs. 5-6. Retention rises with age
 * because those who leave easily have left.
 */
import { minimise } from "../optimise.ts";
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";
import { logBeta } from "../special.ts";

/** At renewal `period` (1, 2, ...) `lost` customers left; `kept` are those who were last seen staying then (their next is not due yet). */
export type RenewalRow = { readonly period: number; readonly lost: number; readonly kept: number };

export type Sbg = { readonly alpha: number; readonly beta: number };
export type SbgFit = { readonly model: Sbg; readonly logLikelihood: number; readonly customers: number; readonly lost: number };

const LOST_NEEDED = 10;

/** Renewals of one cohort watched together: `alive` customers at the start and after each period. 1000, 631, 468, ... */
export const renewalsOf = (alive: readonly number[]): RenewalRow[] =>
  alive.slice(1).map((now, i) => ({ period: i + 1, lost: alive[i]! - now, kept: i + 2 === alive.length ? now : 0 }));

const logSurvival = ({ alpha, beta }: Sbg, t: number): number => logBeta(alpha, beta + t) - logBeta(alpha, beta);

/** The share still there after `t` renewals. */
export const survival = (model: Sbg, t: number): number => Math.exp(logSurvival(model, t));

/** The share of those there before renewal t who renew: (beta+t-1)/(alpha+beta+t-1), t from 1. */
export const retention = ({ alpha, beta }: Sbg, t: number): number => (beta + t - 1) / (alpha + beta + t - 1);

/** The likeliest alpha and beta; none for fewer than 10 who left, or when nobody stayed past the first renewal. */
export function fitRenewals(rows: readonly RenewalRow[]): Answer<SbgFit> {
  let [lost, kept, longest] = [0, 0, 0];
  for (const row of rows) {
    if (row.lost < 0 || row.kept < 0 || row.period < 1) {
      return none("out_of_range", { what: "A count of renewals", value: Math.min(row.lost, row.kept), low: 0, high: 1e9 });
    }
    lost += row.lost;
    kept += row.kept;
    longest = Math.max(longest, row.period);
  }
  if (lost + kept === 0) return none("no_rows");
  if (lost < LOST_NEEDED) return none("too_few", { what: "customers who left", have: lost, needed: LOST_NEEDED });
  if (longest < 2) return none("too_few", { what: "renewals seen of one customer", have: longest, needed: 2 });
  const cost = ([a = 0, b = 0]: readonly number[]): number => {
    if (Math.abs(a) > 15 || Math.abs(b) > 15) return NaN;
    const model = { alpha: Math.exp(a), beta: Math.exp(b) };
    let log = 0;
    for (const { period, lost: left, kept: stayed } of rows) {
      if (left > 0) log += left * (logBeta(model.alpha + 1, model.beta + period - 1) - logBeta(model.alpha, model.beta));
      if (stayed > 0) log += stayed * logSurvival(model, period);
    }
    return -log;
  };
  const found = minimise(cost, [0, 0], { tolerance: 1e-8 });
  const isFlat = found.x.some((at) => Math.abs(at) > 10);
  if (!found.converged && !isFlat) return none("not_converged", { what: "how customers renew" });
  const [alpha = 0, beta = 0] = found.x.map(Math.exp);
  return ok({ model: { alpha, beta }, logLikelihood: -found.value, customers: lost + kept, lost });
}

/**
 * What a subscriber who has renewed `renewals` times (0: has just joined and paid) still brings: `earned` at each renewal to come, times
 * the chance that she is there, discounted a period at a time.
 */
export function subscriberWorth(
  model: Sbg,
  terms: { renewals: number; periods: number; earned: number; discount: number },
): Answer<number> {
  const { renewals, periods, earned, discount } = terms;
  if (!(periods >= 1 && periods <= 1200))
    return none("out_of_range", { what: "The number of periods", value: periods, low: 1, high: 1200 });
  if (!(discount >= 0)) return none("out_of_range", { what: "The discount", value: discount, low: 0, high: 10 });
  let [sum, stays] = [0, 1];
  for (let k = 1; k <= periods; k++) {
    stays *= retention(model, renewals + k);
    sum += (earned * stays) / (1 + discount) ** k;
  }
  return ok(sum);
}
