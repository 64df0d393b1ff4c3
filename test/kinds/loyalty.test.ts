/** A4: referrals earn points, which end after 12 months, first in first out, and are spent on a catalogue. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../../sdk/src/index.ts";
import { type Shop, createShop, day, month } from "../support/shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("loyalty");
});
afterAll(() => shop.close());

type Wish = { price: number; stock?: number | null; per_person?: number | null };
const offer = (item: string, wish: Wish) =>
  shop.client.unwrap(shop.client.api.PUT("/v1/catalogue/{item}", { params: { path: { item } }, body: { name: item, ...wish } }));
const take = (user: string, item: string, client = shop.client) =>
  client.unwrap(client.api.POST("/v1/redemptions", { body: { person: `user_id:${user}`, item } }));
const stockOf = async (item: string) =>
  (await shop.client.unwrap(shop.client.api.GET("/v1/catalogue/{item}", { params: { path: { item } } }))).stock;
const points = async (user: string) => (await shop.client.balances(`user_id:${user}`)).find((b) => b.unit === "points");

/** So many friends of hers buy now; their points are available 14 days later. */
async function earn(user: string, friends: number): Promise<void> {
  const code = await shop.join("loyalty", user);
  for (let i = 1; i <= friends; i++) await shop.buys(`${user}-f${i}`, { id: `${user}-o${i}`, total: 5000, code });
}

test("A4: 500 points a referral, available on day 14, spent on the catalogue, and what is left ends 12 months later", async () => {
  await earn("ann", 1);
  await shop.to(day(1));
  await shop.buys("ann-f2", { id: "ann-o2", total: 5000, code: await shop.join("loyalty", "ann"), at: day(1) });
  await offer("mug", { price: 300 });
  expect(await take("ann", "mug")).toMatchObject({ redeemed: false, reason: "insufficient_balance", redemption: null, left: 0 });
  await shop.to(day(15));
  expect(await points("ann")).toMatchObject({ pending: 0, available: 1000 });
  expect(await take("ann", "mug")).toMatchObject({
    redeemed: true,
    reason: null,
    left: 700,
    redemption: { item: "mug", value: { amount: 300 } },
  });
  expect(await take("ann", "mug")).toMatchObject({ redeemed: true, left: 400 });

  // 600 of the two times 500 are spent, the oldest first: nothing of the first is left to end, 400 of the second.
  const ends = (days: number) => new Date(Date.parse(day(days)) + 365 * 86_400_000).toISOString();
  expect((await points("ann"))?.expiring).toEqual([{ at: ends(15), amount: 400 }]);
  await shop.to(ends(14.5));
  expect(await points("ann")).toMatchObject({ available: 400, settled: 600, expired: 0 });
  // She was told 30 days before, once.
  const query = { person: "user_id:ann", kind: "points_expiring" as const };
  const { data: told } = await shop.client.unwrap(shop.client.api.GET("/v1/messages", { params: { query } }));
  expect(told.map((message) => message.data)).toEqual([expect.objectContaining({ unit: "points", amount: 400 })]);
  await shop.to(ends(15));
  expect(await points("ann")).toMatchObject({ available: 0, settled: 600, expired: 400, expiring: [] });
  expect((await shop.rewards("ann")).map((r) => [r.state, r.expired])).toEqual([
    ["fulfilled", 0],
    ["expired", 400],
  ]);
  await shop.books();
});

test("A4: of 50 redemptions at once, over two processes, those that the balance allows succeed, and it never passes zero", async () => {
  await earn("bea", 2);
  await shop.to(month(13));
  await offer("pen", { price: 70 });
  const other = createClient({ url: (await shop.server.another()).url, key: shop.server.a.testKey });
  const all = await Promise.all(Array.from({ length: 50 }, (_, i) => take("bea", "pen", i % 2 ? other : shop.client)));
  expect(all.filter((a) => a.redeemed)).toHaveLength(14);
  for (const a of all) expect(a.reason).toBe(a.redeemed ? null : "insufficient_balance");
  expect(await points("bea")).toMatchObject({ available: 20, settled: 980 });
  // A later take-back may take it below zero; what comes next is set off against it.
  await shop.refunds("bea-o1");
  expect(await points("bea")).toMatchObject({ available: -480, settled: 980 });
  expect(await take("bea", "pen")).toMatchObject({ redeemed: false, reason: "insufficient_balance", left: -480 });
  await shop.books();
});

