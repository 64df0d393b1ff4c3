import { describe, expect, test } from "vitest";
import { event } from "../event.ts";
import { mapSegment, segmentPointer } from "./segment.ts";
import type { SegmentKind } from "./segment.ts";

const mapped = (kind: SegmentKind, message: Record<string, unknown>): Record<string, unknown> => {
  const found = mapSegment({ userId: "u", ...message }, kind);
  return "event" in found ? found.event : { errors: found.errors };
};

describe("Segment's messages as events", () => {
  test.each<[string, string, Record<string, unknown>]>([
    ["Order Completed", "purchase", {}],
    ["order completed", "purchase", {}],
    [" Order Completed ", "purchase", {}],
    ["Order Updated", "order_updated", {}],
    ["Order Cancelled", "order_updated", { properties: { currency: "USD", order_id: "1", status: "cancelled" } }],
    ["Order Refunded", "refund", {}],
    ["Signed Up", "signup", {}],
    ["Lead Generated", "lead", {}],
    ["Subscription Started", "subscription_started", {}],
    ["Subscription Renewed", "payment", {}],
    ["Subscription Canceled", "subscription_cancelled", {}],
    ["Product Reviewed", "activity", { name: "review" }],
    ["Product Shared", "share", {}],
    ["Checkout Started", "custom", { name: "Checkout Started" }],
    ["constructor", "custom", { name: "constructor" }],
  ])("track %j is %s", (name, type, more) => {
    expect(mapped("track", { event: name, properties: { order_id: "1", currency: "USD" } })).toMatchObject({ type, ...more });
  });

  test("an order keeps id, coupon, lines and decimal amounts in minor units", () => {
    const products = [
      { product_id: "P", name: "Shoe", price: "19.99", quantity: 2, category: "shoes" },
      { sku: "S", price: 0.1 },
    ];
    const properties = { order_id: 4711, total: "40.08", tax: 1, shipping: 0, discount: "2.5", coupon: "BEN20", currency: "usd", products };
    expect(mapped("track", { event: "Order Completed", properties })["order"]).toEqual({
      id: "4711",
      currency: "USD",
      coupons: ["BEN20"],
      tax: 100,
      shipping: 0,
      discount: 250,
      total: 4008,
      items: [
        { sku: "P", quantity: 2, price: 1999, name: "Shoe", category: "shoes" },
        { sku: "S", quantity: 1, price: 10 },
      ],
    });
  });

  test("traits become identities and attributes; a phone number that is no E.164 is left out", () => {
    const traits = { email: "a@example.com", phone: "0151 12", firstName: "Ann", lastName: "Lee", company: { id: "acme" }, plan: "pro" };
    expect(mapped("identify", { anonymousId: "a", traits })["person"]).toEqual({
      user_id: "u",
      anonymous_id: "a",
      email: "a@example.com",
      name: "Ann Lee",
      company: "acme",
      attributes: { plan: "pro" },
    });
    expect(mapped("alias", { previousId: "old" })["person"]).toEqual({ user_id: "u", anonymous_id: "old" });
    expect(mapped("group", { groupId: "acme", traits: { name: "Acme Ltd" } })["person"]).toEqual({ user_id: "u", company: "acme" });
  });

  test("evidence comes from the properties or from the address of the page", () => {
    const url = "https://shop.example/?gv_code=ABC&gv_click=clk_1";
    expect(mapped("page", { context: { page: { url } } })).toMatchObject({
      type: "visit",
      referral: { link: url },
      context: { page: url },
    });
    expect(mapped("page", { properties: { url: "https://shop.example/" } })["referral"]).toBeUndefined();
    expect(mapped("track", { event: "Signed Up", properties: { referral_code: "ABC", click_id: "clk_1" } })["referral"]).toEqual({
      code: "ABC",
      click_id: "clk_1",
    });
  });

  test("whatever is sent, mapping never throws, and what it makes is an event or is refused by the event's own schema", () => {
    const odd = [null, 0, "", "x", [], {}, [[]], true, { a: null }, -1.5, 1e300];
    for (const kind of ["track", "identify", "page", "screen", "group", "alias"] as const) {
      for (const value of odd) {
        const message = {
          event: "Order Completed",
          userId: value,
          properties: value,
          traits: value,
          context: value,
          timestamp: value,
          products: value,
        };
        for (const each of [message, { ...message, properties: { currency: "USD", total: value, products: [value] } }]) {
          const found = mapSegment(each, kind);
          if ("event" in found) event.safeParse(found.event);
          else for (const error of found.errors) expect(error.pointer).toMatch(/^\//);
        }
      }
    }
  });

  test("pointers are said in the message's words", () => {
    expect(["/order/total", "/order/items/0/price", "/person/user_id", "/occurred_at", "/id", "/context/ip"].map(segmentPointer)).toEqual([
      "/properties/total",
      "/properties/products/0/price",
      "/userId",
      "/timestamp",
      "/messageId",
      "/context/ip",
    ]);
  });
});
