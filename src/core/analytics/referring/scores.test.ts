import { describe, expect, test } from "vitest";
import { meanScore, netScore } from "./scores.ts";

describe("a month's answers", () => {
  test("50 who praise and 20 who complain of 100 are 30 points, give or take 15.3", () => {
    const { value, low, high } = netScore({ praise: 50, complain: 20, n: 100 })!;
    expect([value, high - value, value - low].map((each) => Math.round(each * 10) / 10)).toEqual([30, 15.3, 15.3]);
  });

  test("the interval stays within the scale, and no answers are no figure", () => {
    expect(netScore({ praise: 2, complain: 0, n: 2 })).toEqual({ value: 100, low: 100, high: 100 });
    expect(netScore({ praise: 0, complain: 0, n: 0 })).toBeNull();
    expect(meanScore([0, 0, 0, 0, 0])).toBeNull();
    expect(meanScore([0, 0, 0, 1, 0])).toEqual({ value: 4, low: 1, high: 5 });
    expect(meanScore([1, 0, 0, 0, 1])).toMatchObject({ low: 1, high: 5 });
  });

  test("the mean with its interval: 1, 2, 3, 4, 5 is 3, give or take 1.963", () => {
    const { value, low } = meanScore([1, 1, 1, 1, 1])!;
    expect(value).toBe(3);
    expect(value - low).toBeCloseTo(1.963, 3);
  });
});
