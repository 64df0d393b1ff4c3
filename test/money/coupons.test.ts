/** Coupon codes as rewards: there when the event is answered, for one person, once (CATALOGUE A2, FAULTS 3.1). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { reverseReward } from "../../src/flow/change-rewards.ts";
import { issueCoupons, withCoupons } from "../../src/flow/coupons.ts";
import { redeemCoupon, validateCoupon } from "../../src/flow/redeem-coupons.ts";
import { sweepWorkspace } from "../../src/flow/sweep.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { DAY, type Money, moneyOf, programOf, refund } from "../support/money.ts";

let e: Engine;
let m: Money;
beforeEach(async () => {
  e = await createEngine();
  m = moneyOf(e);
});
afterEach(async () => {
  await m.prove();
  await e.close();
});

type CouponRow = { code: string; person_id: string; reward_id: string; valid_until: number; voided_at: number | null; nth: number };
const coupons = () => e.rows<CouponRow>("select * from coupon where workspace_id = $1 order by issued_at, code", [e.sandbox]);
const states = async () =>
  (await e.rows<{ state: string }>("select state from reward where workspace_id = $1 order by at, id", [e.sandbox])).map((r) => r.state);
const personOf = async (user: string) =>
  (
    await e.rows<{ person_id: string }>("select person_id from person_identity where workspace_id = $1 and kind = 1 and value = $2", [
      e.sandbox,
      user,
    ])
  )[0]!.person_id;
/** As the product's own door does it: coupons are issued before the answer. */
const send = (...events: object[]) => withCoupons(m.parts, e.batcher).submit(e.sandbox, events as never);
const ask = (code: string, personId: string | null, total: number | null = null, currency: string | null = "USD") =>
  validateCoupon(m.parts, m.by, { code, personId, total, currency });
const redeem = (code: string, personId: string | null, orderId: string | null = null) =>
  redeemCoupon(m.parts, m.by, { code, personId, orderId, receipt: "till 2" });

const FRIEND_OFF = {
  key: "friend-off",
  when: { stage: "signup" as const },
  to: "friend" as const,
  give: { coupon: { percent: 20, valid: "30d", minimum_order: "50.00 USD" } },
};
const TWO_WAY = { kind: "two_way" as const, stages: ["signup", "order"], qualifies_at: "order" };
const signsUp = (user: string, code: string) => ({ type: "signup", id: `s-${user}`, person: { user_id: user }, referral: { code } });

