/**
 * What happens to the same people and coupons at the same moment, at two processes: whatever order the writer's lock lets them have, the
 * books agree afterwards, no coupon is used twice and nobody is paid twice.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import { reverseReward } from "../../src/flow/change-rewards.ts";
import { issueCoupons, withCoupons } from "../../src/flow/coupons.ts";
import { erasePerson } from "../../src/flow/erase-person.ts";
import { createWorlds } from "../../src/flow/load-world.ts";
import { mergePeople } from "../../src/flow/merge-people.ts";
import type { SweepParts } from "../../src/flow/money-parts.ts";
import { createPayout, recordPayouts } from "../../src/flow/payouts.ts";
import { redeemCoupon } from "../../src/flow/redeem-coupons.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type Money, moneyOf, programOf, refund } from "../support/money.ts";

const ROUNDS = 12;
let e: Engine;
let m: Money;
let other: SweepParts;
beforeEach(async () => {
  e = await createEngine();
  m = moneyOf(e, e.workspace);
  other = { ...m.parts, pool: e.database.pool({ max: 4 }), worlds: createWorlds(), batcher: e.another() };
  const pays = { key: "pays", when: { stage: "order" as const }, to: "advocate" as const, give: { cash: "10.00 USD" } };
  const off = { key: "off", when: { stage: "order" as const }, to: "friend" as const, give: { coupon: { percent: 10 } } };
  await e.publish(programOf("shop", [pays, off]));
});
afterEach(async () => {
  await m.prove();
  await other.batcher.close();
  await e.close();
});

const buys = (id: string, code: string, person: object = { email: `${id}@example.org` }) => ({
  id,
  type: "purchase",
  person,
  referral: { code },
  order: { id, total: 8000, currency: "USD" },
});
const submit = (parts: SweepParts, ...events: object[]) => withCoupons(parts, parts.batcher).submit(e.workspace, events as never);
const idOf = async (value: string) =>
  (
    await e.rows<{ person_id: string }>("select person_id from person_identity where workspace_id = $1 and value = $2", [
      e.workspace,
      value,
    ])
  )[0]!.person_id;
const couponOf = async (person: string) =>
  (
    await e.rows<{ code: string }>("select code from coupon where workspace_id = $1 and person_id = $2 and voided_at is null", [
      e.workspace,
      person,
    ])
  )[0]!.code;
const uses = async (code: string) =>
  (
    await e.rows<{ n: number }>("select count(*)::int as n from coupon_use where workspace_id = $1 and code = $2", [e.workspace, code])
  )[0]!.n;
const redeem = (parts: SweepParts, code: string, personId: string, receipt: string) =>
  redeemCoupon(parts, m.by, { code, personId, orderId: null, receipt });
/** All at once; what is refused by the state of things is an answer too, anything else is a fault. */
const race = async (...jobs: (() => Promise<unknown>)[]) => {
  const answers = await Promise.allSettled(jobs.map((job) => job()));
  for (const a of answers) if (a.status === "rejected" && (a.reason as { code?: string }).code === undefined) throw a.reason;
  return answers;
};

test("merging a coupon's holder while two tills redeem it: one use, by either name", async () => {
  const ann = await e.join("shop", { user_id: "ann" });
  for (let i = 0; i < ROUNDS; i++) {
    await submit(m.parts, buys(`m${i}`, ann.code), { id: `i${i}`, type: "identify", person: { user_id: `keeps${i}` } });
    const [from, into] = [await idOf(`m${i}@example.org`), await idOf(`keeps${i}`)];
    const code = await couponOf(from);
    await race(
      () => mergePeople(m.parts, m.by, { fromId: from, intoId: into }),
      () => redeem(other, code, from, "a"),
      () => redeem(m.parts, code, from, "b"),
      () => redeem(other, code, into, "c"),
    );
    const late = await redeem(m.parts, code, into, "d");
    expect([await uses(code), late.reason]).toEqual([1, "used"]);
  }
});

