/** D11: rankings by week, month and quarter: ties, freezing, corrections, who does not want to be shown, merging and erasing. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Shop, createShop } from "../support/shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("tiered", { leaderboard: { periods: ["week", "month", "quarter"] } });
  await shop.publish("direct", { leaderboard: { periods: ["week"], by: "rewards", currency: "USD" } });
  for (const user of ["ann", "bea", "cleo", "dora"]) code[user] = await shop.join("tiered", user);
});
afterAll(() => shop.close());

const code: Record<string, string> = {};
type Period = "week" | "month" | "quarter";
const board = (period: Period, query: Record<string, string> = {}, program = "tiered") =>
  shop.client.unwrap(shop.client.api.GET("/v1/leaderboards/{program}", { params: { path: { program }, query: { period, ...query } } }));
const idOf = async (user: string): Promise<string> =>
  (await shop.client.unwrap(shop.client.api.GET("/v1/people/{person}", { params: { path: { person: `user_id:${user}` } } }))).id;
/** "user rank value", by rank and then name. */
async function table(period: Period, query: Record<string, string> = {}): Promise<string[]> {
  const { data } = await board(period, query);
  const users = new Map(await Promise.all(["ann", "bea", "cleo", "dora"].map(async (user) => [await idOf(user), user] as const)));
  const lines = data.map((row) => {
    const now = row.now === null ? "" : ` now ${row.now.rank ?? "-"} ${row.now.value}`;
    return { rank: row.rank ?? 99, line: `${users.get(row.person)} ${row.rank ?? "-"} ${row.value ?? "-"}${now}` };
  });
  return lines.sort((a, b) => a.rank - b.rank || (a.line < b.line ? -1 : 1)).map((each) => each.line);
}
let order = 0;
const sells = async (user: string, times: number, at: string): Promise<void> => {
  for (let i = 0; i < times; i++) {
    order++;
    await shop.buys(`friend-${order}`, { id: `d-${order}`, total: 5000, code: code[user], at });
  }
};

test("equal values share a rank, the next ranks are left out, and a period holds its first and not its last instant", async () => {
  await shop.to("2030-01-13T12:00:00.000Z");
  await sells("ann", 3, "2030-01-07T10:00:00.000Z");
  await sells("bea", 2, "2030-01-08T10:00:00.000Z");
  await sells("cleo", 2, "2030-01-09T10:00:00.000Z");
  await sells("dora", 1, "2030-01-06T23:59:59.999Z");
  await sells("dora", 1, "2030-01-07T00:00:00.000Z");
  expect(await table("week")).toEqual(["ann 1 3", "bea 2 2", "cleo 2 2", "dora 4 1"]);
  expect(await table("month")).toEqual(["ann 1 3", "bea 2 2", "cleo 2 2", "dora 2 2"]);
  expect((await board("week")).period).toBe("week:2030-W02");
});

test("the week is frozen when it is over; a return and a late order show beside the frozen ranks and change none of them", async () => {
  await shop.to("2030-01-14T00:00:00.000Z");
  const week = { at: "2030-01-10T00:00:00.000Z" };
  expect(await board("week", week)).toMatchObject({ frozen_at: "2030-01-14T00:00:00.000Z", to: "2030-01-14T00:00:00.000Z" });
  // ann's first two come back in full; dora's late order is of the week before.
  await shop.refunds("d-1");
  await shop.refunds("d-2");
  await sells("dora", 2, "2030-01-13T23:59:59.999Z");
  expect(await table("week", week)).toEqual(["ann 1 3 now 4 1", "bea 2 2", "cleo 2 2", "dora 4 1 now 1 3"]);
  // The month goes on, so it is simply as it is.
  expect(await table("month")).toEqual(["dora 1 4", "bea 2 2", "cleo 2 2", "ann 4 1"]);
  expect(await table("week")).toEqual([]);
});

