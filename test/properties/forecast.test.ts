/** The forecast proven on worlds whose truth is known, and its own promises. */
import { expect, test } from "vitest";
import { type Week, fitWeeks } from "../../src/core/analytics/forecast/fit.ts";
import { QUANTILES, forecast, sensitivity } from "../../src/core/analytics/forecast/forecast.ts";
import { CHECKED, hindcast } from "../../src/core/analytics/forecast/hindcast.ts";
import type { Model } from "../../src/core/analytics/forecast/program-model.ts";
import { type Random, makeRandom } from "../../src/core/analytics/random.ts";

const value = <T>(answer: { ok: T } | { none: { code: string } }): T => {
  if ("none" in answer) throw new Error(answer.none.code);
  return answer.ok;
};

/** A program whose numbers are drawn, lived for so many weeks, advocate by cohort: written apart from the model that is tested. */
function live(weeks: number, random: Random): Week[] {
  const between = (low: number, high: number): number => low + (high - low) * random.next();
  const [joins, reach, converts, repeats] = [between(4, 30), between(0.2, 1.2), between(0.08, 0.4), between(0.03, 0.2)];
  const [stay, keep, refunds, worth] = [between(0.85, 1), between(0.9, 1), between(0, 0.15), between(2000, 9000)];
  const reward = 1500;
  let [advocates, customers] = [0, 0];
  return Array.from({ length: weeks }, () => {
    const joined = random.poisson(joins);
    const friends = random.poisson(advocates * reach);
    const converted = random.binomial(friends, converts);
    const again = random.poisson(customers * repeats);
    let [revenue, squares] = [0, 0];
    for (let i = 0; i < converted + again; i++) {
      const order = random.gamma(2) * (worth / 2);
      revenue += order;
      squares += order * order;
    }
    const [back, backAgain] = [random.binomial(converted, refunds), random.binomial(again, refunds)];
    advocates = advocates * stay + joined;
    customers = customers * keep + converted;
    const rewards = (converted - back) * reward;
    return { joined, friends, converted, returned: 0, repeats: again, revenue, squares, refunded: back + backAgain, rewards };
  });
}

test("forecasts hold the outcome in 80 % of 1,000 worlds, within 2 points", () => {
  const inside = new Map<string, number>();
  const worlds = 1000;
  for (let world = 0; world < worlds; world++) {
    const random = makeRandom(1000 + world);
    const weeks = live(38, random);
    const checked = value(hindcast(weeks, { margin: 0.5, budget: null, fitted: 32, runs: 99 }, random));
    for (const of of checked) if (of.isInside) inside.set(of.series, (inside.get(of.series) ?? 0) + 1);
  }
  for (const series of CHECKED) {
    const share = (inside.get(series) ?? 0) / worlds;
    expect(Math.abs(share - 0.8), `${series}: ${share}`).toBeLessThan(0.02);
  }
}, 120_000);

const ASSUMED: Model = {
  joins: { from: "assumed", low: 5, likely: 10, high: 30 },
  reach: { from: "assumed", low: 0.2, likely: 0.5, high: 1 },
  converts: { from: "assumed", low: 0.05, likely: 0.1, high: 0.2 },
  returns: { from: "known", value: 0.1 },
  repeats: { from: "known", value: 0.05 },
  value: { from: "known", value: 5000 },
  valueSd: 2000,
  refunds: { from: "known", value: 0.05 },
  advocatesStay: { from: "known", value: 0.95 },
  customersStay: { from: "known", value: 0.98 },
  joinsSpread: 0,
  reachSpread: 0,
  reward: 2000,
  rewardShare: 0,
  margin: 0.4,
  budget: 300_000,
  advocates: 20,
  customers: 0,
};

test("a year from assumptions, 1,000 runs: the same seed gives the same fan, quantiles rise, the budget is never overspent", () => {
  const started = performance.now();
  const year = value(forecast(ASSUMED, { weeks: 52, runs: 1000 }, makeRandom(5)));
  expect(performance.now() - started).toBeLessThan(40_000);
  expect(value(forecast(ASSUMED, { weeks: 52, runs: 1000 }, makeRandom(5)))).toEqual(year);
  for (const fan of [...year.weeks.revenue, ...year.weeks.net, year.total.net]) {
    expect(fan).toHaveLength(QUANTILES.length);
    for (let i = 1; i < fan.length; i++) expect(fan[i]).toBeGreaterThanOrEqual(fan[i - 1] as number);
  }
  expect(Math.max(...year.total.rewards)).toBeLessThanOrEqual(300_000);
  expect(year.budget?.spent).toBeGreaterThan(0.2);
});

test("paying the break-even reward leaves nothing over on the mean path; what costs most to be wrong about comes first", () => {
  const free = { ...ASSUMED, budget: null, reward: 0 };
  const even = value(forecast(free, { weeks: 52, runs: 300 }, makeRandom(6))).breakEven?.[3] as number;
  const net = (reward: number): number =>
    value(forecast({ ...free, reward }, { weeks: 52, runs: 300 }, makeRandom(6))).total.net[3] as number;
  expect(Math.abs(net(even))).toBeLessThan(net(0) * 0.05);
  const swings = sensitivity(ASSUMED, 52);
  expect(swings[0]?.lever).toMatch(/joins|reach|converts/);
  for (const s of swings.filter((each) => each.low === each.high)) expect(s.netLow).toBe(s.netHigh);
});

test("in noisy weeks, too, each number's low and high lie around what was counted, and what is left with them around the mean path", () => {
  const noisy = live(40, makeRandom(4)).map((w, i) => ({
    ...w,
    friends: w.friends * (i % 2 === 0 ? 6 : 1),
    repeats: w.repeats * (i % 3),
  }));
  const swings = sensitivity(value(fitWeeks(noisy, { margin: 0.9, budget: null })), 26);
  const base = swings.find((s) => s.lever === "advocatesStay")?.netLow as number;
  for (const s of swings.filter(({ lever }) => lever === "reach" || lever === "repeats")) {
    expect(s.netLow, s.lever).toBeLessThanOrEqual(base);
    expect(s.netHigh, s.lever).toBeGreaterThanOrEqual(base);
  }
});

test("too few weeks, nobody who joined, or a span without sense is a reason", () => {
  const weeks = live(12, makeRandom(9));
  expect(fitWeeks(weeks.slice(0, 3), { margin: 0.5, budget: null })).toMatchObject({ none: { code: "too_few" } });
  expect(
    fitWeeks(
      weeks.map((w) => ({ ...w, joined: 0 })),
      { margin: 0.5, budget: null },
    ),
  ).toMatchObject({ none: { code: "no_rows" } });
  expect(forecast(ASSUMED, { weeks: 0, runs: 1000 }, makeRandom(1))).toMatchObject({ none: { code: "out_of_range" } });
  const idle = weeks.map((w) => ({ ...w, friends: 0, converted: 0, repeats: 0, revenue: 0, squares: 0, refunded: 0, rewards: 0 }));
  const nothing = value(forecast(value(fitWeeks(idle, { margin: 0.5, budget: null })), { weeks: 10, runs: 50 }, makeRandom(2)));
  expect(nothing.total.revenue.every(Number.isFinite)).toBe(true);
});
