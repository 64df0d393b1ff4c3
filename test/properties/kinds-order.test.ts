/**
 * For every kind: the facts of its scenario, in 200 random orders (60 unless CI=true) and with repeats, end in the same books. Each
 * order is lived by people of its own in one workspace, and all of them together, so that a batch holds pieces of many lives.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CanonicalEvent } from "../../src/core/event.ts";
import { type Draft, normalise } from "../../src/core/ingest/normalise.ts";
import { formatInstant } from "../../src/core/time.ts";
import { putCompany } from "../../src/flow/operate.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { BEGIN, KIND_FACTS, type KindFacts, type Telling, instantOf, programOf } from "../support/kind-facts.ts";
import { partsOf, verify } from "../support/people.ts";
import { chanceOf } from "../support/random-life.ts";
import { announced, inFull } from "../support/seeds.ts";

const ORDERS = inFull ? 200 : 60;
const DAY = 86_400_000;

let e: Engine;
beforeAll(async () => {
  e = await createEngine();
});
afterAll(() => e.close());

/** `ids`: advocates and companies by their names in the tellings. */
type Universe = { name: string; codes: Map<string, string>; ids: Map<string, string> };

/** The telling as a draft of this universe. Orders and clients are its own; instants are everybody's. */
function draftOf(telling: Telling, of: { universe: Universe; programId: string }): Draft {
  const { universe } = of;
  const { day: _day, by, claim, between, person, order, ...rest } = telling;
  const own = (name: string) => `${universe.name}-${name}`;
  const event = {
    ...rest,
    id: own(telling.id),
    occurred_at: formatInstant(instantOf(telling)),
    ...(person === undefined ? {} : { person: { user_id: own(person.user_id as string) } }),
    ...(order === undefined ? {} : { order: { ...order, id: own(order.id as string) } }),
    ...(by === undefined ? {} : { referral: { code: universe.codes.get(by) } }),
  } as CanonicalEvent;
  const draft = normalise(event, { index: 0, client: own(telling.id), keyed: () => own(telling.id) });
  if (Array.isArray(draft)) throw new Error(JSON.stringify(draft));
  if (between !== undefined) {
    const [giver, taker] = [universe.ids.get(between.giver), universe.ids.get(between.taker)] as [string, string];
    return { ...draft, between: { giver, taker } };
  }
  if (claim === undefined) return draft;
  const team = claim.map((c) => ({ person: universe.ids.get(c.by) as string, share: c.share }));
  return { ...draft, claim: { program: of.programId, advocate: team[0]!.person, ...(team.length > 1 ? { team } : {}) } };
}

/** What a universe came to: its rewards and referrals under names that all universes share. */
async function booksOf(programId: string): Promise<Map<string, string[]>> {
  // Names are put in here and not by the query: it would look for each of them among everybody, for want of an index without the workspace.
  const names = new Map<string, string>();
  for (const row of await e.rows<{ id: string; value: string }>(
    "select person_id as id, value from person_identity where kind = 1 union all select id, external_id from company",
  ))
    names.set(row.id, row.value);
  const rows = await e.rows<{ who: string; whose: string | null; line: string }>(
    `select r.recipient_id as who, r.friend_id as whose, concat_ws(' ', 'reward', r.rule, r.basis, r.unit, r.nominal, r.owed,
            r.state, r.reason, r.at, r.counts, r.period) as line from reward r where r.program_id = $1 and not (r.owed = 0 and
              (r.reason = 'superseded' or r.parent_id is not null))
     union all
     select f.friend_id, f.advocate_id, concat_ws(' ', 'referral', f.stage, f.status, f.bound_at, f.qualified_at)
       from referral f where f.program_id = $1 and f.status <> 'superseded'`,
    [programId],
  );
  const books = new Map<string, string[]>();
  for (const row of rows) {
    const who = names.get(row.who) ?? "-";
    const universe = who.slice(0, who.indexOf("-"));
    const whose = row.whose === null ? "-" : (names.get(row.whose) ?? "-");
    const line = `${whose} ${row.line}`.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => names.get(id) ?? id).replaceAll(`${universe}-`, "");
    const list = books.get(universe) ?? [];
    list.push(`${who.slice(universe.length + 1)}: ${line}`);
    books.set(universe, list);
  }
  for (const list of books.values()) list.sort();
  return books;
}

