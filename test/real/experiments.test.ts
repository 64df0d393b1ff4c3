/** The published figures of a widely used experiment platform, from the file that travels beside the repository. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, test } from "vitest";
import { type Arm, type MetricKind, armOf } from "../../src/core/analytics/experiment/arm.ts";
import { believe, betaBelief, risksOf } from "../../src/core/analytics/experiment/bayes.ts";
import { type Difference, effectOf, thetaOf } from "../../src/core/analytics/experiment/effect.ts";
import { benjaminiHochberg, holm } from "../../src/core/analytics/experiment/multiple.ts";
import { sampleRatio } from "../../src/core/analytics/experiment/sample-ratio.ts";
import { type Sides, fixedTest, sequentialTest } from "../../src/core/analytics/experiment/tests.ts";

const FILE = fileURLToPath(new URL("../../../shared/data/ab_reference.json", import.meta.url));

type Sum = { n: number; sum: number; sum_squares: number };
type Given = Sum & { type: string; post: Sum; pre: Sum; post_pre_sum_of_products: number } & Record<
    "num_post" | "den_post" | "num_pre" | "den_pre",
    Sum
  > & { sum_of_products: Record<string, number> };
type Case = {
  id: string;
  method: string;
  control: Given;
  treatment: Given;
  settings: { difference: Difference; alpha: number; tuning?: number };
  expected: { effect: number; ci: [number | null, number | null]; se: number; p?: number; chance_to_win?: number; risk?: number[] };
};
type Reference = {
  tests: Case[];
  srm: { users: number[]; weights: number[]; expected_p: number; tolerance: number }[];
  multiple_testing: Record<
    "holm" | "benjamini_hochberg",
    { p: number[]; expected_sorted?: number[]; expected_sorted_desc?: number[]; expected_index_order: number[] }
  >;
  cuped_theta: { pre: number[]; post: number[]; expected_theta: number };
  bayes_risk_closed_form: { mu: number; sigma: number; expected: number[]; extreme: { mu: number; sigma: number; expected: number[] } };
  beta_binomial_exact: {
    cases: {
      control: { x: number; n: number };
      treatment: { x: number; n: number };
      p_treatment_better: number;
      loss_choosing_control: number;
      loss_choosing_treatment: number;
    }[];
  };
};

const reference = (): Reference => JSON.parse(readFileSync(FILE, "utf8")) as Reference;

function armFrom(of: Given): { arm: Arm; kind: MetricKind } {
  if (of.type === "proportion") return { kind: "proportion", arm: { n: of.n, sums: [of.sum], products: [[of.sum]] } };
  if (of.type === "mean") return { kind: "mean", arm: { n: of.n, sums: [of.sum], products: [[of.sum_squares]] } };
  if (of.type === "cuped_mean") {
    const cross = of.post_pre_sum_of_products;
    return {
      kind: "mean",
      arm: {
        n: of.n,
        sums: [of.post.sum, of.pre.sum],
        products: [
          [of.post.sum_squares, cross],
          [cross, of.pre.sum_squares],
        ],
      },
    };
  }
  const p = of.sum_of_products as Record<"mPost_mPre" | "dPost_dPre" | "mPre_dPre" | "mPost_dPost" | "mPost_dPre" | "mPre_dPost", number>;
  const [a, b, c, d] = [of.num_post, of.den_post, of.num_pre, of.den_pre];
  const products = [
    [a.sum_squares, p.mPost_dPost, p.mPost_mPre, p.mPost_dPre],
    [p.mPost_dPost, b.sum_squares, p.mPre_dPost, p.dPost_dPre],
    [p.mPost_mPre, p.mPre_dPost, c.sum_squares, p.mPre_dPre],
    [p.mPost_dPre, p.dPost_dPre, p.mPre_dPre, d.sum_squares],
  ];
  return { kind: "ratio", arm: { n: of.n, sums: [a.sum, b.sum, c.sum, d.sum], products } };
}

const sidesOf = (method: string): Sides => (method.endsWith("greater") ? "greater" : method.endsWith("lesser") ? "less" : "two");

function computed(one: Case): {
  effect: number;
  se: number;
  low: number | null;
  high: number | null;
  p?: number;
  chance?: number;
  risk?: readonly number[];
} {
  const { arm, kind } = armFrom(one.control);
  const effect = effectOf(arm, armFrom(one.treatment).arm, { kind, difference: one.settings.difference, metric: "orders" });
  if (!("ok" in effect)) throw new Error(effect.none.code);
  const { alpha, tuning } = one.settings;
  if (one.method.startsWith("bayesian")) {
    const belief = believe(effect.ok, { alpha });
    return { effect: belief.effect, se: belief.sd, low: belief.low, high: belief.high, chance: belief.chance, risk: belief.risk };
  }
  const sides = sidesOf(one.method);
  const tested = one.method.startsWith("sequential")
    ? sequentialTest(effect.ok, { alpha, sides, tuning })
    : fixedTest(effect.ok, { alpha, sides });
  if (!("ok" in tested)) throw new Error(tested.none.code);
  return { effect: effect.ok.effect, se: effect.ok.se, ...tested.ok };
}

/** The figures are printed to five decimals and were computed again to 1.1e-5. */
const near = (value: number | null | undefined, expected: number | null, by = 1.1e-5): void => {
  if (expected === null) expect(value).toBeNull();
  else expect(Math.abs((value ?? Number.NaN) - expected), `${value} for ${expected}`).toBeLessThanOrEqual(by);
};

