/**
 * Gamma-gamma: what somebody spends at a time varies around a mean of her own, and the means vary over the customers (p, q, v).
 * Fader & Hardie 2013, note 025, eq. 1a: per repeater with x purchases of mean z
 *   L = G(px+q) / (G(px) G(q)) v^q z^(px-1) x^(px) / (v+xz)^(px+q).
 * It assumes that how much somebody spends has nothing to do with how often she buys: `spendAgainstCount` says how true that is.
 */
import { minimise } from "../optimise.ts";
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";
import { digamma, logGamma } from "../special.ts";
import { REPEATERS_NEEDED } from "./bgnbd.ts";
import { levelsOf } from "./repeats.ts";
import type { BuyerColumns } from "./summary.ts";

/** v (the paper's gamma) in the unit of the money. */
export type GammaGamma = { readonly p: number; readonly q: number; readonly v: number };

/** Repeaters who spent something. `weight` as in `Repeats`. */
export type Spends = {
  readonly x: Float64Array;
  readonly spend: Float64Array;
  readonly weight: Float64Array;
  readonly levels: Float64Array;
  readonly level: Int32Array;
  /** The row of each customer given, -1 for who is none of them. */
  readonly rowOf: Int32Array;
};

export type GammaGammaFit = {
  readonly model: GammaGamma;
  readonly logLikelihood: number;
  readonly customers: number;
  /** The best place on the scale of the search. */
  readonly logs: readonly number[];
};

type Spender = { readonly x: number; readonly spend: number };
type Spenders = Pick<BuyerColumns, "length" | "x" | "spend">;

export function tabulateSpends(buyers: Spenders): Spends {
  const rowOf = new Int32Array(buyers.length).fill(-1);
  let rows = 0;
  for (let i = 0; i < buyers.length; i++) if (buyers.x[i]! > 0 && buyers.spend[i]! > 0) rowOf[i] = rows++;
  const [x, spend] = [new Float64Array(rows), new Float64Array(rows)];
  for (const [i, row] of rowOf.entries()) if (row >= 0) [x[row], spend[row]] = [buyers.x[i]!, buyers.spend[i]!];
  return { x, spend, weight: new Float64Array(rows).fill(1), ...levelsOf(x), rowOf };
}

export const gammaGammaFromLogs = ([p = 0, q = 0, v = 0]: readonly number[]): GammaGamma => ({
  p: Math.exp(p),
  q: Math.exp(q),
  v: Math.exp(v),
});

/** -log L of the weighted rows and its gradient in (ln p, ln q, ln v). O(rows). `each` takes three slopes a row, as in `scoreBgNbd`. */
export function scoreGammaGamma(rows: Spends, { p, q, v }: GammaGamma, each?: Float64Array): { value: number; gradient: number[] } {
  const counts = Array.from(rows.levels, (x) => ({
    log: logGamma(p * x + q) - logGamma(p * x) + p * x * Math.log(x),
    dp: x * (digamma(p * x + q) - digamma(p * x) + Math.log(x)),
    dq: digamma(p * x + q),
  }));
  const base = q * Math.log(v) - logGamma(q);
  const baseQ = Math.log(v) - digamma(q);
  let [value, dp, dq, dv] = [0, 0, 0, 0];
  for (let i = 0; i < rows.x.length; i++) {
    const weight = rows.weight[i]!;
    if (weight === 0) continue;
    const x = rows.x[i]!;
    const z = rows.spend[i]!;
    const count = counts[rows.level[i]!]!;
    const logZ = Math.log(z);
    const total = v + x * z;
    const logTotal = Math.log(total);
    value += weight * (base + count.log + (p * x - 1) * logZ - (p * x + q) * logTotal);
    const slopeP = count.dp + x * (logZ - logTotal);
    const slopeQ = baseQ + count.dq - logTotal;
    const slopeV = q / v - (p * x + q) / total;
    if (each !== undefined) each.set([slopeP * p, slopeQ * q, slopeV * v], 3 * i);
    dp += weight * slopeP;
    dq += weight * slopeQ;
    dv += weight * slopeV;
  }
  return { value: -value, gradient: [-dp * p, -dq * q, -dv * v] };
}