test("weeks that ended while nobody looked are frozen one by one, each as of its own days", async () => {
  await shop.to("2030-02-20T12:00:00.000Z");
  const frozen = await shop.server.engine.rows<{ period: string; frozen: boolean }>(
    `select l.period, l.frozen_at is not null as frozen from leaderboard l join program p on p.id = l.program_id
      where l.workspace_id = $1 and p.key = 'tiered' order by 1`,
    [shop.server.a.sandboxId],
  );
  expect(frozen.map((row) => `${row.period} ${row.frozen}`)).toEqual([
    "month:2030-01 true",
    "month:2030-02 false",
    "quarter:2030-Q1 false",
    ...["02", "03", "04", "05", "06", "07"].map((week) => `week:2030-W${week} true`),
    "week:2030-W08 false",
  ]);
  expect(await table("month", { at: "2030-01-20T00:00:00.000Z" })).toEqual(["dora 1 4", "bea 2 2", "cleo 2 2", "ann 4 1"]);
});

test("who does not want to be shown keeps her rank and is left out; she and the operator can see it", async () => {
  const month = { at: "2030-01-20T00:00:00.000Z" };
  await shop.client.unwrap(
    shop.client.api.PUT("/v1/leaderboards/{program}/people/{person}", {
      params: { path: { program: "tiered", person: "user_id:dora" } },
      body: { hidden: true },
    }),
  );
  expect(await table("month", month)).toEqual(["bea 2 2", "cleo 2 2", "ann 4 1"]);
  expect((await board("month", { ...month, person: "user_id:dora" })).own).toMatchObject({ rank: 1, value: 4, hidden: true });
  expect((await board("month", { ...month, include_hidden: "true" })).data).toHaveLength(4);
});

test("rewards of a currency can be what is ranked: what is left of them after returns", async () => {
  const eve = await shop.join("direct", "eve");
  const fay = await shop.join("direct", "fay");
  await shop.buys("x1", { id: "x-1", total: 10000, code: eve });
  await shop.buys("x2", { id: "x-2", total: 12000, code: fay });
  await shop.refunds("x-2", 6000);
  await shop.buys("x3", { id: "x-3", total: 90000, code: fay, currency: "EUR" });
  const { data, currency } = await board("week", {}, "direct");
  expect(currency).toBe("USD");
  expect(data.map((row) => [row.rank, row.value])).toEqual([
    [1, 1000],
    [2, 600],
  ]);
  const key = shop.server.a.testKey;
  expect((await shop.server.call("GET", "/v1/leaderboards/direct?period=month", { key })).status).toBe(409);
  expect((await shop.server.call("GET", "/v1/leaderboards/direct?period=week", { key: shop.server.b.secretKey })).status).toBe(404);
});

test("merged people have one rank, also in what was frozen; who was erased is not ranked any more", async () => {
  const hal = await shop.client.join("tiered", { user_id: "hal" });
  const same = await shop.client.join("tiered", { email: "hal@example.com" });
  const ivy = await shop.client.join("tiered", { user_id: "ivy" });
  Object.assign(code, { hal: hal.links[0]!.code, same: same.links[0]!.code, ivy: ivy.links[0]!.code });
  await sells("hal", 1, "2030-02-19T10:00:00.000Z");
  await sells("same", 2, "2030-02-19T11:00:00.000Z");
  await sells("ivy", 2, "2030-02-19T12:00:00.000Z");
  await shop.to("2030-02-26T00:00:00.000Z");
  const week = { at: "2030-02-20T00:00:00.000Z" };
  const ranks = async () =>
    (await board("week", week)).data.map((row) => [row.person, row.rank, row.value, row.now?.rank, row.now?.value]).sort();
  expect(await ranks()).toEqual(
    [
      [hal.person, 3, 1],
      [same.person, 1, 2],
      [ivy.person, 1, 2],
    ]
      .map((row) => [...row, undefined, undefined])
      .sort(),
  );
  const path = { params: { path: { person: hal.person } } };
  await shop.client.unwrap(shop.client.api.POST("/v1/people/{person}/merge", { ...path, body: { from: same.person } }));
  // She keeps the frozen rank of the one who stays; counted anew she has both, and ivy is second.
  expect(await ranks()).toEqual(
    [
      [hal.person, 3, 1, 1, 3],
      [ivy.person, 1, 2, 2, 2],
    ].sort(),
  );
  await shop.client.unwrap(shop.client.api.POST("/v1/people/{person}/erase", { params: { path: { person: ivy.person } } }));
  const erased = (await board("week", week)).data.find((row) => row.person === ivy.person);
  expect(erased).toMatchObject({ rank: 1, value: 2, name: null, now: { rank: null, value: 0 } });
  await shop.books();
});
