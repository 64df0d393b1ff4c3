/**
 * How well a ranking finds those to whom it happened: the area under the ROC curve is the chance that one of them stands above one of the
 * others (ties half). Interval and the difference of two rankings of the same people by DeLong, DeLong & Clarke-Pearson 1988, Biometrics
 * 44(3):837-845, from placements by ranks in O(n log n).
 */
import type { Answer, Estimate } from "../result.ts";
import { none, ok } from "../result.ts";
import { normalQuantile } from "../special.ts";

/** Mean ranks from 1, ties sharing theirs. */
function ranksOf(values: readonly number[]): Float64Array {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}

/** Of each who did, the share of the others below her; of each other, the share of those who did above her. */
type Placements = { readonly area: number; readonly yes: readonly number[]; readonly no: readonly number[] };

function placementsOf(scores: readonly number[], happened: readonly boolean[]): Placements {
  const side = (which: boolean): number[] => happened.flatMap((did, i) => (did === which ? [i] : []));
  const [yes, no] = [side(true), side(false)];
  const all = ranksOf(scores);
  const within = (members: readonly number[]): Float64Array => ranksOf(members.map((i) => scores[i]!));
  const [ofYes, ofNo] = [within(yes), within(no)];
  const above = yes.map((i, k) => (all[i]! - ofYes[k]!) / no.length);
  const below = no.map((i, k) => 1 - (all[i]! - ofNo[k]!) / yes.length);
  return { area: above.reduce((sum, share) => sum + share, 0) / yes.length, yes: above, no: below };
}

const covariance = (a: readonly number[], b: readonly number[]): number => {
  const [meanA, meanB] = [a, b].map((values) => values.reduce((sum, value) => sum + value, 0) / values.length) as [number, number];
  return a.reduce((sum, value, i) => sum + (value - meanA) * (b[i]! - meanB), 0) / Math.max(1, a.length - 1);
};

/** Of either kind, for an interval to mean anything. */
const NEEDED = 5;

function lacking(happened: readonly boolean[], needed: number): ReturnType<typeof none> | undefined {
  const yes = happened.filter(Boolean).length;
  if (happened.length === 0) return none("no_rows");
  if (yes < needed) return none("too_few", { what: "people who did it", have: yes, needed });
  const no = happened.length - yes;
  return no < needed ? none("too_few", { what: "people who did not", have: no, needed }) : undefined;
}

function estimate(value: number, variance: number, bounds: { level: number; low: number }): Estimate {
  const half = normalQuantile(0.5 + bounds.level / 2) * Math.sqrt(Math.max(0, variance));
  return { value, low: Math.max(bounds.low, value - half), high: Math.min(1, value + half), level: bounds.level };
}

/** On the scale of its logit, where an area near 1 is as normal as one near a half (Pepe 2003, 5.2). */
function withinUnit(area: number, variance: number, level: number): Estimate {
  const half = (normalQuantile(0.5 + level / 2) * Math.sqrt(variance)) / (area * (1 - area));
  const at = (sign: number): number => 1 / (1 + ((1 - area) / area) * Math.exp(-sign * half));
  return { value: area, low: at(-1), high: at(1), level };
}

/**
 * The area of one ranking (higher scores first); .5 is chance. A ranking without a single error has no variance to go by: its interval then
 * reaches down to the chance at which so few would all have been in order (.025^(1/fewer of the two kinds) at 95 %).
 */
export function areaUnder(scores: readonly number[], happened: readonly boolean[], level = 0.95): Answer<Estimate> {
  const lack = lacking(happened, NEEDED);
  if (lack !== undefined) return lack;
  const { area, yes, no } = placementsOf(scores, happened);
  const variance = covariance(yes, yes) / yes.length + covariance(no, no) / no.length;
  if (variance > 0) return ok(withinUnit(area, variance, level));
  if (area > 0 && area < 1) return none("no_variation", { what: "scores" });
  const reach = ((1 - level) / 2) ** (1 / Math.min(yes.length, no.length));
  return ok({ value: area, low: area === 1 ? reach : 0, high: area === 1 ? 1 : 1 - reach, level });
}

/** By how much the area of `a` exceeds that of `b` over the same people. */
export function areaGain(
  rankings: { a: readonly number[]; b: readonly number[] },
  happened: readonly boolean[],
  level = 0.95,
): Answer<Estimate> {
  const lack = lacking(happened, NEEDED);
  if (lack !== undefined) return lack;
  const [a, b] = [placementsOf(rankings.a, happened), placementsOf(rankings.b, happened)];
  const spread = (x: readonly number[], y: readonly number[]): number =>
    (covariance(x, x) + covariance(y, y) - 2 * covariance(x, y)) / x.length;
  return ok(estimate(a.area - b.area, spread(a.yes, b.yes) + spread(a.no, b.no), { level, low: -1 }));
}

export type Threshold = { readonly score: number; readonly found: number; readonly precision: number; readonly recall: number };

/**
 * Precision and recall of "at least this score", for each distinct score from the highest, at most `most` of them evenly picked; and the
 * average precision (the mean precision at each who did it), which is the base rate for a ranking by chance.
 */
export function precisionRecall(
  scores: readonly number[],
  happened: readonly boolean[],
  most = 50,
): Answer<{ averagePrecision: number; baseRate: number; thresholds: Threshold[] }> {
  const lack = lacking(happened, 1);
  if (lack !== undefined) return lack;
  const order = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  const yes = happened.filter(Boolean).length;
  const thresholds: Threshold[] = [];
  let [hits, averagePrecision] = [0, 0];
  for (let from = 0; from < order.length; ) {
    const score = scores[order[from]!]!;
    const before = hits;
    let to = from;
    for (; to < order.length && scores[order[to]!] === score; to++) if (happened[order[to]!]) hits++;
    averagePrecision += ((hits - before) / yes) * (hits / to);
    thresholds.push({ score, found: to, precision: hits / to, recall: hits / yes });
    from = to;
  }
  const every = Math.max(1, Math.ceil(thresholds.length / most));
  const kept = thresholds.filter((_, i) => i % every === 0 || i === thresholds.length - 1);
  return ok({ averagePrecision, baseRate: yes / happened.length, thresholds: kept });
}
