/**
 * What an effect and its standard error say: the interval and the p-value that hold at one look (Student, Welch), and those that hold at
 * every look (asymptotic confidence sequences, Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2021, arXiv 2103.06476v7, equations 9,
 * 134, 155 and 161; the mixture of normals of Robbins 1970, which is also the mSPRT of Johari et al. 2017). A bound is null where the
 * interval is open.
 */
import { type Answer, none, ok } from "../result.ts";
import { studentCdf, studentQuantile } from "../special.ts";
import type { Effect } from "./effect.ts";

/** `greater`: only a treatment above the control would count; `less` the reverse. */
export type Sides = "two" | "greater" | "less";
export type TestOptions = { alpha: number; sides: Sides };
export type Tested = { readonly low: number | null; readonly high: number | null; readonly p: number };

const clipped = (p: number): number => Math.min(1, Math.max(0, p));

/** The p-value of one look, without its interval, which costs ten times as much. */
export function fixedP(of: Effect, sides: Sides): number {
  const t = of.effect / of.se;
  return clipped(sides === "two" ? 2 * studentCdf(-Math.abs(t), of.freedom) : studentCdf(sides === "greater" ? -t : t, of.freedom));
}

/** Welch's t-test: holds when it is read once, at the end that was planned. */
export function fixedTest(of: Effect, { alpha, sides }: TestOptions): Answer<Tested> {
  if (!(alpha > 0 && alpha < 1)) return none("out_of_range", { what: "alpha", value: alpha, low: 0, high: 1 });
  const half = studentQuantile(1 - (sides === "two" ? alpha / 2 : alpha), of.freedom) * of.se;
  return ok({ ...between(of, { half, sides }), p: fixedP(of, sides) });
}

/** Where the sequence is tightest, in rows of both arms together. */
export const TUNING = 5000;

/** rho^2 = (-2 ln a + ln(-2 ln a + 1)) / N*, with 2a for one side (equation 161). */
export function rhoOf(alpha: number, tuning: number): number {
  const log = -2 * Math.log(alpha);
  return Math.sqrt((log + Math.log(log + 1)) / tuning);
}

/**
 * The confidence sequence: however often one looks, all its intervals together miss the truth in at most `alpha` of worlds.
 * Two sides: half-width se sqrt(n) sqrt(2 (n rho^2 + 1) ln(sqrt(n rho^2 + 1)/alpha) / (n rho)^2), p = 1/e-value. One side: the logarithm
 * is ln(1 + sqrt(n rho^2 + 1)/(2 alpha)), and p is the alpha at which the bound touches zero, within [1e-5, 0.4999].
 */
export function sequentialTest(of: Effect, options: TestOptions & { tuning?: number }): Answer<Tested> {
  const { alpha, sides, tuning = TUNING } = options;
  const most = sides === "two" ? 1 : 0.5;
  if (!(alpha > 0 && alpha < most)) return none("out_of_range", { what: "alpha", value: alpha, low: 0, high: most });
  const rho = rhoOf(sides === "two" ? alpha : 2 * alpha, tuning);
  const grown = of.n * rho ** 2 + 1;
  const unit = (of.se ** 2 * of.n * 2 * grown) / (of.n * rho) ** 2;
  if (sides === "two") {
    const half = Math.sqrt(unit * Math.log(Math.sqrt(grown) / alpha));
    const st2 = (of.effect ** 2 * of.n) / of.se ** 2;
    return ok({ ...between(of, { half, sides }), p: clipped(Math.exp(0.5 * Math.log(grown) - (rho ** 2 * st2) / (2 * grown))) });
  }
  const half = Math.sqrt(unit * Math.log(1 + Math.sqrt(grown) / (2 * alpha)));
  const beyond = sides === "greater" ? of.effect : -of.effect;
  const touching = Math.sqrt(grown) / (2 * Math.expm1(beyond ** 2 / unit));
  const p = beyond <= 0 ? 0.4999 : Math.min(0.4999, Math.max(1e-5, touching));
  return ok({ ...between(of, { half, sides }), p });
}

function between(of: Effect, { half, sides }: { half: number; sides: Sides }): Pick<Tested, "low" | "high"> {
  return { low: sides === "less" ? null : of.effect - half, high: sides === "greater" ? null : of.effect + half };
}