describe("experiments against published figures", () => {
  beforeEach((context) => {
    context.skip(!existsSync(FILE), "the real data is not here (../shared/data)");
  });

  test("effect, standard error, interval, p, chance to win and risk of every case", () => {
    for (const one of reference().tests) {
      const ours = computed(one);
      near(ours.effect, one.expected.effect);
      near(ours.se, one.expected.se);
      near(ours.low, one.expected.ci[0]);
      near(ours.high, one.expected.ci[1]);
      if (one.expected.p !== undefined) near(ours.p, one.expected.p, one.method.startsWith("sequential_one") ? 2e-4 : 1.1e-5);
      if (one.expected.chance_to_win !== undefined) near(ours.chance, one.expected.chance_to_win);
      for (const [i, risk] of (one.expected.risk ?? []).entries()) near(ours.risk?.[i], risk);
    }
  });

  test("sample ratio, Holm, Benjamini-Hochberg, theta, risk and the exact beta-binomial", () => {
    const known = reference();
    for (const { users, weights, expected_p: p, tolerance } of known.srm) near(sampleRatio(users, weights), p, tolerance);
    const { holm: step, benjamini_hochberg: bh } = known.multiple_testing;
    const ours = holm(step.p);
    expect(step.expected_index_order.map((i) => Number((ours[i] ?? 0).toFixed(6)))).toEqual(step.expected_sorted);
    const rates = benjaminiHochberg(bh.p);
    for (const [rank, i] of bh.expected_index_order.entries()) near(rates[i], bh.expected_sorted_desc?.[rank] ?? 0, 5e-5);
    const { pre, post, expected_theta: theta } = known.cuped_theta;
    const arm = armOf(
      pre.map((x, i) => [post[i] as number, x]),
      2,
    );
    near(thetaOf(arm, arm, "mean"), theta);
    const { mu, sigma, expected, extreme } = known.bayes_risk_closed_form;
    for (const [i, risk] of risksOf(mu, sigma).entries()) near(risk, expected[i] as number, 1e-9);
    for (const [i, risk] of risksOf(extreme.mu, extreme.sigma).entries()) near(risk, extreme.expected[i] as number, 1e-9);
    for (const one of known.beta_binomial_exact.cases) {
      const exact = betaBelief(one.control, one.treatment);
      if (!("ok" in exact)) throw new Error(exact.none.code);
      near(exact.ok.chance, one.p_treatment_better, 1e-9);
      near(exact.ok.risk[0], one.loss_choosing_control, 1e-9);
      near(exact.ok.risk[1], one.loss_choosing_treatment, 1e-9);
    }
  });
});