/**
 * Beyond, p says "who comes again spends what she spent before": a purchase then differs by less than 1 % from her own mean, and p v is all
 * that still moves. Further up the sums lose their digits.
 */
const MOST_P = 10;

/** The likeliest parameters; none for fewer than 30 repeaters who spent something, or when all spent the same. */
export function fitGammaGamma(rows: Spends): Answer<GammaGammaFit> {
  let [customers, total, isAlike] = [0, 0, true];
  for (let i = 0; i < rows.x.length; i++) {
    customers += rows.weight[i]!;
    total += rows.weight[i]! * rows.spend[i]!;
    if (rows.spend[i] !== rows.spend[0]) isAlike = false;
  }
  if (customers < REPEATERS_NEEDED) {
    return none("too_few", { what: "customers who bought again and paid", have: customers, needed: REPEATERS_NEEDED });
  }
  if (isAlike) return none("no_variation", { what: "amounts that customers spend" });
  const score = (x: readonly number[]) =>
    x[0]! > MOST_P || x.some((value) => Math.abs(value) > 40)
      ? { value: NaN, gradient: [NaN, NaN, NaN] }
      : scoreGammaGamma(rows, gammaGammaFromLogs(x));
  const search = (from: readonly number[], whole: (x: readonly number[]) => readonly number[]) => {
    const gradient = (x: readonly number[]): number[] => score(whole(x)).gradient.slice(-x.length);
    const found = minimise((x) => score(whole(x)).value, from, { gradient, tolerance: 1e-9 });
    return { ...found, x: whole(found.x) };
  };
  let found = search([0, 1, Math.log(total / customers)], (x) => x);
  if (!found.converged && found.x[0]! > MOST_P - 1) found = search(found.x.slice(1), (x) => [MOST_P, ...x]);
  if (!found.converged) return none("not_converged", { what: "what customers spend" });
  return ok({ model: gammaGammaFromLogs(found.x), logLikelihood: -found.value, customers, logs: found.x });
}

/** p v / (q-1): what a customer spends at a time on average; none for q <= 1, where a few whales make any mean possible. */
export const meanSpend = ({ p, q, v }: GammaGamma): Answer<number> =>
  q > 1
    ? ok((p * v) / (q - 1))
    : none("does_not_apply", { what: "The model of spending", because: "single customers spend so much that there is no stable mean" });

/** E[Z | x, zbar] = p (v + x zbar) / (p x + q - 1): her own mean, drawn towards everybody's the less she bought (eq. 5). */
export function expectedSpend({ p, q, v }: GammaGamma, { x, spend }: Spender): Answer<number> {
  const below = p * x + q - 1;
  return below > 0 ? ok((p * (v + x * spend)) / below) : meanSpend({ p, q, v });
}

/** Pearson's correlation of x and mean spend over the repeaters: the model assumes about 0. */
export function spendAgainstCount(buyers: Spenders): Answer<number> {
  let [repeaters, meanX, meanZ] = [0, 0, 0];
  for (let i = 0; i < buyers.length; i++) {
    if (!(buyers.x[i]! > 0)) continue;
    repeaters++;
    meanX += buyers.x[i]!;
    meanZ += buyers.spend[i]!;
  }
  if (repeaters < 3) return none("too_few", { what: "customers who bought again", have: repeaters, needed: 3 });
  meanX /= repeaters;
  meanZ /= repeaters;
  let [xx, zz, xz] = [0, 0, 0];
  for (let i = 0; i < buyers.length; i++) {
    if (!(buyers.x[i]! > 0)) continue;
    const [x, spend] = [buyers.x[i]!, buyers.spend[i]!];
    xx += (x - meanX) ** 2;
    zz += (spend - meanZ) ** 2;
    xz += (x - meanX) * (spend - meanZ);
  }
  return xx > 0 && zz > 0 ? ok(xz / Math.sqrt(xx * zz)) : none("no_variation", { what: "purchases or amounts" });
}
