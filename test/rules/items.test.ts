/** Rules that leave products out: sale items and excluded categories count neither for the minimum order nor for the amount. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Event, ProgramDefinition } from "../../sdk/src/index.ts";
import { type Shop, createShop } from "../support/shop.ts";

const PROGRAM = {
  key: "items",
  kind: "direct",
  name: "Items",
  stages: ["order"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  friends: { who: "anyone" },
  rewards: [
    {
      key: "tenth",
      when: {
        stage: "order",
        items: { all: [{ "order.item.sale": { eq: false } }, { "order.item.category": { ne: "gift-cards" } }] },
        where: { "order.total": { gte: "50.00 USD" } },
      },
      give: { cash: { percent: 10, of: "order.net" } },
      on_refund: "all_below_threshold",
    },
    { key: "each", when: { stage: "order", items: { "order.item.sku": { eq: "lamp" } } }, give: { points: { per_unit: 3 } } },
  ],
  budget: { amount: "1000.00 USD" },
  terms: { en: "T" },
  disclosure: { en: "D" },
} satisfies ProgramDefinition;

let shop: Shop;
let code = "";
beforeAll(async () => {
  shop = await createShop();
  await shop.client.programs.put("items", PROGRAM);
  await shop.client.programs.publish("items");
  code = await shop.join("items", "ann");
});
afterAll(() => shop.close());

type Item = NonNullable<NonNullable<Event["order"]>["items"]>[number];
const LAMP: Item = { sku: "lamp", price: 3000, quantity: 2 };
const SALE: Item = { sku: "rug", price: 9000, sale: true };
const CARD: Item = { sku: "card", category: "gift-cards", price: 10_000 };
const buys = (id: string, items: Item[]) =>
  shop.send({ id, type: "purchase", person: { user_id: "f1" }, order: { id, items, currency: "USD" }, referral: { code } });
const given = async (id: string) => {
  const all = (await shop.rewards("ann")).filter((r) => r.basis === `order:${id}` && r.value.amount !== 0);
  return Object.fromEntries(all.map((r) => [r.rule, r.value.amount]));
};

test("only what is not reduced and no gift card counts: 60.00 of 250.00 pay 6.00, and each lamp three points", async () => {
  await buys("o1", [LAMP, SALE, CARD]);
  expect(await given("o1")).toEqual({ tenth: 600, each: 6 });
});

test("an order that only reaches the minimum by what does not count gives nothing, and says so", async () => {
  const outcome = await buys("o2", [{ ...LAMP, quantity: 1 }, SALE, CARD]);
  expect(await given("o2")).toEqual({ each: 3 });
  expect(outcome.decisions[0]!.rewards.map((r) => r.rule)).toEqual(["each"]);
  const none = await buys("o3", [SALE, CARD]);
  expect(none.decisions[0]).toMatchObject({ outcome: "not_rewarded", reason: "condition_not_met" });
});

test("returning what does not count takes nothing; a lamp returned brings the rest below the minimum, and all is taken back", async () => {
  await buys("o4", [LAMP, SALE]);
  await shop.send({ type: "refund", order: { id: "o4", items: [{ sku: "rug", price: 9000 }], currency: "USD" } });
  expect(await given("o4")).toEqual({ tenth: 600, each: 6 });
  await shop.send({ type: "refund", order: { id: "o4", items: [{ sku: "lamp", price: 3000 }], currency: "USD" } });
  expect(await given("o4")).toEqual({ each: 3 });
  // 120.00 are left of this one, and 30.00 of what counts.
  await buys("o5", [LAMP, SALE]);
  await shop.send({ type: "refund", order: { id: "o5", items: [{ sku: "lamp", price: 3000 }], currency: "USD" } });
  expect(await given("o5")).toEqual({ each: 3 });
  await shop.books();
});
