/** Points that end: to the millisecond, the oldest first, never below zero, and the books prove it (CATALOGUE A4). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { spendBalance } from "../../src/flow/spend-balance.ts";
import { approveReward } from "../../src/flow/change-rewards.ts";
import { sweepWorkspace } from "../../src/flow/sweep.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { DAY, type Money, moneyOf, programOf, purchase, refund } from "../support/money.ts";

let e: Engine;
let m: Money;
let ann: { personId: string; code: string };
/** Midnight on 1 March 2030, UTC. */
const START = Date.UTC(2030, 2, 1);
const EXPIRING = { key: "points", when: { stage: "order" }, to: "advocate", give: { points: 500 }, expires: "12 months" } as const;

beforeEach(async () => {
  e = await createEngine();
  m = moneyOf(e);
  await e.publish(programOf("points", [EXPIRING as never]), { workspace: e.sandbox });
  ann = await e.join("points", { user_id: "ann" }, e.sandbox);
  await m.clock(START);
});
afterEach(async () => {
  await m.prove();
  await e.close();
});

const send = (...events: Parameters<Engine["send"]>[0][]) => e.send(events as never, e.sandbox);
const spend = (amount: number) =>
  spendBalance(m.parts, m.by, { personId: ann.personId, form: "points", unit: "points", amount, reference: null });
const points = async () => {
  const { pending, available, settled } = await m.balance(ann.personId, "points", "points");
  const [row] = await e.rows<{ expired: number }>(
    "select coalesce(sum(balance), 0)::int as expired from ledger_account where workspace_id = $1 and owner_id = $2 and kind = 'expired'",
    [e.sandbox, ann.personId],
  );
  return { pending, available, settled, expired: row!.expired };
};
const states = async () =>
  (
    await e.rows<{ line: string }>(
      `select concat(basis, ' ', state, ' ', used, '/', owed, ' expired ', expired) as line from reward
        where workspace_id = $1 order by basis`,
      [e.sandbox],
    )
  ).map((r) => r.line);

/** The clock alone, without the work that becomes due. */
const ahead = async (to: number) =>
  e.rows("update workspace set clock_offset_ms = clock_offset_ms + $2 where workspace_id = $1", [e.sandbox, to - (await m.now())]);

test("what is left of a reward ends 12 months after it became available, and not one millisecond before", async () => {
  await send(purchase("1", ann.code, { at: START }));
  await spend(200);
  const end = Date.UTC(2031, 2, 1);
  await ahead(end + 60_000);
  expect(await sweepWorkspace(m.parts, e.sandbox, { until: end - 1 })).toMatchObject({ lapsed: 0 });
  expect(await points()).toEqual({ pending: 0, available: 300, settled: 200, expired: 0 });
  expect(await sweepWorkspace(m.parts, e.sandbox, { until: end })).toMatchObject({ lapsed: 1 });
  expect(await points()).toEqual({ pending: 0, available: 0, settled: 200, expired: 300 });
  expect(await states()).toEqual(["order:1 expired 500/500 expired 300"]);
  await expect(spend(1)).rejects.toMatchObject({ code: "insufficient_balance" });
  expect(await m.clock(end + DAY)).toMatchObject({ lapsed: 0 });
});

test("spending takes the oldest, so that the oldest has the least left to end", async () => {
  await send(purchase("1", ann.code, { at: START }));
  await m.clock(START + 60 * DAY);
  await send(purchase("2", ann.code, { at: START + 60 * DAY }));
  await spend(600);
  await m.clock(Date.UTC(2031, 2, 1));
  expect(await states()).toEqual(["order:1 fulfilled 500/500 expired 0", "order:2 available 100/500 expired 0"]);
  await m.clock(Date.UTC(2031, 3, 30));
  expect(await states()).toEqual(["order:1 fulfilled 500/500 expired 0", "order:2 expired 500/500 expired 400"]);
});

test("what was due a moment ago cannot be spent, even before a sweep has run", async () => {
  await send(purchase("1", ann.code, { at: START }));
  await ahead(Date.UTC(2031, 2, 1));
  await expect(spend(1)).rejects.toMatchObject({ code: "insufficient_balance" });
});

test("what is taken back of a reward that ended comes from what ended: the balance does not pay for it", async () => {
  await send(purchase("1", ann.code, { at: START }));
  await spend(100);
  await m.clock(Date.UTC(2031, 2, 1));
  await send(purchase("2", ann.code, { at: Date.UTC(2031, 2, 1) }));
  await send(refund("1", 4000));
  expect(await points()).toEqual({ pending: 0, available: 500, settled: 100, expired: 150 });
  await send(refund("1"));
  // All of it, the 100 that were spent among it: those the balance pays.
  expect(await points()).toEqual({ pending: 0, available: 400, settled: 100, expired: 0 });
});

test("points that pay for what was taken back after it was spent cannot end as well: the balance stays at zero", async () => {
  await send(purchase("1", ann.code, { at: START }));
  await send(purchase("2", ann.code, { at: START + 1 }));
  await spend(500);
  await send(refund("1"));
  expect(await points()).toEqual({ pending: 0, available: 0, settled: 500, expired: 0 });
  await m.clock(Date.UTC(2031, 2, 2));
  expect(await points()).toEqual({ pending: 0, available: 0, settled: 500, expired: 0 });
  await send(purchase("3", ann.code, { at: Date.UTC(2031, 2, 2) }));
  expect(await points()).toMatchObject({ available: 500 });
});

test("an operator's approval that comes later than the hold begins the 12 months", async () => {
  await e.publish(programOf("checked", [{ ...EXPIRING, key: "later", approval: "manual" } as never]), { workspace: e.sandbox });
  const bea = await e.join("checked", { user_id: "bea" }, e.sandbox);
  await m.clock(START + DAY);
  await send(purchase("9", bea.code, { at: START + DAY }));
  await m.clock(Date.UTC(2030, 5, 10));
  const [row] = await e.rows<{ id: string }>("select id from reward where workspace_id = $1 and rule = 'later'", [e.sandbox]);
  await approveReward(m.parts, m.by, row!.id);
  await m.clock(Date.UTC(2031, 5, 9));
  expect(await m.balance(bea.personId, "points", "points")).toMatchObject({ available: 500 });
  await m.clock(Date.UTC(2031, 5, 11));
  expect(await m.balance(bea.personId, "points", "points")).toMatchObject({ available: 0 });
});
