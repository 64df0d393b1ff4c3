import fc from "fast-check";
import { expect, test } from "vitest";
import { announced } from "../../test/support/seeds.ts";
import { mulDiv } from "./arithmetic.ts";
import type { Correction, Order } from "./facts.ts";
import { type OrderState, correctOrder, isFullyRefunded, keptOf, netOf, openOrder, refundedOf } from "./order-state.ts";

type Step = { type: "refund" | "order_updated"; correction: Correction };

/** An order whose parts sum to its total, and corrections that name amounts, parts and lines, too much of them as well. */
const orders: fc.Arbitrary<Order> = fc
  .record({
    prices: fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 4 }),
    tax: fc.integer({ min: 0, max: 20_000 }),
    shipping: fc.integer({ min: 0, max: 5_000 }),
  })
  .map(({ prices, tax, shipping }) => {
    const subtotal = prices.reduce((sum, price) => sum + price, 0);
    const items = prices.map((price, i) => ({ sku: `s${i}`, quantity: 1, price }));
    return { id: "o", total: subtotal + tax + shipping, subtotal, tax, shipping, discount: 0, currency: "USD", items };
  });
const amount = fc.integer({ min: 0, max: 150_000 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: amount.map((n): Step => ({ type: "refund", correction: { currency: "", amount: n } })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(amount, amount)
        .map(([tax, shipping]): Step => ({ type: "refund", correction: { currency: "", tax: tax % 9000, shipping: shipping % 3000 } })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.nat(4), amount)
        .map(([i, price]): Step => ({ type: "refund", correction: { currency: "", items: [{ sku: `s${i}`, quantity: 1, price }] } })),
    },
    { weight: 1, arbitrary: amount.map((n): Step => ({ type: "order_updated", correction: { currency: "", amount: n } })) },
  ),
  { maxLength: 6 },
);

function after(order: Order, taken: readonly Step[]): OrderState {
  const state = openOrder(order, 0, "c");
  for (const step of taken) correctOrder(state, step.correction, step.type);
  return state;
}

test("P5 of orders: what is kept is between nothing and all, only shrinks, and does not depend on the order of refunds", () => {
  fc.assert(
    fc.property(orders, steps, (order, taken) => {
      let before = keptOf(after(order, []));
      const updated = taken.some((step) => step.type === "order_updated");
      expect(before).toEqual({ total: order.total, net: netOf(order), subtotal: order.subtotal });
      for (let i = 1; i <= taken.length; i++) {
        const state = after(order, taken.slice(0, i));
        const kept = keptOf(state);
        for (const part of ["total", "net", "subtotal"] as const) {
          expect(kept[part]).toBeGreaterThanOrEqual(0);
          // An update names no part, so a refund that does may say that less of the net went back than was assumed.
          if (part === "total" || !updated) expect(kept[part]).toBeLessThanOrEqual(before[part]);
        }
        expect(kept.net).toBeLessThanOrEqual(kept.total);
        expect(kept.total).toBe(order.total - refundedOf(state));
        if (isFullyRefunded(state)) expect(kept).toEqual({ total: 0, net: 0, subtotal: 0 });
        before = kept;
      }
      expect(keptOf(after(order, taken.toReversed()))).toEqual(before);
    }),
    announced("P5-orders", 1000),
  );
});

test("P5 of refunds: any parts that sum to the whole take back exactly the whole grant, each within one unit of its share", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      (parts, grant) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const order: Order = { id: "o", total, subtotal: total, tax: 0, shipping: 0, discount: 0, currency: "USD" };
        const owed = (n: number) =>
          mulDiv(
            grant,
            keptOf(
              after(
                order,
                parts.slice(0, n).map((part) => ({ type: "refund", correction: { currency: "", amount: part } })),
              ),
            ).total,
            total,
            "half_up",
          );
        let taken = 0;
        parts.forEach((part, i) => {
          const back = owed(i) - owed(i + 1);
          expect(back).toBeGreaterThanOrEqual(0);
          expect(Math.abs(back - (grant * part) / total)).toBeLessThanOrEqual(1);
          taken += back;
        });
        expect(taken).toBe(grant);
      },
    ),
    announced("P5-thirds", 1000),
  );
});

test("a refund of an item that was not bought counts towards the order as a whole", () => {
  const order: Order = {
    id: "o",
    total: 1000,
    subtotal: 1000,
    tax: 0,
    shipping: 0,
    discount: 0,
    currency: "USD",
    items: [{ sku: "a", quantity: 1, price: 1000 }],
  };
  const state = after(order, [{ type: "refund", correction: { currency: "", items: [{ sku: "b", quantity: 1, price: 250 }] } }]);
  expect([refundedOf(state), keptOf(state)]).toEqual([250, { total: 750, net: 750, subtotal: 750 }]);
});
