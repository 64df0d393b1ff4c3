import { describe, expect, test } from "vitest";
import { type Condition, condition } from "../condition.ts";
import type { Fact, Order } from "../facts.ts";
import { compileCondition, recordedFields } from "./condition.ts";

const ORDER: Order = {
  id: "o",
  total: 8000,
  subtotal: 7000,
  tax: 600,
  shipping: 400,
  discount: 250,
  currency: "USD",
  coupons: ["BEN20", "SPRING"],
  items: [
    { sku: "A1", category: "shoes", quantity: 2, price: 3000 },
    { sku: "B2", quantity: 1, price: 1000 },
  ],
};
const FACT: Fact = {
  id: "f",
  client: "c",
  type: "purchase",
  at: 0,
  person: "p",
  order: ORDER,
  stage: "won",
  name: "review",
  channel: "email",
  value: 500,
  currency: "EUR",
  inputs: { "person.country": "DE", "person.attributes.grade": 7, "person.attributes.vip": true, "event.properties.plan": "Gold" },
};
const holds = (c: Condition, order: Order = ORDER): boolean => {
  expect(condition.safeParse(c).error?.issues ?? []).toEqual([]);
  return compileCondition(c)!(FACT, order);
};

describe("a condition", () => {
  test.each<[Condition, boolean]>([
    // Amounts with their currency, and bare minor units in any.
    [{ "order.total": { gte: "80.00 USD" } }, true],
    [{ "order.total": { gt: "80.00 USD" } }, false],
    [{ "order.total": { gte: "80.00 EUR" } }, false],
    [{ "order.total": { lt: "80.01 EUR" } }, false],
    [{ "order.total": { eq: "80.00 USD" } }, true],
    [{ "order.total": { ne: "80.00 USD" } }, false],
    [{ "order.total": { gt: 7999, lt: 8001 } }, true],
    [{ "order.total": 8000 }, true],
    [{ "order.total": { in: [7000, 8000] } }, true],
    [{ "order.net": { eq: 7000 } }, true],
    [{ "order.subtotal": { eq: 7000 } }, true],
    [{ "order.tax": 600, "order.shipping": 400, "order.discount": 250 }, true],
    [{ "order.item_count": 3 }, true],
    [{ "order.currency": { in: ["EUR", "USD"] } }, true],
    // Lists: any member for what asks for one, none of them for what excludes.
    [{ "order.coupon": "SPRING" }, true],
    [{ "order.coupon": { in: ["X", "BEN20"] } }, true],
    [{ "order.coupon": { ne: "SPRING" } }, false],
    [{ "order.coupon": { not_in: ["X", "Y"] } }, true],
    [{ "order.item.sku": { contains: "b" } }, true],
    [{ "order.item.category": "shoes" }, true],
    [{ "order.item.category": "" }, true],
    [{ "order.item.category": { exists: true } }, true],
    // The event.
    [{ "event.type": "purchase", "event.name": "review", "event.stage": "won", "event.channel": "email" }, true],
    [{ "event.value": { gte: "5.00 EUR" } }, true],
    [{ "event.value": { gte: "5.00 USD" } }, false],
    [{ "event.properties.plan": { contains: "gOLD" } }, true],
    [{ "event.properties.plan": { contains: "silver" } }, false],
    [{ "event.properties.none": { exists: false } }, true],
    // The person. Types are never mixed.
    [{ "person.country": "DE" }, true],
    [{ "person.country": { lt: "DF" } }, true],
    [{ "person.attributes.grade": { gte: 7 } }, true],
    [{ "person.attributes.grade": { gte: "7" } }, false],
    [{ "person.attributes.grade": "7" }, false],
    [{ "person.attributes.vip": true }, true],
    [{ "person.attributes.vip": { gt: false } }, true],
    [{ "person.attributes.vip": { ne: 1 } }, true],
    // What is absent is equal to nothing.
    [{ "person.language": "de" }, false],
    [{ "person.language": { ne: "de" } }, true],
    [{ "person.language": { not_in: ["de"] } }, true],
    [{ "person.language": { lt: "zz" } }, false],
    [{ "person.language": { exists: false } }, true],
    // Joined.
    [{ all: [{ "order.total": { gt: 1 } }, { "person.country": "DE" }] }, true],
    [{ all: [{ "order.total": { gt: 1 } }, { "person.country": "FR" }] }, false],
    [{ any: [{ "order.total": { lt: 1 } }, { "person.country": "DE" }] }, true],
    [{ any: [{ "order.total": { lt: 1 } }, { "person.country": "FR" }] }, false],
    [{ not: { any: [{ "person.country": "FR" }, { "person.country": "IT" }] } }, true],
    [{ "person.country": "DE", not: { "order.coupon": "SPRING" } }, false],
    [{}, true],
  ])("%j is %s", (c, expected) => {
    expect(holds(c)).toBe(expected);
  });

  test("without an order nothing about it holds, but what it is not", () => {
    const bare = (c: Condition) => compileCondition(c)!({ ...FACT, order: undefined }, undefined);
    expect(bare({ "order.total": { gte: 0 } })).toBe(false);
    expect(bare({ "order.coupon": { exists: true } })).toBe(false);
    expect(bare({ "order.coupon": { ne: "SPRING" } })).toBe(true);
  });

  test("asked again after a refund it reads the order that is given, not the one that was bought", () => {
    expect(holds({ "order.total": { gte: "50.00 USD" } }, { ...ORDER, total: 4999 })).toBe(false);
  });

  test("nothing in, nothing out: the hot path tests for absence only", () => {
    expect(compileCondition(undefined)).toBeUndefined();
  });

  test("the fields that must be recorded with a fact are found at any depth", () => {
    const fields = new Set<string>();
    recordedFields({ any: [{ not: { "person.country": "DE" } }, { all: [{ "event.properties.plan": "a" }] }], "order.total": 1 }, fields);
    expect([...fields].sort()).toEqual(["event.properties.plan", "person.country"]);
  });
});

describe("the schema refuses", () => {
  let deep: Condition = { "event.type": "purchase" };
  for (let i = 0; i < 6; i++) deep = { not: deep };
  test.each<[string, unknown, string]>([
    ["an unknown field", { "order.colour": "red" }, "Unknown field"],
    ["a field of the prototype", { constructor: "x" }, "Unknown field"],
    ["an attribute whose name is no name", { "person.attributes.a b": 1 }, "Unknown field"],
    ["an attribute without a name", { "person.attributes.": 1 }, "Unknown field"],
    ["an unknown operator", { "order.total": { above: 5 } }, '"above" is unknown here'],
    ["no operator", { "order.total": {} }, "at least one operator"],
    ["a list where one value belongs", { "order.total": { eq: [1, 2] } }, "none of the forms"],
    ["an empty list", { "order.coupon": { in: [] } }, "Name at least one."],
    ["an empty all", { all: [] }, "1 to 50"],
    ["an any of one that is no list", { any: { "event.type": "purchase" } }, "1 to 50"],
    ["too many", { any: Array.from({ length: 51 }, () => ({ "event.type": "purchase" })) }, "1 to 50"],
    ["too deep", deep, "at most 6 levels"],
    ["a text", "order.total > 5", "A condition is an object"],
    ["a list", [{ "event.type": "purchase" }], "A condition is an object"],
    ["nothing inside", { not: null }, "A condition is an object"],
    ["a text too long", { "event.name": "x".repeat(257) }, "At most 256 characters."],
  ])("%s", (_name, given, message) => {
    const parsed = condition.safeParse(given);
    expect(parsed.error?.issues.map((issue) => issue.message).join(" ")).toContain(message);
  });
});
