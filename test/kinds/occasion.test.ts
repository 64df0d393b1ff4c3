/** A13: double between two instants of the shop's clocks, across the change to summer time; by when it happened, whoever was bound when. */
import { afterAll, beforeAll, expect, test } from "vitest";
import occasion from "../../presets/occasion.ts";
import { shuffled } from "../support/shuffle.ts";
import { type Shop, createShop } from "../support/shop.ts";

/** In Berlin clocks go forward on Sunday, 31 March 2030, at 02:00. Local 18:00 on Saturday is 17:00 UTC, 06:00 on Monday is 04:00 UTC. */
const WINDOW = { key: "spring", from: "2030-03-30T18:00:00", to: "2030-04-01T06:00:00", multiply: 2 };
const FROM = Date.UTC(2030, 2, 30, 17);
const TO = Date.UTC(2030, 3, 1, 4);
const iso = (ms: number) => new Date(ms).toISOString();

let shop: Shop;
let code = "";
beforeAll(async () => {
  shop = await createShop();
  await shop.client.unwrap(shop.client.api.PATCH("/v1/settings", { body: { zone: "Europe/Berlin" } }));
  // The campaign is published when friends are on their way already.
  await shop.publish("occasion", { bonuses: [] });
  code = await shop.join("occasion", "ann");
  await shop.send({ type: "signup", person: { user_id: "open" }, referral: { code } });
  await shop.to("2030-03-20T09:00:00.000Z");
  await shop.client.programs.put("occasion", { ...occasion, bonuses: [WINDOW] });
  await shop.client.programs.publish("occasion");
});
afterAll(() => shop.close());

const worth = (outcome: Awaited<ReturnType<Shop["buys"]>>) => outcome.decisions[0]!.rewards.map((r) => r.value.amount);
let orders = 0;
const buys = (who: string, at: string, using = code) => shop.buys(who, { id: `o-${++orders}`, total: 5000, code: using, at });

test("A13: one millisecond before and at the end it is 10.00; at the beginning and to the last millisecond 20.00", async () => {
  await shop.to("2030-04-05T09:00:00.000Z");
  const around: [string, number, number][] = [
    ["before", FROM - 1, 1000],
    ["first", FROM, 2000],
    ["skipped", Date.UTC(2030, 2, 31, 1), 2000],
    ["last", TO - 1, 2000],
    ["after", TO, 1000],
  ];
  for (const [who, at, amount] of around) expect([who, worth(await buys(who, iso(at)))]).toEqual([who, [amount]]);
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 8000, available: 0 } });
  await shop.books();
});

test("A13: it counts when it happened: what arrives late is double, what is sent late and happened later is not", async () => {
  const bea = await shop.join("occasion", "bea");
  await shop.to("2030-04-12T09:00:00.000Z");
  expect(worth(await buys("late", iso(TO - 1), bea))).toEqual([2000]);
  expect(worth(await buys("later", "2030-04-11T09:00:00.000Z", bea))).toEqual([1000]);
  await shop.books();
});

test("A13: a friend who was bound before the campaign was published counts double all the same", async () => {
  const referrals = await shop.client.unwrap(shop.client.api.GET("/v1/referrals", { params: { query: { limit: 100 } } }));
  const open = referrals.data.filter((r) => r.status === "open");
  expect(open.map((r) => r.version)).toEqual([1]);
  expect(worth(await shop.buys("open", { id: "o-open", total: 5000, at: iso(FROM + 3_600_000) }))).toEqual([2000]);
  await shop.books();
});

test("A13: a return of a quarter takes a quarter of what was doubled; the hold runs from the order", async () => {
  const cleo = await shop.join("occasion", "cleo");
  await shop.buys("quarter", { id: "o-q", total: 8000, code: cleo, at: iso(FROM) });
  await shop.refunds("o-q", 2000);
  expect(await shop.balances("cleo")).toEqual({ USD: { pending: 1500, available: 0 } });
  await shop.to(iso(FROM + 14 * 86_400_000 - 60_000));
  expect((await shop.balances("cleo")).USD?.available).toBe(0);
  await shop.to(iso(FROM + 14 * 86_400_000));
  expect((await shop.balances("cleo")).USD).toEqual({ pending: 0, available: 1500 });
  await shop.books();
});

test("A13: any order of arrival ends in the same books (200 permutations around the window)", { timeout: 180_000 }, async () => {
  const instants = [FROM - 1, FROM, FROM + 7_200_000, TO - 1, TO];
  const wishes = Array.from({ length: 200 }, (_, seed) => ({ seed, who: `p${seed}` }));
  const [first, ...rest] = await Promise.all(
    wishes.map(async ({ seed, who }) => {
      const own = await shop.join("occasion", who);
      const events = instants.map((at, i) => ({
        id: `${who}-${i}`,
        type: "purchase" as const,
        occurred_at: iso(at),
        person: { user_id: `${who}-f${i}` },
        order: { id: `${who}-o${i}`, total: 5000, currency: "USD" },
        referral: { code: own },
      }));
      // Each is told once or twice.
      for (const event of shuffled([...events, ...events.slice(seed % 5)], seed)) await shop.client.events.track(event);
      return (await shop.rewards(who)).map((r) => [r.at, r.value.amount]);
    }),
  );
  expect(first!.map(([, amount]) => amount)).toEqual([1000, 2000, 2000, 2000, 1000]);
  for (const books of rest) expect(books).toEqual(first);
  await shop.books();
});
