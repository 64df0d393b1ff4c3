/** F14: rules edited between click and purchase. F15: clocks that are wrong, days that are short or long, years out of range. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CanonicalEvent, EventInput } from "../../src/core/event.ts";
import { type ProgramDefinition, definition } from "../../src/core/program.ts";
import { DAY, HOUR, MINUTE } from "../../src/core/time.ts";
import { resettleWorkspace } from "../../src/flow/resettle.ts";
import { assertBooks } from "../support/books.ts";
import { canonicalOf } from "../support/canonical-hash.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { moneyOf } from "../support/money.ts";
import { openPlace } from "../support/place.ts";
import { announce, runs } from "../support/seeds.ts";
import { startSettleDoor } from "../support/settle-door.ts";
import { shuffled } from "../support/shuffle.ts";

let e: Engine;
beforeAll(async () => {
  e = await createEngine();
});
afterAll(async () => await e.close());

const { seed } = runs(1);
const iso = (at: number): string => new Date(at).toISOString();
const base = {
  kind: "direct",
  name: "p",
  stages: ["visit", "signup", { key: "order", on: "purchase" }],
  qualifies_at: "order",
  destination: "https://shop.example/",
  attribution: { window: "90d" },
  terms: { en: "Terms." },
  disclosure: { en: "I am paid." },
  budget: { amount: "900000.00 USD", when_spent: "notify" },
} as const;
const paying = (percent: number, more: object = {}): ProgramDefinition =>
  definition.parse({
    ...base,
    key: "p",
    rewards: [{ key: "share", when: { stage: "order" }, give: { cash: { percent, of: "order.total" } }, hold: "14d" }],
    ...more,
  }) as ProgramDefinition;
const T0 = Date.UTC(2026, 3, 1);

for (const open of [false, true]) {
  test(`F14: 1,000 friends around a change of rules ${open ? "that applies to open referrals" : "for new referrals"} are paid by ` +
    `the version ${open ? "in force at the purchase" : "they were bound under"}, also when folded again`, async () => {
    announce(`F14${open ? "-open" : ""}`, { runs: 1000, seed });
    const change = T0 + 10 * DAY;
    const timelines = [
      {
        key: "p",
        versions: [
          { from: 0, open: false, definition: paying(10) },
          { from: change, open, definition: paying(20) },
        ],
      },
    ];
    const { workspace } = await openPlace(e, { timelines, users: ["a1"], knownAt: T0 - DAY });
    // To the millisecond around the change, and days away from it.
    const instant = fc.oneof(fc.constantFrom(change - 1, change, change + 1), fc.integer({ min: T0, max: T0 + 20 * DAY }));
    const pairs = fc
      .sample(fc.tuple(instant, instant), { numRuns: 1000, seed })
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    const events = pairs.flatMap(([signup, buy], n): CanonicalEvent[] => [
      { id: `a-visit-${n}`, type: "visit", occurred_at: iso(T0 - HOUR), person: { user_id: `f${n}` }, referral: { code: "p-a1" } },
      { id: `b-signup-${n}`, type: "signup", occurred_at: iso(signup), person: { user_id: `f${n}` } },
      {
        id: `c-buy-${n}`,
        type: "purchase",
        occurred_at: iso(buy),
        person: { user_id: `f${n}` },
        order: { id: `o${n}`, total: 1000, currency: "USD" },
      },
    ]);
    const mixed = shuffled(events, seed);
    for (let from = 0; from < mixed.length; from += 500)
      await e.batcher.submit(workspace, mixed.slice(from, from + 500), { importId: "test" });
    const rows = await e.rows<{ basis: string; owed: number; version: number }>(
      "select basis, owed, version from reward where workspace_id = $1",
      [workspace],
    );
    const found = new Map(rows.map((row) => [row.basis, row]));
    pairs.forEach(([signup, buy], n) => {
      const isNew = (open ? buy : signup) >= change;
      expect([found.get(`order:o${n}`)?.owed, found.get(`order:o${n}`)?.version], `${n}`).toEqual(isNew ? [200, 2] : [100, 1]);
    });
    const before = await canonicalOf(e.rows, workspace);
    expect(await resettleWorkspace(moneyOf(e).parts, workspace)).toMatchObject({ transfers: 0 });
    expect(await canonicalOf(e.rows, workspace)).toEqual(before);
    await assertBooks(e, workspace);
  }, 60_000);
}

test("F14: published through the front door: who signed up before keeps her version, who only clicked gets the new one", async () => {
  await e.publish({ ...paying(10), key: "live" } as never, { workspace: e.sandbox });
  const { code } = await e.join("live", { user_id: "ann" }, e.sandbox);
  const say = async (event: EventInput) => (await e.send(event, e.sandbox))[0]!;
  const buy = (who: string) =>
    say({ id: `buy-${who}`, type: "purchase", person: { user_id: who }, order: { id: who, total: 5000, currency: "USD" } });
  await say({ id: "s1", type: "signup", person: { user_id: "early" }, referral: { code } });
  await say({ id: "v1", type: "visit", person: { user_id: "late" }, referral: { code } });
  await e.publish({ ...paying(20), key: "live" } as never, { workspace: e.sandbox });
  expect((await buy("early")).decisions[0]?.rewards[0]?.value.amount).toBe(500);
  expect((await buy("late")).decisions[0]?.rewards[0]?.value.amount).toBe(1000);
  await assertBooks(e, e.sandbox);
});

test("F15: processes whose clocks are off by 10 minutes or a day write the database's instants, hold by them, and pay nobody " +
  "early", async () => {
  const ws = e.workspace;
  await e.publish(paying(10) as never, { workspace: ws });
  const { code } = await e.join("p", { user_id: "ann" }, ws);
  const offs = [-DAY, -10 * MINUTE, 10 * MINUTE, DAY];
  announce("F15", { runs: offs.length, seed });
  const doors = await Promise.all(offs.map((off) => startSettleDoor(e, off)));
  try {
    const [before] = await e.rows<{ now: number }>("select (extract(epoch from clock_timestamp()) * 1000)::bigint as now");
    await Promise.all(
      doors.map((door, i) =>
        door.submit(
          ws,
          Array.from(
            { length: 50 },
            (_, n): CanonicalEvent => ({
              id: `off-${i}-${n}`,
              type: "purchase",
              person: { user_id: `f${i}-${n}` },
              referral: { code },
              order: { id: `off-${i}-${n}`, total: 1000, currency: "USD" },
            }),
          ),
        ),
      ),
    );
    const [after] = await e.rows<{ now: number }>("select (extract(epoch from clock_timestamp()) * 1000)::bigint as now");
    const facts = await e.rows<{ at: number; received_at: number }>(
      "select at, received_at from fact where workspace_id = $1 and client_id like 'off-%'",
      [ws],
    );
    expect(facts).toHaveLength(200);
    for (const f of facts) {
      expect(f.at).toBeGreaterThanOrEqual(before!.now);
      expect(f.at).toBeLessThanOrEqual(after!.now);
      expect(f.received_at).toBe(f.at);
    }
    const rewards = await e.rows<{ at: number; available_at: number; state: string }>(
      "select at, available_at, state from reward where workspace_id = $1",
      [ws],
    );
    for (const r of rewards) expect([r.available_at - r.at, r.state]).toEqual([14 * DAY, "pending"]);
    // A client's own instant is stored, and judged by the database's clock whatever the process believes: not more than 5 minutes ahead.
    for (const [i, door] of doors.entries()) {
      const told = (minutes: number): CanonicalEvent => ({
        id: `told-${i}-${minutes}`,
        type: "signup",
        occurred_at: iso(Date.now() + minutes * MINUTE),
        person: { user_id: `t${i}` },
      });
      expect(await door.submit(ws, [told(-60), told(4), told(6), told(600)])).toEqual(["settled", "settled", "rejected", "rejected"]);
    }
  } finally {
    await Promise.all(doors.map((door) => door.end()));
  }
  await assertBooks(e, ws);
}, 60_000);

test("F15: 1970 and 2038 are refused; a leap day and the hour that comes twice are what the zone's calendar says", async () => {
  const limit = { per: "advocate", count: 2, every: "day" };
  const program = paying(10, {
    zone: "America/New_York",
    rewards: [{ key: "daily", when: { stage: "order" }, give: { cash: "1.00 USD" }, limit }],
  });
  const { workspace } = await openPlace(e, {
    timelines: [{ key: "p", versions: [{ from: 0, open: false, definition: program }] }],
    users: ["a1"],
    knownAt: Date.UTC(2023, 0, 1),
  });
  const buy = (id: string, at: string): CanonicalEvent => ({
    id,
    type: "purchase",
    occurred_at: at,
    person: { user_id: `f-${id}` },
    referral: { code: "p-a1" },
    order: { id, total: 1000, currency: "USD" },
  });
  const told = await e.batcher.submit(
    workspace,
    [buy("y1970", "1970-01-01T00:00:00.000Z"), buy("y2038", "2038-01-19T03:14:08.000Z"), buy("y2100", "2100-01-01T00:00:00.000Z")],
    { importId: "test" },
  );
  expect(told.map((o) => [o.status, o.error?.errors?.[0]?.pointer])).toEqual(
    Array.from({ length: 3 }, () => ["rejected", "/occurred_at"]),
  );
  const paid = async (events: CanonicalEvent[]): Promise<string[]> => {
    await e.batcher.submit(workspace, events, { importId: "test" });
    const ids = events.map((event) => `order:${event.id}`);
    return (
      await e.rows<{ basis: string }>("select basis from reward where workspace_id = $1 and basis = any($2) and owed > 0 order by at", [
        workspace,
        ids,
      ])
    ).map((row) => row.basis.slice(6));
  };
  // 2 November 2025 has 25 hours in New York: 01:30 comes twice, and 23:59 is 24 hours 59 minutes after midnight.
  expect(
    await paid([
      buy("fold-1", "2025-11-02T05:30:00.000Z"),
      buy("fold-2", "2025-11-02T06:30:00.000Z"),
      buy("fold-3", "2025-11-03T04:59:59.999Z"),
      buy("next", "2025-11-03T05:00:00.000Z"),
    ]),
  ).toEqual(["fold-1", "fold-2", "next"]);
  // 9 March 2025 has 23.
  expect(
    await paid([
      buy("gap-1", "2025-03-09T05:00:00.000Z"),
      buy("gap-2", "2025-03-10T03:59:59.999Z"),
      buy("gap-3", "2025-03-10T03:00:00.000Z"),
      buy("gap-next", "2025-03-10T04:00:00.000Z"),
    ]),
  ).toEqual(["gap-1", "gap-3", "gap-next"]);
  // A leap day is a day of its own, between 28 February and 1 March.
  expect(
    await paid([
      buy("leap-0", "2024-02-29T04:59:59.999Z"),
      buy("leap-1", "2024-02-29T05:00:00.000Z"),
      buy("leap-2", "2024-03-01T04:59:59.999Z"),
      buy("leap-3", "2024-03-01T05:00:00.000Z"),
    ]),
  ).toEqual(["leap-0", "leap-1", "leap-2", "leap-3"]);
  await assertBooks(e, workspace);
});
