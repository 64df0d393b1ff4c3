/** The program forward: many possible futures, and what they have in common. The caller brings the seeded stream. */
import type { Random } from "../random.ts";
import { type Answer, none, ok } from "../result.ts";
import { ends } from "./believed.ts";
import { type Values, drawValues, middleValues, play } from "./play.ts";
import { LEVERS, type Lever, type Model, SERIES, type Series } from "./program-model.ts";

export const QUANTILES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;
/** Values at QUANTILES, in their order. */
export type Fan = readonly number[];

export type Forecast = {
  /** A fan for each week. */
  readonly weeks: Readonly<Record<Series, readonly Fan[]>>;
  /** Of everything from now to the end (of advocates: at the end). */
  readonly total: Readonly<Record<Series, Fan>>;
  /** Share of futures in which the budget runs out, and in which week (from 0) among those. */
  readonly budget: { readonly spent: number; readonly week: Fan | null } | null;
  /** The reward for a new customer at which margin pays for rewards and no more; null where nobody converted. */
  readonly breakEven: Fan | null;
};
export type ForecastAsk = { readonly weeks: number; readonly runs: number };

const WIDTH = SERIES.length;
const MOST_WEEKS = 520;
const MOST_RUNS = 20_000;

/** Plays the model: quantiles of each week and of the whole. A thousand runs of a year take about a tenth of a second. */
export function forecast(model: Model, ask: ForecastAsk, random: Random): Answer<Forecast> {
  const { weeks, runs } = ask;
  if (!(weeks >= 1 && weeks <= MOST_WEEKS)) return none("out_of_range", { what: "weeks", value: weeks, low: 1, high: MOST_WEEKS });
  if (!(runs >= 10 && runs <= MOST_RUNS)) return none("out_of_range", { what: "runs", value: runs, low: 10, high: MOST_RUNS });
  const out = new Float64Array(runs * weeks * WIDTH);
  const spent: number[] = [];
  for (let run = 0; run < runs; run++) {
    const week = play(model, drawValues(model, random), { weeks, out, offset: run * weeks * WIDTH, random });
    if (week !== null) spent.push(week);
  }
  if (!out.every(Number.isFinite)) return none("not_finite", { what: "the forecast" });
  const column = new Float64Array(runs);
  const fanOf = (at: (run: number) => number): Fan => {
    for (let run = 0; run < runs; run++) column[run] = at(run);
    return quantiles(column);
  };
  const total = totalsOf(out, { weeks, runs });
  const fans = SERIES.map((_, s) =>
    Array.from({ length: weeks }, (_w, t) => fanOf((run) => out[(run * weeks + t) * WIDTH + s] as number)),
  );
  const totals = SERIES.map((_, s) => fanOf((run) => total[run * WIDTH + s] as number));
  return ok({
    weeks: named(fans),
    total: named(totals),
    budget:
      model.budget === null ? null : { spent: spent.length / runs, week: spent.length > 0 ? quantiles(Float64Array.from(spent)) : null },
    breakEven: breakEvenOf(model, { total, runs }),
  });
}

const named = <T>(of: readonly T[]): Record<Series, T> => Object.fromEntries(SERIES.map((name, i) => [name, of[i]])) as Record<Series, T>;

function totalsOf(out: Float64Array, { weeks, runs }: ForecastAsk): Float64Array {
  const total = new Float64Array(runs * WIDTH);
  for (let run = 0; run < runs; run++)
    for (let t = 0; t < weeks; t++)
      for (let s = 0; s < WIDTH; s++) {
        const value = out[(run * weeks + t) * WIDTH + s] as number;
        total[run * WIDTH + s] = s === 0 ? value : (total[run * WIDTH + s] as number) + value;
      }
  return total;
}

/** (margin of what orders brought, less shares of further orders) / new customers kept, in each future with any. */
function breakEvenOf(model: Model, { total, runs }: { total: Float64Array; runs: number }): Fan | null {
  const found: number[] = [];
  for (let run = 0; run < runs; run++) {
    const at = (series: Series): number => total[run * WIDTH + SERIES.indexOf(series)] as number;
    if (at("customers") <= 0 || at("orders") <= 0) continue;
    const kept = at("customers") * (1 - at("refunded") / Math.max(1e-9, at("revenue")));
    if (!(kept > 0)) continue;
    const worth = at("revenue") - at("refunded");
    const further = worth * (1 - at("customers") / at("orders")) * model.rewardShare;
    found.push((worth * model.margin - further) / kept);
  }
  return found.length < runs / 2 ? null : quantiles(Float64Array.from(found));
}

/** At (n + 1) q between the order statistics (type 6 of Hyndman and Fan 1996): a new draw lies below in just that share. Sorts in place. */
export function quantiles(values: Float64Array): Fan {
  values.sort();
  return QUANTILES.map((q) => {
    const at = Math.min(values.length - 1, Math.max(0, q * (values.length + 1) - 1));
    const below = values[Math.floor(at)] as number;
    return below + (at - Math.floor(at)) * ((values[Math.ceil(at)] as number) - below);
  });
}

export type Swing = {
  readonly lever: Lever;
  readonly low: number;
  readonly high: number;
  readonly netLow: number;
  readonly netHigh: number;
};

/** What each number does by itself: the mean path's net with it at the ends of its middle 80 %, the others at their means. */
export function sensitivity(model: Model, weeks: number): Swing[] {
  const at = middleValues(model);
  const netWith = (values: Values): number => {
    const out = new Float64Array(weeks * WIDTH);
    play(model, values, { weeks, out, offset: 0, random: null });
    let net = 0;
    for (let t = 0; t < weeks; t++) net += out[t * WIDTH + WIDTH - 1] as number;
    return net;
  };
  const swings = LEVERS.map((lever) => {
    const [low, high] = ends(model[lever]);
    return { lever, low, high, netLow: netWith({ ...at, [lever]: low }), netHigh: netWith({ ...at, [lever]: high }) };
  });
  return swings.sort((a, b) => Math.abs(b.netHigh - b.netLow) - Math.abs(a.netHigh - a.netLow));
}
