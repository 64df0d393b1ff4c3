import { describe, expect, test } from "vitest";
import type { Correction, Fact, Order } from "../facts.ts";
import { correctOrder, openOrder } from "../order-state.ts";
import { mulDiv } from "../money.ts";
import { type ProgramDefinition, definition } from "../program.ts";
import { worthOf } from "./amount.ts";
import { compileProgram } from "./compile.ts";

type Rule = NonNullable<ProgramDefinition["rewards"]>[number];
const AT = Date.UTC(2030, 0, 7);

function worth(
  rule: Partial<Rule>,
  what: {
    order?: Partial<Order>;
    fact?: Partial<Fact>;
    corrections?: (Partial<Correction> & { type?: string })[];
    bonuses?: ProgramDefinition["bonuses"];
  },
) {
  const compiled = compileProgram(
    definition.parse({
      key: "p",
      kind: "direct",
      name: "P",
      stages: ["order"],
      qualifies_at: "order",
      destination: "https://shop.example/",
      bonuses: what.bonuses,
      rewards: [{ key: "r", when: { stage: "order" }, give: { cash: { percent: 10 } }, ...rule }],
    }),
    { id: "p", version: 1 },
  );
  const order = what.order && { id: "o", total: 0, subtotal: 0, tax: 0, shipping: 0, discount: 0, currency: "USD", ...what.order };
  const state = order && openOrder(order, AT, "c");
  for (const { type = "refund", ...c } of what.corrections ?? []) correctOrder(state!, { currency: "", ...c }, type);
  const fact: Fact = { id: "f", client: "c", type: "purchase", at: AT, person: "ben", order, ...what.fact };
  const found = worthOf(compiled, compiled.rules[0]!, { fact, order: state });
  return typeof found === "string"
    ? found
    : `${mulDiv(found.nominal, found.num, found.den, "half_up")} ${found.unit}${found.counts ? "" : " gone"}`;
}

const NET = { total: 11900, subtotal: 10000, tax: 1500, shipping: 400 };
const give = (cash: NonNullable<Rule["give"]["cash"]>): Partial<Rule> => ({ give: { cash } });

const SOCKS = { sku: "k", quantity: 1, price: 2500 };
const LINES = { total: 10000, subtotal: 10000, items: [{ sku: "s", quantity: 1, price: 7500 }, SOCKS] };

describe("as bought", () => {
  test.each<[string, Partial<Rule>, Parameters<typeof worth>[1], string]>([
    ["percent of net by default: without tax and shipping", {}, { order: NET }, "1000 USD"],
    ["percent of the total", give({ percent: 10, of: "order.total" }), { order: NET }, "1190 USD"],
    ["percent of the subtotal", give({ percent: 10, of: "order.subtotal" }), { order: { ...NET, subtotal: 12000 } }, "1200 USD"],
    ["half a cent is rounded away from zero", {}, { order: { total: 105 } }, "11 USD"],
    ["less than half a cent is dropped", {}, { order: { total: 104 } }, "10 USD"],
    ["a fine percentage is exact", give({ percent: 0.0001, of: "order.total" }), { order: { total: 5_000_000_00 } }, "500 USD"],
    ["a third and a bit", give({ percent: 33.333333 }), { order: { total: 300_000_000 } }, "99999999 USD"],
    ["yen have no cents", {}, { order: { total: 12345, currency: "JPY" } }, "1235 JPY"],
    ["at most", give({ percent: 10, max: "5.00 USD" }), { order: NET }, "500 USD"],
    ["at most in another currency does not bind", give({ percent: 10, max: "5.00 EUR" }), { order: NET }, "1000 USD"],
    ["a free order has nothing to take a part of", {}, { order: { total: 0 } }, "no_base"],
    ["an event without order or value neither", {}, { fact: { type: "stage" } }, "no_base"],
    ["the value of a won deal", give({ percent: 12, of: "event.value" }), { fact: { value: 1_000_000, currency: "EUR" } }, "120000 EUR"],
    ["a flat amount in its own currency, whatever the order's", give("20.00 USD"), { order: { total: 5, currency: "JPY" } }, "2000 USD"],
    [
      "so much a unit",
      give({ per_unit: "1.50 USD" }),
      {
        order: {
          total: 900,
          items: [
            { sku: "a", quantity: 3, price: 100 },
            { sku: "b", quantity: 2, price: 300 },
          ],
        },
      },
      "750 USD",
    ],
    ["so much a unit of an event", { give: { points: { per_unit: 5 } } }, { fact: { quantity: 7 } }, "35 points"],
    [
      "half a kilogram is no unit",
      { give: { points: { per_unit: 5 } } },
      { order: { total: 9, items: [{ sku: "a", quantity: 1.5, price: 6 }] } },
      "5 points",
    ],
    ["a month", { give: { free_time: { months: 1 } } }, { order: NET }, "1 months"],
    ["a coupon", { give: { coupon: { percent: 20 } } }, { order: NET }, "1 coupon"],
  ])("%s", (_name, rule, what, expected) => {
    expect(worth(rule, what)).toBe(expected);
  });
});

