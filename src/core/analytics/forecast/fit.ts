/**
 * A model from the program's own weeks. How fast people tire and how much an active one does cannot be counted apart, so both are found
 * together: for each share `stay` on a grid, active_t = sum of those who came, times stay to the power of their age; then y_t is Poisson
 * with rate times active_t, the rate's Gamma integrated out: weight = product of active_t^y_t / (sum of active_t)^(sum of y_t + 1/2),
 * tempered by the weeks' dispersion (quasi-likelihood, McCullagh and Nelder 1989, chapter 9).
 */
import { type Answer, none, ok } from "../result.ts";
import type { Model, Pair } from "./program-model.ts";

/** One week as counted, the oldest first. Money in minor units. */
export type Week = {
  readonly joined: number;
  readonly friends: number;
  readonly converted: number;
  /** Of the converted, those who became advocates; they are among `joined`. */
  readonly returned: number;
  /** Further orders of referred customers. */
  readonly repeats: number;
  readonly revenue: number;
  /** Sum of squares of what orders were worth; absent: as spread as an exponential. */
  readonly squares?: number;
  readonly refunded: number;
  readonly rewards: number;
};
export type FitOptions = { readonly margin: number; readonly budget: number | null; readonly rewardShare?: number };

/** Weeks a fit needs: below, a rate would be one or two accidents. */
export const LEAST_WEEKS = 6;
const STAYS = [1, 0.995, 0.99, 0.98, 0.97, 0.96, 0.94, 0.92, 0.9, 0.87, 0.84, 0.8, 0.75, 0.7, 0.6, 0.5];

export function fitWeeks(weeks: readonly Week[], options: FitOptions): Answer<Model> {
  if (weeks.length < LEAST_WEEKS) return none("too_few", { have: weeks.length, needed: LEAST_WEEKS, what: "weeks" });
  const sum = (of: (week: Week) => number): number => weeks.reduce((total, week) => total + of(week), 0);
  const [friends, converted, repeats] = [sum((w) => w.friends), sum((w) => w.converted), sum((w) => w.repeats)];
  if (sum((w) => w.joined) === 0) return none("no_rows");
  const orders = converted + repeats;
  const revenue = sum((w) => w.revenue);
  const mean = orders > 0 ? revenue / orders : 0;
  const squares = weeks.every((w) => w.squares !== undefined) ? sum((w) => w.squares ?? 0) : 2 * orders * mean ** 2;
  const sd = orders > 1 ? Math.sqrt(Math.max(0, (squares - orders * mean ** 2) / (orders - 1))) : mean;
  const outside = weeks.map((w) => Math.max(0, w.joined - w.returned));
  const reachPairs = pairsOf(
    weeks.map((w) => w.joined),
    weeks.map((w) => w.friends),
  );
  const repeatPairs = pairsOf(
    weeks.map((w) => w.converted),
    weeks.map((w) => w.repeats),
  );
  const best = (pairs: readonly Pair[]): Pair => pairs.reduce((a, b) => (b.weight > a.weight ? b : a));
  const rewarded = sum((w) => w.rewards) - (options.rewardShare ?? 0) * (repeats * mean);
  const kept = Math.max(1, converted - (sum((w) => w.refunded) * converted) / Math.max(1, orders));
  return ok({
    joins: { from: "rate", events: outside.reduce((a, b) => a + b, 0), exposure: weeks.length },
    // Events and exposure of the same pair: both are worth less where weeks are noisy.
    reach: { from: "rate", events: best(reachPairs).events, exposure: best(reachPairs).exposure },
    converts: { from: "share", hits: converted, trials: friends },
    returns: { from: "share", hits: sum((w) => w.returned), trials: converted },
    repeats: { from: "rate", events: best(repeatPairs).events, exposure: Math.max(1e-9, best(repeatPairs).exposure) },
    value: { from: "mean", mean, sd, n: Math.max(1, orders) },
    valueSd: sd,
    refunds: { from: "share", hits: sum((w) => w.refunded), trials: orders },
    advocatesStay: { from: "known", value: best(reachPairs).stay },
    customersStay: { from: "known", value: best(repeatPairs).stay },
    joinsSpread: spreadOf(
      outside,
      outside.map(() => 1),
    ),
    reachSpread: spreadOf(
      weeks.map((w) => w.friends),
      activeOf(
        weeks.map((w) => w.joined),
        best(reachPairs).stay,
      ),
    ),
    reward: Math.max(0, rewarded) / kept,
    rewardShare: options.rewardShare ?? 0,
    margin: options.margin,
    budget: options.budget,
    advocates: best(reachPairs).active,
    customers: best(repeatPairs).active,
    reachPairs,
    repeatPairs,
  });
}

/** Those active at the beginning of each week, of those who came before it; one more entry: at the end. */
function activeOf(came: readonly number[], stay: number): number[] {
  const active = [0];
  for (const n of came) active.push((active.at(-1) as number) * stay + n);
  return active;
}

function pairsOf(came: readonly number[], done: readonly number[]): Pair[] {
  const events = done.reduce((a, b) => a + b, 0);
  const found = STAYS.map((stay) => {
    const active = activeOf(came, stay);
    const now = active.pop() as number;
    const exposure = active.reduce((a, b) => a + b, 0);
    let log = -(events + 0.5) * Math.log(Math.max(exposure, 1e-9));
    for (const [t, y] of done.entries()) if (y > 0) log += y * Math.log(Math.max(active[t] ?? 0, 0.5));
    return {
      stay,
      events,
      exposure: Math.max(exposure, 1),
      active: now,
      log,
      noise: 1 + spreadOf(done, active) * (events / done.length),
    };
  });
  const noise = Math.min(...found.map((f) => f.noise));
  const top = Math.max(...found.map((f) => f.log));
  const weights = found.map((f) => Math.exp((f.log - top) / noise));
  const all = weights.reduce((a, b) => a + b, 0);
  return found.map(({ stay, exposure, active }, i) => ({
    stay,
    active,
    weight: (weights[i] as number) / all,
    // A noisy week is worth less than so many events.
    events: events / noise,
    exposure: exposure / noise,
  }));
}

/** Variance of the weeks' factor beyond Poisson's: sum of ((y - m)^2 - m) / sum of m^2, m = rate times exposure; 0 when below. */
function spreadOf(done: readonly number[], exposure: readonly number[]): number {
  const all = exposure.slice(0, done.length).reduce((a, b) => a + b, 0);
  const rate = all > 0 ? done.reduce((a, b) => a + b, 0) / all : 0;
  let [beyond, squares] = [0, 0];
  for (const [t, y] of done.entries()) {
    const mean = rate * (exposure[t] ?? 0);
    beyond += ((y - mean) ** 2 * done.length) / Math.max(1, done.length - 2) - mean;
    squares += mean ** 2;
  }
  return squares > 0 ? Math.max(0, beyond / squares) : 0;
}
