/** A2: both get something. The friend a coupon at sign-up, the advocate credit with the first order that is large enough. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let code: string;
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("two_way");
  code = await shop.join("two_way", "ann");
});
afterAll(() => shop.close());

const signsUp = (user: string) => shop.send({ type: "signup", person: { user_id: user }, referral: { code } });
const coupons = async (user: string) =>
  (await shop.client.unwrap(shop.client.api.GET("/v1/coupons", { params: { query: { person: `user_id:${user}` } } }))).data;
const validate = (coupon: string, user: string, total = 4000) =>
  shop.client.unwrap(
    shop.client.api.POST("/v1/coupons/validate", { body: { code: coupon, person: `user_id:${user}`, total, currency: "USD" } }),
  );
const redeem = (coupon: string, user: string, order: string) =>
  shop.client.unwrap(shop.client.api.POST("/v1/coupons/redeem", { body: { code: coupon, person: `user_id:${user}`, order } }));

test("A2: the friend's 20 % coupon works at sign-up, once, and only for her", async () => {
  const outcome = await signsUp("ben");
  expect(outcome.decisions).toMatchObject([
    { outcome: "rewarded", stage: "signup", rewards: [{ rule: "friend-off", kind: "coupon", state: "available" }] },
  ]);
  const [coupon, ...more] = await coupons("ben");
  expect(more).toEqual([]);
  await signsUp("cleo");
  expect(await validate(coupon!.code, "ben")).toMatchObject({ valid: true, reason: null, terms: { percent: 20 } });
  expect(await validate(coupon!.code, "cleo")).toMatchObject({ valid: false, reason: "other_person" });
  expect(await redeem(coupon!.code, "cleo", "c-1")).toMatchObject({ valid: false, reason: "other_person" });
  // The advocate cannot use what her friend got.
  expect(await redeem(coupon!.code, "ann", "a-1")).toMatchObject({ valid: false, reason: "other_person" });
  // Two tills at once: one wins.
  const tills = await Promise.all(["1", "2", "3", "4", "5"].map((n) => redeem(coupon!.code, "ben", `b-${n}`)));
  expect(tills.map((t) => t.reason).sort()).toEqual([null, "used", "used", "used", "used"].sort());
  expect(await validate(coupon!.code, "ben")).toMatchObject({ valid: false, reason: "used" });
  // Signing up again gives no second one.
  await signsUp("ben");
  expect(await coupons("ben")).toHaveLength(1);
});

test("A2: 30.00 gives nothing, then 60.00 pays 20.00, then 70.00 nothing; below 50.00 all of it is taken back", async () => {
  const small = await shop.buys("ben", { id: "30", total: 3000 });
  expect(small.decisions).toMatchObject([{ outcome: "not_rewarded", reason: "condition_not_met", rewards: [] }]);
  expect(await shop.balances("ann")).toEqual({});
  const large = await shop.buys("ben", { id: "60", total: 6000 });
  expect(large.decisions).toMatchObject([
    { outcome: "rewarded", rewards: [{ rule: "thanks", kind: "credit", value: { amount: 2000, currency: "USD" } }] },
  ]);
  const third = await shop.buys("ben", { id: "70", total: 7000 });
  expect(third.decisions).toMatchObject([{ outcome: "not_rewarded", reason: "not_nth", rewards: [] }]);
  expect(await shop.balances("ann")).toEqual({ USD: { pending: 2000, available: 0 } });

  const returned = await shop.refunds("60", 1001);
  expect(returned.decisions).toMatchObject([
    { outcome: "adjusted", rewards: [{ value: { amount: 0 }, state: "reversed", reason: "below_threshold" }] },
  ]);
  expect(await shop.balances("ann")).toEqual({});
  await shop.books();
});

test("A2: an order of exactly 50.00 pays, one of 49.99 does not, and a return down to 50.00 leaves its share", async () => {
  const pays = async (user: string, id: string, total: number) => {
    await shop.buys(user, { id, total, code });
    return (await shop.balances("ann")).USD?.pending ?? 0;
  };
  expect(await pays("dan", "49", 4999)).toBe(0);
  expect(await pays("eva", "50", 5000)).toBe(2000);
  expect(await pays("fay", "51", 10000)).toBe(4000);
  await shop.refunds("51", 5000);
  // Half of the order is kept and it is still at the threshold: the share that was kept.
  expect((await shop.balances("ann")).USD).toEqual({ pending: 3000, available: 0 });
  await shop.refunds("51", 1);
  expect((await shop.balances("ann")).USD).toEqual({ pending: 2000, available: 0 });
  await shop.books();
});

test("A2: at most 20 friends a month; a full refund frees a place for the one who was over", async () => {
  const bea = (await shop.client.join("two_way", { user_id: "bea" })).links[0]!.code;
  for (let i = 1; i <= 21; i++) await shop.buys(`m${i}`, { id: `m-${i}`, total: 6000, code: bea });
  expect((await shop.balances("bea")).USD).toEqual({ pending: 40000, available: 0 });
  await shop.refunds("m-3");
  // The third gives back 20.00, and the 21st takes the place.
  expect((await shop.balances("bea")).USD).toEqual({ pending: 40000, available: 0 });
  await shop.refunds("m-4");
  expect((await shop.balances("bea")).USD).toEqual({ pending: 38000, available: 0 });
  await shop.to(day(30));
  expect((await shop.balances("bea")).USD).toEqual({ pending: 0, available: 38000 });
  await shop.books();
});
