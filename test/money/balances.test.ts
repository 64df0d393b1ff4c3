/** Store credit and points spent in parts: the oldest first, never below zero, whoever asks at once (CATALOGUE A4). */
import { afterEach, beforeEach, expect, test } from "vitest";
import { spendBalance } from "../../src/flow/spend-balance.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type Money, moneyOf, programOf, purchase, refund } from "../support/money.ts";

let e: Engine;
let m: Money;
let ann: { personId: string; code: string };
beforeEach(async () => {
  e = await createEngine();
  m = moneyOf(e);
  const give = (key: string, what: object) => ({ key, when: { stage: "order" }, to: "advocate", give: what }) as never;
  await e.publish(programOf("points", [give("points", { points: 500 }), give("credit", { credit: "20.00 USD" })]), {
    workspace: e.sandbox,
  });
  ann = await e.join("points", { user_id: "ann" }, e.sandbox);
});
afterEach(async () => {
  await m.prove();
  await e.close();
});

const spend = (amount: number, form = "points", unit = "points", key: string | null = null) =>
  spendBalance(m.parts, { ...m.by, idempotencyKey: key }, { personId: ann.personId, form, unit, amount, reference: "till 1" });
const used = () =>
  e.rows<{ basis: string; used: number; state: string }>(
    "select basis, used, state from reward where workspace_id = $1 and form = 'points' order by at, basis",
    [e.sandbox],
  );

test("of 50 redemptions at once, over two processes, those that fit succeed and the balance never passes zero", async () => {
  await e.send([purchase("1", ann.code), purchase("2", ann.code)], e.sandbox);
  const other = { ...m.parts, pool: e.database.pool({ max: 8 }) };
  const wish = { personId: ann.personId, form: "points", unit: "points", amount: 70, reference: null };
  const all = await Promise.allSettled([...Array(50).keys()].map((i) => spendBalance(i % 2 ? m.parts : other, m.by, wish)));
  expect(all.filter((r) => r.status === "fulfilled")).toHaveLength(14);
  for (const r of all) if (r.status === "rejected") expect(r.reason).toMatchObject({ code: "insufficient_balance" });
  expect(await m.balance(ann.personId, "points", "points")).toEqual({ pending: 0, available: 20, in_flight: 0, settled: 980 });
  expect(await used()).toEqual([
    { basis: "order:1", used: 500, state: "fulfilled" },
    { basis: "order:2", used: 480, state: "available" },
  ]);
});

test("a take-back after spending leaves a negative balance, carried against the next rewards before anything can be spent", async () => {
  await e.send(purchase("1", ann.code), e.sandbox);
  expect(await spend(1500, "credit", "USD", "k")).toMatchObject({ left: 500 });
  expect(await spend(1500, "credit", "USD", "k")).toMatchObject({ left: 500 });
  await e.send(refund("1"), e.sandbox);
  expect(await m.balance(ann.personId, "credit")).toEqual({ pending: 0, available: -1500, in_flight: 0, settled: 1500 });
  await expect(spend(1, "credit", "USD")).rejects.toMatchObject({ code: "insufficient_balance" });
  await e.send(purchase("2", ann.code), e.sandbox);
  await expect(spend(501, "credit", "USD")).rejects.toMatchObject({ code: "insufficient_balance" });
  expect(await spend(500, "credit", "USD")).toMatchObject({ left: 0 });
});

test("cash, coupons and amounts that are no whole positive number are refused", async () => {
  await e.send(purchase("1", ann.code), e.sandbox);
  for (const amount of [0, -5, 0.5, Number.NaN, 2 ** 53]) await expect(spend(amount)).rejects.toMatchObject({ code: "validation_failed" });
  await expect(spend(5, "cash", "USD")).rejects.toMatchObject({ code: "validation_failed" });
  await expect(spend(1, "coupon", "coupon")).rejects.toMatchObject({ code: "validation_failed" });
});