test("a coupon that is issued, redeemed and taken back at the same moment is used at most once, and the balance follows", async () => {
  const ann = await e.join("shop", { user_id: "ann" });
  for (let i = 0; i < ROUNDS; i++) {
    await e.send(buys(`f${i}`, ann.code) as never);
    await race(
      () => issueCoupons(m.parts, e.workspace),
      () => issueCoupons(other, e.workspace),
      () => submit(other, refund(`f${i}`)),
    );
    await submit(m.parts, buys(`g${i}`, ann.code));
    const person = await idOf(`g${i}@example.org`);
    const code = await couponOf(person);
    const [reward] = await e.rows<{ reward_id: string }>("select reward_id from coupon where code = $1", [code]);
    await race(
      () => redeem(m.parts, code, person, "a"),
      () => reverseReward(other, m.by, { rewardId: reward!.reward_id, reason: "returned" }),
      () => redeem(other, code, person, "b"),
      () => issueCoupons(m.parts, e.workspace),
    );
    expect(await uses(code)).toBeLessThanOrEqual(1);
  }
});

test("erasing somebody while her payout is made and its result comes in: paid once or not at all, and the books stay", async () => {
  for (let i = 0; i < ROUNDS; i++) {
    const ann = await e.join("shop", { user_id: `ann${i}` });
    await submit(m.parts, buys(`e${i}`, ann.code));
    const wish = { unit: "USD", form: "cash", minimum: 1 };
    const keyed = (parts: SweepParts, n: number) => () => createPayout(parts, { ...m.by, idempotencyKey: `p${i}-${n}` }, wish);
    await race(keyed(m.parts, 1), () => erasePerson(other, m.by, ann.personId), keyed(other, 2));
    const payouts = await e.rows<{ id: string; batch_id: string; amount: number }>(
      "select id, batch_id, amount from payout where workspace_id = $1 and person_id = $2",
      [e.workspace, ann.personId],
    );
    expect(payouts.reduce((sum, p) => sum + p.amount, 0)).toBeLessThanOrEqual(1000);
    for (const p of payouts) {
      const results = [
        { payoutId: p.id, state: i % 2 ? ("settled" as const) : ("failed" as const), reference: "r", error: i % 2 ? null : "closed" },
      ];
      await race(
        () => recordPayouts(m.parts, m.by, { batchId: p.batch_id, results }),
        () => recordPayouts(other, m.by, { batchId: p.batch_id, results }),
        () => erasePerson(m.parts, m.by, ann.personId),
      );
    }
    await m.prove();
  }
});

test("merging two advocates while both are paid out: each cent leaves once, and what fails comes back to the one who stays", async () => {
  for (let i = 0; i < ROUNDS; i++) {
    const a = await e.join("shop", { email: `a${i}@example.org` });
    const b = await e.join("shop", { user_id: `b${i}` });
    await submit(m.parts, buys(`pa${i}`, a.code), buys(`pb${i}`, b.code), buys(`pc${i}`, b.code));
    const wish = { unit: "USD", form: "cash", minimum: 1 };
    await race(
      () => mergePeople(other, m.by, { fromId: a.personId, intoId: b.personId }),
      () => createPayout(m.parts, { ...m.by, idempotencyKey: `m${i}-1` }, wish),
      () => createPayout(other, { ...m.by, idempotencyKey: `m${i}-2` }, wish),
      () => submit(m.parts, buys(`pd${i}`, a.code), refund(`pb${i}`)),
    );
    const open = await e.rows<{ id: string; batch_id: string }>(
      "select id, batch_id from payout where workspace_id = $1 and state = 'in_flight'",
      [e.workspace],
    );
    await race(
      ...open.map(
        (p, n) => () =>
          recordPayouts(n % 2 ? m.parts : other, m.by, {
            batchId: p.batch_id,
            results: [{ payoutId: p.id, state: n % 2 ? "settled" : "failed", reference: "r", error: n % 2 ? null : "closed" }],
          }),
      ),
      () => erasePerson(other, m.by, i % 3 === 0 ? b.personId : a.personId),
      () => createPayout(m.parts, { ...m.by, idempotencyKey: `m${i}-3` }, wish),
    );
    await m.prove();
  }
});
