/** A7: more for more. 10.00, 15.00 and 20.00 from the 1st, 5th and 15th qualified referral of a quarter. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("tiered");
  await shop.to(day(12));
});
afterAll(() => shop.close());

const value = (outcome: Awaited<ReturnType<Shop["buys"]>>) => outcome.decisions[0]!.rewards.map((r) => r.value.amount);

/** What each friend is worth now, in the order of their purchases. */
const amounts = async (user: string) => (await shop.rewards(user)).map((reward) => reward.value.amount);

test("A7: 15 friends earn 4 x 10.00, 10 x 15.00 and 20.00; a refund of the 3rd takes back 20.00 in all", async () => {
  const code = await shop.join("tiered", "ann");
  const earned: number[] = [];
  for (let i = 1; i <= 15; i++) earned.push(...value(await shop.buys(`f${i}`, { id: `o-${i}`, total: 9900, code, at: day(i / 2) })));
  expect(earned).toEqual([1000, 1000, 1000, 1000, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 2000]);
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 21000, available: 0 } });

  await shop.refunds("o-3");
  // Its own 10.00; the old 5th is the 4th now (-5.00), the old 15th the 14th (-5.00).
  expect(await amounts("ann")).toEqual([1000, 1000, 0, 1000, 1000, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500, 1500]);
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 19000, available: 0 } });
  await shop.books();
});

test("A7: a refund re-ranks what is available already: the difference comes off the balance", async () => {
  const code = await shop.join("tiered", "dora");
  for (let i = 1; i <= 15; i++) await shop.buys(`k${i}`, { id: `r-${i}`, total: 9900, code, at: day(i / 2) });
  await shop.to(day(25));
  expect(await shop.balances("dora")).toEqual({ USD: { pending: 0, available: 21000 } });
  await shop.refunds("r-3");
  expect(await shop.balances("dora")).toEqual({ USD: { pending: 0, available: 19000 } });
  await shop.books();
});

test("A7: the order in which friends arrive does not matter, only when they bought", async () => {
  const code = await shop.join("tiered", "bea");
  // The fifth friend's order arrives first, the first friend's last.
  for (const i of [5, 4, 3, 2, 1]) await shop.buys(`g${i}`, { id: `p-${i}`, total: 9900, code, at: day(20 + i / 2) });
  expect(await amounts("bea")).toEqual([1000, 1000, 1000, 1000, 1500]);
  expect(await shop.balances("bea")).toEqual({ USD: { pending: 5500, available: 0 } });
});

test("A7: a partial return scales the tiered amount; the next quarter starts from the first step", async () => {
  const code = await shop.join("tiered", "cleo");
  for (let i = 1; i <= 5; i++) await shop.buys(`h${i}`, { id: `q-${i}`, total: 9000, code, at: day(20 + i / 2) });
  await shop.refunds("q-5", 3000);
  // Two thirds of 15.00.
  expect(await shop.balances("cleo")).toEqual({ USD: { pending: 5000, available: 0 } });
  // 1 April 2030 is day 84: the last millisecond of March belongs to the first quarter.
  await shop.to("2030-04-01T00:00:30.000Z");
  expect(value(await shop.buys("h6", { id: "q-6", total: 9000, code, at: "2030-03-31T23:59:59.999Z" }))).toEqual([1500]);
  expect(value(await shop.buys("h7", { id: "q-7", total: 9000, code, at: "2030-04-01T00:00:00.000Z" }))).toEqual([1000]);
  await shop.books();
});
