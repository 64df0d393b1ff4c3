/** Payout batches by hand: who is paid, results in parts and twice, refunds at every moment, and never twice (FAULTS F13, I7). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { createPayout, previewPayout, recordPayouts } from "../../src/flow/payouts.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { DAY, type Money, TENTH, moneyOf, programOf, purchase, refund } from "../support/money.ts";

let e: Engine;
let m: Money;
let ann: { personId: string; code: string };
let abe: { personId: string; code: string };
beforeEach(async () => {
  e = await createEngine();
  m = moneyOf(e);
  await e.publish(programOf("friends", [TENTH]), { workspace: e.sandbox });
  ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  abe = await e.join("friends", { user_id: "abe" }, e.sandbox);
});
afterEach(async () => {
  await m.prove();
  await e.close();
});

const WISH = { unit: "USD", form: "cash", minimum: 1 };
const send = (...events: Parameters<Engine["send"]>[0][]) => e.send(events.flat(), e.sandbox);
const later = async () => m.clock((await m.now()) + 15 * DAY);
const states = async () =>
  Object.fromEntries(
    (await e.rows<{ basis: string; state: string }>("select basis, state from reward where workspace_id = $1", [e.sandbox])).map((r) => [
      r.basis,
      r.state,
    ]),
  );
const payoutsOf = (batchId: string) =>
  e.rows<{ id: string; person_id: string; amount: number; state: string }>(
    "select id, person_id, amount, state from payout where workspace_id = $1 and batch_id = $2 order by amount",
    [e.sandbox, batchId],
  );
const result = (payoutId: string, state: "settled" | "failed") => ({
  payoutId,
  state,
  reference: state === "settled" ? "bank 1" : null,
  error: state === "failed" ? "closed account" : null,
});

test("a batch takes what is available from the minimum on, its results land the money, and the rewards' states follow", async () => {
  await send(purchase("1", ann.code), purchase("2", ann.code), purchase("3", abe.code, { total: 1000 }));
  await later();
  expect((await previewPayout(m.parts, m.by, { ...WISH, minimum: 500 })).lines).toEqual([{ personId: ann.personId, amount: 1600 }]);
  expect(await previewPayout(m.parts, m.by, { ...WISH, minimum: 1, lines: 1 })).toEqual({
    people: 2,
    total: 1700,
    lines: [{ personId: ann.personId, amount: 1600 }],
  });
  const { batchId } = await createPayout(m.parts, m.by, WISH);
  expect((await previewPayout(m.parts, m.by, WISH)).lines).toEqual([]);
  const [small, large] = await payoutsOf(batchId);
  expect([small!.amount, large!.amount]).toEqual([100, 1600]);
  expect(await states()).toEqual({ "order:1": "in_flight", "order:2": "in_flight", "order:3": "in_flight" });
  expect(await m.balance(ann.personId)).toEqual({ pending: 0, available: 0, in_flight: 1600, settled: 0 });
  const stranger = "00000000-0000-4000-8000-000000000000";
  expect(await recordPayouts(m.parts, m.by, { batchId, results: [result(large!.id, "settled"), result(stranger, "settled")] })).toEqual({
    settled: 1,
    failed: 0,
    unchanged: 0,
    unknown: [stranger],
  });
  expect(
    await recordPayouts(m.parts, m.by, {
      batchId,
      results: [result(large!.id, "settled"), result(small!.id, "failed"), result(small!.id, "failed")],
    }),
  ).toEqual({ settled: 0, failed: 1, unchanged: 2, unknown: [] });
  expect(await states()).toEqual({ "order:1": "fulfilled", "order:2": "fulfilled", "order:3": "available" });
  expect(await m.balance(ann.personId)).toEqual({ pending: 0, available: 0, in_flight: 0, settled: 1600 });
  expect(await m.balance(abe.personId)).toEqual({ pending: 0, available: 100, in_flight: 0, settled: 0 });
  const [batch] = await e.rows("select status, maker from payout_batch where workspace_id = $1 and id = $2", [e.sandbox, batchId]);
  expect(batch).toEqual({ status: "closed", maker: "test" });
  await expect(recordPayouts(m.parts, m.by, { batchId, results: [result(large!.id, "failed")] })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(recordPayouts(m.parts, m.by, { batchId: stranger, results: [] })).rejects.toMatchObject({ code: "not_found" });
});

test("of 20 batches made at once, over two processes, one pays; the same Idempotency-Key finds its batch again", async () => {
  await send(...[...Array(30).keys()].map((i) => purchase(`o${i}`, i % 2 ? ann.code : abe.code)));
  await later();
  const other = { ...moneyOf(e).parts, pool: e.database.pool({ max: 4 }) };
  const all = await Promise.allSettled([...Array(20).keys()].map((i) => createPayout(i % 2 ? m.parts : other, m.by, WISH)));
  expect(all.filter((r) => r.status === "fulfilled")).toHaveLength(1);
  for (const r of all) if (r.status === "rejected") expect(r.reason).toMatchObject({ code: "conflict" });
  expect(await e.rows("select sum(amount)::int as paid, count(*)::int as n from payout where workspace_id = $1", [e.sandbox])).toEqual([
    { paid: 24_000, n: 2 },
  ]);
  await send(purchase("more", ann.code));
  await later();
  const keyed = { ...m.by, idempotencyKey: "pay-november" };
  const [a, b] = await Promise.all([createPayout(m.parts, keyed, WISH), createPayout(other, keyed, WISH)]);
  expect(a).toEqual(b);
});

test("the same results sent 20 times at once land each payout once", async () => {
  await send(purchase("1", ann.code), purchase("2", abe.code));
  await later();
  const { batchId } = await createPayout(m.parts, m.by, WISH);
  const results = (await payoutsOf(batchId)).map((p) => result(p.id, "settled"));
  const all = await Promise.all(Array.from({ length: 20 }, () => recordPayouts(m.parts, m.by, { batchId, results })));
  expect(all.reduce((sum, r) => sum + r.settled, 0)).toBe(2);
  expect(all.reduce((sum, r) => sum + r.unchanged, 0)).toBe(38);
});

test("F13: a refund after payout makes the balance negative by a posting, and the next rewards are paid less what is carried", async () => {
  await send(purchase("1", ann.code), purchase("2", ann.code));
  await later();
  const first = await createPayout(m.parts, m.by, WISH);
  await recordPayouts(m.parts, m.by, {
    batchId: first.batchId,
    results: (await payoutsOf(first.batchId)).map((p) => result(p.id, "settled")),
  });
  const before = await e.rows("select id, amount, debit, credit from transfer where workspace_id = $1 order by id", [e.sandbox]);
  await send(refund("1"), refund("2", 2000));
  expect(await m.balance(ann.personId)).toEqual({ pending: 0, available: -1000, in_flight: 0, settled: 1600 });
  expect(await states()).toEqual({ "order:1": "reversed", "order:2": "fulfilled" });
  expect(await e.rows("select id, amount, debit, credit from transfer where workspace_id = $1 order by id", [e.sandbox])).toEqual(
    expect.arrayContaining(before),
  );
  await send(purchase("3", ann.code, { total: 7000 }));
  await later();
  expect((await previewPayout(m.parts, m.by, WISH)).lines).toEqual([]);
  await send(purchase("4", ann.code, { total: 5000 }));
  await later();
  expect((await previewPayout(m.parts, m.by, WISH)).lines).toEqual([{ personId: ann.personId, amount: 200 }]);
  const second = await createPayout(m.parts, m.by, WISH);
  const items = await e.rows<{ amount: number }>(
    "select i.amount from payout_reward i join payout p on p.id = i.payout_id where p.batch_id = $1 order by 1",
    [second.batchId],
  );
  expect(items.map((i) => i.amount)).toEqual([-800, -200, 500, 700]);
  await recordPayouts(m.parts, m.by, {
    batchId: second.batchId,
    results: (await payoutsOf(second.batchId)).map((p) => result(p.id, "settled")),
  });
  expect(await m.balance(ann.personId)).toEqual({ pending: 0, available: 0, in_flight: 0, settled: 1800 });
  expect(await states()).toEqual({ "order:1": "reversed", "order:2": "fulfilled", "order:3": "fulfilled", "order:4": "fulfilled" });
});

test("a refund while the money is on its way is right whether the payout settles or fails", async () => {
  await send(purchase("1", ann.code), purchase("2", abe.code));
  await later();
  const { batchId } = await createPayout(m.parts, m.by, WISH);
  await send(refund("1"), refund("2"));
  expect(await states()).toEqual({ "order:1": "reversed", "order:2": "reversed" });
  const payouts = await payoutsOf(batchId);
  const of = (person: string) => payouts.find((p) => p.person_id === person)!.id;
  await recordPayouts(m.parts, m.by, { batchId, results: [result(of(ann.personId), "settled"), result(of(abe.personId), "failed")] });
  expect(await m.balance(ann.personId)).toEqual({ pending: 0, available: -800, in_flight: 0, settled: 800 });
  expect(await m.balance(abe.personId)).toEqual({ pending: 0, available: 0, in_flight: 0, settled: 0 });
  expect(await states()).toEqual({ "order:1": "reversed", "order:2": "reversed" });
});

test("a failed payout whose reward changed meanwhile, and was carried by a second batch, still comes back to the cent", async () => {
  await send(purchase("1", ann.code));
  await later();
  const first = await createPayout(m.parts, m.by, WISH);
  await send(refund("1", 6000), purchase("2", ann.code));
  await later();
  const second = await createPayout(m.parts, m.by, WISH);
  expect((await payoutsOf(second.batchId)).map((p) => p.amount)).toEqual([200]);
  await m.prove();
  await recordPayouts(m.parts, m.by, {
    batchId: first.batchId,
    results: (await payoutsOf(first.batchId)).map((p) => result(p.id, "failed")),
  });
  expect(await m.balance(ann.personId)).toEqual({ pending: 0, available: 800, in_flight: 200, settled: 0 });
  await m.prove();
  const third = await createPayout(m.parts, m.by, WISH);
  for (const b of [second, third])
    await recordPayouts(m.parts, m.by, { batchId: b.batchId, results: (await payoutsOf(b.batchId)).map((p) => result(p.id, "settled")) });
  expect(await m.balance(ann.personId)).toEqual({ pending: 0, available: 0, in_flight: 0, settled: 1000 });
  expect(await states()).toEqual({ "order:1": "fulfilled", "order:2": "fulfilled" });
});

test("two people who turn out to be one are paid as one: what one of them was paid counts against what the other is owed", async () => {
  const guest = await e.join("friends", { anonymous_id: "phone-1" }, e.sandbox);
  await send(purchase("1", guest.code));
  await later();
  const first = await createPayout(m.parts, m.by, WISH);
  await recordPayouts(m.parts, m.by, {
    batchId: first.batchId,
    results: (await payoutsOf(first.batchId)).map((p) => result(p.id, "settled")),
  });
  expect(await m.balance(guest.personId)).toMatchObject({ settled: 800 });
  await send({ type: "identify", person: { user_id: "ann", anonymous_id: "phone-1" } });
  await later();
  expect((await previewPayout(m.parts, m.by, WISH)).lines).toEqual([]);
  await send(purchase("2", ann.code, { total: 3000 }));
  await later();
  expect((await previewPayout(m.parts, m.by, WISH)).lines).toEqual([{ personId: ann.personId, amount: 300 }]);
  const second = await createPayout(m.parts, m.by, WISH);
  await recordPayouts(m.parts, m.by, {
    batchId: second.batchId,
    results: (await payoutsOf(second.batchId)).map((p) => result(p.id, "settled")),
  });
  const paid = await e.rows<{ sum: number }>("select sum(amount)::int as sum from payout where workspace_id = $1 and state = 'settled'", [
    e.sandbox,
  ]);
  expect(paid).toEqual([{ sum: 1100 }]);
});
