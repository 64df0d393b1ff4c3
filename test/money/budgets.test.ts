/** Caps and budgets under concurrency (FAULTS P6), and a spent budget opened again. */
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { reopenBudget } from "../../src/flow/budgets.ts";
import { denyReward } from "../../src/flow/change-rewards.ts";
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

const RUNS = 1_000;
const rewards = () =>
  e.rows<{ basis: string; owed: number; reason: string | null }>(
    "select basis, owed, reason from reward where workspace_id = $1 order by at, basis",
    [e.sandbox],
  );

test(`P6: over ${RUNS} runs of two processes at once, no cap of an advocate, of a program or of a period's budget is passed`, async () => {
  const flat = (key: string, limit: object) =>
    ({ key, when: { stage: "order" }, to: "advocate", give: { credit: "10.00 USD" }, limit }) as never;
  const rules = [flat("mine", { count: 3, every: "day" }), flat("all", { per: "program", count: 5, every: "day" })];
  const budget = { amount: "60.00 USD", every: "day" as const };
  const programs = ["a", "b", "c", "d"];
  const codes: string[] = [];
  const from = (await m.now()) - 399 * DAY;
  for (const key of programs) {
    await e.publish(programOf(key, rules, { budget }), { workspace: e.sandbox, from });
    codes.push((await e.join(key, { user_id: `ann-${key}` }, e.sandbox)).code);
  }
  const two = [e.batcher, e.another()] as const;
  // One instant for all of a run: what happened before a budget was spent is paid whenever it arrives, and that is another rule.
  const runOne = async (s: { left: number; right: number; singly: boolean }, program: number, today: number) => {
    const send = (side: 0 | 1, count: number) => {
      const at = from + DAY + today * DAY;
      const events = [...Array(count).keys()].map((i) => purchase(`${program}-${today}-${side}-${i}`, codes[program]!, { at }));
      const groups = s.singly ? events.map((event) => [event]) : [events];
      return Promise.all(groups.map((group) => two[side].submit(e.sandbox, group as never)));
    };
    await Promise.all([send(0, s.left), send(1, s.right)]);
  };
  let day = 0;
  const schedule = fc.record({ left: fc.integer({ min: 1, max: 5 }), right: fc.integer({ min: 1, max: 5 }), singly: fc.boolean() });
  // Four programs at a time, a schedule each, on a day of their own: the writer lock is fought for, the caps are apart.
  await fc.assert(
    fc.asyncProperty(fc.tuple(schedule, schedule, schedule, schedule), async (four) => {
      const today = day++;
      await Promise.all(four.map((s, p) => runOne(s, p, today)));
    }),
    { numRuns: RUNS / programs.length, seed: 4400 },
  );

  const found = await e.rows<{ rule: string; most: number; days: number }>(
    `select rule, max(n)::int as most, count(*)::int as days from (
       select program_id, rule, (at / 86400000) as day, count(*) filter (where owed > 0) as n
         from reward where workspace_id = $1 group by 1, 2, 3) x
      group by rule order by rule`,
    [e.sandbox],
  );
  expect(found.map((f) => f.days)).toEqual([RUNS, RUNS]);
  for (const f of found) expect(f.most).toBeLessThanOrEqual(f.rule === "mine" ? 3 : 5);
  const over = await e.rows("select used, used_count from budget where workspace_id = $1 and key = 'budget' and used > 6000", [e.sandbox]);
  expect(over).toEqual([]);
  const [full] = await e.rows<{ n: number }>(
    "select count(*)::int as n from budget where workspace_id = $1 and key = 'budget' and used = 6000",
    [e.sandbox],
  );
  expect(full!.n).toBeGreaterThan(RUNS / 10);
}, 180_000);

test("a spent budget stays spent after a refund; opened again it pays what it refused, in order, as far as it goes", async () => {
  const programId = await e.publish(programOf("friends", [TENTH], { budget: { amount: "20.00 USD" } }), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  const at = (await m.now()) + 1000;
  await m.clock(at + 10_000);
  await e.send(
    [1, 2, 3, 4, 5].map((i) => purchase(`${i}`, ann.code, { at: at + i })),
    e.sandbox,
  );
  expect((await rewards()).map((r) => r.owed)).toEqual([800, 800, 0, 0, 0]);
  await e.send(refund("1"), e.sandbox);
  await e.send(purchase("6", ann.code, { at: at + 6, total: 1000 }), e.sandbox);
  expect((await rewards()).map((r) => r.owed)).toEqual([0, 800, 0, 0, 0, 0]);
  await reopenBudget(m.parts, m.by, { programId, key: "budget", period: "ever" });
  expect((await rewards()).map((r) => [r.owed, r.reason])).toEqual([
    [0, "fully_refunded"],
    [800, null],
    [800, null],
    [0, "budget_exhausted"],
    [0, "budget_exhausted"],
    [0, "budget_exhausted"],
  ]);
  const [budget] = await e.rows<{ used: number; spent_at: number }>("select used, spent_at from budget where workspace_id = $1", [
    e.sandbox,
  ]);
  expect(budget).toEqual({ used: 1600, spent_at: at + 4 });
  expect(await e.rows("select 1 from audit where workspace_id = $1 and action = 'budget.reopened'", [e.sandbox])).toHaveLength(1);
  await expect(reopenBudget(m.parts, m.by, { programId, key: "nothing", period: "ever" })).rejects.toMatchObject({ code: "not_found" });
});

test("a raised amount counts for referrals bound before it too, and opening pays what the old amount refused", async () => {
  const small = programOf("friends", [TENTH], { budget: { amount: "10.00 USD" } });
  const programId = await e.publish(small, { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  const ben = { user: "ben" };
  await e.send([purchase("1", ann.code, ben), purchase("2", ann.code, ben)], e.sandbox);
  expect((await rewards()).map((r) => r.owed)).toEqual([800, 0]);
  await e.publish({ ...small, budget: { amount: "30.00 USD" } }, { workspace: e.sandbox });
  await reopenBudget(m.parts, m.by, { programId, key: "budget", period: "ever" });
  expect((await rewards()).map((r) => r.owed)).toEqual([800, 800]);
  await e.send(purchase("3", ann.code, ben), e.sandbox);
  expect((await rewards()).map((r) => r.owed)).toEqual([800, 800, 800]);
});

test("what an operator refuses gives its share of the budget back", async () => {
  const programId = await e.publish(programOf("friends", [TENTH], { budget: { amount: "8.00 USD" } }), { workspace: e.sandbox });
  const ann = await e.join("friends", { user_id: "ann" }, e.sandbox);
  await e.send([purchase("1", ann.code), purchase("2", ann.code)], e.sandbox);
  const [first] = await e.rows<{ id: string }>("select id from reward where workspace_id = $1 and basis = 'order:1'", [e.sandbox]);
  await denyReward(m.parts, m.by, { rewardId: first!.id, reason: "no" });
  await reopenBudget(m.parts, m.by, { programId, key: "budget", period: "ever" });
  expect((await rewards()).map((r) => r.owed)).toEqual([0, 800]);
});
