/** Statistics proven by worlds whose truth is known: 1,000 seeded worlds each. */
import { expect, test } from "vitest";
import { type Arm, armOf } from "../../src/core/analytics/experiment/arm.ts";
import { effectOf } from "../../src/core/analytics/experiment/effect.ts";
import { incrementOf } from "../../src/core/analytics/experiment/increment.ts";
import { sampleFor } from "../../src/core/analytics/experiment/plan.ts";
import { simulatePower } from "../../src/core/analytics/experiment/power.ts";
import { fixedTest } from "../../src/core/analytics/experiment/tests.ts";
import { wilson } from "../../src/core/analytics/interval.ts";
import { type Random, makeRandom } from "../../src/core/analytics/random.ts";

const WORLDS = 1000;
const value = <T>(answer: { ok: T } | { none: { code: string } }): T => {
  if ("none" in answer) throw new Error(answer.none.code);
  return answer.ok;
};

test("A/A with a look after every block: the sequence raises a false alarm in at most 5 % of worlds, the t-test in far more", () => {
  const plan = { effect: 0, alpha: 0.05, control: 2000, treatment: 2000, looks: 40, worlds: WORLDS };
  const shares = value(simulatePower({ ...plan, baseline: { kind: "proportion", rate: 0.12 } }, makeRandom(11)));
  const money = value(
    simulatePower({ ...plan, control: 800, treatment: 800, looks: 20, baseline: { kind: "mean", mean: 30, sd: 60 } }, makeRandom(12)),
  );
  for (const rates of [shares, money]) {
    expect(rates.sequential).toBeLessThanOrEqual(0.05);
    expect(rates.peeked).toBeGreaterThan(0.15);
    expect(Math.abs(rates.fixed - 0.05)).toBeLessThan(0.02);
  }
}, 120_000);

test("power is as planned within 3 points, for a share and for a skewed mean", () => {
  for (const [baseline, effect, seed] of [
    [{ kind: "proportion", rate: 0.1 }, 0.3, 21],
    [{ kind: "mean", mean: 30, sd: 45 }, 0.3, 22],
  ] as const) {
    for (const power of [0.8, 0.9]) {
      const { control, treatment } = value(sampleFor({ baseline, effect, alpha: 0.05, power }));
      const played = value(
        simulatePower({ baseline, effect, alpha: 0.05, control, treatment, looks: 1, worlds: 2 * WORLDS }, makeRandom(seed)),
      );
      expect(Math.abs(played.fixed - power), `${baseline.kind} ${power}: ${played.fixed}`).toBeLessThan(0.03);
    }
  }
});

test("intervals of a conversion, of its difference and of a ratio hold the truth in 95 % of worlds, within 2 points", () => {
  const random = makeRandom(31);
  const held = { share: 0, difference: 0, ratio: 0, relative: 0 };
  for (let world = 0; world < WORLDS; world++) {
    const rate = 0.03 + 0.4 * random.next();
    const n = 150 + random.below(600);
    const hits = random.binomial(n, rate);
    const { low, high } = wilson(hits, n);
    if (low <= rate && rate <= high) held.share++;
    const after = rate * (0.8 + 0.5 * random.next());
    const others = random.binomial(n, after);
    const shares = { kind: "proportion", metric: "bought" } as const;
    const [a, b] = [shareArm(hits, n), shareArm(others, n)];
    if (holds(effectOf(a, b, { ...shares, difference: "absolute" }), after - rate)) held.difference++;
    const [c, d] = [ratioArm(300, 0.2, random), ratioArm(300, 0.25, random)];
    const ratio = { kind: "ratio", metric: "conversion per invitation" } as const;
    if (holds(effectOf(c, d, { ...ratio, difference: "absolute" }), 0.05)) held.ratio++;
    if (holds(effectOf(c, d, { ...ratio, difference: "relative" }), 0.25)) held.relative++;
  }
  for (const [what, count] of Object.entries(held))
    expect(Math.abs(count / WORLDS - 0.95), `${what}: ${count / WORLDS}`).toBeLessThan(0.02);
});

test("the cost of an incremental customer holds the truth in 95 % of worlds within 2 points; it is refused where there may be none", () => {
  const random = makeRandom(41);
  let held = 0;
  for (let world = 0; world < WORLDS; world++) {
    // 0.4 customers an advocate with the offer, 0.25 without; 20.00 for each with it: 2000 x 0.4 / 0.15 for each one more.
    const [offered, withheld] = [costArm(800, { mean: 0.4, reward: 2000 }, random), costArm(800, { mean: 0.25, reward: 0 }, random)];
    const { cost } = value(incrementOf(offered, withheld, 0.05));
    if ("ok" in cost && cost.ok.low <= 16_000 / 3 && 16_000 / 3 <= cost.ok.high) held++;
  }
  expect(Math.abs(held / WORLDS - 0.95), `${held}`).toBeLessThan(0.02);
  const same = [costArm(800, { mean: 0.3, reward: 2000 }, random), costArm(800, { mean: 0.3, reward: 0 }, random)] as const;
  expect(value(incrementOf(...same, 0.05)).cost).toMatchObject({ none: { code: "does_not_apply" } });
  expect(incrementOf(costArm(0, { mean: 1, reward: 1 }, random), same[1], 0.05)).toMatchObject({ none: { code: "one_group_empty" } });
});

function costArm(n: number, of: { mean: number; reward: number }, random: Random): Arm {
  return armOf(
    Array.from({ length: n }, () => {
      const customers = random.poisson(of.mean);
      return [customers * of.reward, customers];
    }),
    2,
  );
}

const shareArm = (hits: number, n: number): Arm => ({ n, sums: [hits], products: [[hits]] });

function holds(effect: ReturnType<typeof effectOf>, truth: number): boolean {
  const { low, high } = value(fixedTest(value(effect), { alpha: 0.05, sides: "two" }));
  return (low as number) <= truth && truth <= (high as number);
}

/** Advocates who invite differently often and whose friends convert differently well: what a test on friends would get wrong. */
function ratioArm(n: number, rate: number, random: Random): Arm {
  let [m, d, mm, md, dd] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const invited = 1 + random.poisson(random.exponential() * 3);
    const converted = random.binomial(invited, random.beta(rate * 4, (1 - rate) * 4));
    m += converted;
    d += invited;
    mm += converted * converted;
    md += converted * invited;
    dd += invited * invited;
  }
  return {
    n,
    sums: [m, d],
    products: [
      [mm, md],
      [md, dd],
    ],
  };
}
