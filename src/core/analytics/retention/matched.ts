/**
 * What a deed did to those who did it, compared with others like them: everybody is put into a stratum (began when, bought how often and
 * how much before), the treated of a stratum are compared with the others of the same one, and the strata are weighted by their treated.
 * The effect on those who did it (ATT), by exact (coarsened) matching: Iacus, King & Porro 2012, Political Analysis 20(1):1-24. As in
 * Garnefeld et al. 2013 (J. Marketing 77(4):17-32: advocates' defection 19 % -> 7 %). It removes what the strata know of, not what they
 * do not: who advocates may have been happier all along.
 */
import type { Answer, Estimate } from "../result.ts";
import { none, ok } from "../result.ts";
import { normalQuantile } from "../special.ts";

/** `stratum` from `stratumOf`; `outcome` is 1 or 0 (still there), or any amount. */
export type Observed = { readonly stratum: string; readonly treated: boolean; readonly outcome: number };

export type MatchedEffect = {
  /** Mean outcome of the treated less that of their likes. */
  readonly effect: Estimate;
  readonly treatedMean: number;
  readonly likeMean: number;
  /** Without matching, to show what matching changed. */
  readonly rawEffect: number;
  readonly treated: number;
  readonly controls: number;
  /** Treated with nobody like them, who are left out. */
  readonly unmatched: number;
};

type Side = { n: number; sum: number; squares: number };
const NEEDED = 20;

/** The stratum of these figures: each cut at its borders, so [3, 40] cut at [[1, 5], [25]] is "1|1". */
export const stratumOf = (figures: readonly number[], borders: readonly (readonly number[])[]): string =>
  figures.map((figure, i) => (borders[i] ?? []).filter((border) => figure >= border).length).join("|");

/** The borders that cut values into up to `parts` parts of about equal size; fewer when many are equal. */
export function equalBorders(values: ArrayLike<number>, parts: number): number[] {
  const sorted = Float64Array.from(values).sort();
  const borders = Array.from({ length: parts - 1 }, (_, i) => sorted[Math.floor((sorted.length * (i + 1)) / parts)] ?? 0);
  return [...new Set(borders)].filter((border) => border > (sorted[0] ?? 0));
}

const add = (side: Side, outcome: number): void => {
  side.n++;
  side.sum += outcome;
  side.squares += outcome * outcome;
};
const mean = ({ n, sum }: Side): number => sum / n;
const variance = ({ n, sum, squares }: Side, instead: number): number =>
  n > 1 ? Math.max(0, (squares - (sum * sum) / n) / (n - 1)) : instead;

/** Neyman's variance within strata; a stratum with one control takes the variance of all controls. */
export function matchedEffect(people: Iterable<Observed>, level = 0.95): Answer<MatchedEffect> {
  const strata = new Map<string, [others: Side, treated: Side]>();
  const all: [Side, Side] = [
    { n: 0, sum: 0, squares: 0 },
    { n: 0, sum: 0, squares: 0 },
  ];
  for (const { stratum, treated, outcome } of people) {
    if (!Number.isFinite(outcome)) return none("not_finite", { what: "An outcome" });
    let sides = strata.get(stratum);
    if (sides === undefined)
      strata.set(
        stratum,
        (sides = [
          { n: 0, sum: 0, squares: 0 },
          { n: 0, sum: 0, squares: 0 },
        ]),
      );
    add(sides[treated ? 1 : 0], outcome);
    add(all[treated ? 1 : 0], outcome);
  }
  if (all[0].n + all[1].n === 0) return none("no_rows");
  if (all[1].n === 0) return none("one_group_empty", { group: "did it" });
  if (all[0].n === 0) return none("one_group_empty", { group: "did not" });
  const matched = [...strata.values()].filter(([others, treated]) => others.n > 0 && treated.n > 0);
  const treated = matched.reduce((sum, [, side]) => sum + side.n, 0);
  const controls = matched.reduce((sum, [side]) => sum + side.n, 0);
  if (treated < NEEDED) return none("too_few", { what: "people with somebody like them to compare with", have: treated, needed: NEEDED });
  const [wideOthers, wideTreated] = [variance(all[0], 0), variance(all[1], 0)];
  let [treatedMean, likeMean, spread] = [0, 0, 0];
  for (const [others, side] of matched) {
    const weight = side.n / treated;
    treatedMean += weight * mean(side);
    likeMean += weight * mean(others);
    spread += weight ** 2 * (variance(side, wideTreated) / side.n + variance(others, wideOthers) / others.n);
  }
  if (spread === 0) return none("no_variation", { what: "outcomes" });
  const half = normalQuantile(0.5 + level / 2) * Math.sqrt(spread);
  const value = treatedMean - likeMean;
  return ok({
    effect: { value, low: value - half, high: value + half, level },
    treatedMean,
    likeMean,
    rawEffect: mean(all[1]) - mean(all[0]),
    treated,
    controls,
    unmatched: all[1].n - treated,
  });
}
