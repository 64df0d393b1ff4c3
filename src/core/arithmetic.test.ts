import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { announced, runs } from "../../test/support/seeds.ts";
import { addSafe, mulDiv, parsePercent, parseRatio, percentOf, ratioProduct, splitLargestRemainder } from "./arithmetic.ts";
import type { Rounding } from "./arithmetic.ts";
import { formatMoney, parseMoney } from "./money.ts";

const MAX = Number.MAX_SAFE_INTEGER;
const safe = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0, MAX, -MAX));
const divisor = fc.oneof(
  fc.integer({ min: 1, max: 1000 }),
  fc.maxSafeNat().map((n) => Math.max(1, n)),
);

/** The oracle: the integer q nearest to p / d by the rule, found from |p - q d| alone. */
function rounded(product: bigint, den: bigint, rounding: Rounding): bigint {
  const size = product < 0n ? -product : product;
  const low = size / den;
  const below = size - low * den;
  const above = (low + 1n) * den - size;
  const up = rounding !== "down" && (above < below || (above === below && (rounding === "half_up" || low % 2n === 1n)));
  return (up ? low + 1n : low) * (product < 0n ? -1n : 1n);
}

describe("mulDiv", () => {
  test.each<[number, number, number, Rounding, number]>([
    [5, 1, 2, "half_up", 3],
    [-5, 1, 2, "half_up", -3],
    [5, 1, 2, "half_even", 2],
    [-5, 1, 2, "half_even", -2],
    [7, 1, 2, "half_even", 4],
    [5, 1, 2, "down", 2],
    [-5, 1, 2, "down", -2],
    [-1, 1, 3, "half_up", 0],
    [2000, 2000, 8000, "half_up", 500],
    [MAX, MAX, MAX, "half_up", MAX],
    [MAX, 1, 2, "half_up", 4_503_599_627_370_496],
    [MAX - 1, 3, 4, "half_even", 6_755_399_441_055_742],
  ])("%i x %i / %i %s is %i", (a, num, den, rounding, expected) => {
    expect(mulDiv(a, num, den, rounding)).toBe(expected);
  });

  test("equals exact rational arithmetic over the whole safe range, on both paths", () => {
    fc.assert(
      fc.property(safe, safe, divisor, fc.constantFrom<Rounding>("half_up", "down", "half_even"), (a, num, den, rounding) => {
        const exact = rounded(BigInt(a) * BigInt(num), BigInt(den), rounding);
        if (exact > BigInt(MAX) || exact < -BigInt(MAX)) expect(() => mulDiv(a, num, den, rounding)).toThrow(RangeError);
        else expect(mulDiv(a, num, den, rounding)).toBe(Number(exact));
      }),
      runs(5000),
    );
  });

  test("what is no safe integer, and a divisor of zero or less, throws and is never posted", () => {
    const amounts = [
      [1.5, 1, 1],
      [1.5, 2, 1],
      [2 ** 60, 0, 1],
      [2 ** 53, 1, 1],
      [Number.NaN, 1, 1],
    ] as const;
    const ratios = [
      [2, 1.5, 1],
      [1, 0.1, 1],
      [1, 1, 0],
      [1, 1, -2],
      [1, 1, 0.5],
    ] as const;
    for (const bad of [...amounts, ...ratios]) {
      expect(() => mulDiv(bad[0], bad[1], bad[2], "half_up")).toThrow(RangeError);
    }
    expect(() => addSafe(MAX, 1)).toThrow(RangeError);
    expect(() => addSafe(-MAX, -1)).toThrow(RangeError);
    expect(addSafe(MAX, -MAX)).toBe(0);
  });
});

