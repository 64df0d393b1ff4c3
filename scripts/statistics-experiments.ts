/** The public test cases of a widely used experiment platform (GrowthBook), numbers only, beside ours. */
import { type Arm, type MetricKind, armOf } from "../src/core/analytics/experiment/arm.ts";
import { believe, betaBelief, risksOf } from "../src/core/analytics/experiment/bayes.ts";
import { type Difference, effectOf, thetaOf } from "../src/core/analytics/experiment/effect.ts";
import { benjaminiHochberg, holm } from "../src/core/analytics/experiment/multiple.ts";
import { sampleRatio } from "../src/core/analytics/experiment/sample-ratio.ts";
import { type Sides, fixedTest, sequentialTest } from "../src/core/analytics/experiment/tests.ts";
import type { Figure, Section } from "./statistics-figures.ts";
import { json, must, throughApi } from "./statistics-figures.ts";

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
const PRINTED = 1.1e-5;

function caseFigures(one: Case): Figure[] {
  const ours = computed(one);
  const { effect, se, ci, p, chance_to_win: chance, risk } = one.expected;
  // A sequential p to one side is found by halving, and theirs stops early.
  const byHalving = one.method.startsWith("sequential_one") ? 2e-4 : PRINTED;
  const all: [what: string, published: number | null | undefined, ours: number | null | undefined, tolerance: number][] = [
    ["effect", effect, ours.effect, PRINTED],
    ["standard error", se, ours.se, PRINTED],
    ["interval, low", ci[0], ours.low, PRINTED],
    ["interval, high", ci[1], ours.high, PRINTED],
    ["p", p, ours.p, byHalving],
    ["chance to win", chance, ours.chance, PRINTED],
    ["risk of the control", risk?.[0], ours.risk?.[0], PRINTED],
    ["risk of the treatment", risk?.[1], ours.risk?.[1], PRINTED],
  ];
  return all.flatMap(([what, published, our, tolerance]) => {
    // An open end of an interval is null on both sides.
    if ((published === null && our === null) || published === undefined) return [];
    return [{ what: `${one.id}: ${what}`, published: published ?? NaN, ours: our ?? NaN, tolerance }];
  });
}

function severalFigures({ multiple_testing: known, srm }: Reference): Figure[] {
  const { holm: step, benjamini_hochberg: bh } = known;
  const inOrder = (what: string, by: { order: number[]; published: number[]; ours: readonly number[]; tolerance: number }): Figure[] =>
    by.order.map((i, rank) => ({
      what: `${what}, p ${i + 1}`,
      published: by.published[rank]!,
      ours: by.ours[i]!,
      tolerance: by.tolerance,
    }));
  return [
    ...srm.map(({ users, weights, expected_p: p, tolerance }) => ({
      what: `sample ratio of ${users.join("/")}, weights ${weights.join("/")}: p`,
      published: p,
      ours: sampleRatio(users, weights),
      tolerance,
    })),
    ...inOrder("Holm", { order: step.expected_index_order, published: step.expected_sorted ?? [], ours: holm(step.p), tolerance: 1e-9 }),
    ...inOrder("Benjamini-Hochberg", {
      order: bh.expected_index_order,
      published: bh.expected_sorted_desc ?? [],
      ours: benjaminiHochberg(bh.p),
      tolerance: 5e-5,
    }),
  ];
}

function beliefFigures(known: Reference): Figure[] {
  const { pre, post, expected_theta: theta } = known.cuped_theta;
  const arm = armOf(
    pre.map((x, i) => [post[i] as number, x]),
    2,
  );
  const { mu, sigma, expected, extreme } = known.bayes_risk_closed_form;
  const risks = (name: string, published: number[], ours: readonly number[]): Figure[] =>
    published.map((risk, i) => ({
      what: `${name}, ${i === 0 ? "control" : "treatment"}`,
      published: risk,
      ours: ours[i]!,
      tolerance: 1e-9,
    }));
  return [
    { what: "CUPED theta", published: theta, ours: thetaOf(arm, arm, "mean"), tolerance: PRINTED },
    ...risks("risk in closed form", expected, risksOf(mu, sigma)),
    ...risks("risk in closed form, hardly uncertain", extreme.expected, risksOf(extreme.mu, extreme.sigma)),
    ...known.beta_binomial_exact.cases.flatMap((one) => {
      const exact = must(betaBelief(one.control, one.treatment));
      const name = `beta-binomial ${one.control.x}/${one.control.n} and ${one.treatment.x}/${one.treatment.n}`;
      return [
        { what: `${name}: chance`, published: one.p_treatment_better, ours: exact.chance, tolerance: 1e-9 },
        { what: `${name}: loss by the control`, published: one.loss_choosing_control, ours: exact.risk[0], tolerance: 1e-9 },
        { what: `${name}: loss by the treatment`, published: one.loss_choosing_treatment, ours: exact.risk[1], tolerance: 1e-9 },
      ];
    }),
  ];
}

/** The section of the experiments. The data must be there. */
export function experimentFigures(): Section {
  const known = json<Reference>("ab_reference.json");
  return {
    title: "Experiments",
    through: throughApi(
      new RegExp(
        "^(freq_two_sided_(proportion_)?relative|seq_two_sided_mean.*|bayes_(proportion|mean)_flat): " +
          "|^freq_one_sided_greater_relative: (effect|st)|^sample ratio of (1000/1200|310|500|0)",
      ),
      "experiment and API",
    ),
    source:
      "The public tests of GrowthBook (MIT), numbers only; the beta-binomial was computed in closed form and is no vendor's figure.",
    figures: [...known.tests.flatMap(caseFigures), ...severalFigures(known), ...beliefFigures(known)],
  };
}
