/** What operators do to single rewards, and what follows from it in caps, budgets, tiers of recruits and the books. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { approveReward, denyReward, grantReward, reverseReward } from "../../src/flow/change-rewards.ts";
import { fulfilReward } from "../../src/flow/spend-balance.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { DAY, type Money, TENTH, moneyOf, programOf, purchase, refund } from "../support/money.ts";

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

type Row = { id: string; basis: string; owed: number; state: string; reason: string | null; gate: string | null; rule: string };
const rewards = () =>
  e.rows<Row>("select id, basis, owed, state, reason, gate, rule from reward where workspace_id = $1 order by at, basis", [e.sandbox]);
const reward = async (basis: string) => (await rewards()).find((r) => r.basis === basis)!;
const audited = async () =>
  (await e.rows<{ action: string }>("select action from audit where workspace_id = $1 order by at, id", [e.sandbox])).map((a) => a.action);
const told = async () =>
  (
    await e.rows<{ type: string }>(
      "select x->>'type' as type from outbox o, json_array_elements(o.payload) x where o.workspace_id = $1 order by o.seq",
      [e.sandbox],
    )
  ).map((o) => o.type);
const send = (...events: Parameters<Engine["send"]>[0][]) => e.send(events.flat(), e.sandbox);

test("a reward that must be approved waits past its hold; approved it is available at once; approving it again is refused", async () => {
  await e.publish(programOf("friends", [{ ...TENTH, approval: "manual" }]), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  await send(purchase("1", ann.code), purchase("2", ann.code));
  const { id: early } = await reward("order:1");
  await approveReward(m.parts, m.by, early);
  expect(await m.balance(ann.personId)).toMatchObject({ pending: 1600, available: 0 });
  expect(await m.clock((await m.now()) + 15 * DAY)).toMatchObject({ matured: 1 });
  expect(await m.balance(ann.personId)).toMatchObject({ pending: 800, available: 800 });
  const { id: late } = await reward("order:2");
  await approveReward(m.parts, m.by, late);
  expect(await m.balance(ann.personId)).toMatchObject({ pending: 0, available: 1600 });
  await expect(approveReward(m.parts, m.by, late)).rejects.toMatchObject({ code: "conflict" });
  await expect(approveReward(m.parts, m.by, ann.personId)).rejects.toMatchObject({ code: "not_found" });
  expect((await audited()).filter((a) => a === "reward.approved")).toHaveLength(2);
  expect((await told()).filter((t) => t === "reward.available")).toHaveLength(2);
});

test("a refused reward frees its place in the cap for the next, and no later fact brings it back", async () => {
  await e.publish(programOf("friends", [{ ...TENTH, limit: { count: 2, every: "year" } }]), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  await send(purchase("1", ann.code), purchase("2", ann.code), purchase("3", ann.code));
  expect((await rewards()).map((r) => [r.basis, r.owed, r.reason])).toEqual([
    ["order:1", 800, null],
    ["order:2", 800, null],
    ["order:3", 0, "cap_reached"],
  ]);
  await denyReward(m.parts, m.by, { rewardId: (await reward("order:1")).id, reason: "looks made up" });
  expect((await rewards()).map((r) => [r.state, r.owed, r.reason])).toEqual([
    ["denied", 0, "looks made up"],
    ["pending", 800, null],
    ["pending", 800, null],
  ]);
  await send(refund("1", 1000), {
    id: "late",
    type: "lead",
    occurred_at: new Date((await m.now()) - DAY).toISOString(),
    person: { user_id: "friend-of-1" },
  });
  expect(await reward("order:1")).toMatchObject({ state: "denied", owed: 0, reason: "looks made up" });
  await expect(denyReward(m.parts, m.by, { rewardId: (await reward("order:1")).id, reason: "x" })).rejects.toMatchObject({
    code: "conflict",
  });
  expect((await audited()).filter((a) => a === "reward.denied")).toHaveLength(1);
  expect(await told()).toContain("reward.denied");
});

test("a reward taken back after it was paid leaves a negative balance that the next is carried against; its place is free", async () => {
  await e.publish(programOf("friends", [{ ...TENTH, limit: { count: 1, every: "year" } }]), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  await send(purchase("1", ann.code), purchase("2", ann.code, { total: 5000 }));
  await m.clock((await m.now()) + 15 * DAY);
  await fulfilReward(m.parts, m.by, { rewardId: (await reward("order:1")).id, reference: "cheque 17" });
  expect(await m.balance(ann.personId)).toEqual({ pending: 0, available: 0, in_flight: 0, settled: 800 });
  expect((await reward("order:1")).state).toBe("fulfilled");
  await reverseReward(m.parts, m.by, { rewardId: (await reward("order:1")).id, reason: "fraud" });
  expect(await reward("order:1")).toMatchObject({ state: "reversed", gate: "reversed", reason: "fraud" });
  expect(await m.balance(ann.personId)).toEqual({ pending: 0, available: -300, in_flight: 0, settled: 800 });
  const second = await reward("order:2");
  expect(second).toMatchObject({ state: "available", owed: 500 });
  await expect(fulfilReward(m.parts, m.by, { rewardId: second.id, reference: null })).rejects.toMatchObject({
    code: "insufficient_balance",
  });
  await expect(reverseReward(m.parts, m.by, { rewardId: (await reward("order:1")).id, reason: "again" })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("what a recruit earns for her recruiter follows when the reward it rests on is refused", async () => {
  const rules = [
    TENTH,
    { key: "share", when: { stage: "order" }, to: { upline: 1 }, give: { cash: { percent: 10, of: "downline_rewards" } } },
  ] as const;
  await e.publish(programOf("friends", [...rules] as never), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  await send(purchase("0", ann.code, { user: "ben" }));
  const ben = await e.join("friends", { user_id: "ben" }, e.sandbox);
  await send(purchase("1", ben.code));
  expect((await rewards()).find((r) => r.rule === "share")).toMatchObject({ owed: 80 });
  await denyReward(m.parts, m.by, { rewardId: (await reward("order:1")).id, reason: "no" });
  expect((await rewards()).find((r) => r.rule === "share")).toMatchObject({ owed: 0 });
});

test("a grant by hand is there once for an Idempotency-Key, draws on the budget, and no fold takes it for stale", async () => {
  const id = await e.publish(programOf("friends", [TENTH], { budget: { amount: "30.00 USD" } }), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  const grant = { programId: id, personId: ann.personId, form: "cash", unit: "USD", amount: 2000, reason: "goodwill" };
  const keyed = { ...m.by, idempotencyKey: "k-1" };
  const many = await Promise.all(Array.from({ length: 8 }, () => grantReward(m.parts, keyed, grant)));
  expect(new Set(many.map((g) => g.rewardId)).size).toBe(1);
  expect(await m.balance(ann.personId)).toMatchObject({ available: 2000 });
  await expect(grantReward(m.parts, m.by, grant)).rejects.toMatchObject({ code: "budget_exhausted" });
  expect(await e.rows("select used, spent_at from budget where workspace_id = $1", [e.sandbox])).toEqual([{ used: 2000, spent_at: null }]);
  await send(
    { id: "old", type: "signup", occurred_at: new Date((await m.now()) - DAY).toISOString(), person: { user_id: "ann" } },
    purchase("1", ann.code),
  );
  expect((await rewards()).map((r) => [r.rule, r.owed])).toEqual(
    expect.arrayContaining([
      ["manual", 2000],
      ["tenth", 800],
    ]),
  );
  await reverseReward(m.parts, m.by, { rewardId: many[0]!.rewardId, reason: "mistake" });
  expect(await m.balance(ann.personId)).toMatchObject({ available: 0, pending: 800 });
  expect(await e.rows("select used from budget where workspace_id = $1", [e.sandbox])).toEqual([{ used: 800 }]);
  expect((await audited()).filter((a) => a === "reward.granted")).toHaveLength(1);
});

test("perks, badges and free months are given by hand; of 20 at once one gives", async () => {
  const give = (key: string, what: object) => ({ key, when: { stage: "order" }, to: "advocate", give: what }) as never;
  await e.publish(programOf("friends", [give("perk", { perk: { name: "Backstage" } }), give("free", { free_time: { months: 2 } })]), {
    workspace: e.sandbox,
  });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  await send(purchase("1", ann.code));
  for (const r of await rewards()) {
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => fulfilReward(m.parts, m.by, { rewardId: r.id, reference: "by mail" })),
    );
    expect(all.filter((x) => x.status === "fulfilled")).toHaveLength(1);
  }
  expect(await m.balance(ann.personId, "free_time", "months")).toEqual({ pending: 0, available: 0, in_flight: 0, settled: 2 });
  expect(await m.balance(ann.personId, "perk", "perk")).toMatchObject({ settled: 1 });
  expect((await rewards()).map((r) => r.state)).toEqual(["fulfilled", "fulfilled"]);
});
