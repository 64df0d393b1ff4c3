import { describe, expect, test } from "vitest";
import { HORIZON, MODEL, SPEND, life, world } from "../../scripts/statistics-worlds.ts";
import { makeRandom } from "../../src/core/analytics/random.ts";
import { hypergeometric } from "../../src/core/analytics/special.ts";
import { fitBgNbd } from "../../src/core/analytics/value/bgnbd.ts";
import { chanceAlive, chancesOfRepeats, expectedMore, expectedRepeats } from "../../src/core/analytics/value/bgnbd-expect.ts";
import { calibrate } from "../../src/core/analytics/value/calibration.ts";
import { cohortWorth, compareWorth } from "../../src/core/analytics/value/cohort.ts";
import {
  expectedSpend,
  fitGammaGamma,
  meanSpend,
  spendAgainstCount,
  tabulateSpends,
} from "../../src/core/analytics/value/gamma-gamma.ts";
import { tabulate } from "../../src/core/analytics/value/repeats.ts";
import { fitRenewals, renewalsOf, retention, subscriberWorth, survival } from "../../src/core/analytics/value/renewals.ts";
import { columnsOf, summarise } from "../../src/core/analytics/value/summary.ts";
import { cohortOf, usualCut, valueReport } from "../../src/core/analytics/value/report.ts";
import { newCustomerWorth, residualWorth } from "../../src/core/analytics/value/worth.ts";

describe("the summary of purchases", () => {
  test("purchases of a day are one, the first is time zero, spend is of repeat days alone, a credit is no purchase", () => {
    const log = [
      { customer: "ada", day: 10, amount: 5 },
      { customer: "ada", day: 24, amount: 3 },
      { customer: "ada", day: 24, amount: 4 },
      { customer: "ada", day: 31, amount: -2 },
      { customer: "ada", day: 60, amount: 9 },
      { customer: "bob", day: 40, amount: 1 },
      { customer: "eve", day: 60, amount: 1 },
    ];
    expect(summarise(log, { until: 45, watchedUntil: 60 })).toEqual([
      { customer: "ada", x: 1, recency: 2, age: 5, spend: 7, firstSpend: 5, later: 1, laterSpend: 9 },
      { customer: "bob", x: 0, recency: 0, age: 5 / 7, spend: 0, firstSpend: 1, later: 0, laterSpend: 0 },
    ]);
  });
});

