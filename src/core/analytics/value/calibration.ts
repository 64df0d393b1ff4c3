/**
 * What the model said beside what came: fitted on the weeks up to a day, compared on those after it. By how often somebody had bought
 * (Fader, Hardie & Lee 2005, figure 5) and in total, each with the interval the model itself claims.
 */
import type { Answer, Estimate } from "../result.ts";
import { none, ok } from "../result.ts";
import { normalQuantile } from "../special.ts";
import type { BgNbd } from "./bgnbd.ts";
import { chanceAlive, chancesOfRepeats, expectedMore, modelOf } from "./bgnbd-expect.ts";
import type { Repeat } from "./repeats.ts";
import { tabulate } from "./repeats.ts";
import type { BuyerColumns } from "./summary.ts";

/** A row of the comparison: customers who had bought again `x` times (the last row: that many or more). Totals, not means. */
export type CalibrationRow = { readonly x: number; readonly customers: number; readonly expected: Estimate; readonly actual: number };

export type Calibration = {
  readonly weeks: number;
  readonly rows: readonly CalibrationRow[];
  readonly total: CalibrationRow;
  /** (expected - actual) / actual; none when nobody came again. */
  readonly error: Answer<number>;
  /** Share of customers whose actual count lies within their own 95 % range, and what the ranges promise (they are of whole numbers). */
  readonly covered: number;
  readonly promised: number;
};

const HIGHEST_ROW = 7;
const MOST_PURCHASES = 2000;

/** The chances of 0, 1, 2, ... purchases to come within `weeks`, until all but 1e-9 is told. */
function chancesOfMore(model: BgNbd, history: Repeat, weeks: number): number[] {
  const alive = chanceAlive(model, history);
  const own = modelOf(model, history);
  const told = 20 + 10 * expectedMore(model, history, weeks);
  let chances: number[] = [];
  // Of who has bought once or never a few buy very often: their tail is longer than any number of means.
  for (let most = Math.ceil(told); ; most *= 2) {
    chances = chancesOfRepeats(own, weeks, Math.min(MOST_PURCHASES, most)).map((chance) => alive * chance);
    const beyond = alive - chances.reduce((sum, chance) => sum + chance, 0);
    if (beyond < 1e-9 || most >= MOST_PURCHASES) break;
  }
  chances[0] = chances[0]! + 1 - alive;
  return chances;
}

/** Mean, variance and the smallest range of whole numbers [low, high] that leaves at most 2.5 % on each side. */
function spreadOf(chances: readonly number[]) {
  let [mean, square, below, low, high, lowTail, highTail] = [0, 0, 0, 0, chances.length, 0, 0];
  for (const [n, chance] of chances.entries()) {
    mean += n * chance;
    square += n * n * chance;
    if (below <= 0.025) [low, lowTail] = [n, below];
    below += chance;
    if (below >= 0.975 && high === chances.length) [high, highTail] = [n, 1 - below];
  }
  return { mean, variance: Math.max(0, square - mean * mean), low, high, inside: 1 - lowTail - highTail };
}

/** Compares. `later` of each buyer is what came in the `weeks` after the calibration. Between customers chance is independent. */
export function calibrate(
  model: BgNbd,
  buyers: Pick<BuyerColumns, "length" | "x" | "recency" | "age" | "later">,
  weeks: number,
): Answer<Calibration> {
  if (buyers.length === 0) return none("no_rows");
  if (!(weeks > 0)) return none("out_of_range", { what: "The time held out in weeks", value: weeks, low: 1, high: 1040 });
  const table = tabulate(buyers);
  const spreads = Array.from(table.x, (x, i) =>
    spreadOf(chancesOfMore(model, { x, recency: table.recency[i]!, age: table.age[i]! }, weeks)),
  );
  const sums = Array.from({ length: HIGHEST_ROW + 2 }, () => ({ customers: 0, mean: 0, variance: 0, actual: 0 }));
  let [covered, promised] = [0, 0];
  for (let i = 0; i < buyers.length; i++) {
    const spread = spreads[table.rowOf[i]!]!;
    const later = buyers.later[i]!;
    for (const sum of [sums[Math.min(buyers.x[i]!, HIGHEST_ROW)]!, sums[HIGHEST_ROW + 1]!]) {
      sum.customers++;
      sum.mean += spread.mean;
      sum.variance += spread.variance;
      sum.actual += later;
    }
    if (later >= spread.low && later <= spread.high) covered++;
    promised += spread.inside;
  }
  const z = normalQuantile(0.975);
  const rows = sums.map(({ customers, mean, variance, actual }, x) => {
    const half = z * Math.sqrt(variance);
    return { x, customers, expected: { value: mean, low: Math.max(0, mean - half), high: mean + half, level: 0.95 }, actual };
  });
  const total = rows.pop()!;
  const error =
    total.actual > 0
      ? ok((total.expected.value - total.actual) / total.actual)
      : none("zero_baseline", { what: "The number of purchases held out" });
  const n = buyers.length;
  return ok({ weeks, rows, total: { ...total, x: 0 }, error, covered: covered / n, promised: promised / n });
}
