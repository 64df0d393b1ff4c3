/**
 * The report of lifetime value: each cohort (referred or not, a program, a segment) fitted by itself, checked on weeks held out, and set
 * beside the cohort that it is compared with. What cannot be said of one cohort leaves the others standing.
 */
import type { Random } from "../random.ts";
import type { Answer } from "../result.ts";
import { none } from "../result.ts";
import { fitBgNbd } from "./bgnbd.ts";
import type { Calibration } from "./calibration.ts";
import { calibrate } from "./calibration.ts";
import type { CohortWorth, WorthDifference } from "./cohort.ts";
import { cohortWorth, compareWorth } from "./cohort.ts";
import { tabulate } from "./repeats.ts";
import type { BuyerColumns, Purchase } from "./summary.ts";
import { columnsOf, summarise } from "./summary.ts";
import type { Horizon } from "./worth.ts";

/** `buyers`: up to the last day. `held`: the same up to the cut, with what came after it. */
export type Cohort = { readonly key: string; readonly buyers: BuyerColumns; readonly held: BuyerColumns };

/** A cohort from its purchases. */
export function cohortOf(key: string, purchases: readonly Purchase[], { until, cut }: { until: number; cut: number }): Cohort {
  return {
    key,
    buyers: columnsOf(summarise(purchases, { until })),
    held: columnsOf(summarise(purchases, { until: cut, watchedUntil: until })),
  };
}

/** Where the calibration is cut unless somebody says: two thirds of the way from the first purchase of all. */
export const usualCut = (firstDay: number, until: number): number => Math.floor(firstDay + ((until - firstDay) * 2) / 3);

export type CohortReport = {
  readonly key: string;
  readonly worth: Answer<CohortWorth>;
  /** Fitted on the days up to the cut, compared with those after it. */
  readonly calibration: Answer<Calibration>;
  /** Against the first cohort; null for that one. */
  readonly against: Answer<WorthDifference> | null;
};

export type ValueReportOptions = {
  /** The last day that is over. */
  readonly until: number;
  /** Where the calibration is cut. */
  readonly cut: number;
  readonly horizon: Horizon;
  readonly random: Random;
  readonly level?: number | undefined;
  /** Hears how many cohorts are done. */
  readonly onCohort?: ((done: number) => void) | undefined;
};

function calibrationOf(held: BuyerColumns, cut: number, until: number): Answer<Calibration> {
  const weeks = (until - cut) / 7;
  if (!(weeks >= 1)) return none("too_few", { what: "weeks to hold out", have: Math.max(0, Math.floor(weeks)), needed: 1 });
  const fit = fitBgNbd(tabulate(held));
  return "none" in fit ? fit : calibrate(fit.ok.model, held, weeks);
}

/** All cohorts; the first is the one compared with (not referred). O(resamples x customers). */
export function valueReport(cohorts: readonly Cohort[], options: ValueReportOptions): CohortReport[] {
  const { until, cut, horizon, random, level } = options;
  const worths = cohorts.map(({ buyers }, i) => {
    const worth = cohortWorth(buyers, { horizon, random, level });
    options.onCohort?.(i + 1);
    return worth;
  });
  const [base] = worths;
  return cohorts.map(({ key, held }, i): CohortReport => {
    const worth = worths[i]!;
    const pair = i === 0 || base === undefined ? null : "none" in base ? base : "none" in worth ? worth : compareWorth(worth.ok, base.ok);
    return { key, worth, calibration: calibrationOf(held, cut, until), against: pair };
  });
}
