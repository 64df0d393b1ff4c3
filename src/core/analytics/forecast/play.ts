/** One possible future, week by week: with chance, or as the mean of all. */
import type { Random } from "../random.ts";
import { drawn, gammaOf, middle } from "./believed.ts";
import { LEVERS, type Lever, type Model, type Pair, SERIES } from "./program-model.ts";

/** The numbers of one run. */
export type Values = Record<Lever, number> & { advocatesNow: number; customersNow: number };

/** Draws each number once for a run: what is not known of the program stays the same for all its weeks. */
export function drawValues(model: Model, random: Random): Values {
  const values = { advocatesNow: model.advocates, customersNow: model.customers } as Values;
  for (const lever of LEVERS) values[lever] = drawn(model[lever], random);
  if (model.reachPairs) {
    const pair = pick(model.reachPairs, random.next());
    values.advocatesStay = pair.stay;
    values.reach = random.gamma(pair.events + 0.5) / pair.exposure;
    values.advocatesNow = pair.active;
  }
  if (model.repeatPairs) {
    const pair = pick(model.repeatPairs, random.next());
    values.customersStay = pair.stay;
    values.repeats = random.gamma(pair.events + 0.5) / pair.exposure;
    values.customersNow = pair.active;
  }
  return values;
}

function pick(pairs: readonly Pair[], at: number): Pair {
  let sum = 0;
  for (const pair of pairs) {
    sum += pair.weight;
    if (at < sum) return pair;
  }
  return pairs.at(-1) as Pair;
}

/** The numbers at their means, with the likeliest pair. */
export function middleValues(model: Model): Values {
  const values = { advocatesNow: model.advocates, customersNow: model.customers } as Values;
  for (const lever of LEVERS) values[lever] = middle(model[lever]);
  for (const [pairs, stay, rate, now] of [
    [model.reachPairs, "advocatesStay", "reach", "advocatesNow"],
    [model.repeatPairs, "customersStay", "repeats", "customersNow"],
  ] as const) {
    if (!pairs) continue;
    const best = pairs.reduce((a, b) => (b.weight > a.weight ? b : a));
    values[stay] = best.stay;
    values[rate] = (best.events + 0.5) / best.exposure;
    values[now] = best.active;
  }
  return values;
}

/** Where the series of SERIES stand in a week's row of `out`. */
const WIDTH = SERIES.length;

/** Plays `weeks` weeks into `out` at `offset`; without chance it is the mean path. */
export function play(
  model: Model,
  values: Values,
  to: { weeks: number; out: Float64Array; offset: number; random: Random | null },
): number | null {
  const chance = to.random === null ? MEANS : chanceBy(to.random);
  let advocates = values.advocatesNow;
  let customers = values.customersNow;
  let left = model.budget ?? Number.POSITIVE_INFINITY;
  let spentIn: number | null = null;
  for (let week = 0; week < to.weeks; week++) {
    const joined = chance.count(values.joins, model.joinsSpread);
    const friends = chance.count(advocates * values.reach, model.reachSpread);
    const won = chance.part(friends, values.converts);
    const again = chance.count(customers * values.repeats, 0);
    const refunded = chance.part(won, values.refunds);
    const refundedAgain = chance.part(again, values.refunds);
    const worth = chance.sum(won + again, values.value, model.valueSd);
    const each = won + again > 0 ? worth / (won + again) : 0;
    const back = each * (refunded + refundedAgain);
    const owed = (won - refunded) * model.reward + (again - refundedAgain) * each * model.rewardShare;
    const paid = Math.min(owed, left);
    left -= paid;
    if (left <= 0 && spentIn === null) spentIn = week;
    const row = to.offset + week * WIDTH;
    to.out[row] = advocates;
    to.out[row + 1] = friends;
    to.out[row + 2] = won;
    to.out[row + 3] = won + again;
    to.out[row + 4] = worth;
    to.out[row + 5] = back;
    to.out[row + 6] = paid;
    to.out[row + 7] = (worth - back) * model.margin - paid;
    advocates = advocates * values.advocatesStay + joined + chance.part(won, values.returns);
    customers = customers * values.customersStay + won - refunded;
  }
  return spentIn;
}

type Chance = {
  count(mean: number, spread: number): number;
  part(n: number, p: number): number;
  sum(n: number, mean: number, sd: number): number;
};
const MEANS: Chance = { count: (mean) => mean, part: (n, p) => n * Math.min(1, p), sum: (n, mean) => n * mean };

const chanceBy = (random: Random): Chance => ({
  count: (mean, spread) => (mean > 0 ? random.poisson(spread > 0 ? mean * gammaOf(1, Math.sqrt(spread), random) : mean) : 0),
  part: (n, p) => random.binomial(n, p),
  sum: (n, mean, sd) => (n > 0 ? gammaOf(n * mean, Math.sqrt(n) * sd, random) : 0),
});
