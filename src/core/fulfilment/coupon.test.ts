import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UTC, compileZone } from "../time.ts";
import { type Coupon, couponProblem, planCoupons, validUntil } from "./coupon.ts";

const coupon = (more: Partial<Coupon> = {}): Coupon & { owed: number } => ({
  code: "AAAA",
  reward: "r",
  nth: 1,
  person: "ben",
  terms: {},
  validUntil: null,
  redeemedAt: null,
  voidedAt: null,
  uses: 0,
  owed: 1,
  ...more,
});
const ask = { now: 1_000, person: "ben", order: null };

describe("couponProblem", () => {
  test("a coupon is good to the last millisecond of its time", () => {
    expect(couponProblem(coupon({ validUntil: 1_000 }), ask)).toBeNull();
    expect(couponProblem(coupon({ validUntil: 999 }), ask)).toBe("expired");
  });

  test.each([
    ["unknown", null, ask],
    ["other_person", coupon({ redeemedAt: 5 }), { ...ask, person: "bea" }],
    ["used", coupon({ redeemedAt: 5, validUntil: 1 }), ask],
    ["unknown", coupon({ voidedAt: 5 }), ask],
    ["unknown", { ...coupon(), owed: 0 }, ask],
    [null, coupon(), { ...ask, person: null }],
  ] as const)("%s: a stranger learns nothing else, and what was taken back is as unknown as any other code", (reason, held, question) => {
    expect(couponProblem(held, question)).toBe(reason);
  });

  test.each([
    [5_000, "USD", null],
    [4_999, "USD", "minimum_not_met"],
    [9_000, "EUR", "minimum_not_met"],
    [5_000, null, null],
  ] as const)("an order of %i %s against a minimum of 50.00 USD: %s", (total, currency, reason) => {
    const held = coupon({ terms: { minimum_order: "50.00 USD" } });
    expect(couponProblem(held, { ...ask, order: { total, currency } })).toBe(reason);
    expect(couponProblem(held, ask)).toBeNull();
  });
});

describe("validUntil", () => {
  test("days are exact, months go by the program's calendar, and no words are no end", () => {
    const at = Date.UTC(2026, 0, 31, 12);
    expect(validUntil({ valid: "30d" }, at, UTC)).toBe(at + 30 * 86_400_000);
    expect(validUntil({ valid: "1 month" }, at, compileZone("Europe/Berlin") ?? UTC)).toBe(Date.UTC(2026, 1, 28, 12));
    expect(validUntil({}, at, UTC)).toBeNull();
  });
});

describe("planCoupons", () => {
  const state = fc.record({ redeemed: fc.boolean(), voided: fc.boolean() });
  const held = fc
    .array(state, { maxLength: 6 })
    .map((list) =>
      list.map((s, i) =>
        coupon({ code: `C${i}`, nth: i + 1, redeemedAt: s.redeemed ? 5 : null, voidedAt: s.voided && !s.redeemed ? 5 : null }),
      ),
    );

  test("it brings what is given to what is owed, within what is available, voids no redeemed one, and then has nothing to do", () => {
    fc.assert(
      fc.property(held, fc.nat(8), fc.integer({ min: -3, max: 8 }), (coupons, owed, available) => {
        const used = coupons.filter((c) => c.voidedAt === null).length;
        const plan = planCoupons({ owed, used }, coupons, available);
        const by = plan.issue.length + plan.revive.length - plan.voided.length;
        if (by > 0) expect(by).toBe(Math.min(owed - used, Math.max(0, available)));
        if (owed < used)
          expect(plan.voided.length).toBe(
            Math.min(used - owed, coupons.filter((c) => c.redeemedAt === null && c.voidedAt === null).length),
          );
        for (const code of plan.voided) expect(coupons.find((c) => c.code === code)?.redeemedAt).toBeNull();
        expect(new Set([...plan.issue, ...coupons.map((c) => c.nth)]).size).toBe(plan.issue.length + coupons.length);
        expect(planCoupons({ owed, used: used + by }, apply(coupons, plan), available - by)).toEqual({ issue: [], revive: [], voided: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  function apply(coupons: Coupon[], plan: ReturnType<typeof planCoupons>): Coupon[] {
    const moved = coupons.map((c) => ({
      ...c,
      voidedAt: plan.voided.includes(c.code) ? 9 : plan.revive.includes(c.code) ? null : c.voidedAt,
    }));
    return [...moved, ...plan.issue.map((nth) => coupon({ code: `N${nth}`, nth }))];
  }
});
