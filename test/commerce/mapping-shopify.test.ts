/** What becomes of each documented webhook of Shopify: amounts to the minor unit, lines, whose it is, and through whom she came. */
import { describe, expect, test } from "vitest";
import { eventsOf, map } from "./deeds.ts";
import * as shopify from "./fixtures/shopify.ts";
import type { Loose } from "./shops.ts";

describe("shopify", () => {
  const orderOf = (change: Loose, topic = "orders/paid"): Loose =>
    eventsOf(map("shopify", topic, shopify.order(change)))[0]!["order"] as Loose;

  test("a paid order is a purchase with lines, tax, shipping, discount codes and where it came from", () => {
    const change = {
      discount_codes: [{ code: "BEN20", amount: "5.00", type: "fixed_amount" }],
      note_attributes: [
        { name: "gv_code", value: "ANN" },
        { name: "_gv_click", value: "clk_1" },
        { name: "gift", value: "yes" },
      ],
    };
    expect(eventsOf(map("shopify", "orders/create", shopify.order(change)))).toEqual([
      {
        type: "purchase",
        id: "shopify:order:450789469",
        occurred_at: "2024-11-20T10:00:00.000Z",
        person: { anonymous_id: "shopify:207119551", email: "ben@example.com", name: "Ben Beispiel", attributes: { country: "DE" } },
        referral: { code: "ANN", click_id: "clk_1" },
        context: { ip: "203.0.113.9", user_agent: "Mozilla/5.0" },
        order: {
          id: "450789469",
          total: 8000,
          subtotal: 7000,
          tax: 600,
          shipping: 400,
          discount: 0,
          currency: "USD",
          coupons: ["BEN20"],
          items: [
            { sku: "SHOE-1", name: "Shoes", quantity: 2, price: 3000 },
            { sku: "SOCK-1", name: "Socks", quantity: 1, price: 1000 },
          ],
        },
      },
    ]);
    const landing = eventsOf(map("shopify", "orders/paid", shopify.order({ landing_site: "/?utm=x&gv_click=clk_2&gv_code=ANN" })))[0]!;
    expect(landing["referral"]).toEqual({ link: "/?utm=x&gv_click=clk_2&gv_code=ANN" });
  });

  test("not yet paid is nothing, whatever the topic; the shop's tests are for sandboxes", () => {
    for (const financial_status of ["pending", "authorized", "partially_paid", "voided"])
      for (const topic of ["orders/create", "orders/updated", "orders/cancelled"])
        expect(map("shopify", topic, shopify.order({ financial_status }))).toEqual({ do: "nothing", reason: "not_paid" });
    expect(map("shopify", "orders/paid", shopify.order({ test: true }))).toEqual({ do: "nothing", reason: "test_mode" });
  });

  test("a discount of 10.00 over three is told in lines that add up to the cent", () => {
    const item = shopify.line({ sku: "A", price: "10.00", quantity: 3, discount_allocations: [{ amount: "10.00" }] });
    const order = orderOf({ line_items: [item], total_price: "20.00", total_tax: "0.00", shipping_lines: [], total_discounts: "10.00" });
    expect(order).toMatchObject({ total: 2000, subtotal: 3000, discount: 1000 });
    expect(order["items"]).toEqual([
      { sku: "A", name: "Shoes", quantity: 1, price: 666 },
      { sku: "A", name: "Shoes", quantity: 2, price: 667 },
    ]);
  });

  test("where prices include tax, lines and shipping are told without it", () => {
    const tax = (price: string): Loose[] => [{ title: "MwSt", rate: 0.19, price }];
    const order = orderOf({
      taxes_included: true,
      currency: "EUR",
      total_price: "130.90",
      total_tax: "20.90",
      line_items: [shopify.line({ sku: "A", price: "119.00", tax_lines: tax("19.00") })],
      shipping_lines: [{ price: "11.90", discounted_price: "11.90", tax_lines: tax("1.90") }],
    });
    expect(order).toMatchObject({ total: 13_090, tax: 2090, shipping: 1000, subtotal: 10_000, items: [{ sku: "A", price: 10_000 }] });
  });

  test.each([
    ["JPY", "1980", 1980],
    ["JPY", "1980.00", 1980],
    ["KWD", "1.990", 1990],
    ["KWD", "1.99", 1990],
    ["USD", "0.10", 10],
    ["USD", "99999999999.99", 9_999_999_999_999],
  ])("%s %s is %i", (currency, price, minor) => {
    const order = orderOf({
      currency,
      total_price: price,
      current_total_price: price,
      total_tax: "0",
      shipping_lines: [],
      line_items: [],
    });
    expect(order["total"]).toBe(minor);
  });

  test("a refund names its line with its tax, and its shipping; the rest is told as an amount", () => {
    const [event] = eventsOf(map("shopify", "refunds/create", shopify.refund()));
    expect(event).toEqual({
      id: "shopify:refund:509562969",
      type: "refund",
      occurred_at: "2024-11-20T11:00:00.000Z",
      order: {
        id: "450789469",
        amount: 1486,
        tax: 86,
        shipping: 400,
        items: [{ sku: "SOCK-1", name: "Socks", quantity: 1, price: 1000 }],
        currency: "USD",
      },
    });
    // In a shop whose prices include tax the line's subtotal holds it: 11.90 with 1.90 inside.
    const row = {
      ...(shopify.refund()["refund_line_items"] as Loose[])[0]!,
      subtotal: 11.9,
      total_tax: 1.9,
      subtotal_set: undefined,
      total_tax_set: undefined,
    };
    const paid = [{ kind: "refund", status: "success", amount: "11.90", currency: "EUR" }];
    const [inclusive] = eventsOf(
      map("shopify", "refunds/create", shopify.refund({ refund_line_items: [row], transactions: paid, order_adjustments: [] })),
    );
    expect(inclusive!["order"]).toMatchObject({ amount: 1190, tax: 190, items: [{ price: 1000 }] });
    // The shop kept a fee: 5.00 paid back of a line of 10.00.
    const less = [{ kind: "refund", status: "success", amount: "5.00", currency: "USD" }];
    const [part] = eventsOf(map("shopify", "refunds/create", shopify.refund({ transactions: less })));
    expect(part!["order"]).toEqual({ id: "450789469", amount: 500, currency: "USD" });
  });

  test("nothing paid back is nothing: a restock, a refund that failed", () => {
    for (const transactions of [[], [{ kind: "refund", status: "failure", amount: "5.00", currency: "USD" }]])
      expect(map("shopify", "refunds/create", shopify.refund({ transactions }))).toEqual({ do: "nothing", reason: "nothing_taken_back" });
  });

  test("privacy: whose data, by the customer's id; a body that is not of the documented shape does nothing", () => {
    expect(map("shopify", "customers/redact", shopify.redactCustomer(207119551))).toEqual({ do: "erase", customer: "207119551" });
    expect(map("shopify", "customers/data_request", shopify.requestData(207119551))).toEqual({ do: "report", customer: "207119551" });
    expect(map("shopify", "shop/redact", shopify.redactShop())).toEqual({ do: "forget_shop" });
    expect(map("shopify", "app/uninstalled", shopify.uninstalled())).toEqual({ do: "disconnect" });
    expect(map("shopify", "customers/redact", shopify.order()).do).toBe("unreadable");
  });
});
