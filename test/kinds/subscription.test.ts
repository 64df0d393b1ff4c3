/** A15: free service for new subscribers. A month for the friend, a month for the advocate after the first paid invoice. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let today = 0;
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("subscription");
});
afterAll(() => shop.close());

const starts = (user: string, code: string, at?: string) =>
  shop.send({ type: "subscription_started", occurred_at: at, person: { user_id: user }, referral: { code } });
const pays = (user: string, id: string, total: number, at?: string) => shop.buys(user, { type: "payment", id, total, at });
const advance = (days: number) => shop.to(day((today += days)));
const MONTH = { months: { pending: 1, available: 0 } };

test("A15: the friend's first month is free; the advocate gets hers 30 days after the first paid invoice", async () => {
  const code = await shop.join("subscription", "ann");
  const started = await starts("ben", code, day(0));
  expect(started.decisions).toMatchObject([
    {
      outcome: "rewarded",
      rewards: [{ rule: "first-month", kind: "free_time", value: { amount: 1, currency: "months" }, state: "available" }],
    },
  ]);
  expect(await shop.balances("ben")).toEqual({ months: { pending: 0, available: 1 } });
  // The invoice of the free month is for nothing: it is paid and is no paid invoice.
  const free = await pays("ben", "inv-0", 0, day(0));
  expect(free.decisions.flatMap((d) => d.rewards)).toEqual([]);
  expect(await shop.balances("ann")).toEqual({});

  await advance(30);
  const paid = await pays("ben", "inv-1", 1900, day(30));
  expect(paid.decisions).toMatchObject([
    { outcome: "rewarded", stage: "invoice", rewards: [{ rule: "month", state: "pending", available_at: day(60) }] },
  ]);
  await advance(29);
  expect(await shop.balances("ann")).toEqual(MONTH);
  await pays("ben", "inv-2", 1900);
  await advance(1);
  // One month for the friend, however many invoices follow.
  expect(await shop.balances("ann")).toEqual({ months: { pending: 0, available: 1 } });
  await shop.books();
});

test("A15: an annual plan gives the same one month, and an upgrade nothing more", async () => {
  const code = await shop.join("subscription", "bea");
  await starts("cleo", code);
  await pays("cleo", "year-1", 19000);
  expect(await shop.balances("bea")).toEqual(MONTH);
  // The upgrade is invoiced at once, for the rest of the year.
  await pays("cleo", "upgrade-1", 12000);
  expect(await shop.balances("bea")).toEqual(MONTH);
  // What was paid for the old plan is credited in part: nearly all of the year remains, and the month with it.
  await shop.refunds("year-1", 1000);
  expect(await shop.balances("bea")).toEqual(MONTH);
  await shop.books();
});

test("A15: a pause delays the first paid invoice and the month with it", async () => {
  const code = await shop.join("subscription", "carla");
  await starts("dan", code);
  await shop.send({ type: "custom", name: "subscription_paused", person: { user_id: "dan" } });
  await advance(60);
  expect(await shop.balances("carla")).toEqual({});
  await shop.send({ type: "custom", name: "subscription_resumed", person: { user_id: "dan" } });
  const paid = await pays("dan", "dan-1", 1900, day(today));
  expect(paid.decisions[0]!.rewards).toMatchObject([{ available_at: day(today + 30) }]);
  await shop.books();
});

test("A15: a payment that failed and was tried again counts once, from when it succeeded", async () => {
  const code = await shop.join("subscription", "dora");
  await starts("eva", code);
  await shop.send({ type: "custom", name: "payment_failed", person: { user_id: "eva" } });
  expect(await shop.balances("dora")).toEqual({});
  await advance(3);
  await pays("eva", "eva-1", 1900);
  // The shop's own script and the provider's webhook both report it, under ids of their own.
  const again = await shop.send({
    type: "payment",
    id: "hook-eva-1",
    person: { user_id: "eva" },
    order: { id: "eva-1", total: 1900, currency: "USD" },
  });
  expect(again.decisions).toMatchObject([{ outcome: "not_rewarded", reason: "order_known", rewards: [] }]);
  expect(await shop.balances("dora")).toEqual(MONTH);
  await shop.books();
});

test("A15: a refunded first invoice takes the month back, and the next paid one earns it", async () => {
  const code = await shop.join("subscription", "emma");
  await starts("fay", code);
  await pays("fay", "fay-1", 1900);
  const refunded = await shop.refunds("fay-1");
  expect(refunded.decisions).toMatchObject([
    { outcome: "adjusted", rewards: [{ rule: "month", state: "reversed", reason: "fully_refunded" }] },
  ]);
  expect(await shop.balances("emma")).toEqual({});
  await advance(30);
  await pays("fay", "fay-2", 1900);
  expect(await shop.balances("emma")).toEqual(MONTH);
  await shop.books();
});

test("A15: a month that is available already is taken back with its invoice too", async () => {
  const code = await shop.join("subscription", "fiona");
  await starts("gus", code, day(today, -1));
  await pays("gus", "gus-1", 1900, day(today));
  await advance(30);
  expect(await shop.balances("fiona")).toEqual({ months: { pending: 0, available: 1 } });
  await shop.refunds("gus-1");
  expect(await shop.balances("fiona")).toEqual({});
  await shop.books();
});

test("A15: cancelling before paying gives nothing", async () => {
  const code = await shop.join("subscription", "gina");
  await starts("hal", code);
  await pays("hal", "hal-0", 0);
  const cancelled = await shop.send({ type: "subscription_cancelled", person: { user_id: "hal" } });
  expect(cancelled.decisions.flatMap((d) => d.rewards)).toEqual([]);
  await advance(90);
  expect(await shop.balances("gina")).toEqual({});
});

test("A15: at most 12 months in all", async () => {
  const code = await shop.join("subscription", "hana");
  for (let i = 1; i <= 13; i++) {
    await starts(`s${i}`, code);
    await pays(`s${i}`, `s-${i}`, 1900);
  }
  expect(await shop.balances("hana")).toEqual({ months: { pending: 12, available: 0 } });
  const last = (await shop.rewards("hana")).at(-1);
  expect(last).toMatchObject({ value: { amount: 0 }, state: "denied", reason: "cap_reached" });
  await shop.books();
});
