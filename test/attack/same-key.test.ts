/** Fifty requests at once over two processes: under one Idempotency-Key one does the work, under fifty the right number win. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Loose } from "../support/server.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let urls: string[];
beforeAll(async () => {
  shop = await createShop();
  for (const preset of ["loyalty", "advocacy", "social", "community"]) await shop.publish(preset, { advocates: { join: "automatic" } });
  for (const program of ["loyalty", "advocacy", "social", "community"]) for (const user of ["ann", "bob"]) await shop.join(program, user);
  urls = [shop.server.url, (await shop.server.another()).url];
  const value = { amount: 100, currency: "points" };
  await send(0, "/v1/rewards", { body: { program: "loyalty", person: "user_id:ann", kind: "points", value, reason: "x" } });
  await shop.server.call("PUT", "/v1/catalogue/mug", { key: shop.server.a.testKey, body: { name: "Mug", price: 7, stock: 5 } });
});
afterAll(() => shop.close());

type Said = { status: number; text: string; body: Loose };
async function send(i: number, path: string, of: { body?: unknown; key?: string }): Promise<Said> {
  const headers: Record<string, string> = { authorization: `Bearer ${shop.server.a.testKey}`, "content-type": "application/json" };
  if (of.key !== undefined) headers["idempotency-key"] = of.key;
  const response = await fetch(urls[i % 2]! + path, { method: "POST", headers, body: JSON.stringify(of.body ?? {}) });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) };
}
const fifty = (work: (i: number) => Promise<Said>): Promise<Said[]> => Promise.all(Array.from({ length: 50 }, (_, i) => work(i)));
const count = async (table: string): Promise<number> =>
  (await shop.server.engine.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;

test.each([
  ["redemption", "/v1/redemptions", { person: "user_id:ann", item: "mug" }],
  ["redemption", "/v1/people/user_id:ann/spend", { amount: 3 }],
  ["gathering", "/v1/gatherings", { title: "E", starts_at: day(300), seats: 2 }],
  ["testimonial", "/v1/testimonials", { program: "advocacy", person: "user_id:ann", text: "Good.", consent: true }],
  ["share", "/v1/shares", { program: "social", person: "user_id:ann", channel: "x" }],
  ["slip", "/v1/slips", { program: "community", to: "user_id:ann", value: 1, currency: "EUR", acting_as: "user_id:bob" }],
  ["member_request", "/v1/requests", { program: "community", text: "?", acting_as: "user_id:bob" }],
  ["webhook_endpoint", "/v1/webhooks", { url: "https://a.example/h" }],
  [
    "reward",
    "/v1/rewards",
    { program: "loyalty", person: "user_id:ann", kind: "points", value: { amount: 2, currency: "points" }, reason: "x" },
  ],
])("one %s of fifty requests under one key to %s, and every answer is that one's", async (table, path, body) => {
  const before = await count(table);
  const key = `one-${path}`;
  const said = await fifty((i) => send(i, path, { body, key }));
  expect(await count(table)).toBe(before + 1);
  const good = said.filter((each) => each.status < 300);
  expect(new Set(good.map((each) => each.text)).size).toBe(1);
  for (const each of said.filter((other) => other.status >= 300))
    expect(each.body.code).toBeOneOf(["idempotency_in_progress", "idempotency_conflict"]);
  expect(await count(table)).toBe(before + 1);
});

test("five mugs, fifty hands, three give one back at the same moment: as many are out as were had and not given back", async () => {
  const first = await send(0, "/v1/redemptions", { body: { person: "user_id:ann", item: "mug" } });
  const storm = await fifty((i) =>
    i % 10 === 0
      ? send(i, `/v1/redemptions/${first.body.redemption.id}/cancel`, { body: { reason: "x" } })
      : send(i, "/v1/redemptions", { body: { person: "user_id:ann", item: "mug" }, key: `mug-${i}` }),
  );
  expect(storm.filter((each) => each.status >= 500)).toEqual([]);
  const [row] = await shop.server.engine.rows<{ stock: number; out: number }>(
    `select i.stock, (select count(*) from redemption r where r.item_id = i.id and r.cancelled_at is null)::int as out
       from catalogue_item i where i.key = 'mug'`,
  );
  expect(row!.stock + row!.out).toBe(5);
  await shop.books();
});

test("fifty join, fifty leave and join again at a gathering of seven: seven sit, and nobody sits twice", async () => {
  const made = await send(0, "/v1/gatherings", { body: { title: "Seven", starts_at: day(200), seats: 7 } });
  const people = Array.from({ length: 20 }, (_, i) => `g${i}`);
  await Promise.all(people.map((user_id, i) => send(i, "/v1/people", { body: { user_id } })));
  const path = `/v1/gatherings/${made.body.id}`;
  const act = (i: number, verb: string): Promise<Said> => send(i, `${path}/${verb}`, { body: { person: `user_id:${people[i % 20]}` } });
  for (let wave = 0; wave < 3; wave++) {
    const said = await fifty((i) => act(i * 7 + wave, i % 3 === 0 && wave > 0 ? "leave" : "join"));
    expect(said.filter((each) => each.status >= 500)).toEqual([]);
    const rows = await shop.server.engine.rows<{ state: string; n: number }>(
      `select state, count(*)::int as n from gathering_place p join gathering g on g.id = p.gathering_id
        where g.title = 'Seven' group by 1`,
    );
    const of = (state: string): number => rows.find((row) => row.state === state)?.n ?? 0;
    expect([of("seat"), of("seat") === 7 || of("waiting") === 0]).toEqual([Math.min(7, of("seat")), true]);
  }
});