describe("ratios", () => {
  test("a percent is an exact rational in lowest terms", () => {
    expect(parsePercent("12.5")).toEqual({ num: 1, den: 8 });
    expect(parsePercent(12.5)).toEqual({ num: 1, den: 8 });
    expect(parsePercent(0)).toEqual({ num: 0, den: 1 });
    expect(parsePercent("33.333333")).toEqual({ num: 33333333, den: 100000000 });
    expect(parseRatio(1.5)).toEqual({ num: 3, den: 2 });
    expect(ratioProduct({ num: 1, den: 10 }, { num: 3, den: 2 })).toEqual({ num: 3, den: 20 });
  });

  test("signs, exponents, blanks, a seventh decimal and more than a million are no percent", () => {
    const texts = ["", "-1", "+1", "1e2", " 1", "1 ", ".5", "5.", "1.2.3", "12,5", "0.0000001", "1000001"];
    for (const bad of [...texts, -1, 1e-7, 1e21, Number.NaN, Infinity]) {
      expect(parsePercent(bad)).toBeUndefined();
    }
  });

  test("12.5 % of 80.00 is 10.00, and half a cent goes away from zero on both sides", () => {
    const eighth = parsePercent("12.5") ?? { num: 0, den: 1 };
    expect(percentOf(8000, eighth, "half_up")).toBe(1000);
    expect(percentOf(4, eighth, "half_up")).toBe(1);
    expect(percentOf(-4, eighth, "half_up")).toBe(-1);
  });
});

describe("P5: splitting n over weights", () => {
  const p5 = announced("P5", 2000);
  const weight = fc.oneof(
    fc.nat({ max: 5 }),
    fc.nat({ max: 1_000_000 }),
    fc.maxSafeNat().map((n) => Math.floor(n / 16)),
  );
  const weights = fc.array(weight, { minLength: 1, maxLength: 12 });
  const mixed = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 12 });

  test("sums to n, and each part is within 1 of its exact share", () => {
    fc.assert(
      fc.property(safe, fc.oneof(weights, mixed), (total, list) => {
        const whole = list.reduce((sum, weight) => sum + BigInt(weight), 0n);
        const used = whole === 0n ? list.map(() => 1) : list;
        const base = whole === 0n ? BigInt(list.length) : whole;
        fc.pre(used.every((weight) => bigAbs((BigInt(total) * BigInt(weight)) / base) < BigInt(MAX) / 16n));
        const parts = splitLargestRemainder(total, list);
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
        parts.forEach((part, i) => {
          expect(bigAbs(BigInt(part) * base - BigInt(total) * BigInt(used[i] ?? 0)) < bigAbs(base)).toBe(true);
        });
      }),
      p5,
    );
  });

  test("is order-stable: equal weights favour the earlier, a larger weight never gets less, a zero weight gets nothing", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), weights, (total, list) => {
        const parts = splitLargestRemainder(total, list);
        const somebody = list.some((weight) => weight > 0);
        for (let i = 0; i < list.length; i++) {
          if (somebody && list[i] === 0) expect(parts[i]).toBe(0);
          for (let j = i + 1; j < list.length; j++) {
            if ((list[i] ?? 0) >= (list[j] ?? 0)) expect(parts[i]).toBeGreaterThanOrEqual(parts[j] ?? 0);
          }
        }
      }),
      p5,
    );
  });

  test("a take-back is the mirror of the grant: split(-n) = -split(n)", () => {
    fc.assert(
      fc.property(safe, weights, (total, list) => {
        expect(splitLargestRemainder(-total, list)).toEqual(splitLargestRemainder(total, list).map((part) => -part + 0));
      }),
      p5,
    );
  });

  test("in currencies with 0, 2 and 3 decimals the printed parts add up to the printed total", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), weights, fc.constantFrom("JPY", "USD", "KWD"), (total, list, currency) => {
        const printed = splitLargestRemainder(total, list).map((amount) => formatMoney({ amount, currency }));
        const sum = printed.map(parseMoney).reduce((all, money) => all + (typeof money === "string" ? Number.NaN : money.amount), 0);
        expect(formatMoney({ amount: sum, currency })).toBe(formatMoney({ amount: total, currency }));
      }),
      p5,
    );
  });

  test("the edges: nothing over nothing, something over zeros, one cent over three, a discount line", () => {
    expect(splitLargestRemainder(0, [])).toEqual([]);
    expect(() => splitLargestRemainder(1, [])).toThrow(RangeError);
    expect(() => splitLargestRemainder(0.5, [1])).toThrow(RangeError);
    expect(() => splitLargestRemainder(2, [0.5, 0.5])).toThrow(RangeError);
    expect(splitLargestRemainder(5, [0, 0])).toEqual([3, 2]);
    expect(splitLargestRemainder(0, [0, 0])).toEqual([0, 0]);
    expect(splitLargestRemainder(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitLargestRemainder(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(splitLargestRemainder(90, [100, -10])).toEqual([100, -10]);
  });
});

function bigAbs(n: bigint): bigint {
  return n < 0n ? -n : n;
}
