/** What the money pages act through: many rewards at once, adjustments by two operators, a proof of the books, policies on the past. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { risk } from "../../src/core/program-risk.ts";
import { approveAdjustment, proposeAdjustment, refuseAdjustment } from "../../src/flow/adjustments.ts";
import { budgetReport } from "../../src/flow/budget-report.ts";
import type { By } from "../../src/flow/by.ts";
import { decideRewards, previewRewards } from "../../src/flow/decide-rewards.ts";
import { createHomeSums } from "../../src/flow/home-sums.ts";
import { createMoneySums } from "../../src/flow/kept-sums.ts";
import { createPayout, recordPayouts } from "../../src/flow/payouts.ts";
import { startProof } from "../../src/flow/prove-ledger.ts";
import { previewPolicy } from "../../src/flow/risk/policy-preview.ts";
import { inWorkspace } from "../../src/store/db.ts";
import { readNewest } from "../../src/store/kept-sums.ts";
import { readProof } from "../../src/store/ledger-proofs.ts";
import { readComing, readHeld, readLate, readOwedDays, readTimes } from "../../src/store/money-reports.ts";
import { readOpening, readStatementLines } from "../../src/store/statements.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { DAY, type Money, TENTH, moneyOf, programOf, purchase, refund } from "../support/money.ts";

let e: Engine;
let m: Money;
let ann: { personId: string; code: string };
let programId: string;
const MANUAL = { ...TENTH, key: "looked-at", approval: "manual" as const };
beforeEach(async () => {
  e = await createEngine();
  m = moneyOf(e);
  await e.publish(programOf("friends", [TENTH, MANUAL], { budget: { amount: "1000.00 USD", every: "month" } }), { workspace: e.sandbox });
  ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  programId = (await e.rows<{ id: string }>("select id from program where workspace_id = $1", [e.sandbox]))[0]!.id;
});
afterEach(async () => {
  await m.prove();
  await e.close();
});

const send = (...ids: string[]) =>
  e.send(
    ids.map((id) => purchase(id, ann.code)),
    e.sandbox,
  );
const later = async () => m.clock((await m.now()) + 15 * DAY);
const rewards = (rule: string) =>
  e.rows<{ id: string; state: string }>("select id, state from reward where workspace_id = $1 and rule = $2 order by basis", [
    e.sandbox,
    rule,
  ]);
const inside = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(m.parts.pool, e.sandbox, work);
const as = (actor: string): By => ({ ...m.by, actor });
const STRANGER = "00000000-0000-4000-8000-000000000000";

test("many rewards are decided at once: the preview says the sums and changes nothing, what cannot be decided stops nothing", async () => {
  await send("1", "2", "3");
  const waiting = await rewards("looked-at");
  const [plain] = await rewards("tenth");
  const wish = { decision: "approve" as const, rewards: [...waiting.map((r) => r.id), plain!.id, STRANGER], reason: "" };
  const preview = await previewRewards(m.parts, m.by, wish);
  expect(preview.totals).toEqual([{ form: "cash", unit: "USD", amount: 2400, rewards: 3, people: 1 }]);
  expect(preview.refused).toEqual([
    { id: plain!.id, code: "not_waiting" },
    { id: STRANGER, code: "not_found" },
  ]);
  expect((await rewards("looked-at")).map((r) => r.state)).toEqual(["pending", "pending", "pending"]);
  const [first, ...others] = waiting.map((r) => r.id);
  expect((await decideRewards(m.parts, m.by, { decision: "deny", rewards: [first!], reason: "Asked by ann." })).done).toEqual([first]);
  await later();
  expect(await decideRewards(m.parts, m.by, wish)).toMatchObject({ done: others });
  expect((await rewards("looked-at")).map((r) => r.state)).toEqual(["denied", "available", "available"]);
  const audit = await e.rows<{ action: string; reason: string | null }>(
    "select action, detail->>'reason' as reason from audit where workspace_id = $1 and action like 'reward.%' order by id",
    [e.sandbox],
  );
  expect(audit.map((row) => row.action).sort()).toEqual(["reward.approved", "reward.approved", "reward.denied"]);
  expect(audit.find((row) => row.action === "reward.denied")!.reason).toBe("Asked by [person].");
});

test("a small adjustment is done at once, a large one by a second operator only, and never twice", async () => {
  const grant = { kind: "grant" as const, programId, personId: ann.personId, form: "points", unit: "points", reason: "For the idea." };
  await proposeAdjustment(m.parts, as("opr_a"), { ...grant, amount: 10_000 });
  expect((await m.balance(ann.personId, "points", "points")).available).toBe(10_000);
  const { id } = await proposeAdjustment(m.parts, as("opr_a"), { ...grant, amount: 10_001 });
  expect((await m.balance(ann.personId, "points", "points")).available).toBe(10_000);
  await expect(approveAdjustment(m.parts, as("opr_a"), id)).rejects.toMatchObject({ code: "second_person_needed" });
  const tries = await Promise.allSettled(["opr_b", "opr_c", "opr_b"].map((actor) => approveAdjustment(m.parts, as(actor), id)));
  expect(tries.filter((each) => each.status === "fulfilled").length).toBeGreaterThan(0);
  expect((await m.balance(ann.personId, "points", "points")).available).toBe(20_001);
  await expect(approveAdjustment(m.parts, as("opr_b"), id)).rejects.toMatchObject({ code: "conflict" });
});

test("what cannot be done goes on waiting; a refused proposal and one of another workspace cannot be approved", async () => {
  const spend = {
    kind: "spend" as const,
    personId: ann.personId,
    form: "points",
    unit: "points",
    amount: 50_000,
    reason: "At the till.",
  };
  const { id } = await proposeAdjustment(m.parts, as("opr_a"), spend);
  await expect(approveAdjustment(m.parts, as("opr_b"), id)).rejects.toMatchObject({ code: "insufficient_balance" });
  const state = async () => (await e.rows("select state, decided_by from adjustment where workspace_id = $1", [e.sandbox]))[0];
  expect(await state()).toEqual({ state: "waiting", decided_by: null });
  await expect(approveAdjustment(m.parts, { ...as("opr_b"), workspaceId: e.by.workspaceId }, id)).rejects.toMatchObject({
    code: "not_found",
  });
  await refuseAdjustment(m.parts, as("opr_a"), { id, reason: "My mistake." });
  await expect(approveAdjustment(m.parts, as("opr_b"), id)).rejects.toMatchObject({ code: "conflict" });
  expect(await state()).toMatchObject({ state: "refused" });
});

test("a reward above the limit is taken back by two operators", async () => {
  await e.send([purchase("big", ann.code, { total: 200_000 })], e.sandbox);
  await m.clock((await m.now()) + 15 * DAY);
  const [waits] = await rewards("looked-at");
  const rewardId = (await rewards("tenth"))[0]!.id;
  expect(waits).toBeDefined();
  const { id } = await proposeAdjustment(m.parts, as("opr_a"), { kind: "reverse", rewardId, reason: "A test order." });
  await approveAdjustment(m.parts, as("opr_b"), id);
  expect((await e.rows<{ state: string }>("select state from reward where id = $1", [rewardId]))[0]!.state).toBe("reversed");
});

test("a payout of another sum than was agreed to pays nobody, and a trial run of results changes nothing", async () => {
  await send("1", "2");
  await later();
  const wish = { unit: "USD", form: "cash", minimum: 1 };
  await expect(createPayout(m.parts, m.by, { ...wish, expected: 1599 })).rejects.toMatchObject({ code: "conflict" });
  const { batchId } = await createPayout(m.parts, m.by, { ...wish, expected: 1600 });
  const [payout] = await e.rows<{ id: string }>("select id from payout where workspace_id = $1", [e.sandbox]);
  const results = [{ payoutId: payout!.id, state: "settled" as const, reference: "bank 1", error: null }];
  const dry = await recordPayouts(m.parts, m.by, { batchId, results, dryRun: true });
  expect([dry.settled, (await m.balance(ann.personId)).in_flight]).toEqual([1, 1600]);
  await recordPayouts(m.parts, m.by, { batchId, results });
  expect(await m.balance(ann.personId)).toMatchObject({ in_flight: 0, settled: 1600 });
});

test("the statement's lines lead from the opening balance to the closing one, and figures agree with the books", async () => {
  await send("1", "2");
  const start = await m.now();
  await later();
  const { batchId } = await createPayout(m.parts, m.by, { unit: "USD", form: "cash", minimum: 1 });
  await send("3");
  const now = await m.now();
  const owners = [ann.personId];
  const lines = await inside((db) => readStatementLines(e.sandbox, db, { owners, from: start, to: now + DAY, limit: 50 }));
  expect(lines.map((line) => [line.kind, line.amount])).toEqual([
    ["mature", 1600],
    ["payout", -1600],
  ]);
  expect(await inside((db) => readOpening(e.sandbox, db, { owners, at: start }))).toEqual([{ form: "cash", unit: "USD", amount: 0 }]);
  const owed = await inside((db) => readOwedDays(e.sandbox, db));
  const sum = (key: "pending" | "available" | "in_flight") => owed.reduce((all, row) => all + row[key], 0);
  const books = await inside((db) => readHeld(e.sandbox, db));
  const held = (kind: string) => Number(books.find((row) => row.kind === kind)?.amount ?? 0);
  expect([sum("pending"), sum("available"), sum("in_flight")]).toEqual([held("pending"), held("available"), held("in_flight")]);
  expect(held("in_flight")).toBe(1600);
  expect(await inside((db) => readComing(e.sandbox, db, { now, weeks: 8 }))).toMatchObject([{ week: 1, amount: 800, rewards: 1 }]);
  const [payout] = await e.rows<{ id: string }>("select id from payout where workspace_id = $1", [e.sandbox]);
  await recordPayouts(m.parts, m.by, { batchId, results: [{ payoutId: payout!.id, state: "settled", reference: null, error: null }] });
  const times = await inside((db) => readTimes(e.sandbox, db, { programId: null, since: start - DAY }));
  expect(times).toMatchObject({ rewards: 6, pending: 4, matured: 2, paid: 2, on_time: 0, late: 2 });
  expect(times.available_p50! / DAY).toBeCloseTo(15, 1);
  const late = await inside((db) => readLate(e.sandbox, db, { programId: null, since: start - DAY, now, limit: 50 }));
  expect(late.map((row) => row.gate)).toEqual(["review", "review", null, null]);
});

test("kept sums are those of the rows after every change, and where they are slow they say of when they are", async () => {
  const sums = createMoneySums({ pool: m.parts.pool, log: m.parts.log });
  const raw = () =>
    inside(async (db) => ({
      owed: await readOwedDays(e.sandbox, db),
      books: await readHeld(e.sandbox, db),
      ...(await readNewest(e.sandbox, db)),
    }));
  const shown = async () => {
    const now = await m.now();
    return { ...(await sums(e.sandbox, now)), now };
  };
  let batch = "";
  const payout = async (state: "settled" | "failed"): Promise<void> => {
    const rows = await e.rows<{ id: string }>("select id from payout where workspace_id = $1 and state = 'in_flight'", [e.sandbox]);
    const results = rows.map(({ id }) => ({ payoutId: id, state, reference: null, error: null }));
    await recordPayouts(m.parts, m.by, { batchId: batch, results });
  };
  const pay = async () => {
    batch = (await createPayout(m.parts, m.by, { unit: "USD", form: "cash", minimum: 1 })).batchId;
  };
  const changes: (() => Promise<unknown>)[] = [
    () => send("1", "2", "3"),
    () => e.send(refund("1", 3000), e.sandbox),
    later,
    pay,
    () => payout("failed"),
    pay,
    () => payout("settled"),
    () => e.send(refund("2"), e.sandbox),
  ];
  const marks = [(await raw()).mark];
  for (const change of changes) {
    await change();
    // As where a fold is quick, however long this machine took for the one before.
    await e.rows("update kept_sum set ms = 0 where workspace_id = $1", [e.sandbox]);
    const [{ owed, books, at, now }, is] = [await shown(), await raw()];
    expect([owed, books, at]).toEqual([is.owed, is.books, now]);
    marks.push(is.mark);
  }
  expect(new Set(marks).size).toBe(changes.length + 1);
  // As where a fold takes seconds: what is a few seconds old is shown as that.
  await e.rows("update kept_sum set ms = 5000 where workspace_id = $1", [e.sandbox]);
  const old = await shown();
  await send("4");
  const after = await shown();
  expect(after.owed).toEqual(old.owed);
  expect(after.at).toBeLessThan(after.now);
  await m.clock((await m.now()) + 5 * 60_000);
  await expect.poll(async () => (await shown()).owed, { timeout: 30_000 }).toEqual((await raw()).owed);
  const settledSince = await shown();
  expect(settledSince.at).toBe(settledSince.now);
});

test("the books are verified in the background, one at a time, and the answer names every check", async () => {
  await send("1");
  const { id } = await startProof(m.parts, m.by, () => false);
  await expect(startProof(m.parts, m.by, () => false)).rejects.toMatchObject({ code: "conflict" });
  await expect.poll(async () => (await inside((db) => readProof(e.sandbox, db, id)))?.state, { timeout: 30_000 }).toBe("ended");
  const row = (await inside((db) => readProof(e.sandbox, db, id)))!;
  expect(row.ok).toBe(true);
  expect((row.checks as { id: string }[]).map((check) => check.id)).toEqual(expect.arrayContaining(["I1", "I2", "I3", "I7"]));
  expect((row.balance as { kind: string }[]).length).toBeGreaterThan(0);
  await startProof(m.parts, m.by, () => false);
  await expect
    .poll(async () => (await e.rows("select 1 from ledger_proof where workspace_id = $1 and state = 'ended'", [e.sandbox])).length, {
      timeout: 30_000,
    })
    .toBe(2);
});

test("a budget's line says what is used of this period and until when it lasts at that pace", async () => {
  await send("1", "2");
  const [line] = await inside((db) => budgetReport(m.parts, { workspaceId: e.sandbox, db }));
  expect(line).toMatchObject({ program: "friends", key: "budget", unit: "USD", amount: 100_000, used: 3200, share: 0.032, blocks: true });
});

test("another policy judges the past again from what was read then, and writes nothing", async () => {
  const policy = risk.parse({ hold_at: 50 });
  await e.publish(programOf("guarded", [{ ...TENTH, key: "guarded" }], { risk: policy }), { workspace: e.sandbox });
  const bob = await e.join("guarded", { user_id: "bob" }, e.sandbox);
  await e.send([purchase("d1", bob.code), purchase("c1", bob.code)], e.sandbox);
  await m.clock((await m.now()) + 60_000);
  const [row] = await e.rows<{ program_id: string; n: number }>(
    "select program_id, count(*)::int as n from risk_assessment where workspace_id = $1 group by 1",
    [e.sandbox],
  );
  expect(row!.n).toBe(2);
  const ask = { programId: row!.program_id, since: (await m.now()) - DAY };
  const strict = await inside((db) =>
    previewPolicy(e.sandbox, db, { ...ask, policy: risk.parse({ hold_at: 20, weights: { velocity: 90 }, velocity: { count: 1 } }) }),
  );
  const lenient = await inside((db) => previewPolicy(e.sandbox, db, { ...ask, policy: risk.parse({ hold_at: 100 }) }));
  expect(strict.scored).toBe(2);
  expect(strict.after.hold).toBeGreaterThanOrEqual(1);
  expect(lenient.after).toEqual({ allow: 2, hold: 0, refuse: 0 });
  const stopped = strict.before.hold === 0 ? strict : lenient;
  expect(stopped.changed_total).toBeGreaterThan(0);
  const { changed_total: n } = stopped;
  expect(stopped.money[0]).toMatchObject({ unit: "USD", amount: 800 * n, rewards: n });
});

test("figures of this week are those of the rows; very many are kept for a minute, and say of when they are", async () => {
  const [fresh, kept] = [createHomeSums(m.parts), createHomeSums(m.parts, 0)];
  const given = async (): Promise<number> =>
    (await e.rows<{ n: number }>("select count(*)::int as n from reward where workspace_id = $1", [e.sandbox]))[0]!.n;
  const shown = async (of = kept) => {
    const now = await m.now();
    const { at, flows } = await of(e.sandbox, now);
    return { rewards: flows.rewards.month, age: now - at };
  };
  await send("1");
  const first = await given();
  expect(await shown(fresh)).toEqual({ rewards: first, age: 0 });
  expect(await shown()).toEqual({ rewards: first, age: 0 });
  await send("2");
  expect(await given()).toBeGreaterThan(first);
  expect((await shown()).rewards).toBe(first);
  await m.clock((await m.now()) + 5 * 60_000);
  await expect.poll(async () => (await shown()).rewards, { timeout: 30_000 }).toBe(await given());
  await send("3");
  await m.clock((await m.now()) + 3 * 3_600_000);
  expect(await shown()).toEqual({ rewards: await given(), age: 0 });
});
