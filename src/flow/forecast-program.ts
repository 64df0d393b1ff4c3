/** A program forward: from its own weeks, from stated assumptions, or from both; with what it would have said before. */
import type { Believed } from "../core/analytics/forecast/believed.ts";
import { fitWeeks } from "../core/analytics/forecast/fit.ts";
import { type Forecast, type Swing, forecast, sensitivity } from "../core/analytics/forecast/forecast.ts";
import { type CheckedSeries, hindcast } from "../core/analytics/forecast/hindcast.ts";
import { LEVERS, type Lever, type Model } from "../core/analytics/forecast/program-model.ts";
import { makeRandom } from "../core/analytics/random.ts";
import { type Answer, none, ok } from "../core/analytics/result.ts";
import type { Client } from "../store/db.ts";
import { readForecastWeeks } from "../store/forecast-weeks.ts";
import type { Tell } from "./studies/tell.ts";

export type Assumption = { low: number; likely: number; high: number };
export type ForecastWish = {
  programId: string;
  weeks: number;
  runs: number;
  seed: number;
  currency: string;
  margin: number;
  budget: number | null;
  /** Minor units for each new customer, both sides together; what was paid so far when left out. */
  reward: number | null;
  assume: Partial<Record<Lever, Assumption>>;
  /** The day in UTC, since 1970: complete weeks before it are counted. */
  today: number;
  tell?: Tell;
};
export type ForecastAnswer = {
  /** Complete weeks that were counted; 0: everything is assumed. */
  counted: number;
  model: Answer<Model>;
  forecast: Answer<Forecast>;
  sensitivity: readonly Swing[];
  hindcast: Answer<{ fitted: number; checked: readonly CheckedSeries[] }>;
};

/** Two years of weeks say enough; what was before is another program. */
const MOST_WEEKS = 104;
/** Which share of the work is done when the weeks are read, and when the future is played. */
const READ = 0.8;
const PLAYED = 0.9;
/** Fewer weeks are not cut in two. */
const LEAST_FOR_HINDCAST = 12;

export async function forecastProgram(workspaceId: string, db: Client, wish: ForecastWish): Promise<ForecastAnswer> {
  const { programId, today, currency, tell } = wish;
  const weeks = await readForecastWeeks(workspaceId, db, { programId, today, most: MOST_WEEKS, currency, tell: (n) => tell?.(READ * n) });
  const { margin, budget } = wish;
  const model = assumed(fitWeeks(weeks, { margin, budget }), wish);
  const told = "none" in model ? model : forecast(model.ok, { weeks: wish.weeks, runs: wish.runs }, makeRandom(wish.seed));
  tell?.(PLAYED);
  const fitted = Math.ceil((weeks.length * 2) / 3);
  const past: Answer<readonly CheckedSeries[]> =
    weeks.length < LEAST_FOR_HINDCAST
      ? none("too_few", { have: weeks.length, needed: LEAST_FOR_HINDCAST, what: "weeks" })
      : hindcast(weeks, { margin, budget: null, fitted, runs: 500 }, makeRandom(wish.seed));
  return {
    counted: weeks.length,
    model,
    forecast: told,
    sensitivity: "none" in model ? [] : sensitivity(model.ok, wish.weeks),
    hindcast: "none" in past ? past : ok({ fitted, checked: past.ok }),
  };
}

const NOTHING: Believed = { from: "known", value: 0 };
/** What must be stated where nothing was counted; the rest may be nothing. */
const NEEDED: readonly Lever[] = ["joins", "reach", "converts", "value"];
const STAYS = { advocatesStay: { from: "known", value: 0.97 }, customersStay: { from: "known", value: 0.98 } } as const;

/** What is stated takes the place of what was counted; with nothing counted everything that matters must be stated. */
function assumed(fitted: Answer<Model>, wish: ForecastWish): Answer<Model> {
  const stated = Object.fromEntries(
    LEVERS.flatMap((lever) => {
      const of = wish.assume[lever];
      return of === undefined ? [] : [[lever, { from: "assumed", ...of }]];
    }),
  ) as Partial<Record<Lever, Believed>>;
  const reward = wish.reward === null ? {} : { reward: wish.reward };
  if ("ok" in fitted) {
    const { reachPairs, repeatPairs, ...rest } = fitted.ok;
    const isReachStated = stated.reach !== undefined || stated.advocatesStay !== undefined;
    const isRepeatStated = stated.repeats !== undefined || stated.customersStay !== undefined;
    const pairs = { ...(isReachStated ? {} : { reachPairs }), ...(isRepeatStated ? {} : { repeatPairs }) };
    return ok({ ...rest, ...pairs, ...stated, ...reward } as Model);
  }
  if (NEEDED.some((lever) => stated[lever] === undefined)) return fitted;
  const rest = {
    joins: NOTHING,
    reach: NOTHING,
    converts: NOTHING,
    returns: NOTHING,
    repeats: NOTHING,
    value: NOTHING,
    refunds: NOTHING,
  };
  const start = { valueSd: 0, joinsSpread: 0, reachSpread: 0, rewardShare: 0, advocates: 0, customers: 0 };
  return ok({ ...rest, ...STAYS, ...stated, ...start, reward: wish.reward ?? 0, margin: wish.margin, budget: wish.budget });
}