describe("only what matches", () => {
  const items = [
    { sku: "s", category: "shoes", quantity: 1, price: 7500 },
    { sku: "k", category: "socks", quantity: 1, price: 2500 },
  ];
  const shoes = give({ percent: 10, items: { "order.item.category": "shoes" } });
  const order = { total: 10000, subtotal: 10000, items };
  test.each<[string, Partial<Correction>[], string]>([
    ["as bought", [], "750 USD"],
    ["returning what does not count takes nothing", [{ items: [items[1]!] }], "750 USD"],
    ["returning what counts takes it all", [{ items: [items[0]!] }], "0 USD"],
    ["half of it", [{ items: [{ ...items[0]!, price: 3750 }] }], "375 USD"],
    ["a refund without lines takes from all alike", [{ amount: 5000 }], "375 USD"],
    ["a line, and then half of the rest", [{ items: [items[1]!] }, { amount: 3750 }], "375 USD"],
    ["everything, in two parts", [{ items: [items[1]!] }, { amount: 7500 }], "0 USD gone"],
  ])("%s", (_name, corrections, expected) => {
    expect(worth(shoes, { order, corrections })).toBe(expected);
  });

  test("a discount on the order never makes the part larger than the whole", () => {
    expect(worth(shoes, { order: { ...order, total: 6000, discount: 4000 } })).toBe("600 USD");
  });
  test("no item matches: nothing to take a part of", () => {
    expect(worth(give({ percent: 10, items: { "order.item.sku": "x" } }), { order })).toBe("no_base");
  });
});

