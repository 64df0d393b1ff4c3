import { expect, test } from "vitest";
import { minimise, numericGradient } from "./optimise.ts";

const rosenbrock = ([x = 0, y = 0]: readonly number[]): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2;

test("finds the bottom of Rosenbrock's valley, with and without a given gradient", () => {
  const gradient = ([x = 0, y = 0]: readonly number[]): number[] => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];
  for (const found of [minimise(rosenbrock, [-1.2, 1]), minimise(rosenbrock, [-1.2, 1], { gradient })]) {
    expect(found.converged).toBe(true);
    expect(found.x[0]).toBeCloseTo(1, 5);
    expect(found.x[1]).toBeCloseTo(1, 5);
  }
  expect(numericGradient(rosenbrock)([-1.2, 1])[0]).toBeCloseTo(gradient([-1.2, 1])[0]!, 4);
});

test("steps back from where the function has no value, and says when there is no bottom", () => {
  const log = ([x = 0]: readonly number[]): number => (x <= 0 ? NaN : x - Math.log(x));
  const found = minimise(log, [8]);
  expect(found.x[0]).toBeCloseTo(1, 5);
  expect(minimise(([x = 0]) => -x, [0], { steps: 20 }).converged).toBe(false);
  expect(minimise(() => NaN, [0]).converged).toBe(false);
});
