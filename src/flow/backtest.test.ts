/** The backtest reads what really happened and says what other rules would have made of it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProgramDefinition } from "../core/program.ts";
import { type Engine, createEngine } from "../../test/support/engine.ts";
import { backtest } from "./backtest.ts";

const rules = (percent: number, more: Partial<ProgramDefinition> = {}): ProgramDefinition => ({
  key: "friends",
  kind: "direct",
  name: "Friends",
  stages: ["order"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  rewards: [{ key: "share", when: { stage: "order" }, to: "advocate", give: { cash: { percent, of: "order.total" } }, hold: "14d" }],
  terms: { en: "T" },
  disclosure: { en: "D" },
  ...more,
});

let e: Engine;
beforeAll(async () => {
  e = await createEngine();
  await e.publish(rules(10));
  const ann = await e.join("friends", { user_id: "ann" });
  for (let i = 0; i < 20; i++) {
    await e.send({
      id: `o${i}`,
      type: "purchase",
      person: { user_id: `f${i % 5}` },
      referral: { code: ann.code },
      order: { id: `o${i}`, total: 1000 + i, currency: "USD" },
    });
  }
  await e.send({ id: "r", type: "refund", order: { id: "o3", amount: 500, currency: "USD" } });
});
afterAll(async () => await e.close());

test("the live rules over their own past cost what was posted, to the cent", async () => {
  const report = await backtest({ pool: e.database.pool() }, e.workspace, { definition: rules(10) });
  const [posted] = await e.rows<{ sum: number }>("select sum(owed)::int as sum from reward");
  expect(report.rules).toEqual([{ rule: "share", rewards: 20, cost: [{ amount: posted!.sum, currency: "USD" }] }]);
  expect(report.difference).toEqual([{ amount: 0, currency: "USD" }]);
  expect(report.referrals).toBe(5);
});

test("other rules, a cap and a budget show their own cost and what they refused", async () => {
  const pool = { pool: e.database.pool() };
  const double = await backtest(pool, e.workspace, { definition: rules(20) });
  expect(double.difference[0]!.amount).toBeGreaterThan(1900);
  const capped = rules(10);
  capped.rewards![0]!.limit = { per: "advocate", count: 7, every: "month" };
  expect((await backtest(pool, e.workspace, { definition: capped })).limits.cap_reached).toBe(13);
  const poor = await backtest(pool, e.workspace, { definition: rules(10, { budget: { amount: "5.00 USD" } }) });
  expect(poor.rules[0]!.cost[0]!.amount).toBeLessThanOrEqual(500);
  expect(poor.limits.budget_exhausted).toBeGreaterThan(10);
});

test("what lies outside the span is folded for what it means, and not counted", async () => {
  const report = await backtest({ pool: e.database.pool() }, e.workspace, { definition: rules(10), from: Date.now() + 60_000 });
  expect(report.rules).toEqual([]);
  expect(report.facts).toBeGreaterThan(20);
});