describe("BG/NBD", () => {
  test("the sum of positive terms is the published closed form with its hypergeometric function", () => {
    for (const model of [MODEL, { r: 3.2, alpha: 11, a: 1.9, b: 0.7 }, { r: 0.2, alpha: 4, a: 0.4, b: 4 }]) {
      for (const t of [0.1, 1, 13, 52, 100]) {
        const { r, alpha, a, b } = model;
        const closed = ((a + b - 1) / (a - 1)) * (1 - (alpha / (alpha + t)) ** r * hypergeometric([r, b, a + b - 1], t / (alpha + t))!);
        expect(expectedRepeats(model, t)).toBeCloseTo(closed, 8);
      }
    }
    // Where the closed form has holes: a = 1, and a + b = 1.
    const near = expectedRepeats({ r: 1, alpha: 5, a: 1 + 1e-7, b: 2 }, 20);
    expect(expectedRepeats({ r: 1, alpha: 5, a: 1, b: 2 }, 20)).toBeCloseTo(near, 5);
    expect(expectedRepeats({ r: 1, alpha: 5, a: 0.5, b: 0.5 }, 20)).toBeGreaterThan(0);
  });

  test("expectations, chances and being alive are what 60,000 simulated lives do", () => {
    const random = makeRandom(5);
    const seen = { all: 0, counts: [0, 0, 0, 0], with2: 0, alive: 0, more: 0 };
    for (let i = 0; i < 60_000; i++) {
      const times = life(random, 65);
      const x = times.filter((t) => t <= 39).length;
      seen.all += x;
      if (x < 4) seen.counts[x]!++;
      if (x === 0) {
        seen.with2++;
        seen.more += times.length;
      }
    }
    expect(expectedRepeats(MODEL, 39)).toBeCloseTo(seen.all / 60_000, 1);
    const chances = chancesOfRepeats(MODEL, 39, 3000);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 10);
    expect(chances.reduce((sum, chance, n) => sum + n * chance, 0)).toBeCloseTo(expectedRepeats(MODEL, 39), 8);
    for (const [n, count] of seen.counts.entries()) expect(Math.abs(chances[n]! - count / 60_000)).toBeLessThan(0.008);
    expect(Math.abs(expectedMore(MODEL, { x: 0, recency: 0, age: 39 }, 26) - seen.more / seen.with2)).toBeLessThan(0.03);
  });

  test("what is expected of those with a history is right on average over them (the trap of the printed parameters)", () => {
    const buyers = world(30_000, 8);
    for (const x of [1, 2, 5]) {
      const same = buyers.filter((buyer) => buyer.x === x);
      const expected = same.reduce((sum, buyer) => sum + expectedMore(MODEL, buyer, 26), 0) / same.length;
      const actual = same.reduce((sum, buyer) => sum + buyer.later, 0) / same.length;
      expect(Math.abs(expected / actual - 1)).toBeLessThan(0.12);
    }
    expect(chanceAlive(MODEL, { x: 0, recency: 0, age: 30 })).toBe(1);
    expect(chanceAlive(MODEL, { x: 400, recency: 1, age: 5000 })).toBeLessThan(1e-9);
    expect(expectedMore(MODEL, { x: 2000, recency: 500, age: 500 }, 52)).toBeGreaterThan(100);
  });

  test("finds the parameters of a known world, and its calibration covers what it promises", () => {
    const buyers = world(6000, 3);
    const fit = fitBgNbd(tabulate(columnsOf(buyers)));
    if (!("ok" in fit)) throw new Error("no fit");
    expect(fit.ok.model.r).toBeCloseTo(0.5, 1);
    expect(expectedRepeats(fit.ok.model, 52) / expectedRepeats(MODEL, 52)).toBeCloseTo(1, 1);
    const found = calibrate(fit.ok.model, columnsOf(buyers), 26);
    if (!("ok" in found)) throw new Error("no calibration");
    expect(Math.abs(found.ok.covered - found.ok.promised)).toBeLessThan(0.01);
    expect(found.ok.total.actual).toBeGreaterThan(found.ok.total.expected.low - 100);
  });

  test("too little data says how much is missing", () => {
    expect(fitBgNbd(tabulate(columnsOf([])))).toEqual({ none: { code: "no_rows", values: {} } });
    const few = fitBgNbd(
      tabulate(
        columnsOf([
          { x: 1, recency: 2, age: 5 },
          { x: 0, recency: 0, age: 5 },
        ]),
      ),
    );
    expect(few).toEqual({ none: { code: "too_few", values: { what: "customers who bought again", have: 1, needed: 30 } } });
  });
});

describe("spend and worth", () => {
  test("gamma-gamma: everybody draws towards the mean, the fewer purchases the more", () => {
    const fit = fitGammaGamma(tabulateSpends(columnsOf(world(6000, 4))));
    if (!("ok" in fit)) throw new Error("no fit");
    const mean = meanSpend(fit.ok.model);
    if (!("ok" in mean)) throw new Error("no mean");
    expect(mean.ok / ((6 * 15) / 2.7)).toBeCloseTo(1, 1);
    const once = expectedSpend(fit.ok.model, { x: 1, spend: 200 }) as { ok: number };
    const often = expectedSpend(fit.ok.model, { x: 20, spend: 200 }) as { ok: number };
    expect(once.ok).toBeLessThan(often.ok);
    expect(expectedSpend(fit.ok.model, { x: 0, spend: 0 })).toEqual({ ok: expect.closeTo(mean.ok, 9) });
    expect("none" in meanSpend({ p: 2, q: 0.9, v: 3 })).toBe(true);
    expect("none" in fitGammaGamma(tabulateSpends(columnsOf(Array.from({ length: 50 }, () => ({ x: 1, spend: 9 })))))).toBe(true);
    expect("none" in spendAgainstCount(columnsOf([]))).toBe(true);
  });

  test("a cohort's worth holds the truth, and a cohort against itself differs by nothing", () => {
    const options = { horizon: HORIZON, resamples: 60 };
    const a = cohortWorth(columnsOf(world(1500, 11)), { ...options, random: makeRandom(1) });
    const b = cohortWorth(columnsOf(world(1500, 12)), { ...options, random: makeRandom(2) });
    if (!("ok" in a && "ok" in b)) throw new Error("no worth");
    const truth = newCustomerWorth({ repeats: MODEL, spend: SPEND }, HORIZON, (6 * 15) / 2.7) as { ok: number };
    expect(a.ok.worth.low).toBeLessThan(truth.ok);
    expect(a.ok.worth.high).toBeGreaterThan(truth.ok);
    const difference = compareWorth(a.ok, b.ok);
    if (!("ok" in difference)) throw new Error("no difference");
    expect(difference.ok.difference.low).toBeLessThan(0);
    expect(difference.ok.difference.high).toBeGreaterThan(0);
  });

  test("a horizon that cannot be is refused with its bounds", () => {
    const models = { repeats: MODEL, spend: SPEND };
    const history = { x: 3, recency: 20, age: 25, spend: 30 };
    expect(residualWorth(models, history, { ...HORIZON, weeks: 0 })).toMatchObject({ none: { code: "out_of_range" } });
    expect(residualWorth(models, history, { ...HORIZON, yearlyDiscount: -1 })).toMatchObject({ none: { code: "out_of_range" } });
    const near = residualWorth(models, history, HORIZON) as { ok: number };
    const patient = residualWorth(models, history, { ...HORIZON, yearlyDiscount: 0 }) as { ok: number };
    expect(near.ok).toBeLessThan(patient.ok);
    expect(patient.ok).toBeCloseTo(
      0.4 * expectedMore(MODEL, history, 52) * (expectedSpend(models.spend, history) as { ok: number }).ok,
      8,
    );
  });
});

