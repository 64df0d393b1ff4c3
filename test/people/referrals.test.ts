/** Referrals by hand: made, given to somebody else, rejected. Both sides are adjusted, and later evidence moves nothing. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createReferral, reassignReferral, rejectReferral } from "../../src/flow/change-referrals.ts";
import { resettleWorkspace } from "../../src/flow/resettle.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type Parts, partsOf, verify } from "../support/people.ts";

const day = 86_400_000;
const at = (days: number) => new Date(Date.now() - days * day).toISOString();

let e: Engine;
let parts: Parts;
let programId: string;
beforeAll(async () => {
  e = await createEngine();
  parts = partsOf(e);
  programId = await e.publish({
    key: "friends",
    kind: "direct",
    name: "Friends",
    stages: ["signup", "order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    attribution: { window: "30d" },
    friends: { who: "anyone" },
    rewards: [
      { key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" },
      { key: "share", when: { stage: "order" }, to: { upline: 1 }, give: { cash: { percent: 50, of: "downline_rewards" } }, hold: "14d" },
    ],
    tiers: { every: "month", steps: [{ from: 1 }, { from: 2, multiply: 2 }] },
    terms: { en: "T" },
    disclosure: { en: "D" },
  });
});
afterAll(async () => {
  await e.close();
});

const held = async (person: string) =>
  (
    await e.rows<{ sum: number }>(
      "select coalesce(sum(balance), 0)::int as sum from ledger_account where owner_id = $1 and kind in ('pending', 'available')",
      [person],
    )
  )[0]!.sum;
const personOf = async (userId: string) =>
  (await e.rows<{ person_id: string }>("select person_id from person_identity where kind = 1 and value = $1", [userId]))[0]!.person_id;
const buy = (id: string, user: string, more: object = {}) =>
  ({ id, type: "purchase", person: { user_id: user }, order: { id, total: 1000, currency: "USD" }, ...more }) as never;

test("a referral made by hand counts what the friend did within the window, and nothing before it", async () => {
  const ann = await e.join("friends", { user_id: "ann" });
  await e.send([buy("o1", "f1", { occurred_at: at(40) }), buy("o2", "f1", { occurred_at: at(20) })]);
  const { referralId } = await createReferral(parts, e.by, {
    programId,
    advocateId: ann.personId,
    friendId: await personOf("f1"),
    reason: "told us by phone",
  });
  expect(await held(ann.personId)).toBe(100);
  expect(
    await e.rows("select evidence, manual, status, frozen_at is not null as frozen from referral where id = $1", [referralId]),
  ).toEqual([{ evidence: "claim", manual: true, status: "qualified", frozen: true }]);
  await e.send(buy("o3", "f1", { occurred_at: at(2) }));
  expect(await held(ann.personId)).toBe(200);
  expect((await verify(e)).broken).toEqual([]);
});

test("a referral made before the friend did anything waits for her, through any number of folds", async () => {
  const bob = await e.join("friends", { user_id: "bob" });
  await e.send({ id: "i1", type: "identify", person: { user_id: "f2" } });
  await createReferral(parts, e.by, { programId, advocateId: bob.personId, friendId: await personOf("f2"), reason: "r" });
  await resettleWorkspace({ ...parts, pool: parts.settlePool }, e.workspace);
  const other = await e.join("friends", { user_id: "late-comer" });
  await e.send(buy("o4", "f2", { referral: { code: other.code } }));
  expect([await held(bob.personId), await held(other.personId)]).toEqual([100, 0]);
  expect((await verify(e)).broken).toEqual([]);
});

test("giving a referral to another advocate takes the rewards from the one and grants them to the other, with tiers and shares " +
  "on both sides", async () => {
  const top = await e.join("friends", { user_id: "top" });
  const old = await e.join("friends", { user_id: "old" });
  const fresh = await e.join("friends", { user_id: "fresh" });
  await e.send(buy("t1", "fresh", { referral: { code: top.code } }));
  await e.send([buy("r1", "g1", { referral: { code: old.code } }), buy("r2", "g2", { referral: { code: old.code } })]);
  expect(await held(old.personId)).toBe(100 + 200);
  const [ref] = await e.rows<{ id: string }>("select id from referral where friend_id = $1", [await personOf("g1")]);
  await reassignReferral(parts, e.by, { referralId: ref!.id, advocateId: fresh.personId, reason: "wrong code" });
  // g2 is old's first referral now, without the second tier; fresh earns 10 % and her recruiter half of that.
  expect([await held(old.personId), await held(fresh.personId), await held(top.personId)]).toEqual([100, 100, 100 + 50]);
  await e.send({ id: "v1", type: "visit", person: { user_id: "g1" }, referral: { code: old.code } });
  await e.send(buy("r3", "g1", { referral: { code: old.code } }));
  expect(await held(old.personId)).toBe(100);
  expect((await verify(e)).broken).toEqual([]);
});

test("a referral rejected before the friend did anything is the same whether her purchases are stepped or folded again", async () => {
  const gil = await e.join("friends", { user_id: "gil" });
  await e.send({ id: "q0", type: "identify", person: { user_id: "h9" } });
  const of = { programId, advocateId: gil.personId, friendId: await personOf("h9"), reason: "r" };
  const { referralId } = await createReferral(parts, e.by, of);
  await rejectReferral(parts, e.by, { referralId, reason: "a mistake" });
  await e.send(buy("q1", "h9"));
  // Once seen: the step kept the referral's own instant, and the full fold took the purchase's (seed 203804415 of random-lives).
  expect((await verify(e)).broken).toEqual([]);
});

test("a rejected referral gives everything back and earns nothing more, whatever comes", async () => {
  const cat = await e.join("friends", { user_id: "cat" });
  await e.send(buy("x1", "h1", { referral: { code: cat.code } }));
  const [ref] = await e.rows<{ id: string }>("select id from referral where friend_id = $1", [await personOf("h1")]);
  await rejectReferral(parts, e.by, { referralId: ref!.id, reason: "fraud" });
  expect(await held(cat.personId)).toBe(0);
  const [again] = await e.send(buy("x2", "h1", { referral: { code: cat.code } }));
  expect(again!.decisions[0]).toMatchObject({ outcome: "not_rewarded", reason: "referral_rejected" });
  await e.send({ id: "x3", type: "refund", order: { id: "x2", amount: 100, currency: "USD" } });
  expect(await held(cat.personId)).toBe(0);
  await rejectReferral(parts, e.by, { referralId: ref!.id, reason: "again" });
  await expect(reassignReferral(parts, e.by, { referralId: ref!.id, advocateId: cat.personId, reason: "r" })).rejects.toMatchObject({
    code: "conflict",
  });
  expect((await verify(e)).broken).toEqual([]);
});

test("rejecting a recruiter's own referral takes her out of the chain below", async () => {
  const [above, middle] = [await e.join("friends", { user_id: "above" }), await e.join("friends", { user_id: "middle" })];
  await e.send(buy("m1", "middle", { referral: { code: above.code } }));
  await e.send(buy("m2", "below", { referral: { code: middle.code } }));
  expect(await held(above.personId)).toBe(100 + 50);
  const [ref] = await e.rows<{ id: string }>("select id from referral where friend_id = $1", [middle.personId]);
  await rejectReferral(parts, e.by, { referralId: ref!.id, reason: "fraud" });
  expect([await held(above.personId), await held(middle.personId)]).toEqual([0, 100]);
  expect((await verify(e)).broken).toEqual([]);
});

test("what cannot be is refused with what to do: a second referral, oneself, no advocate, nobody, a draft's program", async () => {
  const dan = await e.join("friends", { user_id: "dan" });
  const friendId = await personOf("f1");
  const wish = { programId, advocateId: dan.personId, friendId, reason: "r" };
  await expect(createReferral(parts, e.by, wish)).rejects.toMatchObject({ code: "conflict" });
  await expect(createReferral(parts, e.by, { ...wish, friendId: dan.personId })).rejects.toMatchObject({ code: "conflict" });
  await e.send({ id: "n1", type: "identify", person: { user_id: "nobody" } });
  const nobody = await personOf("nobody");
  await expect(createReferral(parts, e.by, { ...wish, advocateId: friendId, friendId: nobody })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(createReferral(parts, e.by, { ...wish, friendId: e.workspace })).rejects.toMatchObject({ code: "not_found" });
  await expect(createReferral(parts, e.by, { ...wish, programId: e.workspace, friendId: nobody })).rejects.toMatchObject({
    code: "program_not_live",
  });
});

test("every change is in the audit log with its reason, without names", async () => {
  const rows = await e.rows<{ action: string; detail: { reason: string } }>(
    "select action, detail from audit where action like 'referral.%' order by at, id",
  );
  expect(rows.map((r) => [r.action, r.detail.reason])).toEqual([
    ["referral.created", "told us by phone"],
    ["referral.created", "r"],
    ["referral.reassigned", "wrong code"],
    ["referral.created", "r"],
    ["referral.rejected", "a mistake"],
    ["referral.rejected", "fraud"],
    ["referral.rejected", "fraud"],
  ]);
});
