/**
 * P6: no schedule of concurrent grants passes a cap, whether per advocate, per friend, per program or a budget, by count or by
 * amount, and a cap that is reached is used to the last penny. Batches of three batchers meet in random order.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CanonicalEvent } from "../../src/core/event.ts";
import { type ProgramDefinition, definition } from "../../src/core/program.ts";
import { DAY } from "../../src/core/time.ts";
import { assertBooks } from "../support/books.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { openPlace } from "../support/place.ts";
import { announce, runs } from "../support/seeds.ts";
import { chanceOf, shuffled } from "../support/shuffle.ts";

let e: Engine;
let doors: Engine["batcher"][];
beforeAll(async () => {
  e = await createEngine();
  doors = [e.batcher, e.another(), e.another()];
});
afterAll(async () => await e.close());

const { seed } = runs(1);
const T0 = Date.UTC(2026, 3, 1);
const base = {
  kind: "direct",
  name: "p",
  stages: [{ key: "order", on: "purchase" }],
  qualifies_at: "order",
  destination: "https://shop.example/",
  friends: { who: "anyone" },
};

type Buy = { advocate: number; friend: number; total: number; minute: number };
const buy = fc.record({
  advocate: fc.integer({ min: 0, max: 249 }),
  friend: fc.integer({ min: 0, max: 2 }),
  total: fc.integer({ min: 10, max: 20_000 }),
  minute: fc.integer({ min: 0, max: 80_000 }),
});
const eventOf = (b: Buy, n: number): CanonicalEvent => ({
  id: `e${n}`,
  type: "purchase",
  occurred_at: new Date(T0 + b.minute * 60_000).toISOString(),
  person: { user_id: `a${b.advocate}-f${b.friend}` },
  referral: { code: `p-a${b.advocate}` },
  order: { id: `o${n}`, total: b.total, currency: "USD" },
});

/** 250 advocates with about eight purchases each, told through three batchers at once in groups of 1 to 25. */
async function tell(program: object, order: (list: CanonicalEvent[]) => CanonicalEvent[] = (list) => shuffled(list, seed)) {
  const parsed = definition.parse({ ...base, ...program }) as ProgramDefinition;
  const users = Array.from({ length: 250 }, (_, i) => `a${i}`);
  const { workspace } = await openPlace(e, {
    timelines: [{ key: "p", versions: [{ from: 0, open: false, definition: parsed }] }],
    users,
    knownAt: T0 - DAY,
  });
  const buys = fc.sample(buy, { numRuns: 2000, seed });
  const list = order(buys.map(eventOf));
  const chance = chanceOf(seed);
  const sent: Promise<unknown>[] = [];
  for (let from = 0; from < list.length; ) {
    const size = 1 + Math.floor(chance() * 25);
    sent.push(doors[Math.floor(chance() * 3)]!.submit(workspace, list.slice(from, (from += size)), { importId: "test" }));
  }
  await Promise.all(sent);
  await assertBooks(e, workspace);
  return { workspace, buys };
}

const GRANTED = `
  select i.value as advocate, f.value as friend, r.nominal, r.owed, r.reason, r.at from reward r
    join person_identity i on i.workspace_id = $1 and i.person_id = r.recipient_id and i.kind = 1
    join person_identity f on f.workspace_id = $1 and f.person_id = r.friend_id and f.kind = 1
   where r.workspace_id = $1 and r.reason is distinct from 'superseded' order by r.at, r.client_id`;
type Granted = { advocate: string; friend: string; nominal: number; owed: number; reason: string | null; at: number };

function grouped(rows: readonly Granted[], key: (row: Granted) => string): Granted[][] {
  const groups = new Map<string, Granted[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups.values()];
}
const monthOf = (row: Granted): string => new Date(row.at).toISOString().slice(0, 7);
const sum = (rows: readonly Granted[]): number => rows.reduce((all, row) => all + row.owed, 0);
const wish = (limit: object, give: object = { cash: { percent: 10, of: "order.total" } }) => ({
  key: "p",
  rewards: [{ key: "r", when: { stage: "order" }, give, limit }],
});

test("a count per advocate and month: the first two of each month are paid, whatever came when (about 600 caps)", async () => {
  const { workspace } = await tell(wish({ per: "advocate", count: 2, every: "month" }));
  const caps = grouped(await e.rows<Granted>(GRANTED, [workspace]), (row) => `${row.advocate} ${monthOf(row)}`);
  announce("P6-count", { runs: caps.length, seed });
  expect(caps.length).toBeGreaterThan(300);
  for (const rows of caps) expect(rows.map((row) => row.reason)).toEqual(rows.map((row, i) => (i < 2 ? null : "cap_reached")));
});

