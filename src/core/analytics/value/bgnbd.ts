/**
 * BG/NBD, fitted by maximum likelihood: while somebody is a customer she buys at a rate of her own (gamma over the customers, shape r,
 * rate alpha), and after each purchase she leaves with a chance of her own (beta over the customers, a and b).
 * Fader, Hardie & Lee 2005, "Counting Your Customers" the Easy Way, Marketing Science 24(2):275-284, eq. 6. Per customer
 *   L = B(a, b+x)/B(a, b) G(r+x) alpha^r / G(r) [ (alpha+T)^-(r+x) + [x>0] a/(b+x-1) (alpha+t_x)^-(r+x) ].
 */
import { minimise } from "../optimise.ts";
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";
import { digamma, logGamma } from "../special.ts";
import type { Repeats } from "./repeats.ts";

/** alpha in the unit of the times (weeks). */
export type BgNbd = { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number };

/** `logs` is the best place on the scale of the search. */
export type BgNbdFit = {
  readonly model: BgNbd;
  readonly logLikelihood: number;
  readonly customers: number;
  readonly repeaters: number;
  readonly logs: readonly number[];
};

/** Below this many repeaters the four parameters are not worth printing. */
export const REPEATERS_NEEDED = 30;

/** Beyond e^±12 a parameter says "no difference between customers" and moving it further changes nothing. */
const FLAT = 12;

export const bgNbdFromLogs = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbd => ({
  r: Math.exp(r),
  alpha: Math.exp(alpha),
  a: Math.exp(a),
  b: Math.exp(b),
});

/** The part that depends on x alone: its logarithm and its slopes in r, a and b, for one x. */
function ofCount({ r, a, b }: BgNbd, x: number) {
  return {
    log: logGamma(r + x) + logGamma(b + x) - logGamma(a + b + x),
    dr: digamma(r + x),
    da: -digamma(a + b + x),
    db: digamma(b + x) - digamma(a + b + x),
  };
}

/**
 * -log L of the weighted rows and its gradient in (ln r, ln alpha, ln a, ln b). O(rows). `each`, four places a row, takes the slopes of
 * the row's own log L.
 */
export function scoreBgNbd(rows: Repeats, model: BgNbd, each?: Float64Array): { value: number; gradient: number[] } {
  const { r, alpha, a, b } = model;
  const counts = Array.from(rows.levels, (x) => ofCount(model, x));
  const base = {
    log: r * Math.log(alpha) - logGamma(r) - logGamma(b) + logGamma(a + b),
    a: digamma(a + b),
    b: digamma(a + b) - digamma(b),
  };
  const baseR = Math.log(alpha) - digamma(r);
  let [value, dr, dalpha, da, db] = [0, 0, 0, 0, 0];
  for (let i = 0; i < rows.x.length; i++) {
    const weight = rows.weight[i]!;
    if (weight === 0) continue;
    const x = rows.x[i]!;
    const count = counts[rows.level[i]!]!;
    const age = alpha + rows.age[i]!;
    const logAge = Math.log(age);
    let left = 0;
    let log = -(r + x) * logAge;
    let logRecency = logAge;
    let recency = age;
    let slopeB = base.b + count.db;
    if (x > 0) {
      recency = alpha + rows.recency[i]!;
      logRecency = Math.log(recency);
      // How much likelier it is that she left after her last purchase than that she stayed.
      const odds = (a / (b + x - 1)) * Math.exp((r + x) * (logAge - logRecency));
      left = Number.isFinite(odds) ? odds / (1 + odds) : 1;
      log = Number.isFinite(odds) ? log + Math.log1p(odds) : Math.log(a / (b + x - 1)) - (r + x) * logRecency;
      slopeB -= left / (b + x - 1);
    }
    const slopeR = baseR + count.dr - (1 - left) * logAge - left * logRecency;
    const slopeAlpha = r / alpha - (r + x) * ((1 - left) / age + left / recency);
    const slopeA = base.a + count.da + left / a;
    if (each !== undefined) each.set([slopeR * r, slopeAlpha * alpha, slopeA * a, slopeB * b], 4 * i);
    value += weight * (base.log + count.log + log);
    dr += weight * slopeR;
    dalpha += weight * slopeAlpha;
    da += weight * slopeA;
    db += weight * slopeB;
  }
  return { value: -value, gradient: [-dr * r, -dalpha * alpha, -da * a, -db * b] };
}

const logLikelihood = (rows: Repeats, model: BgNbd): number => -scoreBgNbd(rows, model).value;

/** The log likelihood of given parameters, for a comparison with published ones. */
export { logLikelihood as logLikelihoodBgNbd };

/** Value and gradient are asked for one after the other at the same place: computed once. */
function remembered(rows: Repeats) {
  let at: readonly number[] = [];
  let last = { value: NaN, gradient: [NaN] };
  const score = (x: readonly number[]) => {
    if (x.length !== at.length || x.some((value, i) => value !== at[i])) {
      at = x;
      last = x.some((value) => Math.abs(value) > 2 * FLAT) ? { value: NaN, gradient: [NaN] } : scoreBgNbd(rows, bgNbdFromLogs(x));
    }
    return last;
  };
  return { value: (x: readonly number[]) => score(x).value, gradient: (x: readonly number[]) => score(x).gradient };
}

/**
 * The likeliest parameters. None for fewer than 30 repeaters (weights counted), or when no best place was found.
 */
export function fitBgNbd(rows: Repeats): Answer<BgNbdFit> {
  let customers = 0;
  let repeaters = 0;
  for (let i = 0; i < rows.x.length; i++) {
    customers += rows.weight[i]!;
    if (rows.x[i]! > 0) repeaters += rows.weight[i]!;
  }
  if (customers === 0) return none("no_rows");
  if (repeaters < REPEATERS_NEEDED)
    return none("too_few", { what: "customers who bought again", have: repeaters, needed: REPEATERS_NEEDED });
  const { value, gradient } = remembered(rows);
  const found = minimise(value, [0, 0, 0, 0], { gradient, tolerance: 1e-9 });
  const isFlat = found.x.some((at) => Math.abs(at) > FLAT);
  if (!Number.isFinite(found.value) || (!found.converged && !isFlat))
    return none("not_converged", { what: "how often customers buy again" });
  return ok({ model: bgNbdFromLogs(found.x), logLikelihood: -found.value, customers, repeaters, logs: found.x });
}
