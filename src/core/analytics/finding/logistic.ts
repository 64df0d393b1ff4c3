/**
 * Logistic regression with a ridge on standardised figures, by iteratively reweighted least squares (McCullagh & Nelder 1989, 4.4; ridge:
 * le Cessie & van Houwelingen 1992, Applied Statistics 41(1):191-201). Minimises -log L + ridge/2 |weights|^2; the intercept is free.
 */
import { solve } from "../linear.ts";
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";

export type Example = { readonly features: readonly number[]; readonly happened: boolean };

/** `weights` are of the standardised figures, so their sizes can be compared: log odds a standard deviation. */
export type LogisticModel = {
  readonly names: readonly string[];
  readonly intercept: number;
  readonly weights: readonly number[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
};

const NEEDED = 20;
const MOST_STEPS = 50;

/** 1/(1+e^-x) without overflow on either side. */
export const chanceOf = (logOdds: number): number =>
  logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));

/** Means and standard deviations of the columns; 0 for a column that is the same for all, which then says nothing. */
function scaleOf(examples: readonly Example[], width: number): { means: number[]; deviations: number[] } {
  const means = Array.from({ length: width }, () => 0);
  const squares = Array.from({ length: width }, () => 0);
  for (const { features } of examples) for (let j = 0; j < width; j++) means[j]! += features[j]! / examples.length;
  for (const { features } of examples) for (let j = 0; j < width; j++) squares[j]! += (features[j]! - means[j]!) ** 2 / examples.length;
  return { means, deviations: squares.map((square, j) => (Math.sqrt(square) > 1e-12 * Math.abs(means[j]!) ? Math.sqrt(square) : 0)) };
}

/** The figures in standard deviations from the mean, with a 1 before them for the intercept. */
export const standardised = (
  { means, deviations }: Pick<LogisticModel, "means" | "deviations">,
  features: readonly number[],
): number[] => [1, ...means.map((mean, j) => (deviations[j]! > 0 ? (features[j]! - mean) / deviations[j]! : 0))];

/** One Newton step's equations at `weights`: gradient of the cost and its Hessian. O(examples x figures^2). */
function equations(rows: readonly number[][], happened: readonly boolean[], at: { weights: readonly number[]; ridge: number }) {
  const width = at.weights.length;
  const gradient = at.weights.map((weight, j) => (j === 0 ? 0 : at.ridge * weight));
  const hessian = gradient.map((_, j) => gradient.map((__, k) => (j === k && j > 0 ? at.ridge : 0)));
  let cost = at.weights.reduce((sum, weight, j) => (j === 0 ? sum : sum + (at.ridge / 2) * weight * weight), 0);
  for (const [i, row] of rows.entries()) {
    let logOdds = 0;
    for (let j = 0; j < width; j++) logOdds += at.weights[j]! * row[j]!;
    const chance = chanceOf(logOdds);
    const miss = chance - (happened[i] ? 1 : 0);
    cost += Math.max(logOdds, 0) + Math.log1p(Math.exp(-Math.abs(logOdds))) - (happened[i] ? logOdds : 0);
    const spread = chance * (1 - chance);
    for (let j = 0; j < width; j++) {
      gradient[j]! += miss * row[j]!;
      for (let k = 0; k <= j; k++) hessian[j]![k]! += spread * row[j]! * row[k]!;
    }
  }
  for (let j = 0; j < width; j++) for (let k = 0; k < j; k++) hessian[k]![j] = hessian[j]![k]!;
  return { cost, gradient, hessian };
}

/** Fits. None for fewer than 20 of either kind, a figure that is no number, or when no figure differs. */
export function fitLogistic(examples: readonly Example[], names: readonly string[], ridge = 1): Answer<LogisticModel> {
  const yes = examples.filter(({ happened }) => happened).length;
  const [fewer, what] = yes <= examples.length - yes ? [yes, "people who did it"] : [examples.length - yes, "people who did not"];
  if (examples.length === 0) return none("no_rows");
  if (fewer < NEEDED) return none("too_few", { what, have: fewer, needed: NEEDED });
  if (examples.some(({ features }) => features.length !== names.length || !features.every(Number.isFinite))) {
    return none("not_finite", { what: "A score from these figures" });
  }
  const { means, deviations } = scaleOf(examples, names.length);
  if (!deviations.every(Number.isFinite)) return none("not_finite", { what: "A score from these figures" });
  if (deviations.every((deviation) => deviation === 0)) return none("no_variation", { what: "figures of all people" });
  const rows = examples.map(({ features }) => standardised({ means, deviations }, features));
  const happened = examples.map((example) => example.happened);
  let weights = [Math.log(yes / (examples.length - yes)), ...names.map(() => 0)];
  let now = equations(rows, happened, { weights, ridge });
  for (let step = 0; step < MOST_STEPS; step++) {
    // A column that is the same for all has only its ridge here, and its weight stays 0.
    const move = solve(
      now.hessian,
      now.gradient.map((value) => [value]),
    );
    if (move === undefined) return none("not_converged", { what: "who does it" });
    let next: typeof now;
    let share = 1;
    let to: number[];
    do {
      const part = share;
      to = weights.map((weight, j) => weight - part * move[j]![0]!);
      next = equations(rows, happened, { weights: to, ridge });
      share /= 2;
    } while (next.cost > now.cost + 1e-12 * Math.abs(now.cost) && share > 1e-6);
    const isDone = now.cost - next.cost <= 1e-10 * Math.max(1, now.cost);
    [weights, now] = [to, next];
    if (isDone) return ok({ names, intercept: weights[0]!, weights: weights.slice(1), means, deviations });
  }
  return none("not_converged", { what: "who does it" });
}

export type Explained = {
  readonly chance: number;
  /** What each figure adds to the log odds of an average person; with the intercept they add up to the log odds. Largest first. */
  readonly contributions: readonly { readonly name: string; readonly value: number; readonly adds: number }[];
};

/** Somebody's chance alone. */
export function chanceFor({ intercept, weights, means, deviations }: LogisticModel, features: ArrayLike<number>): number {
  let logOdds = intercept;
  for (let j = 0; j < weights.length; j++) if (deviations[j]! > 0) logOdds += (weights[j]! * (features[j]! - means[j]!)) / deviations[j]!;
  return chanceOf(logOdds);
}

/** Somebody's chance and what it is made of. */
export function explain(model: LogisticModel, features: readonly number[]): Explained {
  const row = standardised(model, features);
  const contributions = model.names.map((name, j) => ({ name, value: features[j]!, adds: model.weights[j]! * row[j + 1]! }));
  const logOdds = contributions.reduce((sum, { adds }) => sum + adds, model.intercept);
  return { chance: chanceOf(logOdds), contributions: contributions.sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds)) };
}
