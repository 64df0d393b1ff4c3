import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { friendsOf, groveOf, largestOf, wayTo } from "../../src/core/analytics/growth/explore.ts";
import { countsWithin, extinctionOf, fitOffspring, histogramOf } from "../../src/core/analytics/growth/offspring.ts";
import { shapeOf, treeOf } from "../../src/core/analytics/growth/tree.ts";
import { customersAfter, customersInTheEnd, doublingTime, viralParts } from "../../src/core/analytics/growth/viral.ts";
import { makeRandom } from "../../src/core/analytics/random.ts";
import { programReturn, referralValue } from "../../src/core/analytics/referring/crv.ts";
import { netPromoterScore } from "../../src/core/analytics/referring/nps.ts";
import type { Quadrants } from "../../src/core/analytics/referring/quadrant.ts";
import { quadrants } from "../../src/core/analytics/referring/quadrant.ts";
import { csvOf } from "../../web/src/kit/csv.ts";
import { packCircles } from "../../web/src/areas/insights/grove-pack.ts";
import { runs } from "../support/seeds.ts";

describe("a part of a tree", () => {
  const forest = fc
    .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 60 })
    .map((draws) => Int32Array.from([-1, ...draws.map((draw, i) => draw % (i + 1))]));

  test("the largest so many hold everybody above them, and are no smaller than anybody who is left out", () => {
    fc.assert(
      fc.property(forest, fc.nat(70), (parent, limit) => {
        const grove = groveOf(parent);
        const { tree } = grove;
        const shown = largestOf(grove, null, limit);
        const places = new Set(shown);
        for (const [nth, i] of shown.entries()) {
          const above = tree.parent[i]!;
          expect(above < 0 || shown.indexOf(above) < nth).toBe(true);
          expect(wayTo(grove, i).at(-1)).toBe(i);
          expect(wayTo(grove, i)).toHaveLength(tree.depth[i]! + 1);
        }
        const least = Math.min(...shown.map((i) => tree.descendants[i]!));
        for (const i of tree.parent.keys()) if (!places.has(i)) expect(tree.descendants[i]!).toBeLessThanOrEqual(least);
      }),
      runs(200),
    );
  });

  test("friends stand by how many are below them, and what is under somebody is she and all of them", () => {
    fc.assert(
      fc.property(forest, (parent) => {
        const grove = groveOf(parent);
        for (const i of grove.tree.parent.keys()) {
          const own = [...friendsOf(grove, i)];
          expect(own).toHaveLength(grove.tree.children[i]!);
          for (const [nth, friend] of own.entries()) {
            expect(grove.tree.parent[friend]).toBe(i);
            if (nth > 0) expect(grove.tree.descendants[friend]!).toBeLessThanOrEqual(grove.tree.descendants[own[nth - 1]!]!);
          }
          expect(largestOf(grove, i, 1_000)).toHaveLength(grove.tree.descendants[i]! + 1);
        }
      }),
      runs(50),
    );
  });

  test("circles are put side by side: none covers another, and all lie in the one around them", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.5, max: 40, noNaN: true }), { minLength: 1, maxLength: 40 }), (radii) => {
        const { x, y, radius } = packCircles(radii);
        for (const [i, r] of radii.entries()) {
          expect(Math.hypot(x[i]!, y[i]!) + r).toBeLessThanOrEqual(radius * (1 + 1e-9));
          for (let j = 0; j < i; j++)
            expect(Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!)).toBeGreaterThan((r + radii[j]!) * (1 - 1e-6) - 1e-5);
        }
      }),
      runs(200),
    );
  });
});