/** In order for the first universe; shuffled, some twice, cut into one to six pieces for the others. */
function piecesOf(facts: readonly Telling[], seed: number | null): Telling[][] {
  if (seed === null) return facts.toSorted((a, b) => a.day - b.day).map((f) => [f]);
  const chance = chanceOf(seed);
  const told = facts.flatMap((f) => (chance.next() < 0.3 ? [f, f] : [f]));
  for (let i = told.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [told[i], told[j]] = [told[j] as Telling, told[i] as Telling];
  }
  const pieces: Telling[][] = Array.from({ length: 1 + chance.below(6) }, () => []);
  told.forEach((f, i) => pieces[Math.floor((i * pieces.length) / told.length)]!.push(f));
  return pieces;
}

/** The advocates and companies of a universe. */
async function settleIn(kind: KindFacts, universe: Universe, parts: ReturnType<typeof partsOf>): Promise<void> {
  for (const advocate of kind.advocates) {
    const joined = await e.join(kind.key, { user_id: `${universe.name}-${advocate}` });
    universe.codes.set(advocate, joined.code);
    universe.ids.set(advocate, joined.personId);
  }
  for (const company of kind.companies ?? []) {
    const externalId = `${universe.name}-${company}`;
    universe.ids.set(company, await putCompany(parts, e.by, { externalId, name: company, domain: null }));
  }
}

async function live(kind: KindFacts, seed: number): Promise<Map<string, string[]>> {
  const programId = await e.publish(programOf(kind), { from: BEGIN - DAY });
  const parts = partsOf(e);
  const universes: Universe[] = [];
  for (let n = 0; n <= ORDERS; n++) {
    const universe: Universe = { name: `${kind.key.replaceAll("_", "")}${n}`, codes: new Map(), ids: new Map() };
    universes.push(universe);
  }
  // Thirty at a time: one after the other they would wait for the database and not for each other, and a batch takes many.
  const unsettled = [...universes];
  const settle = async (): Promise<void> => {
    for (let universe = unsettled.shift(); universe !== undefined; universe = unsettled.shift()) await settleIn(kind, universe, parts);
  };
  await Promise.all(Array.from({ length: 30 }, settle));
  const pieces = universes.map((universe, n) =>
    piecesOf(kind.facts, n === 0 ? null : seed + n).map((piece) => piece.map((f) => draftOf(f, { universe, programId }))),
  );
  const rounds = Math.max(...pieces.map((p) => p.length));
  for (let round = 0; round < rounds; round++) {
    const drafts = pieces.flatMap((p) => p[round] ?? []).map((draft, index) => ({ ...draft, index }));
    const outcomes = await e.batcher.submitDrafts(e.workspace, drafts, { importId: "order" });
    for (const o of outcomes) if (o.status === "rejected" || o.status === "failed") throw new Error(JSON.stringify(o));
  }
  return booksOf(programId);
}

describe("the same facts in any order, once or twice, end in the same books", () => {
  test.each(KIND_FACTS.map((kind) => [kind.key, kind] as const))(`%s: ${ORDERS} orders`, { timeout: 120_000 }, async (key, kind) => {
    const { seed } = announced(`order-${key}`, ORDERS);
    const books = await live(kind, seed);
    expect(books.size).toBe(ORDERS + 1);
    const [first, ...others] = [...books.keys()].map((name) => books.get(name));
    const expected = books.get(`${key.replaceAll("_", "")}0`);
    expect(expected?.length).toBeGreaterThan(0);
    for (const other of [first, ...others]) expect(other).toEqual(expected);
  });

  test("and the ledger is whole after all of them", async () => {
    expect((await verify(e)).broken).toEqual([]);
  });
});
