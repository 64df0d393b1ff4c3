/** A1: direct incentive. 10 % of what friends order, after 14 days. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let code: string;
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("direct");
  code = await shop.join("direct", "ann");
  await shop.to(day(2));
});
afterAll(() => shop.close());

test("A1: 80.00 earn 8.00, available on day 14 and not one millisecond before; a quarter returned on day 20 leaves 6.00", async () => {
  const bought = await shop.buys("ben", { id: "80", total: 8000, code, at: day(0) });
  const reward = { rule: "thanks", value: { amount: 800, currency: "USD" }, state: "pending", available_at: day(14) };
  expect(bought.decisions).toMatchObject([{ program: "direct", outcome: "rewarded", stage: "order", rewards: [reward] }]);
  await shop.buys("cleo", { id: "20", total: 2000, code, at: day(1) });
  await shop.buys("dan", { id: "10", total: 1000, code, at: day(1, 1) });

  await shop.to(day(14, -1));
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 1100, available: 0 } });
  // On day 15 to the millisecond the order of day 1 is there, and the one that came a millisecond after it is not.
  await shop.to(day(15));
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 100, available: 1000 } });

  await shop.to(day(20));
  const returned = await shop.refunds("80", 2000);
  expect(returned.decisions).toMatchObject([
    { outcome: "adjusted", rewards: [{ rule: "thanks", value: { amount: 600, currency: "USD" }, state: "available" }] },
  ]);
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 0, available: 900 } });
  await shop.books();
});

test("three thirds of a refund take back exactly the whole, and a fourth nothing more", async () => {
  await shop.buys("eva", { id: "33", total: 3333, code });
  const before = (await shop.balances("ann")).USD!.pending;
  const left: number[] = [];
  for (let i = 0; i < 4; i++) {
    await shop.refunds("33", 1111);
    left.push((await shop.balances("ann")).USD?.pending ?? 0);
  }
  // 333 x 2222 / 3333 = 222 and 333 x 1111 / 3333 = 111: no cent is lost on the way.
  expect(left.map((pending) => pending - (before - 333))).toEqual([222, 111, 0, 0]);
  await shop.books();
});

test("what nobody referred, what the advocate buys herself and what an old customer buys earns nothing, and says why", async () => {
  const reason = async (user: string, id: string, used?: string) => (await shop.buys(user, { id, total: 5000, code: used })).decisions[0];
  expect(await reason("fay", "f1")).toMatchObject({ outcome: "not_referred", reason: "no_touch" });
  expect(await reason("fay", "f2", code)).toMatchObject({ outcome: "not_referred", reason: "not_new_customer" });
  expect(await reason("ann", "a1", code)).toMatchObject({ outcome: "not_referred", reason: "self_referral" });
  expect(await reason("gus", "g1", "NOSUCHCODE")).toMatchObject({ outcome: "not_referred", reason: "unknown_code" });
});

test("the trace says in words what the decision says in data", async () => {
  const bought = await shop.buys("hal", { id: "h1", total: 8000, code });
  const trace = await shop.client.events.trace(bought.id!);
  const { person } = await shop.client.join("direct", { user_id: "ann" });
  expect(trace.words).toEqual([
    { program: "direct", sentences: [`${person} gets 8.00 USD by rule "thanks". It is waiting until 10 February 2030.`] },
  ]);
  // What came later stands beside the first answer, which stays.
  await shop.refunds("h1", 2000);
  await shop.refunds("h1");
  const later = await shop.client.events.trace(bought.id!);
  expect(later.words).toEqual(trace.words);
  expect(later.revisions.map((each) => each.words)).toEqual([
    [`${person} gets 6.00 USD by rule "thanks" now, after the change. It is waiting until 10 February 2030.`],
    [`What ${person} got by rule "thanks" is taken back. The order was refunded in full, so nothing is owed for it.`],
  ]);
});