describe("K", () => {
  test("Skok's figures, the limit at one, and no end at one", () => {
    expect(customersAfter({ start: 10, k: 2, time: 20, cycle: 2 })).toEqual({ ok: expect.closeTo(20_470, 6) });
    expect(customersAfter({ start: 10, k: 2, time: 20, cycle: 1 })).toEqual({ ok: expect.closeTo(20_971_510, 3) });
    expect(customersAfter({ start: 10, k: 1, time: 20, cycle: 2 })).toEqual({ ok: 110 });
    const near = customersAfter({ start: 10, k: 1 + 1e-9, time: 20, cycle: 2 }) as { ok: number };
    expect(near.ok).toBeCloseTo(110, 4);
    expect(customersAfter({ start: 10, k: 0, time: 20, cycle: 2 })).toEqual({ ok: 10 });
    expect(customersInTheEnd(10, 0.5)).toEqual({ ok: 20 });
    const long = customersAfter({ start: 10, k: 0.5, time: 200, cycle: 1 }) as { ok: number };
    expect(long.ok).toBeCloseTo(20, 9);
    expect(customersInTheEnd(10, 1)).toMatchObject({ none: { code: "does_not_apply" } });
    expect(customersAfter({ start: 10, k: 2, time: 1e6, cycle: 1 })).toMatchObject({ none: { code: "not_finite" } });
    expect(customersAfter({ start: 10, k: 2, time: 1, cycle: 0 })).toMatchObject({ none: { code: "zero_baseline" } });
    expect(doublingTime(2, 3)).toEqual({ ok: 3 });
  });

  test("its parts multiply to it", () => {
    const parts = viralParts({ people: 400, inviters: 100, invitations: 500, joined: 60 }) as {
      ok: { k: number; shareInviting: number };
    };
    expect(parts.ok).toMatchObject({ k: 0.15, shareInviting: 0.25, invitationsEach: { ok: 5 }, conversion: { ok: 0.12 } });
    expect(viralParts({ people: 3, inviters: 0, invitations: 0, joined: 0 })).toMatchObject({ ok: { k: 0, conversion: { none: {} } } });
    expect(viralParts({ people: 0, inviters: 0, invitations: 0, joined: 0 })).toMatchObject({ none: { code: "no_rows" } });
  });
});

describe("friends an advocate", () => {
  test("the young do not count, nor friends after the window", () => {
    const people = [
      { joined: 0, friends: [3, 9, 11] },
      { joined: 5, friends: [] },
      { joined: 95, friends: [96] },
    ];
    expect(countsWithin(people, 100, 10)).toEqual({ counts: [2, 0], young: 1 });
    expect(histogramOf([2, 0, 0])).toEqual([2, 0, 1]);
  });

  test("finds R and k of a known world, within their intervals in 95 of 100 worlds, give or take", () => {
    const random = makeRandom(12);
    let [heldMean, heldK] = [0, 0];
    for (let world = 0; world < 300; world++) {
      const counts = Array.from({ length: 300 }, () => random.poisson((random.gamma(0.6) * 0.9) / 0.6));
      const fit = fitOffspring(histogramOf(counts));
      if (!("ok" in fit && "ok" in fit.ok.dispersion)) throw new Error("no fit");
      if (fit.ok.mean.low <= 0.9 && fit.ok.mean.high >= 0.9) heldMean++;
      if (fit.ok.dispersion.ok.low <= 0.6 && fit.ok.dispersion.ok.high >= 0.6) heldK++;
    }
    expect(heldMean / 300).toBeGreaterThan(0.91);
    expect(heldK / 300).toBeGreaterThan(0.91);
  });

  test("even spread has no k, a large R may die out all the same, and few advocates give none", () => {
    expect(fitOffspring([0, 30, 2])).toMatchObject({ ok: { dispersion: { none: { code: "does_not_apply" } } } });
    expect(extinctionOf(0.9, 0.5)).toBe(1);
    const q = extinctionOf(2, 0.5);
    expect(q).toBeCloseTo((1 + 4 * (1 - q)) ** -0.5, 10);
    expect(q).toBeLessThan(1);
    expect(fitOffspring([3, 2])).toMatchObject({ none: { code: "too_few", values: { have: 5, needed: 20 } } });
    expect(fitOffspring([30])).toMatchObject({ none: { code: "zero_baseline" } });
  });
});

