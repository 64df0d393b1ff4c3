/** What becomes of each documented event of Stripe: amounts to the minor unit, whose it is, and through whom she came. */
import { describe, expect, test } from "vitest";
import type { HookOptions } from "../../src/core/ingest/commerce.ts";
import { ofOrder } from "../../src/core/ingest/hook-facts.ts";
import { eventsOf, factsOf, tell } from "./deeds.ts";
import * as stripe from "./fixtures/stripe.ts";
import type { Loose } from "./shops.ts";

describe("stripe", () => {
  test("a finished Checkout is a purchase with its parts, its person and the name of its payment", () => {
    const metadata = { gv_code: "7KQ2MXW4TB", gv_click: "clk_1", other: "x" };
    const deed = tell(
      "checkout.session.completed",
      stripe.checkoutSession({ metadata, discounts: [{ coupon: "BEN20", promotion_code: null }] }),
    );
    expect(eventsOf(deed)).toEqual([
      {
        type: "purchase",
        id: "stripe:session:cs_live_a1B2c3",
        occurred_at: "2024-11-20T10:00:00.000Z",
        person: {
          anonymous_id: "stripe:cus_NffrFeUfNV2Hib",
          email: "ben@example.com",
          name: "Ben Beispiel",
          attributes: { country: "DE" },
        },
        referral: { code: "7KQ2MXW4TB", click_id: "clk_1" },
        order: {
          id: "pi_3MtwBwLkdIwHu7ix28a3tqPa",
          total: 8000,
          subtotal: 7000,
          tax: 600,
          shipping: 400,
          discount: 0,
          currency: "USD",
          coupons: ["BEN20"],
        },
      },
    ]);
    expect(deed).toMatchObject({ refs: [{ ref: "pi_3MtwBwLkdIwHu7ix28a3tqPa", order: "pi_3MtwBwLkdIwHu7ix28a3tqPa", total: 8000 }] });
  });

  test("the shop's own ids win: client_reference_id, gv_user and gv_order", () => {
    const own = stripe.checkoutSession({ client_reference_id: "u_42", metadata: { gv_order: "4711" } });
    const [event] = eventsOf(tell("checkout.session.completed", own));
    expect(event).toMatchObject({ person: { user_id: "u_42", anonymous_id: "stripe:cus_NffrFeUfNV2Hib" }, order: { id: "4711" } });
    const [other] = eventsOf(tell("checkout.session.completed", stripe.checkoutSession(), { options: { customer: "user_id" } }));
    expect(other).toMatchObject({ person: { user_id: "cus_NffrFeUfNV2Hib" } });
  });

  test.each([
    ["usd", 1999, 1999, "USD"],
    ["jpy", 1999, 1999, "JPY"],
    ["kwd", 1990, 1990, "KWD"],
    // Decimals of Stripe's own: whole ariary where ISO 4217 has hundredths, hundredths of the krona and the shilling where it has none.
    ["mga", 1999, 199_900, "MGA"],
    ["isk", 199_900, 1999, "ISK"],
    ["ugx", 199_900, 1999, "UGX"],
    ["huf", 1_000_000, 1_000_000, "HUF"],
  ])("%s %i is %i minor units of %s", (currency, amount, minor, code) => {
    const parts = { amount_total: amount, total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 } };
    const [event] = eventsOf(tell("checkout.session.completed", stripe.checkoutSession({ currency, ...parts })));
    expect(event!["order"]).toMatchObject({ total: minor, currency: code });
  });

  test("an unpaid Checkout is no purchase until its payment has come", () => {
    const waiting = stripe.checkoutSession({ payment_status: "unpaid" });
    expect(tell("checkout.session.completed", waiting)).toEqual({ do: "nothing", reason: "not_paid" });
    expect(eventsOf(tell("checkout.session.async_payment_succeeded", stripe.checkoutSession()))).toMatchObject([{ type: "purchase" }]);
  });

  test("a Checkout of a subscription says who came through whom; its invoices say the money", () => {
    const change = { mode: "subscription", payment_intent: null, invoice: "in_1", subscription: "sub_1", metadata: { gv_code: "ANN" } };
    expect(eventsOf(tell("checkout.session.completed", stripe.checkoutSession(change)))).toMatchObject([
      { type: "identify", referral: { code: "ANN" }, person: { email: "ben@example.com" } },
    ]);
  });

  test("invoices: renewals are payments, the first as the owner says, others purchases; what a credit paid is not paid", () => {
    const typeOf = (reason: string, options: Partial<HookOptions> = {}): unknown =>
      eventsOf(tell("invoice.paid", stripe.invoice({ billing_reason: reason }), { options }))[0]!["type"];
    expect([typeOf("subscription_cycle"), typeOf("subscription_update"), typeOf("manual")]).toEqual(["payment", "payment", "purchase"]);
    expect([typeOf("subscription_create"), typeOf("subscription_create", { firstInvoice: "purchase" })]).toEqual(["payment", "purchase"]);
    const half = stripe.invoice({ total: 2380, amount_paid: 1190, total_taxes: [{ amount: 380 }], amount_shipping: 100 });
    expect(eventsOf(tell("invoice.paid", half))[0]!["order"]).toMatchObject({ total: 1190, tax: 190, shipping: 50 });
    const free = eventsOf(tell("invoice.paid", stripe.invoice({ total: 1900, amount_paid: 0 })))[0]!;
    expect(free["order"]).toMatchObject({ total: 0, tax: 0 });
  });

  test("an invoice of before 2025 names its payment itself; since then an event of its own does", () => {
    const old = stripe.invoice({ parent: undefined, payment_intent: "pi_9", charge: "ch_9", tax: 0, subscription: "sub_1" });
    expect(tell("invoice.paid", old)).toMatchObject({ refs: [{ ref: "in_1MtHbELkdIwHu7ixl4OzzPMv" }, { ref: "pi_9" }, { ref: "ch_9" }] });
    expect(tell("invoice_payment.paid", stripe.invoicePayment())).toEqual({
      do: "facts",
      facts: [],
      refs: [{ ref: "pi_103Q0w2eZvKYlo2C364X582Z", via: "in_1MtHbELkdIwHu7ixl4OzzPMv" }],
    });
  });

  test("a refund counts when it has succeeded; a charge tells the sum so far; a dispute is the whole payment", () => {
    for (const status of ["pending", "requires_action", "failed", "canceled"])
      expect(tell("refund.created", stripe.refund({ status }))).toEqual({ do: "nothing", reason: "not_final" });
    for (const type of ["refund.created", "refund.updated"])
      expect(factsOf(tell(type, stripe.refund()))).toMatchObject([
        {
          payment: "pi_3MtwBwLkdIwHu7ix28a3tqPa",
          event: { id: "stripe:refund:re_1Nispe2eZvKYlo2Cd31jOCgZ", order: { amount: 2000, currency: "USD" } },
        },
      ]);
    const [sum] = factsOf(tell("charge.refunded", stripe.charge()));
    expect(ofOrder(sum!, { id: "4711", total: 8000 })).toMatchObject({ type: "order_updated", order: { id: "4711", total: 6000 } });
    const old = stripe.charge({ refunds: { object: "list", data: [stripe.refund()] } });
    expect(factsOf(tell("charge.refunded", old))).toMatchObject([{ event: { id: "stripe:refund:re_1Nispe2eZvKYlo2Cd31jOCgZ" } }]);
    expect(factsOf(tell("charge.dispute.created", stripe.dispute()))).toMatchObject([{ event: { type: "chargeback" } }]);
  });

  test("a subscription starts when it is active or on trial, once; pauses, changes and its end are told", () => {
    const typesOf = (type: string, change: Loose, before: Loose = {}): unknown[] => {
      const deed = tell(type, stripe.subscription(change), { previous_attributes: before });
      return deed.do === "facts" ? eventsOf(deed).map((event) => event["name"] ?? event["type"]) : [deed.do];
    };
    expect(typesOf("customer.subscription.created", { status: "incomplete" })).toEqual(["nothing"]);
    expect(typesOf("customer.subscription.created", { status: "trialing" })).toEqual(["subscription_started"]);
    const paused = typesOf("customer.subscription.updated", { pause_collection: { behavior: "void" } }, { pause_collection: null });
    expect(paused).toEqual(["subscription_started", "subscription_paused"]);
    expect(typesOf("customer.subscription.updated", {}, { pause_collection: {} })).toContain("subscription_resumed");
    expect(typesOf("customer.subscription.updated", {}, { items: {} })).toContain("subscription_changed");
    expect(typesOf("customer.subscription.deleted", { status: "canceled" })).toEqual(["subscription_cancelled"]);
    expect(eventsOf(tell("invoice.payment_failed", stripe.invoice({ attempt_count: 2 })))).toMatchObject([
      { type: "custom", name: "payment_failed", id: "stripe:invoice:in_1MtHbELkdIwHu7ixl4OzzPMv:failed:2" },
    ]);
  });

  test("test mode is for sandboxes", () => {
    expect(tell("checkout.session.completed", stripe.checkoutSession(), { livemode: false })).toEqual({
      do: "nothing",
      reason: "test_mode",
    });
    expect(tell("checkout.session.completed", stripe.checkoutSession(), { livemode: false, options: { sandbox: true } }).do).toBe(
      "facts",
    );
  });
});
