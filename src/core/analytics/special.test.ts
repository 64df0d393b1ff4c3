import { describe, expect, test } from "vitest";
import {
  betaCdf,
  betaQuantile,
  chiSquareTail,
  digamma,
  gammaTail,
  hypergeometric,
  logBeta,
  logGamma,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
} from "./special.ts";

describe("special functions", () => {
  test("agree with tables to ten digits", () => {
    expect(logGamma(0.5)).toBeCloseTo(0.5723649429247001, 12);
    expect(logGamma(10)).toBeCloseTo(Math.log(362880), 12);
    expect(logBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 12);
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 12);
    expect(normalCdf(1.959963984540054)).toBeCloseTo(0.975, 12);
    expect(normalCdf(-10) / 7.619853024160526e-24).toBeCloseTo(1, 10);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12);
    expect(betaCdf(0.5, 2, 3)).toBeCloseTo(0.6875, 12);
    expect(betaQuantile(0.6875, 2, 3)).toBeCloseTo(0.5, 10);
    expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 10);
    expect(gammaTail(2, 1)).toBeCloseTo(Math.exp(-2), 12);
    expect(hypergeometric([1, 1, 2], 0.5)).toBeCloseTo(2 * Math.log(2), 10);
  });

  test("Student's t holds for fractional freedom and inverts itself from the middle to the tails", () => {
    expect(studentQuantile(0.975, 5)).toBeCloseTo(2.570581835636314, 9);
    expect(studentQuantile(0.975, 1e6)).toBeCloseTo(1.959966, 5);
    for (const freedom of [1, 2.5, 30.7, 6844.3]) {
      for (const p of [1e-6, 0.025, 0.3, 0.499, 0.5, 0.501, 0.8, 0.99999]) {
        expect(studentCdf(studentQuantile(p, freedom), freedom)).toBeCloseTo(p, 9);
      }
    }
  });

  test("nothing throws at the edges: the limit is answered", () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect(chiSquareTail(1e6, 3)).toBe(0);
    expect(chiSquareTail(0, 3)).toBe(1);
    expect(betaQuantile(1e-9, 0.01, 500)).toBe(0);
    expect([betaCdf(-1, 2, 3), betaCdf(2, 2, 3)]).toEqual([0, 1]);
    expect([studentCdf(-1e9, 3) < 1e-20, studentCdf(1e9, 3)]).toEqual([true, 1]);
  });
});
