/**
 * What a new customer of a cohort would be worth had other customers of the same kind come: customers drawn again with replacement.
 * Up to 1,000 customers both models are fitted again to each draw, from the best place of the whole. Above that, each customer's pull on
 * the figure is computed once (her slope of log L through the inverse curvature: the first step of such a refit) and the pulls of those
 * drawn are added up: the same to within the sampling error, and 100,000 customers take a second.
 */
import { inverseOf } from "../linear.ts";
import { hessianAt, numericGradient } from "../optimise.ts";
import type { Random } from "../random.ts";
import { resampleCounts } from "../resample.ts";
import type { BgNbdFit } from "./bgnbd.ts";
import { bgNbdFromLogs, fitBgNbd, scoreBgNbd } from "./bgnbd.ts";
import type { GammaGammaFit, Spends } from "./gamma-gamma.ts";
import { fitGammaGamma, gammaGammaFromLogs, scoreGammaGamma } from "./gamma-gamma.ts";
import type { Repeats } from "./repeats.ts";
import type { Buyer } from "./summary.ts";
import type { Horizon } from "./worth.ts";
import { newCustomerWorth } from "./worth.ts";

export type CohortOptions = {
  readonly horizon: Horizon;
  readonly random: Random;
  /** Draws for the interval; 200. */
  readonly resamples?: number | undefined;
  /** .95 */
  readonly level?: number | undefined;
};

export type FittedCohort = {
  readonly buyers: readonly Buyer[];
  readonly rows: Repeats;
  readonly spends: Spends;
  readonly repeats: BgNbdFit;
  readonly spend: GammaGammaFit;
  /** The worth as fitted to all. */
  readonly value: number;
};

const REFITTED_UP_TO = 1000;

/** The worth of each drawn cohort; a draw that cannot be fitted is left out. The weights of `rows` and `spends` are used up. */
export function drawWorths(cohort: FittedCohort, options: CohortOptions): number[] {
  const pulls = cohort.buyers.length > REFITTED_UP_TO ? pullsOf(cohort, options.horizon) : undefined;
  return pulls === undefined ? refitted(cohort, options) : added(cohort.value, pulls, options);
}

function refitted({ buyers, rows, spends, ...fits }: FittedCohort, options: CohortOptions): number[] {
  const draws: number[] = [];
  for (let i = 0; i < (options.resamples ?? 200); i++) {
    const counts = resampleCounts(buyers.length, options.random);
    rows.weight.fill(0);
    spends.weight.fill(0);
    let firstSpend = 0;
    for (const [customer, count] of counts.entries()) {
      if (count === 0) continue;
      rows.weight[rows.rowOf[customer]!]! += count;
      const spend = spends.rowOf[customer]!;
      if (spend >= 0) spends.weight[spend] = count;
      firstSpend += count * buyers[customer]!.firstSpend;
    }
    const repeats = fitBgNbd(rows, fits.repeats.search);
    const spend = fitGammaGamma(spends, fits.spend.search);
    if ("none" in repeats || "none" in spend) continue;
    const worth = newCustomerWorth({ repeats: repeats.ok.model, spend: spend.ok.model }, options.horizon, firstSpend / buyers.length);
    if ("ok" in worth && Number.isFinite(worth.ok)) draws.push(worth.ok);
  }
  return draws;
}

/** On the log scale, where the figure is nearly normal: an interval of what is above zero leans upwards. */
function added(value: number, pulls: Float64Array, { random, resamples = 200 }: CohortOptions): number[] {
  return Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let i = 0; i < pulls.length; i++) sum += pulls[random.below(pulls.length)]!;
    return value > 0 ? value * Math.exp(sum / value) : value + sum;
  });
}

/** The weight that each slope of a row's log L has in the figure: gradient of the figure times the inverse curvature. */
function weightsOf(figure: (x: readonly number[]) => number, slopes: (x: readonly number[]) => number[], at: readonly number[]) {
  const inverse = inverseOf(hessianAt(slopes, at));
  const gradient = numericGradient(figure)(at);
  return inverse?.map((row) => row.reduce((sum, value, i) => sum + value * gradient[i]!, 0));
}

/** By how much each customer moves the worth; undefined where the curvature tells nothing (a model at its edge). */
function pullsOf({ buyers, rows, spends, repeats, spend }: FittedCohort, horizon: Horizon): Float64Array | undefined {
  const firstSpend = buyers.reduce((sum, buyer) => sum + buyer.firstSpend, 0) / buyers.length;
  const worth = (of: readonly number[], spent: readonly number[]): number => {
    const answer = newCustomerWorth({ repeats: bgNbdFromLogs(of), spend: gammaGammaFromLogs(spent) }, horizon, firstSpend);
    return "ok" in answer ? answer.ok : NaN;
  };
  const [at, spentAt] = [repeats.search.x, spend.search.x];
  const ofRepeats = weightsOf(
    (x) => worth(x, spentAt),
    (x) => scoreBgNbd(rows, bgNbdFromLogs(x)).gradient,
    at,
  );
  const ofSpend = weightsOf(
    (x) => worth(at, x),
    (x) => scoreGammaGamma(spends, gammaGammaFromLogs(x)).gradient,
    spentAt,
  );
  if (ofRepeats === undefined || ofSpend === undefined) return undefined;
  const each = new Float64Array(4 * rows.x.length);
  scoreBgNbd(rows, repeats.model, each);
  const eachSpend = new Float64Array(3 * spends.x.length);
  scoreGammaGamma(spends, spend.model, eachSpend);
  const pulls = Float64Array.from(buyers, (buyer, i) => {
    const [row, spent] = [rows.rowOf[i]!, spends.rowOf[i]!];
    let pull = (horizon.margin * (buyer.firstSpend - firstSpend)) / buyers.length;
    for (let k = 0; k < 4; k++) pull += ofRepeats[k]! * each[4 * row + k]!;
    if (spent >= 0) for (let k = 0; k < 3; k++) pull += ofSpend[k]! * eachSpend[3 * spent + k]!;
    return pull;
  });
  return pulls.every((pull) => Number.isFinite(pull)) ? pulls : undefined;
}