test("A4: of 50 at once exactly 10 of 10 are had, the others are told that none is left", async () => {
  await offer("poster", { price: 500, stock: 10, per_person: 1 });
  for (let i = 0; i < 50; i++) await earn(`s${i}`, 1);
  await shop.to(month(14));
  const other = createClient({ url: (await shop.server.another()).url, key: shop.server.a.testKey });
  const all = await Promise.all(Array.from({ length: 50 }, (_, i) => take(`s${i}`, "poster", i % 2 ? other : shop.client)));
  expect(all.filter((a) => a.redeemed)).toHaveLength(10);
  expect(all.filter((a) => a.reason === "out_of_stock")).toHaveLength(40);
  expect(await stockOf("poster")).toBe(0);
  const loser = all.findIndex((a) => !a.redeemed);
  expect(await points(`s${loser}`)).toMatchObject({ available: 500 });
  await shop.books();
});

test("A4: an operator's cancelling gives points and stock back, once", async () => {
  await offer("bag", { price: 400, stock: 1, per_person: 1 });
  await earn("cleo", 2);
  await shop.to(month(15));
  const taken = await take("cleo", "bag");
  expect(await take("cleo", "bag")).toMatchObject({ redeemed: false, reason: "out_of_stock" });
  await offer("bag", { price: 400, stock: 5, per_person: 1 });
  expect(await take("cleo", "bag")).toMatchObject({ redeemed: false, reason: "limit_reached" });
  const cancel = () =>
    shop.client.unwrap(
      shop.client.api.POST("/v1/redemptions/{redemption}/cancel", {
        params: { path: { redemption: taken.redemption!.id } },
        body: { reason: "sold out at the warehouse" },
      }),
    );
  await Promise.all([cancel(), cancel(), cancel()]);
  expect((await cancel()).cancelled_at).not.toBeNull();
  expect(await points("cleo")).toMatchObject({ available: 1000, settled: 0 });
  expect(await stockOf("bag")).toBe(6);
  expect(await take("cleo", "bag")).toMatchObject({ redeemed: true, left: 600 });
  await shop.books();
});

test("A4: what is given back of points that have ended meanwhile can be spent for 30 more days", async () => {
  await earn("dora", 1);
  await shop.to(month(16));
  await offer("book", { price: 200 });
  const taken = await take("dora", "book");
  await shop.to(month(28));
  expect(await points("dora")).toMatchObject({ available: 0, settled: 200, expired: 300 });
  const params = { path: { redemption: taken.redemption!.id } };
  await shop.client.unwrap(shop.client.api.POST("/v1/redemptions/{redemption}/cancel", { params, body: { reason: "damaged" } }));
  expect(await points("dora")).toMatchObject({ available: 200, settled: 0, expired: 300 });
  await shop.to(month(28, 29 * 86_400_000));
  expect(await points("dora")).toMatchObject({ available: 200 });
  await shop.to(month(28, 31 * 86_400_000));
  expect(await points("dora")).toMatchObject({ available: 0, expired: 500 });
  await shop.books();
});

test("A4: a shop takes points at its own till", async () => {
  await earn("eve", 1);
  await shop.to(month(30));
  const spend = (amount: number) =>
    shop.client.api.POST("/v1/people/{person}/spend", {
      params: { path: { person: "user_id:eve" } },
      body: { amount, reference: "till 7" },
    });
  expect((await shop.client.unwrap(spend(120))).left).toBe(380);
  expect((await spend(381)).error).toMatchObject({ code: "insufficient_balance" });
  const { data } = await shop.client.unwrap(shop.client.api.GET("/v1/redemptions", { params: { query: { person: "user_id:eve" } } }));
  expect(data.map((r) => [r.item, r.value.amount, r.reference])).toEqual([[null, 120, "till 7"]]);
  await shop.books();
});