test("an amount per advocate, ever: never passed, and used to the penny where there was more (250 caps)", async () => {
  const { workspace } = await tell(wish({ per: "advocate", amount: "35.00 USD" }));
  const caps = grouped(await e.rows<Granted>(GRANTED, [workspace]), (row) => row.advocate);
  announce("P6-amount", { runs: caps.length, seed });
  for (const rows of caps)
    expect(sum(rows)).toBe(
      Math.min(
        3500,
        rows.reduce((all, row) => all + row.nominal, 0),
      ),
    );
  expect(caps.filter((rows) => sum(rows) === 3500).length).toBeGreaterThan(50);
});

test("a count per friend: each friend makes her advocate earn once, however many friends there are (about 700 caps)", async () => {
  const { workspace } = await tell(wish({ per: "friend", count: 1 }));
  const caps = grouped(await e.rows<Granted>(GRANTED, [workspace]), (row) => row.friend);
  announce("P6-friend", { runs: caps.length, seed });
  expect(caps.length).toBeGreaterThan(500);
  for (const rows of caps) expect(rows.filter((row) => row.owed > 0)).toHaveLength(1);
});

/** What happens now: the batch's own instant, so that concurrent events are as late as each other. */
const live = (list: CanonicalEvent[]) => shuffled(list, seed).map(({ occurred_at: _at, ...event }) => event as CanonicalEvent);
const BUDGET = {
  key: "p",
  rewards: [{ key: "r", when: { stage: "order" }, give: { cash: { percent: 10, of: "order.total" } } }],
  budget: { amount: "500.00 USD" },
};

test("a count per program and a budget hold to the penny under 2,000 concurrent purchases", async () => {
  const limited = await tell(wish({ per: "program", count: 300 }, { cash: "1.00 USD" }), live);
  const paid = (await e.rows<Granted>(GRANTED, [limited.workspace])).filter((row) => row.owed > 0);
  expect(paid).toHaveLength(300);
  const { workspace } = await tell(BUDGET, live);
  const rows = await e.rows<Granted>(GRANTED, [workspace]);
  announce("P6-budget", { runs: rows.length, seed });
  expect(sum(rows)).toBeLessThanOrEqual(50_000);
  // The first that did not fit closed it: what is left is less than the largest reward there was.
  expect(sum(rows)).toBeGreaterThan(50_000 - 2_000);
  expect(rows.filter((row) => row.reason === "budget_exhausted").length).toBeGreaterThan(500);
});

test("a budget that is spent pays what happened before that instant, whenever it arrives, and nothing that happened after", async () => {
  const { workspace } = await tell(BUDGET);
  const [budget] = await e.rows<{ spent_at: number; used: number }>(
    "select spent_at, used from budget where workspace_id = $1 and key = 'budget'",
    [workspace],
  );
  const rows = await e.rows<Granted>(GRANTED, [workspace]);
  const refused = rows.filter((row) => row.reason === "budget_exhausted");
  expect(refused.length).toBeGreaterThan(100);
  expect(refused.every((row) => row.at >= budget!.spent_at)).toBe(true);
  expect(rows.filter((row) => row.at < budget!.spent_at).every((row) => row.owed === row.nominal)).toBe(true);
  expect(sum(rows)).toBe(budget!.used);
});

test("tiers and caps together, in order or mixed, come to the same rewards", async () => {
  const program = {
    key: "p",
    tiers: { by: "qualified_referrals", every: "month", steps: [{ from: 1 }, { from: 2, multiply: 1.5 }, { from: 3, multiply: 3 }] },
    rewards: [
      {
        key: "r",
        when: { stage: "order" },
        give: { cash: { percent: 10, of: "order.total" } },
        limit: { per: "advocate", amount: "40.00 USD", every: "month" },
      },
    ],
  };
  const inOrder = await tell(program, (list) => [...list].sort((a, b) => (a.occurred_at! < b.occurred_at! ? -1 : 1)));
  const mixed = await tell(program);
  const key = (row: Granted) => `${row.at} ${row.friend} ${row.owed} ${row.reason}`;
  const [a, b] = [await e.rows<Granted>(GRANTED, [inOrder.workspace]), await e.rows<Granted>(GRANTED, [mixed.workspace])];
  expect(b.map(key)).toEqual(a.map(key));
  for (const rows of grouped(a, (row) => `${row.advocate} ${monthOf(row)}`)) expect(sum(rows)).toBeLessThanOrEqual(4000);
});
