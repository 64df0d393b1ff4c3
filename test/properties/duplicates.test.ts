/**
 * F9 and F10: the same event again is one effect and the same answer; the same id with other content is a conflict, in its own
 * workspace only.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CanonicalEvent, EventOutcome } from "../../src/core/event.ts";
import { type ProgramDefinition, definition } from "../../src/core/program.ts";
import { DAY } from "../../src/core/time.ts";
import { assertBooks } from "../support/books.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { openPlace } from "../support/place.ts";
import { announce, runs } from "../support/seeds.ts";
import { chanceOf, repeated } from "../support/shuffle.ts";

let e: Engine;
let doors: Engine["batcher"][];
beforeAll(async () => {
  e = await createEngine();
  doors = [e.batcher, e.another(), e.another()];
});
afterAll(async () => await e.close());

const { seed } = runs(1);
const T0 = Date.UTC(2026, 5, 1);
const PROGRAM = definition.parse({
  key: "p",
  kind: "direct",
  name: "p",
  stages: ["signup", { key: "order", on: "purchase" }],
  qualifies_at: "order",
  destination: "https://shop.example/",
  rewards: [
    {
      key: "tenth",
      when: { stage: "order" },
      give: { cash: { percent: 10, of: "order.total" } },
      limit: { per: "advocate", count: 400 },
    },
    { key: "hello", when: { stage: "signup" }, to: "friend", give: { points: 100 } },
  ],
}) as ProgramDefinition;
const place = () =>
  openPlace(e, {
    timelines: [{ key: "p", versions: [{ from: 0, open: false, definition: PROGRAM }] }],
    users: ["a1"],
    knownAt: T0 - DAY,
  });

const wish = fc.record({
  type: fc.constantFrom("signup" as const, "purchase" as const),
  total: fc.integer({ min: 1, max: 99_999 }),
  who: fc.integer({ min: 0, max: 300 }),
  minute: fc.integer({ min: 0, max: 9_999 }),
});
type Wish = { type: "signup" | "purchase"; total: number; who: number; minute: number };
const eventOf = (w: Wish, n: number): CanonicalEvent => ({
  id: `e${n}`,
  type: w.type,
  occurred_at: new Date(T0 + w.minute * 60_000).toISOString(),
  person: { user_id: `f${w.who}` },
  referral: { code: "p-a1" },
  ...(w.type === "purchase" && { order: { id: `o${n}`, total: w.total, currency: "USD" } }),
});

test("F9: 1,000 events, each told 1 to 5 times through three batchers at once, have one effect and one answer each", async () => {
  announce("F9", { runs: 1000, seed });
  const { workspace } = await place();
  const events = fc.sample(wish, { numRuns: 1000, seed }).map(eventOf);
  const told = repeated(events, 5, seed);
  const answers = new Map<string, EventOutcome[]>();
  const chance = chanceOf(seed);
  const sent: Promise<void>[] = [];
  for (let from = 0; from < told.length; ) {
    const size = 1 + Math.floor(chance() * 12);
    const group = told.slice(from, (from += size));
    const door = doors[Math.floor(chance() * 3)]!;
    sent.push(
      door.submit(workspace, group, { importId: "test" }).then((outcomes) => {
        for (const o of outcomes) answers.set(o.client_id, [...(answers.get(o.client_id) ?? []), o]);
      }),
    );
  }
  await Promise.all(sent);
  for (const event of events) {
    const all = answers.get(event.id as string) ?? [];
    expect(all.filter((o) => o.status === "settled")).toHaveLength(1);
    expect(all.every((o) => o.status === "settled" || o.status === "duplicate")).toBe(true);
    // The same event, the same answer, word for word.
    for (const o of all) expect({ ...o, status: "" }).toEqual({ ...all[0], status: "" });
  }
  const [stored] = await e.rows<{ facts: number; ids: number }>(
    "select count(*)::int as facts, count(distinct id)::int as ids from fact where workspace_id = $1 and type <> 'identify'",
    [workspace],
  );
  expect(stored).toEqual({ facts: 1000, ids: 1000 });
  await assertBooks(e, workspace);
  // And all of them once more: nothing moves.
  const before = await e.rows("select count(*)::int as n, max(id::text) as last from transfer where workspace_id = $1", [workspace]);
  const again = await e.batcher.submit(workspace, events, { importId: "test" });
  expect(again.every((o) => o.status === "duplicate")).toBe(true);
  expect(await e.rows("select count(*)::int as n, max(id::text) as last from transfer where workspace_id = $1", [workspace])).toEqual(
    before,
  );
}, 60_000);

test("F10: 1,000 ids told again with other content are conflicts and change nothing; the same ids in another workspace are its " +
  "own", async () => {
  announce("F10", { runs: 1000, seed });
  const [mine, theirs] = [await place(), await place()];
  const pairs = fc.sample(fc.tuple(wish, wish), { numRuns: 1000, seed });
  const first = pairs.map(([w], n) => eventOf(w, n));
  const other = pairs.map(([w, v], n) =>
    eventOf({ ...v, total: v.total === w.total ? v.total + 1 : v.total, who: w.who === v.who ? v.who + 1 : v.who }, n),
  );
  const send = async (workspace: string, events: CanonicalEvent[]) => {
    const out: EventOutcome[] = [];
    for (let from = 0; from < events.length; from += 400)
      out.push(...(await e.batcher.submit(workspace, events.slice(from, from + 400), { importId: "test" })));
    return out;
  };
  expect((await send(mine.workspace, first)).every((o) => o.status === "settled")).toBe(true);
  const before = await e.rows("select t::text as line from transfer t where workspace_id = $1 order by 1", [mine.workspace]);
  const conflicts = await send(mine.workspace, other);
  for (const o of conflicts) expect(o).toMatchObject({ status: "rejected", id: null, error: { code: "event_conflict" } });
  // In one batch too: the first of its id stands, the second is refused.
  const twice = await e.batcher.submit(
    mine.workspace,
    [
      { ...first[0]!, id: "new" },
      { ...other[0]!, id: "new" },
    ],
    { importId: "test" },
  );
  expect(twice.map((o) => o.status)).toEqual(["settled", "rejected"]);
  expect(
    (await e.rows<{ line: string }>("select t::text as line from transfer t where workspace_id = $1", [mine.workspace])).map(
      (r) => r.line,
    ),
  ).toEqual(expect.arrayContaining(before.map((r) => r["line"])));
  expect((await send(theirs.workspace, other)).every((o) => o.status === "settled")).toBe(true);
  const [facts] = await e.rows<{ n: number }>("select count(*)::int as n from fact where workspace_id = $1 and client_id like 'e%'", [
    mine.workspace,
  ]);
  expect(facts!.n).toBe(1000);
  for (const { workspace } of [mine, theirs]) await assertBooks(e, workspace);
}, 60_000);