test("A2: the friend's coupon is there when her sign-up is answered, for her only, from the minimum on, to the millisecond", async () => {
  await e.publish(programOf("give", [FRIEND_OFF], TWO_WAY), { workspace: e.sandbox });
  const ann = await e.join("give", { user_id: "ann" }, e.sandbox);
  const [answer] = await send(signsUp("ben", ann.code), signsUp("bea", ann.code));
  expect(answer!.decisions[0]!.rewards[0]).toMatchObject({ kind: "coupon" });
  const ben = await personOf("ben");
  const coupon = (await coupons()).find((c) => c.person_id === ben)!;
  expect(coupon.code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
  expect(await states()).toEqual(["fulfilled", "fulfilled"]);
  expect(await m.balance(ben, "coupon", "coupon")).toEqual({ pending: 0, available: 0, in_flight: 0, settled: 1 });
  const typed = `${coupon.code.slice(0, 5)}-${coupon.code.slice(5).toLowerCase()}`;
  expect(await ask(typed, ben, 5000)).toMatchObject({ valid: true, reason: null, rewardId: coupon.reward_id, terms: { percent: 20 } });
  expect(await ask(coupon.code, ben, 4999)).toMatchObject({ valid: false, reason: "minimum_not_met" });
  expect(await ask(coupon.code, ben, 9000, "EUR")).toMatchObject({ reason: "minimum_not_met" });
  expect(await ask(coupon.code, await personOf("bea"), 9000)).toEqual({
    valid: false,
    reason: "other_person",
    terms: null,
    validUntil: null,
    rewardId: null,
    discount: null,
    number: null,
  });
  expect(await redeem(coupon.code, await personOf("bea"))).toMatchObject({ valid: false, reason: "other_person" });
  expect(await redeem(coupon.code, null)).toMatchObject({ valid: false, reason: "other_person" });
  expect(await ask("NOSUCHCODE", ben)).toMatchObject({ valid: false, reason: "unknown" });
  await m.clock(coupon.valid_until - 2000);
  expect(await ask(coupon.code, ben, 5000)).toMatchObject({ valid: true });
  await m.clock(coupon.valid_until + 1);
  expect(await ask(coupon.code, ben, 5000)).toMatchObject({ valid: false, reason: "expired" });
});

test("of 50 tills at once, over two processes, exactly one redeems, with its receipt number; the rest are told it is used", async () => {
  await e.publish(programOf("give", [FRIEND_OFF], TWO_WAY), { workspace: e.sandbox });
  const ann = await e.join("give", { user_id: "ann" }, e.sandbox);
  await send(signsUp("ben", ann.code));
  const [coupon] = await coupons();
  const other = { ...m.parts, pool: e.database.pool({ max: 8 }) };
  const tills = [...Array(50).keys()].map((i) =>
    redeemCoupon(i % 2 ? m.parts : other, m.by, { code: coupon!.code, personId: coupon!.person_id, orderId: null, receipt: `till ${i}` }),
  );
  const answers = await Promise.all(tills);
  const won = answers.map((a, i) => (a.valid ? i : -1)).filter((i) => i >= 0);
  expect(won).toHaveLength(1);
  expect(new Set(answers.filter((a) => !a.valid).map((a) => a.reason))).toEqual(new Set(["used"]));
  const [kept] = await e.rows<{ receipt: string }>("select receipt from coupon where workspace_id = $1", [e.sandbox]);
  expect(kept!.receipt).toBe(`till ${won[0]}`);
  expect(await e.rows("select 1 from audit where workspace_id = $1 and action = 'coupon.redeemed'", [e.sandbox])).toHaveLength(1);
});

test("the winner's own Idempotency-Key is told again that it won; a known order decides about its minimum and its person", async () => {
  await e.publish(programOf("give", [FRIEND_OFF], TWO_WAY), { workspace: e.sandbox });
  const ann = await e.join("give", { user_id: "ann" }, e.sandbox);
  await send(signsUp("ben", ann.code), signsUp("bea", ann.code));
  const [ben, bea] = [await personOf("ben"), await personOf("bea")];
  const [his, hers] = [(await coupons()).find((c) => c.person_id === ben)!, (await coupons()).find((c) => c.person_id === bea)!];
  await send(
    { type: "purchase", person: { user_id: "ben" }, order: { id: "small", total: 4000, currency: "USD" } },
    { type: "purchase", person: { user_id: "ben" }, order: { id: "large", total: 6000, currency: "USD" } },
  );
  expect(await redeem(his.code, ben, "small")).toMatchObject({ valid: false, reason: "minimum_not_met" });
  expect(await redeem(hers.code, null, "large")).toMatchObject({ valid: false, reason: "other_person" });
  const keyed = { ...m.by, idempotencyKey: "r-1" };
  const wish = { code: his.code, personId: null, orderId: "large", receipt: "1" };
  expect(await redeemCoupon(m.parts, keyed, wish)).toMatchObject({ valid: true });
  expect(await redeemCoupon(m.parts, keyed, wish)).toMatchObject({ valid: true });
  const second = { ...m.by, idempotencyKey: "r-2" };
  expect(await redeemCoupon(m.parts, second, { ...wish, receipt: "2" })).toMatchObject({ valid: false, reason: "used" });
});

const ORDER_COUPON = { key: "next", when: { stage: "order" as const }, to: "advocate" as const, give: { coupon: { amount: "5.00 USD" } } };
const buys = (id: string, code: string) => ({
  id,
  type: "purchase",
  person: { user_id: `u-${id}` },
  referral: { code },
  order: { id, total: 8000, currency: "USD" },
});

test("a coupon taken back unused uses up no other; when what it rests on counts again, its old code is good again", async () => {
  await e.publish(programOf("friends", [{ ...ORDER_COUPON, when: { stage: "order", nth: 1 } }], TWO_WAY), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  const ben = { person: { user_id: "ben" } };
  const hoursAgo = async (n: number) => new Date((await m.now()) - n * 3_600_000).toISOString();
  await send({ ...signsUp("ben", ann.code), occurred_at: await hoursAgo(2) }, { ...buys("later", ann.code), ...ben });
  const [first] = await coupons();
  // An earlier order arrives late and is the first now; then it is returned, and the later one is the first again.
  await send({ ...buys("earlier", ann.code), ...ben, occurred_at: await hoursAgo(1) });
  expect(await ask(first!.code, ann.personId)).toMatchObject({ valid: false, reason: "unknown" });
  expect(await redeem(first!.code, ann.personId)).toMatchObject({ valid: false, reason: "unknown" });
  const second = (await coupons()).find((c) => c.code !== first!.code);
  expect(await ask(second!.code, ann.personId)).toMatchObject({ valid: true });
  expect(await m.balance(ann.personId, "coupon", "coupon")).toEqual({ pending: 0, available: 0, in_flight: 0, settled: 1 });
  await send(refund("earlier"));
  expect(await ask(second!.code, ann.personId)).toMatchObject({ valid: false, reason: "unknown" });
  expect(await ask(first!.code, ann.personId)).toMatchObject({ valid: true });
  expect(await coupons()).toHaveLength(2);
});

test("a coupon whose reward is taken back after it was used is carried: the next reward gives no code, the one after does", async () => {
  await e.publish(programOf("friends", [ORDER_COUPON]), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  await send(buys("1", ann.code));
  const [first] = await coupons();
  expect(await redeem(first!.code, ann.personId)).toMatchObject({ valid: true });
  await reverseReward(m.parts, m.by, { rewardId: first!.reward_id, reason: "returned" });
  expect(await m.balance(ann.personId, "coupon", "coupon")).toEqual({ pending: 0, available: -1, in_flight: 0, settled: 1 });
  await send(buys("2", ann.code));
  expect(await coupons()).toHaveLength(1);
  await send(buys("3", ann.code));
  await sweepWorkspace(m.parts, e.sandbox);
  expect(await coupons()).toHaveLength(2);
  expect(await issueCoupons(m.parts, e.sandbox)).toBe(0);
});

test("a crash between event and coupon is mended by the sweep; a held coupon waits; a doubled reward gives two codes", async () => {
  const held = { ...ORDER_COUPON, key: "held", hold: "7d" };
  const bonuses = [{ key: "launch", from: "2020-01-01", to: "2098-01-01", multiply: 2, rules: ["next"] }];
  await e.publish(programOf("friends", [ORDER_COUPON, held], { bonuses }), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  await e.send(buys("1", ann.code) as never, e.sandbox);
  expect(await coupons()).toHaveLength(0);
  expect(await sweepWorkspace(m.parts, e.sandbox)).toMatchObject({ coupons: 1 });
  expect((await coupons()).map((c) => c.nth).sort()).toEqual([1, 2]);
  expect(await m.clock((await m.now()) + 8 * DAY)).toMatchObject({ matured: 1, coupons: 1 });
  expect(await coupons()).toHaveLength(3);
});
