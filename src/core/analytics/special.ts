/**
 * The one door to cephes 3.3.3 (Moshier's library of special functions, compiled to WebAssembly). The module waits once, while it is
 * loaded (11 ms), so that everything behind the door is synchronous: this file alone is let off `house/sync-only` in .oxlintrc.json.
 * cephes throws where a result underflows or the argument is at the edge; here the limit is answered instead, so that nothing throws
 * for arguments within the stated domain.
 */
import * as cephes from "cephes";

await cephes.compiled;

function orElse(compute: () => number, limit: number): number {
  try {
    return compute();
  } catch {
    return limit;
  }
}

/** ln Gamma(x), x > 0. */
export const logGamma = (x: number): number => (x > 0 ? cephes.lgam(x) : Infinity);

/** ln B(a, b), a and b > 0. */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b);

/** psi(x) = d ln Gamma(x) / dx, x > 0. */
export const digamma = (x: number): number => (x > 0 ? cephes.psi(x) : -Infinity);

/** 2F1(a, b; c; z) for 0 <= z < 1; `undefined` where cephes gives none (total loss of precision). */
export function hypergeometric(parameters: readonly [a: number, b: number, c: number], z: number): number | undefined {
  const value = orElse(() => cephes.hyp2f1(...parameters, z), NaN);
  return Number.isFinite(value) ? value : undefined;
}

/** P(Z <= z) of the standard normal; the lower tail is right to 1e-290. */
export const normalCdf = (z: number): number => cephes.ndtr(z);

/** The z with P(Z <= z) = p; 0 and 1 give the infinities. */
export function normalQuantile(p: number): number {
  if (p <= 0) return -Infinity;
  return p >= 1 ? Infinity : cephes.ndtri(p);
}

/** P(X <= x) of the beta distribution, the regularised incomplete beta function I_x(a, b). */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  return x >= 1 ? 1 : orElse(() => cephes.incbet(a, b, x), x < a / (a + b) ? 0 : 1);
}

/** The x with P(X <= x) = p of the beta distribution. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  return p >= 1 ? 1 : orElse(() => cephes.incbi(a, b, p), p < 0.5 ? 0 : 1);
}

/** P(T <= t) of Student's t with any (also a fractional) number of degrees of freedom > 0: I_{v/(v+t^2)}(v/2, 1/2) / 2 in the tail. */
export function studentCdf(t: number, freedom: number): number {
  const tail = betaCdf(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}

/** The t with P(T <= t) = p of Student's t; 0 and 1 give the infinities. Near the middle by the complement, where t^2 is small. */
export function studentQuantile(p: number, freedom: number): number {
  if (p <= 0) return -Infinity;
  if (p >= 1) return Infinity;
  if (p === 0.5) return 0;
  const tail = 2 * Math.min(p, 1 - p);
  const sign = p < 0.5 ? -1 : 1;
  if (tail > 0.5) {
    const y = betaQuantile(1 - tail, 0.5, freedom / 2);
    return sign * Math.sqrt((freedom * y) / (1 - y));
  }
  const x = betaQuantile(tail, freedom / 2, 0.5);
  return sign * Math.sqrt((freedom * (1 - x)) / x);
}

/** P(X > x) of the gamma distribution with the given shape and scale 1. */
export function gammaTail(x: number, shape: number): number {
  if (x <= 0) return 1;
  return orElse(() => cephes.igamc(shape, x), x > shape ? 0 : 1);
}

/** P(X > x) of chi-square with any number of degrees of freedom > 0. */
export const chiSquareTail = (x: number, freedom: number): number => gammaTail(x / 2, freedom / 2);
