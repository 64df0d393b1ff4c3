/** Would it have been right? The model is fitted on the first weeks and held against the rest. */
import type { Random } from "../random.ts";
import { type Answer, none, ok } from "../result.ts";
import { type FitOptions, type Week, fitWeeks } from "./fit.ts";
import { QUANTILES, forecast } from "./forecast.ts";

/** What is counted each week and forecast as well. */
export const CHECKED = ["friends", "customers", "revenue", "rewards"] as const;
export type Checked = (typeof CHECKED)[number];
const ACTUAL: Record<Checked, (week: Week) => number> = {
  friends: (w) => w.friends,
  customers: (w) => w.converted,
  revenue: (w) => w.revenue,
  rewards: (w) => w.rewards,
};

export type CheckedSeries = {
  readonly series: Checked;
  /** Forecast and outcome of the whole rest. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly actual: number;
  readonly isInside: boolean;
  /** Share of single weeks whose outcome lay in the week's own 80 %. */
  readonly coverage: number;
};

const [LOW, MIDDLE, HIGH] = [QUANTILES.indexOf(0.1), QUANTILES.indexOf(0.5), QUANTILES.indexOf(0.9)];

/** Fits on the first `fitted` weeks, forecasts the rest, and says what happened, good or bad. */
export function hindcast(
  weeks: readonly Week[],
  options: FitOptions & { fitted: number; runs: number },
  random: Random,
): Answer<readonly CheckedSeries[]> {
  const rest = weeks.slice(options.fitted);
  if (rest.length === 0) return none("too_few", { have: weeks.length, needed: options.fitted + 1, what: "weeks" });
  const model = fitWeeks(weeks.slice(0, options.fitted), options);
  if ("none" in model) return model;
  const told = forecast(model.ok, { weeks: rest.length, runs: options.runs }, random);
  if ("none" in told) return told;
  return ok(
    CHECKED.map((series) => {
      const actuals = rest.map(ACTUAL[series]);
      const total = told.ok.total[series];
      const [low, middle, high] = [total[LOW] as number, total[MIDDLE] as number, total[HIGH] as number];
      const actual = actuals.reduce((a, b) => a + b, 0);
      const inside = actuals.filter((y, t) => {
        const fan = told.ok.weeks[series][t] ?? [];
        return (fan[LOW] as number) <= y && y <= (fan[HIGH] as number);
      });
      return { series, low, middle, high, actual, isInside: low <= actual && actual <= high, coverage: inside.length / actuals.length };
    }),
  );
}
