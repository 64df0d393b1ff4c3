import { describe, expect, test } from "vitest";
import { makeRandom } from "../../src/core/analytics/random.ts";
import { concentration } from "../../src/core/analytics/retention/concentration.ts";
import type { WaitStep } from "../../src/core/analytics/retention/kaplan-meier.ts";
import { shareBy, waitCurve, waitQuantile } from "../../src/core/analytics/retention/kaplan-meier.ts";
import type { Observed } from "../../src/core/analytics/retention/matched.ts";
import { equalBorders, matchedEffect, stratumOf } from "../../src/core/analytics/retention/matched.ts";

describe("waits that are not over", () => {
  test("Kaplan and Meier by hand: 6 who waited, two of them not there yet", () => {
    const waits = [1, 2, 4, 6].map((time) => ({ time, happened: true })).concat([3, 5].map((time) => ({ time, happened: false })));
    const curve = waitCurve(waits) as { ok: WaitStep[] };
    expect(curve.ok.map(({ time, waiting }) => [time, waiting])).toEqual([
      [1, 6],
      [2, 5],
      [4, 3],
      [6, 1],
    ]);
    expect(curve.ok.map(({ share }) => +share.value.toFixed(6))).toEqual([0.166667, 0.333333, 0.555556, 1]);
    expect(waitQuantile(curve.ok, 0.5)).toMatchObject({ ok: { value: 4 } });
    expect(shareBy(curve.ok, 3.9)).toBeCloseTo(1 / 3, 12);
  });

  test("the share's interval holds the truth in 95 of 100 worlds, give or take; what too few reached has no quantile", () => {
    const random = makeRandom(4);
    let held = 0;
    for (let world = 0; world < 400; world++) {
      const waits = Array.from({ length: 80 }, () => {
        const [time, watched] = [random.exponential() * 10, random.next() * 30];
        return { time: Math.min(time, watched), happened: time <= watched };
      });
      const curve = waitCurve(waits) as { ok: WaitStep[] };
      const at = curve.ok.filter(({ time }) => time <= 8).at(-1);
      const truth = 1 - Math.exp(-0.8);
      if (at !== undefined && at.share.low <= truth && at.share.high >= truth) held++;
    }
    expect(held / 400).toBeGreaterThan(0.92);
    const short = waitCurve([
      { time: 1, happened: true },
      { time: 9, happened: false },
      { time: 9, happened: false },
    ]) as { ok: WaitStep[] };
    expect(waitQuantile(short.ok, 0.5)).toMatchObject({ none: { code: "too_few", values: { have: 33, needed: 50 } } });
    expect(waitCurve([{ time: 3, happened: false }])).toMatchObject({ none: { code: "too_few" } });
    expect(waitCurve([])).toMatchObject({ none: { code: "no_rows" } });
  });
});

describe("the effect of advocating on the advocate", () => {
  /** Who bought much stays more and advocates more; advocating itself adds `adds`. */
  function world(n: number, adds: number, seed: number): Observed[] {
    const random = makeRandom(seed);
    const people = Array.from({ length: n }, () => {
      const bought = random.poisson(3);
      const treated = random.chance(0.05 + 0.07 * Math.min(bought, 8));
      return { bought, treated, outcome: random.chance(0.2 + 0.06 * Math.min(bought, 8) + (treated ? adds : 0)) ? 1 : 0 };
    });
    const borders = [
      equalBorders(
        people.map(({ bought }) => bought),
        6,
      ),
    ];
    return people.map(({ bought, treated, outcome }) => ({ stratum: stratumOf([bought], borders), treated, outcome }));
  }

  test("matching finds nothing where there is nothing, though the raw difference is large; the interval covers", () => {
    let [held, heldEffect] = [0, 0];
    for (let seed = 1; seed <= 200; seed++) {
      const found = matchedEffect(world(1000, 0, seed));
      const some = matchedEffect(world(1000, 0.1, seed + 1000));
      if (!("ok" in found && "ok" in some)) throw new Error("no effect");
      if (seed === 1) expect(found.ok.rawEffect).toBeGreaterThan(0.04);
      if (found.ok.effect.low <= 0 && found.ok.effect.high >= 0) held++;
      if (some.ok.effect.low <= 0.1 && some.ok.effect.high >= 0.1) heldEffect++;
    }
    expect(held / 200).toBeGreaterThan(0.9);
    expect(heldEffect / 200).toBeGreaterThan(0.9);
  });

  test("without somebody to compare with there is no effect", () => {
    const one = { stratum: "a", treated: true, outcome: 1 };
    expect(matchedEffect([])).toMatchObject({ none: { code: "no_rows" } });
    expect(matchedEffect([one])).toMatchObject({ none: { code: "one_group_empty" } });
    expect(matchedEffect([one, { ...one, treated: false }])).toMatchObject({ none: { code: "too_few" } });
    const many = Array.from({ length: 60 }, (_, i) => ({ ...one, treated: i % 2 === 0 }));
    expect(matchedEffect(many)).toMatchObject({ none: { code: "no_variation" } });
    expect(stratumOf([3, 40], [[1, 5], [25]])).toBe("1|1");
    expect(equalBorders([1, 1, 1, 1], 4)).toEqual([]);
  });
});

test("concentration: all the same is 0, one with everything is (n-1)/n, and half of it takes how many", () => {
  expect(concentration([1, 1, 1, 1])).toMatchObject({ ok: { gini: 0, half: 2 } });
  expect(concentration([0, 0, 0, 10])).toMatchObject({ ok: { gini: 0.75, half: 1 } });
  expect(concentration([1, 2, 3, 4], [0.25])).toMatchObject({ ok: { gini: 0.25, top: [{ people: 1, of: 0.4 }] } });
  expect(concentration([0, 0])).toMatchObject({ none: { code: "zero_baseline" } });
  expect(concentration([1, -1])).toMatchObject({ none: { code: "out_of_range" } });
  expect(concentration([])).toMatchObject({ none: { code: "no_rows" } });
});
