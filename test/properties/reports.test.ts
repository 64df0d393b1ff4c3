import { afterAll, beforeAll, expect, test } from "vitest";
import { createIds } from "../../src/adapters/ids.ts";
import { createSums } from "../../src/core/analytics/brought.ts";
import type { EventInput } from "../../src/core/event.ts";
import { uuidOf } from "../../src/core/id.ts";
import type { ProgramDefinition } from "../../src/core/program.ts";
import { createWorkspace } from "../../src/flow/create-workspace.ts";
import { bringReports } from "../../src/flow/reports/bring.ts";
import { inWorkspace } from "../../src/store/db.ts";
import { markWithdrawn } from "../../src/store/fact-withdraw.ts";
import { readRetriedSince } from "../../src/store/report-cursor.ts";
import { readBrought } from "../../src/store/report-brought.ts";
import { readSpread } from "../../src/store/report-growth.ts";
import { readWorthOf } from "../../src/store/report-worth.ts";
import { readArrivalsByType } from "../../src/store/tracking-health.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type Chance, chanceOf } from "../support/random-life.ts";
import { arrivedAgain, broughtAgain, countAgain, grownAgain } from "../support/report-oracle.ts";

/** Sequences in one workspace: each has people of its own and begins a day after the one before. */
const SIDE_BY_SIDE = 250;
const WORKSPACES = 4;
const DAYS = 3;
const DAY = 86_400_000;
const ROUNDS = 3;
/** Days of one version of the program. */
const EACH = 4;
/** Everybody who ever joined, with all the time there is. */
const ALL = { from: 0, to: 40_000 };
const WIDE = { ...ALL, window: 10_000 };

