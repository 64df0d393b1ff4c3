import { describe, expect, test } from "vitest";
import { areaGain, areaUnder, precisionRecall } from "../../src/core/analytics/finding/auc.ts";
import { fitAndJudge } from "../../src/core/analytics/finding/likely.ts";
import { chanceOf, explain, fitLogistic } from "../../src/core/analytics/finding/logistic.ts";
import type { Rule } from "../../src/core/analytics/finding/together.ts";
import { boughtTogether, suggestNext } from "../../src/core/analytics/finding/together.ts";
import { makeRandom } from "../../src/core/analytics/random.ts";

/** Referring depends on orders and on an answer, hardly on recency; `noise` does nothing, `same` is the same for all. */
function people(n: number, seed: number) {
  const random = makeRandom(seed);
  return Array.from({ length: n }, (_, i) => {
    const [orders, answer, days] = [random.poisson(3), random.below(11), random.below(365)];
    const happened = random.chance(chanceOf(-3.5 + 0.35 * orders + 0.2 * answer - 0.002 * days));
    return { features: [orders, answer, days, random.normal(), 7], recency: -days, happened, heldOut: i % 3 === 0 };
  });
}
const NAMES = ["orders", "answer", "days", "noise", "same"];

describe("logistic regression", () => {
  test("finds the weights of a known world, also with a column that says nothing", () => {
    const fit = fitLogistic(people(20_000, 1), NAMES);
    if (!("ok" in fit)) throw new Error("no fit");
    const slopes = fit.ok.weights.map((weight, j) => (fit.ok.deviations[j]! > 0 ? weight / fit.ok.deviations[j]! : 0));
    for (const [j, truth] of [0.35, 0.2, -0.002, 0, 0].entries()) expect(Math.abs(slopes[j]! - truth)).toBeLessThan(0.05);
    const told = explain(fit.ok, [6, 10, 5, 0, 7]);
    const logOdds = told.contributions.reduce((sum, { adds }) => sum + adds, fit.ok.intercept);
    expect(told.chance).toBeCloseTo(chanceOf(logOdds), 12);
    expect(told.contributions[0]?.name).toMatch(/orders|answer/);
  });

  test("perfect separation gives finite weights, and too few of either kind none", () => {
    const parted = Array.from({ length: 80 }, (_, i) => ({ features: [i], happened: i >= 40 }));
    const fit = fitLogistic(parted, ["i"]);
    if (!("ok" in fit)) throw new Error("no fit");
    expect(Math.abs(fit.ok.weights[0]!)).toBeLessThan(20);
    expect(fitLogistic(parted.slice(0, 45), ["i"])).toMatchObject({ none: { code: "too_few", values: { have: 5, needed: 20 } } });
    expect(fitLogistic([], ["i"])).toMatchObject({ none: { code: "no_rows" } });
    expect(
      fitLogistic(
        parted.map((one) => ({ ...one, features: [1] })),
        ["i"],
      ),
    ).toMatchObject({ none: { code: "no_variation" } });
    expect(
      fitLogistic(
        parted.map((one) => ({ ...one, features: [NaN] })),
        ["i"],
      ),
    ).toMatchObject({ none: { code: "not_finite" } });
  });
});

describe("the ranking", () => {
  test("area by pairs: ties are half, and the difference of a ranking to itself is nothing", () => {
    // Three of each: the pairs stay in the same proportion.
    const scores = [0.9, 0.8, 0.8, 0.4, 0.3].flatMap((score) => [score, score, score]);
    const happened = [true, true, false, false, true].flatMap((did) => [did, did, did]);
    expect(areaUnder(scores, happened)).toMatchObject({ ok: { value: expect.closeTo((2 + 1.5 + 0) / 6, 12) } });
    expect(areaGain({ a: scores, b: scores }, happened)).toMatchObject({ ok: { value: 0, low: 0, high: 0 } });
    expect(areaUnder([1, 2], [true, false])).toMatchObject({ none: { code: "too_few" } });
    const [tenOf, half] = [Array.from({ length: 10 }, (_, i) => i), Array.from({ length: 10 }, (_, i) => i > 4)];
    expect(areaUnder(tenOf, half)).toMatchObject({ ok: { value: 1, low: expect.closeTo(0.478, 3), high: 1 } });
    expect(
      areaUnder(
        tenOf.map(() => 1),
        half,
      ),
    ).toMatchObject({ none: { code: "no_variation" } });
  });

  test("the area's interval holds the truth in 95 of 100 worlds, give or take", () => {
    const random = makeRandom(2);
    // Two normals a standard deviation apart: the area is Phi(1/sqrt 2) = .7602.
    let held = 0;
    for (let world = 0; world < 300; world++) {
      const happened = Array.from({ length: 160 }, (_, i) => i % 4 === 0);
      const found = areaUnder(
        happened.map((did) => random.normal() + (did ? 1 : 0)),
        happened,
      ) as { ok: { low: number; high: number } };
      if (found.ok.low <= 0.7602 && found.ok.high >= 0.7602) held++;
    }
    expect(held / 300).toBeGreaterThan(0.91);
  });

  test("precision and recall at each score; by chance the average precision is the base rate", () => {
    const found = precisionRecall([3, 2, 2, 1], [true, true, false, false]);
    expect(found).toMatchObject({ ok: { baseRate: 0.5, averagePrecision: expect.closeTo(0.5 + 0.5 * (2 / 3), 12) } });
    expect(found).toMatchObject({ ok: { thresholds: [{ found: 1, precision: 1, recall: 0.5 }, { found: 3, recall: 1 }, { found: 4 }] } });
  });

  test("the fitted score beats recency on people it has not seen, and its tenths fall from the top", () => {
    const found = fitAndJudge(people(6000, 5), NAMES);
    if (!("ok" in found)) throw new Error("no score");
    expect(found.ok.judgedOn).toBe(2000);
    expect(found.ok.area.value).toBeGreaterThan(0.65);
    expect(found.ok.gain.low).toBeGreaterThan(0);
    expect(found.ok.tenths[0]!.happened).toBeGreaterThan(3 * Math.max(1, found.ok.tenths[9]!.happened));
    expect(found.ok.tenths.reduce((sum, { people: n }) => sum + n, 0)).toBe(2000);
    expect(fitAndJudge(people(60, 5), NAMES)).toMatchObject({ none: { code: "too_few" } });
  });
});

describe("bought together", () => {
  const baskets = [
    ...Array.from({ length: 20 }, () => ["tea", "cup"]),
    ...Array.from({ length: 30 }, () => ["tea", "soap"]),
    ...Array.from({ length: 40 }, () => ["soap"]),
    ...Array.from({ length: 2 }, () => ["kettle", "whistle"]),
    Array.from({ length: 200 }, (_, i) => `item${i}`),
  ];

  test("lift is by hand, pairs of two customers make no rule, a reseller's basket is left out", () => {
    const rules = boughtTogether(baskets) as { ok: Rule[] };
    expect(rules.ok.map(({ item, next }) => `${item}>${next}`).sort()).toEqual(["cup>tea", "tea>cup"]);
    expect(rules.ok[0]).toMatchObject({ both: 20, lift: expect.closeTo(1 / (50 / 92), 10) });
    expect(suggestNext(rules.ok, ["tea"]).map(({ next }) => next)).toEqual(["cup"]);
    expect(suggestNext(rules.ok, ["tea", "cup"])).toEqual([]);
    expect(boughtTogether([])).toMatchObject({ none: { code: "no_rows" } });
    expect(boughtTogether([["a", "b"]])).toMatchObject({ none: { code: "too_few" } });
  });
});