describe("after corrections", () => {
  const total = give({ percent: 10, of: "order.total" });
  const minimum = (on_refund: "proportional" | "all_below_threshold"): Partial<Rule> => ({
    give: { credit: "20.00 USD" },
    on_refund,
    when: { stage: "order", where: { "order.total": { gte: "50.00 USD" } } },
  });
  test.each<[string, Partial<Rule>, Partial<Order>, (Partial<Correction> & { type?: string })[], string]>([
    ["a quarter back", total, { total: 8000 }, [{ amount: 2000 }], "600 USD"],
    ["three thirds, the first", total, { total: 3333 }, [{ amount: 1111 }], "222 USD"],
    ["three thirds, the second", total, { total: 3333 }, [{ amount: 1111 }, { amount: 1111 }], "111 USD"],
    ["three thirds, the last", total, { total: 3333 }, [{ amount: 1111 }, { amount: 1111 }, { amount: 1111 }], "0 USD gone"],
    ["more than was bought", total, { total: 3333 }, [{ amount: 9999 }], "0 USD gone"],
    ["without amount: all of it", total, { total: 3333 }, [{}], "0 USD gone"],
    ["only the shipping back: nothing of the net", {}, NET, [{ shipping: 400 }], "1000 USD"],
    ["only the tax back: nothing of the net", {}, NET, [{ tax: 1500 }], "1000 USD"],
    // The 25.00 that are not named are spread over what is left of net, tax and shipping: 21.74 of the net.
    ["an amount that names its tax", {}, NET, [{ amount: 2900, tax: 400 }], "783 USD"],
    ["a chargeback", total, { total: 8000 }, [{ type: "chargeback" }], "0 USD gone"],
    ["cancelled by an update", total, { total: 8000 }, [{ type: "order_updated", amount: 0 }], "0 USD gone"],
    ["reduced by an update", total, { total: 8000 }, [{ type: "order_updated", amount: 6000 }], "600 USD"],
    [
      "an update and a refund of the same return count once",
      total,
      { total: 8000 },
      [{ type: "order_updated", amount: 6000 }, { amount: 2000 }],
      "600 USD",
    ],
    ["refunds that the rule does not mind", { ...total, reverse_on: ["chargeback"] }, { total: 8000 }, [{ amount: 2000 }], "800 USD"],
    ["a chargeback that it minds", { ...total, reverse_on: ["chargeback"] }, { total: 8000 }, [{ type: "chargeback" }], "0 USD gone"],
    ["a chargeback that it does not mind", { ...total, reverse_on: [] }, { total: 8000 }, [{ type: "chargeback" }], "800 USD"],
    ["below the threshold: all of it", minimum("all_below_threshold"), { total: 6000 }, [{ amount: 1001 }], "0 USD"],
    ["at the threshold: the kept part", minimum("all_below_threshold"), { total: 6000 }, [{ amount: 1000 }], "1667 USD"],
    ["below the threshold, proportionally", minimum("proportional"), { total: 6000 }, [{ amount: 3000 }], "1000 USD"],
    ["another currency's refund does nothing", total, { total: 8000 }, [{ amount: 2000, currency: "EUR" }], "800 USD"],
    ["a line returned twice is returned once", {}, LINES, [{ items: [SOCKS] }, { items: [SOCKS] }], "750 USD"],
    ["a refund of nothing", total, { total: 8000 }, [{ amount: 0 }], "800 USD"],
  ])("%s", (_name, rule, order, corrections, expected) => {
    expect(worth(rule, { order, corrections })).toBe(expected);
  });
});

describe("bonus windows", () => {
  const bonus = (from: string, to: string, multiply: number, rules?: string[]) => ({
    key: `b${from}${to}`.toLowerCase().replace(/[^a-z0-9]/g, ""),
    from,
    to,
    multiply,
    rules,
  });
  const at = (iso: string): Partial<Fact> => ({ at: Date.parse(iso) });
  const december = bonus("2030-12-01T00:00:00.000Z", "2030-12-24T00:00:00.000Z", 2);
  test.each<[string, ReturnType<typeof bonus>[], string, string]>([
    ["inside", [december], "2030-12-05T00:00:00.000Z", "2000 USD"],
    ["at its first millisecond", [december], "2030-12-01T00:00:00.000Z", "2000 USD"],
    ["a millisecond before", [december], "2030-11-30T23:59:59.999Z", "1000 USD"],
    ["at its last millisecond", [december], "2030-12-23T23:59:59.999Z", "2000 USD"],
    ["when it is over", [december], "2030-12-24T00:00:00.000Z", "1000 USD"],
    ["dates include their last day", [bonus("2030-12-01", "2030-12-24", 2)], "2030-12-24T23:59:59.999Z", "2000 USD"],
    ["and no more", [bonus("2030-12-01", "2030-12-24", 2)], "2030-12-25T00:00:00.000Z", "1000 USD"],
    [
      "two at once multiply",
      [december, bonus("2030-12-05T00:00:00.000Z", "2030-12-06T00:00:00.000Z", 1.5)],
      "2030-12-05T12:00:00.000Z",
      "3000 USD",
    ],
    ["another rule's", [bonus("2030-12-01", "2030-12-24", 2, ["other"])], "2030-12-05T00:00:00.000Z", "1000 USD"],
    ["this rule's", [bonus("2030-12-01", "2030-12-24", 2, ["r"])], "2030-12-05T00:00:00.000Z", "2000 USD"],
  ])("%s", (_name, bonuses, when, expected) => {
    expect(worth({}, { order: { total: 10000 }, fact: at(when), bonuses })).toBe(expected);
  });
});