const program: ProgramDefinition = {
  key: "friends",
  kind: "direct",
  name: "Friends",
  destination: "https://shop.example/",
  terms: { en: "T" },
  disclosure: { en: "D" },
  stages: ["signup", "order"],
  qualifies_at: "order",
  rewards: [
    { key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" },
    { key: "hello", when: { stage: "signup" }, to: "friend", give: { points: 50 } },
  ],
} as unknown as ProgramDefinition;

let e: Engine;
beforeAll(async () => {
  e = await createEngine();
});
afterAll(() => e.close());

type Sent = { round: number; event: EventInput };

/** What two friends did in three days: some of it told late, twice, by another door for another person, or corrected afterwards. */
const now = Date.now() - DAY;
function sequence(c: Chance, of: { nth: number; begin: number; codes: readonly string[] }): Sent[] {
  const friends = [`f${of.nth}a`, `f${of.nth}b`];
  const countries = ["DE", "AT", undefined];
  const sent: Sent[] = [];
  const orders: { id: string; total: number }[] = [];
  // Some come back one to three months later, into another step of their cohort.
  const at = (): string =>
    new Date(Math.min(of.begin + c.below(DAYS * DAY) + (c.next() < 0.1 ? c.below(90) * DAY : 0), now)).toISOString();
  for (let i = 0; i < 3 + c.below(6); i++) {
    const country = c.pick(countries);
    const person = { user_id: c.pick(friends), ...(country === undefined || c.next() < 0.6 ? {} : { attributes: { country } }) };
    const referral = c.next() < 0.7 ? { code: c.pick(of.codes) } : undefined;
    const base = { id: `e${of.nth}-${i}`, occurred_at: at(), person, ...(referral === undefined ? {} : { referral }) };
    const order = orders.length > 0 ? c.pick(orders) : undefined;
    const r = c.next();
    const add = (event: object): unknown => sent.push({ round: c.below(ROUNDS), event: event as EventInput });
    if (r < 0.2) add({ ...base, type: c.pick(["signup", "lead"]) });
    else if (r < 0.65 || order === undefined) {
      const made = { id: r < 0.25 && order !== undefined ? order.id : `o${of.nth}-${i}`, total: 100 * c.below(40) };
      orders.push(made);
      add({ ...base, type: c.pick(["purchase", "purchase", "payment"]), order: { ...made, currency: c.next() < 0.85 ? "USD" : "EUR" } });
    } else {
      const part = c.next() < 0.5 ? { total: c.below(order.total + 1) } : {};
      const { person: _nobody, referral: _none, ...bare } = base as typeof base & { referral?: unknown };
      add({ ...bare, type: c.pick(["refund", "refund", "chargeback"]), order: { id: order.id, currency: "USD", ...part } });
    }
  }
  // Some of it is told again, word for word.
  const again = sent.filter(() => c.next() < 0.15).map((each) => ({ ...each, round: c.below(ROUNDS) }));
  return [...sent, ...again];
}

test("reports equal what is counted from raw facts, under 1,000 random sequences with late, repeated and corrected facts", async () => {
  const pool = e.database.pool();
  let corrected = 0;
  for (let w = 0; w < WORKSPACES; w++) {
    const { workspaceId } = await createWorkspace({ pool, ids: createIds() }, { slug: `reports-${w}` });
    const begin = Math.floor(Date.now() / DAY) * DAY - (SIDE_BY_SIDE + DAYS) * DAY;
    const programId = await e.publish(program, { workspace: workspaceId, from: begin - DAY });
    // The same offer again: what is told late moves bindings from one version to another, and no reward says so.
    for (let day = EACH; day < SIDE_BY_SIDE; day += EACH) await e.publish(program, { workspace: workspaceId, from: begin + day * DAY });
    const codes: string[] = [];
    for (const user_id of ["a1", "a2"]) codes.push((await e.join("friends", { user_id }, workspaceId)).code);
    // They take part since before all of it.
    await e.rows("update advocate set joined_at = $2 where workspace_id = $1", [workspaceId, begin - DAY]);
    await bringAll(workspaceId);
    const c = chanceOf(7_000 + w);
    const all = Array.from({ length: SIDE_BY_SIDE }, (_, nth) => sequence(c, { nth, begin: begin + nth * DAY, codes })).flat();
    for (let round = 0; round < ROUNDS; round++) {
      const events = all.filter((each) => each.round === round).map((each) => each.event);
      for (let from = 0; from < events.length; from += 400) await e.send(events.slice(from, from + 400), workspaceId);
      await bringAll(workspaceId);
      if (round < ROUNDS - 1 && w > 0) continue;
      const kept = await e.rows<{ text: string; value: string }>(
        `select concat_ws(' ', metric, dim, day, key, unit) as text, value from report_day
          where workspace_id = $1 and value <> 0 order by 1`,
        [workspaceId],
      );
      const raw = await countAgain(e, workspaceId);
      expect(new Map(kept.map((each) => [each.text, Number(each.value)]))).toEqual(raw);
      expect(kept.filter(({ text }) => /^retained after \d+ [1-9]/.test(text)).length).toBeGreaterThan(round);
      const health = await inWorkspace(pool, workspaceId, (db) => readArrivalsByType(workspaceId, db, Date.now()));
      expect(new Map(health.map(({ type, day, late }) => [type, { day, late }]))).toEqual(await arrivedAgain(e, workspaceId));
      const grown = await inWorkspace(pool, workspaceId, (db) => readSpread(workspaceId, db, { programId, zone: "UTC", ...WIDE }));
      const { advocates, friends, counts, inviters } = grown;
      expect({ advocates, friends, counts, inviters }).toEqual(await grownAgain(e, workspaceId));
      expect(friends).toBeGreaterThan(20);
      const brought = createSums();
      const asked = { programs: [programId], ...ALL, each: brought.add };
      await inWorkspace(pool, workspaceId, (db) => readBrought(workspaceId, db, asked));
      const { top, counts: spread } = brought.sum(100);
      const advocatesOf = { programs: [programId], ...ALL, advocates: top.map(({ advocate }) => advocate) };
      const worth = await inWorkspace(pool, workspaceId, (db) => readWorthOf(workspaceId, db, advocatesOf));
      const worthBy = (id: string) => worth.filter(({ advocate }) => advocate === id).map(({ unit, revenue }) => [unit, revenue]);
      const told = top.map((row) => ({ ...row, worth: worthBy(row.advocate).toSorted() }));
      expect({ top: told, counts: spread }).toEqual(await broughtAgain(e, workspaceId));
    }
    const marked = await e.rows<{ n: string }>(
      "select count(*) as n from report_day where workspace_id = $1 and revised_at is not null and dim = '' and was <> value",
      [workspaceId],
    );
    corrected += Number(marked[0]!.n);
  }
  // Everything was told of days that were over, so that all of it says what it was before.
  expect(corrected).toBeGreaterThan(1_000);
});

async function bringAll(workspaceId: string): Promise<void> {
  while ((await bringReports({ pool: e.database.pool() }, workspaceId, { forMs: 60_000 })).more);
}

test("a binding that moves to another version takes its rewards along, which are told of by nobody", async () => {
  const { workspaceId } = await createWorkspace({ pool: e.database.pool(), ids: createIds() }, { slug: "reports-moved" });
  const begin = Math.floor(now / DAY) * DAY - 30 * DAY;
  const at = (day: number): string => new Date(begin + day * DAY + 1).toISOString();
  await e.publish(program, { workspace: workspaceId, from: begin });
  await e.publish(program, { workspace: workspaceId, from: begin + 10 * DAY });
  const { code } = await e.join("friends", { user_id: "a1" }, workspaceId);
  await e.rows("update advocate set joined_at = $2 where workspace_id = $1", [workspaceId, begin - DAY]);
  const person = { user_id: "moved" };
  const order = { id: "moved-1", total: 5_000, currency: "USD" };
  const versions = async (): Promise<string[]> => {
    await bringAll(workspaceId);
    const kept = await e.rows<{ day: number; key: string }>(
      `select day, key from report_day where workspace_id = $1 and metric = 'rewards_granted' and dim = 'variant' and unit = 'USD'
          and value <> 0`,
      [workspaceId],
    );
    return kept.map((row) => `${row.day - begin / DAY} ${row.key}`);
  };
  await e.send({ type: "signup", id: "m1", occurred_at: at(5), person, referral: { code } }, workspaceId);
  await e.send({ type: "purchase", id: "m2", occurred_at: at(14), person, order }, workspaceId);
  expect(await versions()).toEqual(["14 1"]);
  // However it came to be moved: she is read again with the next that is heard of her.
  await e.rows("update referral set version = 2 where workspace_id = $1", [workspaceId]);
  await e.send({ type: "share", id: "m3", occurred_at: at(15), person }, workspaceId);
  expect(await versions()).toEqual(["14 2"]);
});

test("whose facts changed their status is read in pages by when it was, and nobody is left out", async () => {
  const people = Array.from({ length: 13 }, (_, n) => ({ type: "signup" as const, person: { user_id: `late-${n}` } }));
  const ids = (await e.send(people)).map((each) => uuidOf("evt", each.id!)!);
  // In no order, four of one instant in the middle, and more of another one than a page holds.
  const at = [9, 3, 3, 7, 3, 3, 1, 8, 5, 5, 5, 5, 5];
  await inWorkspace(e.database.pool(), e.workspace, async (db) => {
    for (const [i, id] of ids.entries()) await markWithdrawn(e.workspace, db, { id, at: at[i]! });
    const seen: string[] = [];
    let since = 0;
    for (let more = true; more;) {
      const page = await readRetriedSince(e.workspace, db, { since, limit: 4 });
      expect(page.upTo).toBeGreaterThan(since);
      seen.push(...page.people);
      [since, more] = [page.upTo, page.more];
    }
    const { rows } = await db.query<{ id: string }>("select person_id as id from fact where workspace_id = $1 and id = any($2::uuid[])", [
      e.workspace,
      ids,
    ]);
    expect(seen.sort()).toEqual(rows.map((row) => row.id).sort());
    expect(since).toBe(9);
    expect(await readRetriedSince(e.workspace, db, { since, limit: 4 })).toEqual({ people: [], upTo: 9, more: false });
  });
});