describe("subscriptions", () => {
  test("Fader & Hardie's two segments: alpha and beta to three digits (recalled figures)", () => {
    const regular = fitRenewals(renewalsOf([1000, 631, 468, 382, 326, 289, 262, 241]));
    const high = fitRenewals(renewalsOf([1000, 869, 743, 653, 593, 551, 517, 491]));
    if (!("ok" in regular && "ok" in high)) throw new Error("no fit");
    expect([regular.ok.model.alpha, regular.ok.model.beta].map((value) => value.toFixed(3))).toEqual(["0.704", "1.182"]);
    expect([high.ok.model.alpha, high.ok.model.beta].map((value) => value.toFixed(3))).toEqual(["0.668", "3.806"]);
    expect(regular.ok.logLikelihood).toBeCloseTo(-1680.27, 2);
  });

  test("survival is the product of retentions, and worth without end of fees is their sum", () => {
    const model = { alpha: 0.704, beta: 1.182 };
    expect(survival(model, 3)).toBeCloseTo(retention(model, 1) * retention(model, 2) * retention(model, 3), 12);
    const worth = subscriberWorth(model, { renewals: 0, periods: 2, earned: 10, discount: 0 }) as { ok: number };
    expect(worth.ok).toBeCloseTo(10 * (survival(model, 1) + survival(model, 2)), 10);
    expect(fitRenewals([])).toMatchObject({ none: { code: "no_rows" } });
    expect(fitRenewals([{ period: 1, lost: 3, kept: 9 }])).toMatchObject({ none: { code: "too_few" } });
  });
});

test("the report: referred beside not referred with the difference, and a cohort too small leaves the others standing", () => {
  const random = makeRandom(6);
  const purchases = (n: number, rate: number): { customer: string; day: number; amount: number }[] =>
    Array.from({ length: n }, (_, i) => {
      const from = random.below(200);
      const own = (random.gamma(0.8) * rate) / 0.8;
      const times = [0];
      for (let t = random.exponential() / own; t < 365; t += random.exponential() / own) times.push(Math.ceil(t));
      return times.map((t) => ({ customer: `${i}`, day: from + t, amount: 20 + 10 * random.exponential() }));
    }).flat();
  const days = { until: 365, cut: usualCut(0, 365) };
  const cohorts = [
    cohortOf("other", purchases(500, 1 / 60), days),
    cohortOf("referred", purchases(400, 1 / 30), days),
    cohortOf("new", purchases(3, 1 / 30), days),
  ];
  const [other, referred, few] = valueReport(cohorts, { ...days, horizon: HORIZON, random });
  expect(other).toMatchObject({
    against: null,
    worth: { ok: { customers: 500 } },
    calibration: { ok: { weeks: expect.closeTo(17.4, 0) } },
  });
  if (referred?.against == null || !("ok" in referred.against)) throw new Error("no difference");
  expect(referred.against.ok.difference.low).toBeGreaterThan(0);
  expect(referred.against.ok.relative).toMatchObject({ ok: { value: expect.closeTo(0.8, 0) } });
  expect(few).toMatchObject({ worth: { none: { code: "too_few" } }, against: { none: { code: "too_few" } } });
});