describe("the tree", () => {
  test("descendants, depths and cascades agree with a walk, also with circles and unknown parents", () => {
    const link = fc.array(fc.option(fc.integer({ min: 0, max: 29 }), { nil: null }), { maxLength: 25 });
    fc.assert(
      fc.property(link, (parents) => {
        const tree = treeOf(parents.map((parent, i) => ({ id: `${i}`, parent: parent === null ? null : `${parent}` })));
        const up = (i: number): number[] => (tree.parent[i]! < 0 ? [i] : [i, ...up(tree.parent[i]!)]);
        for (const i of parents.keys()) {
          const way = up(i);
          expect(tree.depth[i]).toBe(way.length - 1);
          expect(tree.root[i]).toBe(way.at(-1));
          expect(tree.descendants[i]).toBe([...parents.keys()].filter((j) => j !== i && up(j).includes(i)).length);
        }
        const shape = shapeOf(tree);
        expect(shape.byDepth.reduce((sum, n) => sum + n, 0)).toBe(parents.length);
        expect(shape.cascades.reduce((sum, [size, count]) => sum + size * count, 0)).toBe(parents.length);
        const lost = parents.filter((parent, i) => parent !== null && tree.parent[i]! < 0).length;
        expect(tree.orphans + tree.circles).toBe(lost);
      }),
      runs(200),
    );
  });

  test("100,000 people, also in one line of 100,000, take linear time", () => {
    const line = Array.from({ length: 100_000 }, (_, i) => ({ id: `${i}`, parent: i === 99_999 ? null : `${i + 1}` }));
    const shape = shapeOf(treeOf(line));
    expect(shape.byDepth.length).toBe(100_000);
    expect(shape.largest).toEqual([{ id: "99999", size: 100_000 }]);
  });
});

describe("what referring is worth", () => {
  const caused = { value: 0.6, low: 0.4, high: 0.8, level: 0.95 };

  test("a friend caused is her margin less costs and the saving; one who would have come is the saving alone", () => {
    const friends = [{ period: 1, margin: 100, referralCost: 10, marketingCost: 5 }];
    const terms = { caused, savedOnCaused: 20, savedOnOthers: 15, discount: 0.1 };
    const found = referralValue(friends, terms) as { ok: { value: number; low: number; high: number } };
    expect(found.ok.value).toBeCloseTo((0.6 * 105 + 0.4 * 15) / 1.1, 10);
    expect(found.ok.low).toBeCloseTo((0.4 * 105 + 0.6 * 15) / 1.1, 10);
    expect(referralValue([], terms)).toMatchObject({ ok: { value: 0 } });
    expect(referralValue(friends, { ...terms, caused: { ...caused, high: 1.2 } })).toMatchObject({ none: { code: "out_of_range" } });
  });

  test("a program that gains 40 for a reward of 25 returns .60", () => {
    expect(programReturn({ value: 40, low: 25, high: 55, level: 0.95 }, 25)).toMatchObject({ ok: { value: 0.6, low: 0, high: 1.2 } });
    expect(programReturn({ value: 40, low: 25, high: 55, level: 0.95 }, 0)).toMatchObject({ none: { code: "zero_baseline" } });
  });

  test("everybody stands in one of four", () => {
    const people = { value: Float64Array.of(90, 80, 10, 5), referring: Float64Array.of(50, 0, 40, 0) };
    const found = quadrants(people) as { ok: Quadrants };
    expect(found.ok.of).toEqual(["champions", "affluents", "advocates", "misers"]);
    expect(found.ok.cells.champions).toEqual({ people: 1, value: 90, referring: 50 });
    expect(quadrants({ value: new Float64Array(), referring: new Float64Array() })).toMatchObject({ none: { code: "no_rows" } });
  });

  test("50 promoters, 30 passives, 20 detractors score 30 give or take 15.3", () => {
    const found = netPromoterScore([20, 0, 0, 0, 0, 0, 0, 30, 0, 50, 0]) as { ok: { value: number; high: number } };
    expect(found.ok.value).toBeCloseTo(30, 10);
    expect(found.ok.high - found.ok.value).toBeCloseTo(15.3, 1);
    expect(netPromoterScore([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2])).toMatchObject({ none: { code: "too_few" } });
    expect(netPromoterScore([])).toMatchObject({ none: { code: "no_rows" } });
  });
});

test("a saved table: a name that a spreadsheet would run is text, a number stays one", () => {
  const safe = ["-12.5", "-3%", "12", "a-b", ""];
  const runs = ["-2+3+cmd|' /C calc'!A0", "-A1", "=1+1", "+1", "@SUM(A1)", "\uFF1D1", "\t=1"];
  expect(csvOf([safe, runs])).toBe(`\uFEFF${safe.join(",")}\r\n${runs.map((each) => `'${each}`).join(",")}\r\n`);
});
