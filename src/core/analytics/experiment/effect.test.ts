/** What an analysis refuses, what a plan needs. The proofs by simulation are in test/properties. */
import { describe, expect, test } from "vitest";
import { type Arm, armOf } from "./arm.ts";
import { betaBelief } from "./bayes.ts";
import { effectOf } from "./effect.ts";
import { circlesOf, contamination, designEffect } from "./interference.ts";
import { durationOf, sampleFor, smallestEffect } from "./plan.ts";

const MEAN = { kind: "mean", difference: "relative", metric: "orders" } as const;
const arm = (...values: number[]): Arm =>
  armOf(
    values.map((v) => [v]),
    1,
  );
const codeOf = (answer: { ok: unknown } | { none: { code: string } }): string => ("none" in answer ? answer.none.code : "ok");
const value = <T>(answer: { ok: T } | { none: { code: string } }): T => {
  if ("none" in answer) throw new Error(answer.none.code);
  return answer.ok;
};

describe("no figure, with a reason", () => {
  test("nobody, one row, all in one arm, no variation, contradicting sums, nothing to be relative to", () => {
    const some = arm(1, 2, 3);
    expect(codeOf(effectOf(arm(), arm(), MEAN))).toBe("no_rows");
    expect(codeOf(effectOf(some, arm(), MEAN))).toBe("one_group_empty");
    expect(codeOf(effectOf(arm(), some, MEAN))).toBe("one_group_empty");
    expect(codeOf(effectOf(some, arm(5), MEAN))).toBe("too_few");
    expect(codeOf(effectOf(arm(2, 2, 2), some, MEAN))).toBe("no_variation");
    expect(codeOf(effectOf(arm(0, 0), arm(0, 0), MEAN))).toBe("no_variation");
    expect(codeOf(effectOf({ n: 2, sums: [1396.87], products: [[52377.9767]] }, some, MEAN))).toBe("negative_variance");
    expect(codeOf(effectOf(arm(-1, 1), some, MEAN))).toBe("zero_baseline");
    expect(codeOf(effectOf(arm(-1, 1), some, { ...MEAN, difference: "absolute" }))).toBe("ok");
    const idle = armOf(
      [
        [0, 0],
        [0, 0],
      ],
      2,
    );
    expect(
      codeOf(
        effectOf(
          idle,
          armOf(
            [
              [1, 2],
              [1, 3],
            ],
            2,
          ),
          { ...MEAN, kind: "ratio" },
        ),
      ),
    ).toBe("zero_baseline");
    expect(codeOf(effectOf(arm(1e200, 1e200, 3e200), some, MEAN))).toBe("not_finite");
  });

  test("a design without sense, or without traffic", () => {
    const baseline = { kind: "proportion", rate: 0.1 } as const;
    expect(codeOf(sampleFor({ baseline, effect: 0, alpha: 0.05, power: 0.8 }))).toBe("zero_baseline");
    expect(codeOf(sampleFor({ baseline: { kind: "proportion", rate: 0 }, effect: 0.1, alpha: 0.05, power: 0.8 }))).toBe("out_of_range");
    expect(codeOf(sampleFor({ baseline, effect: 20, alpha: 0.05, power: 0.8 }))).toBe("out_of_range");
    expect(codeOf(sampleFor({ baseline: { kind: "mean", mean: 3, sd: 0 }, effect: 0.1, alpha: 0.05, power: 0.8 }))).toBe("no_variation");
    expect(codeOf(durationOf(1000, { perDay: [0, 0, 0, 0, 0, 0, 0], share: 1 }))).toBe("no_rows");
    expect(codeOf(durationOf(1000, { perDay: [9, 8], share: 1 }))).toBe("too_few");
    expect(codeOf(betaBelief({ x: 5, n: 3 }, { x: 1, n: 3 }))).toBe("out_of_range");
    expect(codeOf(contamination(0, 0))).toBe("no_rows");
    expect(codeOf(designEffect([{ n: 4, sum: 2, squares: 2 }]))).toBe("too_few");
  });
});

describe("planning", () => {
  test("the textbook's sample: 10 % to 12 %, power 80 %, is 3,839 an arm (Fleiss, without correction), and back", () => {
    const ask = { baseline: { kind: "proportion", rate: 0.1 }, alpha: 0.05, power: 0.8 } as const;
    const sample = value(sampleFor({ ...ask, effect: 0.2 }));
    expect(sample.control).toBe(3839);
    expect(value(smallestEffect(ask, sample.control))).toBeCloseTo(0.2, 3);
    expect(value(durationOf(sample.total, { perDay: [90, 110, 100, 100, 90, 110, 100], share: 0.5 })).days).toBe(154);
  });

  test("friends of one advocate who all do the same count as one", () => {
    const alike = value(
      designEffect([
        { n: 5, sum: 5, squares: 5 },
        { n: 5, sum: 0, squares: 0 },
        { n: 5, sum: 5, squares: 5 },
      ]),
    );
    expect(alike.factor).toBeCloseTo(5, 10);
    expect(alike.icc).toBeCloseTo(1, 10);
  });

  test("circles of advocates who brought one another: those who do the same cost as many times more, those who differ nothing", () => {
    const ties = [
      ["a", "b"],
      ["b", "c"],
      ["d", "e"],
    ] as const;
    const circles = (values: Record<string, number>) => value(circlesOf(ties, { advocates: 8, values: new Map(Object.entries(values)) }));
    const alike = circles({ a: 2, b: 2, c: 2, x: 2 });
    expect(alike).toMatchObject({ circles: 2, members: 5, largest: 3 });
    // Sizes 3, 2, 1, 1, 1: weighed by size a circle has two.
    expect(alike.factor).toBeCloseTo(16 / 8, 10);
    expect(circles({ a: 2, d: 2, x: 2, b: 0, c: 0 }).factor).toBe(1);
    expect(value(circlesOf([], { advocates: 8, values: new Map() }))).toMatchObject({ members: 0, largest: 1, factor: 1 });
    expect(codeOf(circlesOf([], { advocates: 0, values: new Map() }))).toBe("no_rows");
    expect(codeOf(circlesOf(ties, { advocates: 8, values: new Map() }))).toBe("no_variation");
  });
});
