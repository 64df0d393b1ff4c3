/** Experiments proven by worlds whose truth is known: 1,000 seeded worlds each. Their intervals: test/statistics/coverage.test.ts. */
import { expect, test } from "vitest";
import { type Arm, armOf } from "../../src/core/analytics/experiment/arm.ts";
import { type Effect, effectOf } from "../../src/core/analytics/experiment/effect.ts";
import { incrementOf } from "../../src/core/analytics/experiment/increment.ts";
import { sampleFor } from "../../src/core/analytics/experiment/plan.ts";
import { simulatePower } from "../../src/core/analytics/experiment/power.ts";
import { fixedTest } from "../../src/core/analytics/experiment/tests.ts";
import { circleOf } from "../../scripts/statistics-coverage.ts";
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

test("A/A where circles are dealt: one row a circle raises a false alarm in 5 % of worlds, one row an advocate in many more", () => {
  const alarms = { circles: 0, advocates: 0 };
  const random = makeRandom(51);
  for (let world = 0; world < WORLDS; world++) {
    const arms = [0, 1].map(() => Array.from({ length: 200 }, () => circleOf(1, random)));
    const [a, b] = arms.map((circles) =>
      armOf(
        circles.map((did) => [did.reduce((x, y) => x + y, 0), did.length]),
        2,
      ),
    ) as [Arm, Arm];
    const [x, y] = arms.map((circles) =>
      armOf(
        circles.flat().map((did) => [did]),
        1,
      ),
    ) as [Arm, Arm];
    const isAlarm = (of: Effect): boolean => value(fixedTest(of, { alpha: 0.05, sides: "two" })).p < 0.05;
    if (isAlarm(value(effectOf(a, b, { kind: "ratio", difference: "relative", metric: "x" })))) alarms.circles++;
    if (isAlarm(value(effectOf(x, y, { kind: "mean", difference: "relative", metric: "x" })))) alarms.advocates++;
  }
  expect(Math.abs(alarms.circles / WORLDS - 0.05), `${alarms.circles}`).toBeLessThan(0.02);
  expect(alarms.advocates / WORLDS, `${alarms.advocates}`).toBeGreaterThan(0.12);
});

test("the cost of an incremental customer is refused where there may be none", () => {
  const random = makeRandom(41);
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
