/** WooCommerce's documented webhooks, and what holds for every provider: lines add up, no JSON makes a mapper throw. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exactLines } from "../../src/core/ingest/commerce.ts";
import { announced } from "../support/seeds.ts";
import { eventsOf, map, mapWith } from "./deeds.ts";
import * as shopify from "./fixtures/shopify.ts";
import * as stripe from "./fixtures/stripe.ts";
import * as woo from "./fixtures/woocommerce.ts";
import type { Loose, Provider } from "./shops.ts";

describe("woocommerce", () => {
  test("a paid order is a purchase with lines, tax, shipping, coupons and where it came from", () => {
    const change = {
      coupon_lines: [{ code: "ben20", discount: "5.00" }],
      meta_data: [
        { id: 1, key: "_gv_code", value: "ANN" },
        { id: 2, key: "is_vat_exempt", value: "no" },
      ],
    };
    expect(eventsOf(map("woocommerce", "order.created", woo.order(change)))).toEqual([
      {
        type: "purchase",
        id: "woocommerce:order:727",
        occurred_at: "2024-11-20T10:00:08.000Z",
        person: { anonymous_id: "woocommerce:25", email: "ben@example.com", name: "Ben Beispiel", attributes: { country: "DE" } },
        referral: { code: "ANN" },
        context: { ip: "203.0.113.9", user_agent: "mozilla/5.0" },
        order: {
          id: "727",
          total: 8000,
          subtotal: 7000,
          tax: 600,
          shipping: 400,
          discount: 0,
          currency: "USD",
          coupons: ["ben20"],
          items: [
            { sku: "SHOE-1", name: "Woo Single #1", quantity: 2, price: 3000 },
            { sku: "SOCK-1", name: "Ship Your Idea", quantity: 1, price: 1000 },
          ],
        },
      },
    ]);
    const second = eventsOf(mapWith({ prefix: "de-" })("woocommerce", "order.created", woo.order()))[0]!;
    expect(second).toMatchObject({
      id: "woocommerce:order:de-727",
      order: { id: "de-727" },
      person: { anonymous_id: "woocommerce:de-25" },
    });
    const guest = eventsOf(map("woocommerce", "order.created", woo.order({ customer_id: 0 })))[0]!;
    expect(guest["person"]).not.toHaveProperty("anonymous_id");
  });

  test("not yet paid is nothing; refunds inside an order are told by their ids; a cancelled one loses all", () => {
    expect(map("woocommerce", "order.created", woo.order({ date_paid_gmt: null, status: "pending" }))).toEqual({
      do: "nothing",
      reason: "not_paid",
    });
    const refunds = [
      { id: 726, reason: "", total: "-10.00" },
      { id: 724, reason: "", total: "-1.005" },
    ];
    expect(eventsOf(map("woocommerce", "order.created", woo.order({ refunds }))).slice(1)).toEqual([
      { id: "woocommerce:refund:726", type: "refund", order: { id: "727", amount: 1000, currency: "USD" } },
      { id: "woocommerce:refund:724", type: "refund", order: { id: "727", amount: 101, currency: "USD" } },
    ]);
    expect(eventsOf(map("woocommerce", "order.updated", woo.order({ status: "cancelled" }))).at(-1)).toMatchObject({
      type: "order_updated",
      properties: { status: "cancelled" },
    });
  });

  test("a renewal is a payment, and a subscription starts and ends", () => {
    const renewal = woo.order({ meta_data: [{ id: 1, key: "_subscription_renewal", value: "915" }] });
    expect(eventsOf(map("woocommerce", "order.created", renewal))[0]!["type"]).toBe("payment");
    expect(eventsOf(map("woocommerce", "subscription.created", woo.subscription()))[0]).toMatchObject({
      type: "subscription_started",
      id: "woocommerce:subscription:915:started",
    });
    const ended = woo.subscription({ status: "cancelled", end_date_gmt: "2024-12-20T10:00:00" });
    expect(eventsOf(map("woocommerce", "subscription.updated", ended))[0]).toMatchObject({
      type: "subscription_cancelled",
      occurred_at: "2024-12-20T10:00:00.000Z",
    });
  });
});

describe("whatever comes", () => {
  test("lines of any total and number add up exactly, in at most two prices a unit apart", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 1, max: 100_000 }), (total, quantity) => {
        const lines = exactLines({ sku: "A", quantity, total });
        expect(lines.reduce((sum, line) => sum + line.price * line.quantity, 0)).toBe(total);
        expect(lines.reduce((sum, line) => sum + line.quantity, 0)).toBe(quantity);
        expect(lines.length).toBeLessThanOrEqual(2);
      }),
      announced("lines", 500),
    );
  });

  test("no JSON makes a mapper throw", () => {
    const documented: [Provider, string, Loose][] = [
      ["stripe", "", stripe.stripeEvent("checkout.session.completed", stripe.checkoutSession())],
      ["stripe", "", stripe.stripeEvent("invoice.paid", stripe.invoice())],
      ["stripe", "", stripe.stripeEvent("charge.refunded", stripe.charge())],
      ["shopify", "orders/updated", shopify.order({ refunds: [shopify.refund()] })],
      ["shopify", "refunds/create", shopify.refund()],
      ["woocommerce", "order.updated", woo.order({ refunds: [{ id: 1, total: "-1.00" }] })],
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...documented),
        fc.array(fc.tuple(fc.nat(), fc.jsonValue()), { minLength: 1, maxLength: 4 }),
        (of, changes) => {
          const body = structuredClone(of[2]);
          for (const [at, value] of changes) spoil(body, at, value);
          const deed = map(of[0], of[1], body);
          expect(["facts", "nothing", "unreadable"]).toContain(deed.do);
        },
      ),
      announced("any JSON", 2_000),
    );
  });
});

/** Puts `value` in the place of the at-th leaf. */
function spoil(body: unknown, at: number, value: unknown): void {
  const places: [Loose, string][] = [];
  const walk = (each: unknown): void => {
    if (typeof each !== "object" || each === null) return;
    for (const key of Object.keys(each)) {
      places.push([each as Loose, key]);
      walk((each as Loose)[key]);
    }
  };
  walk(body);
  const [holder, key] = places[at % places.length]!;
  holder[key] = value;
}
