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
import type { Purchase } from "./summary.ts";
import { summarise } from "./summary.ts";
import type { Horizon } from "./worth.ts";

export type Cohort = { readonly key: string; readonly purchases: readonly Purchase[] };

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
  /** Where the calibration is cut; two thirds of the way from the first purchase of all by itself. */
  readonly cut?: number | undefined;
  readonly horizon: Horizon;
  readonly random: Random;
  readonly level?: number | undefined;
};

function calibrationOf(purchases: readonly Purchase[], cut: number, until: number): Answer<Calibration> {
  const weeks = (until - cut) / 7;
  if (!(weeks >= 1)) return none("too_few", { what: "weeks to hold out", have: Math.max(0, Math.floor(weeks)), needed: 1 });
  const buyers = summarise(purchases, { until: cut, watchedUntil: until });
  const fit = fitBgNbd(tabulate(buyers));
  return "none" in fit ? fit : calibrate(fit.ok.model, buyers, weeks);
}

/** All cohorts; the first is the one compared with (not referred). O(resamples x customers). */
export function valueReport(cohorts: readonly Cohort[], options: ValueReportOptions): CohortReport[] {
  const { until, horizon, random, level } = options;
  let firstDay = until;
  for (const { purchases } of cohorts) for (const { day } of purchases) firstDay = Math.min(firstDay, day);
  const cut = options.cut ?? Math.floor(firstDay + ((until - firstDay) * 2) / 3);
  const worths = cohorts.map(({ purchases }) => cohortWorth(summarise(purchases, { until }), { horizon, random, level }));
  const [base] = worths;
  return cohorts.map(({ key, purchases }, i): CohortReport => {
    const worth = worths[i]!;
    const pair = i === 0 || base === undefined ? null : "none" in base ? base : "none" in worth ? worth : compareWorth(worth.ok, base.ok);
    return { key, worth, calibration: calibrationOf(purchases, cut, until), against: pair };
  });
}
