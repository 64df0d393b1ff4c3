/** Two people who turn out to be one: nothing is paid twice, nothing is lost, everything is found under the one who stays. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mergePeople } from "../../src/flow/merge-people.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type Parts, partsOf, verify } from "../support/people.ts";

const day = 86_400_000;
const at = (days: number) => new Date(Date.now() - days * day).toISOString();

let e: Engine;
let parts: Parts;
beforeAll(async () => {
  e = await createEngine();
  parts = partsOf(e);
  const rewards = [
    { key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" },
    { key: "hello", when: { stage: "signup", nth: 1 }, to: "friend", give: { points: 50 } },
  ] as const;
  await e.publish({
    key: "friends",
    kind: "direct",
    name: "Friends",
    stages: ["signup", "order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
    rewards: rewards as never,
    terms: { en: "T" },
    disclosure: { en: "D" },
  });
});
afterAll(async () => {
  await e.close();
});

const personOf = async (userId: string) =>
  (await e.rows<{ person_id: string }>("select person_id from person_identity where kind = 1 and value = $1", [userId]))[0]!.person_id;
const balances = async (person: string) =>
  await e.rows<{ kind: string; unit: string; balance: number }>(
    "select kind, unit, balance from ledger_account where owner_id = $1 and balance <> 0 order by 1, 2",
    [person],
  );

describe("joined by an event that names both", () => {
  test("the identities of both lead to one person, also those that the joining event did not name", async () => {
    const ann = await e.join("friends", { user_id: "ann" });
    await e.send({
      id: "m1",
      type: "signup",
      occurred_at: at(9),
      person: { email: "mia@example.com", anonymous_id: "a1" },
      referral: { code: ann.code },
    });
    await e.send({
      id: "m2",
      type: "purchase",
      occurred_at: at(8),
      person: { user_id: "mia" },
      order: { id: "mo1", total: 1000, currency: "USD" },
    });
    await e.send({ id: "m3", type: "identify", occurred_at: at(7), person: { user_id: "mia", anonymous_id: "a1" } });
    await e.send({
      id: "m4",
      type: "purchase",
      occurred_at: at(6),
      person: { email: "mia@example.com" },
      order: { id: "mo2", total: 2000, currency: "USD" },
    });
    const mia = await personOf("mia");
    expect(await e.rows("select kind, value from person_identity where person_id = $1 order by kind", [mia])).toEqual([
      { kind: 1, value: "mia" },
      { kind: 2, value: "mia@example.com" },
      { kind: 4, value: "a1" },
    ]);
    expect(await e.rows("select rule, basis, owed from reward where friend_id = $1 order by rule, basis", [mia])).toEqual([
      { rule: "hello", basis: `friend:${mia}:1`, owed: 50 },
      { rule: "tenth", basis: "order:mo1", owed: 100 },
      { rule: "tenth", basis: "order:mo2", owed: 200 },
    ]);
    expect((await verify(e)).broken).toEqual([]);
  });

  test("a friend's reward that was granted before stays the same grant: it is not taken back and given again", async () => {
    const transfers = await e.rows("select kind from transfer t join reward r on r.id = t.reward_id where r.rule = 'hello'");
    expect(transfers).toEqual([{ kind: "grant" }]);
  });

  test("a refund finds the order of somebody who was joined to another", async () => {
    const [refund] = await e.send({ id: "m5", type: "refund", order: { id: "mo1", amount: 500, currency: "USD" } });
    expect(refund).toMatchObject({ status: "settled", decisions: [{ outcome: "adjusted", rewards: [{ value: { amount: 50 } }] }] });
    expect((await verify(e)).broken).toEqual([]);
  });
});

describe("joined by an operator", () => {
  test("an advocate's links, place, grants and balance go to the one who stays, and her friends' next orders earn for her", async () => {
    const old = await e.join("friends", { email: "bea@example.com" });
    await e.send({
      id: "b1",
      type: "purchase",
      occurred_at: at(5),
      person: { user_id: "f1" },
      referral: { code: old.code },
      order: { id: "bo1", total: 3000, currency: "USD" },
    });
    await e.send({ id: "b2", type: "identify", person: { user_id: "bea" } });
    const bea = await personOf("bea");
    expect(await balances(old.personId)).toEqual([{ kind: "pending", unit: "USD", balance: 300 }]);
    await mergePeople(parts, e.by, { fromId: old.personId, intoId: bea });
    expect(await balances(old.personId)).toEqual([]);
    expect(await balances(bea)).toEqual([{ kind: "pending", unit: "USD", balance: 300 }]);
    expect(await e.rows("select distinct person_id from link where code = $1", [old.code])).toEqual([{ person_id: bea }]);
    expect(await e.rows("select person_id, status from advocate where person_id in ($1, $2)", [old.personId, bea])).toEqual([
      { person_id: bea, status: "active" },
    ]);
    await e.send([
      { id: "b3", type: "purchase", person: { user_id: "f1" }, order: { id: "bo2", total: 1000, currency: "USD" } },
      {
        id: "b4",
        type: "purchase",
        person: { user_id: "f2" },
        referral: { code: old.code },
        order: { id: "bo3", total: 1000, currency: "USD" },
      },
    ]);
    expect(await balances(bea)).toEqual([{ kind: "pending", unit: "USD", balance: 500 }]);
    expect((await verify(e)).broken).toEqual([]);
  });

  test("a touch of before binds to the one who stands for the advocate now", async () => {
    const old = await e.join("friends", { email: "cid@example.com" });
    await e.send({ id: "c1", type: "visit", person: { user_id: "f9" }, referral: { code: old.code } });
    await e.send({ id: "c2", type: "identify", person: { user_id: "cid" } });
    const cid = await personOf("cid");
    await mergePeople(parts, e.by, { fromId: old.personId, intoId: cid });
    // Another process, whose memory of the programs is from before.
    const [bought] = await e
      .another()
      .submit(e.workspace, [
        { id: "c3", type: "purchase", person: { user_id: "f9" }, order: { id: "co1", total: 1000, currency: "USD" } } as never,
      ]);
    expect(bought?.decisions[0]).toMatchObject({ outcome: "rewarded" });
    expect(await balances(cid)).toEqual([{ kind: "pending", unit: "USD", balance: 100 }]);
    expect((await verify(e)).broken).toEqual([]);
  });

  test("two referrals of one friend become the earlier, the other is superseded and adjusted to zero", async () => {
    const [early, late] = [await e.join("friends", { user_id: "early" }), await e.join("friends", { user_id: "late" })];
    await e.send([
      {
        id: "d1",
        type: "purchase",
        occurred_at: at(4),
        person: { user_id: "d" },
        referral: { code: late.code },
        order: { id: "do1", total: 1000, currency: "USD" },
      },
      {
        id: "d2",
        type: "purchase",
        occurred_at: at(5),
        person: { email: "d@example.com" },
        referral: { code: early.code },
        order: { id: "do2", total: 1000, currency: "USD" },
      },
    ]);
    const [d] = await e.rows<{ person_id: string }>("select person_id from person_identity where value = 'd@example.com'");
    await mergePeople(parts, e.by, { fromId: d!.person_id, intoId: await personOf("d") });
    expect(await balances(await personOf("early"))).toEqual([{ kind: "pending", unit: "USD", balance: 200 }]);
    expect(await balances(await personOf("late"))).toEqual([]);
    expect(
      await e.rows("select status, count(*)::int as n from referral where friend_id in ($1, $2) group by 1 order by 1", [
        d!.person_id,
        await personOf("d"),
      ]),
    ).toEqual([
      { status: "qualified", n: 1 },
      { status: "superseded", n: 1 },
    ]);
    expect((await verify(e)).broken).toEqual([]);
  });

  test("who turns out to be her own advocate is paid nothing for it", async () => {
    const self = await e.join("friends", { user_id: "self" });
    await e.send({
      id: "s1",
      type: "purchase",
      person: { email: "self@example.com" },
      referral: { code: self.code },
      order: { id: "so1", total: 5000, currency: "USD" },
    });
    const [twin] = await e.rows<{ person_id: string }>("select person_id from person_identity where value = 'self@example.com'");
    expect(await balances(self.personId)).toEqual([{ kind: "pending", unit: "USD", balance: 500 }]);
    await mergePeople(parts, e.by, { fromId: twin!.person_id, intoId: self.personId });
    expect(await balances(self.personId)).toEqual([]);
    expect((await verify(e)).broken).toEqual([]);
  });

  test("an advocate joined to one friend and then to the other keeps one grant a key, whatever both have left her", async () => {
    await e.publish({
      key: "selves",
      kind: "direct",
      name: "Selves",
      stages: ["signup"],
      qualifies_at: "signup",
      friends: { who: "anyone" },
      destination: "https://shop.example/",
      rewards: [{ key: "first", when: { stage: "signup", nth: 1 }, to: "advocate", give: { points: 10 }, hold: "14d" }],
      terms: { en: "T" },
      disclosure: { en: "D" },
    });
    const { code, personId } = await e.join("selves", { user_id: "selves-a" });
    const friends = ["selves-1", "selves-2"];
    await e.send(friends.map((user_id) => ({ id: user_id, type: "signup", person: { user_id }, referral: { code } }) as never));
    expect(await balances(personId)).toEqual([{ kind: "pending", unit: "points", balance: 20 }]);
    const [one, two] = [await personOf("selves-1"), await personOf("selves-2")];
    await mergePeople(parts, e.by, { fromId: personId, intoId: one, evenWithTwoUserIds: true });
    expect(await balances(one)).toEqual([{ kind: "pending", unit: "points", balance: 10 }]);
    await mergePeople(parts, e.by, { fromId: one, intoId: two, evenWithTwoUserIds: true });
    expect([await balances(one), await balances(two)]).toEqual([[], []]);
    expect((await verify(e)).broken).toEqual([]);
  });

  test("a friend whose referral was superseded is bound again under the id that it has", async () => {
    const [gone, next] = [await e.join("selves", { user_id: "gone" }), await e.join("selves", { user_id: "next" })];
    const signup = (id: string, code: string) => ({ id, type: "signup", person: { user_id: "again" }, referral: { code } }) as never;
    await e.send(signup("again-1", gone.code));
    const again = await personOf("again");
    const referrals = () => e.rows<{ id: string; status: string }>("select id, status from referral where friend_id = $1", [again]);
    const [{ id } = { id: "" }] = await referrals();
    // She is her own advocate now: nothing holds the binding any more, and what binds her next steps on without having read the row.
    await mergePeople(parts, e.by, { fromId: gone.personId, intoId: again, evenWithTwoUserIds: true });
    expect(await referrals()).toEqual([{ id, status: "superseded" }]);
    await e.send(signup("again-2", next.code));
    expect(await referrals()).toEqual([{ id, status: "qualified" }]);
    expect((await verify(e)).broken).toEqual([]);
  });

  test("what is refused: one person already, two user ids unless the operator says so, somebody unknown", async () => {
    await e.send([
      { id: "u1", type: "identify", person: { user_id: "two-1" } },
      { id: "u2", type: "identify", person: { user_id: "two-2" } },
    ]);
    const pair = { fromId: await personOf("two-2"), intoId: await personOf("two-1") };
    await expect(mergePeople(parts, e.by, { ...pair, fromId: pair.intoId })).rejects.toMatchObject({ code: "merge_refused" });
    await expect(mergePeople(parts, e.by, pair)).rejects.toMatchObject({ code: "merge_refused" });
    await expect(mergePeople(parts, e.by, { ...pair, fromId: e.workspace })).rejects.toMatchObject({ code: "not_found" });
    await mergePeople(parts, e.by, { ...pair, evenWithTwoUserIds: true });
    expect(await personOf("two-2")).toBe(pair.intoId);
    await expect(mergePeople(parts, e.by, pair)).rejects.toMatchObject({ code: "merge_refused" });
  });

  test("a merge is a fact and a deed: it is listed with the person's events and in the audit log", async () => {
    expect(
      await e.rows("select type, status from fact where type = 'merged' and client_id like $1", [`merged:%:${await personOf("two-1")}`]),
    ).toEqual([{ type: "merged", status: "settled" }]);
    const [deeds] = await e.rows<{ n: number }>("select count(*)::int as n from audit where action = 'person.merged'");
    expect(deeds!.n).toBe(8);
    expect((await verify(e)).broken).toEqual([]);
  });
});
