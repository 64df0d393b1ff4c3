/**
 * I5, P2: what the books hold is a function of the set of facts. The same random histories of several people, under random
 * programs, are told to two workspaces: one hears them one by one in the order they happened, the other mixed, in groups, each
 * event one to three times, over three batchers at once. Both come to the same rewards, balances, referrals and orders.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft } from "../../src/core/ingest/normalise.ts";
import { compareKeys } from "../../src/core/facts.ts";
import { assertBooks } from "../support/books.ts";
import { canonicalOf } from "../support/canonical-hash.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { ADVOCATES, PEOPLE, openArena, sendDrafts } from "../support/histories.ts";
import { type Move, movesArb } from "../support/random-moves.ts";
import { type RandomTimeline, timelinesArb } from "../support/random-programs.ts";
import { announce, runs } from "../support/seeds.ts";
import { chanceOf, repeated } from "../support/shuffle.ts";

const ARENAS = 40;
const HISTORIES = 25;
const CAST = { people: PEOPLE, advocates: ADVOCATES, programs: ["p0", "p0", "p0", "p1"], orders: 16 };

let e: Engine;
beforeAll(async () => {
  e = await createEngine();
});
afterAll(async () => await e.close());

/** One list of moves as the door would take them in life: an order has one currency, unless it is never refunded. */
function plausible(moves: readonly Move[]): Move[] {
  return moves.map((move) => {
    const id = move.order?.id;
    if (move.order === undefined || id === undefined) return move;
    const n = Number(id.slice(1));
    if (n <= 2)
      return move.type === "purchase" || move.type === "payment"
        ? move
        : { ...move, order: { ...move.order, id: `o${n + 2}`, currency: "USD" } };
    return { ...move, order: { ...move.order, currency: n % 5 === 0 ? "EUR" : "USD" } };
  });
}

type Told = { workspace: string; outcomes: Record<string, number> };

async function tell(
  timelines: readonly RandomTimeline[],
  histories: readonly Move[][],
  how: (drafts: Draft[][]) => Draft[][],
): Promise<Told> {
  const arena = await openArena(e, { timelines, histories: histories.length });
  const drafts = histories.map((moves, h) => moves.map((move) => arena.toDraft(h, move)).filter((d) => d !== undefined));
  const outcomes: Record<string, number> = {};
  for (const o of await sendDrafts(doors(), arena.workspace, how(drafts))) outcomes[o.status] = (outcomes[o.status] ?? 0) + 1;
  return { workspace: arena.workspace, outcomes };
}

let three: Engine["batcher"][] | undefined;
const doors = () => (three ??= [e.batcher, e.another(), e.another()]);

/** The i-th event of every history in one group: histories do not touch each other, so each hears its own one by one. */
function inOrder(drafts: Draft[][]): Draft[][] {
  const sorted = drafts.map((d) => [...d].sort((a, b) => compareKeys(a.at!, a.client, b.at!, b.client)));
  const longest = Math.max(...sorted.map((d) => d.length));
  // One door: with three the next wave would overtake.
  return Array.from({ length: longest }, (_, i) => [sorted.flatMap((d) => d[i] ?? []), [], []]).flat();
}

function mixed(seed: number): (drafts: Draft[][]) => Draft[][] {
  return (drafts) => {
    const all = repeated(drafts.flat(), 3, seed);
    const chance = chanceOf(seed + 7);
    const groups: Draft[][] = [];
    for (let from = 0; from < all.length; ) {
      const size = 1 + Math.floor(chance() ** 2 * 80);
      groups.push(all.slice(from, from + size));
      from += size;
    }
    return groups;
  };
}

test(`${ARENAS * HISTORIES} histories: in order one by one, or mixed with repeats over three batchers, the same books`, async () => {
  const { seed } = runs(1);
  announce("P2-books", { runs: ARENAS * HISTORIES, seed });
  const programs = fc.sample(timelinesArb({ programs: 2, chains: true, generous: true }), { numRuns: ARENAS, seed });
  const histories = fc.sample(movesArb(CAST, { min: 6, max: 24 }), { numRuns: ARENAS * HISTORIES, seed }).map(plausible);
  const tally = { rewards: 0, owing: 0, referrals: 0, events: 0, duplicates: 0 };
  for (const [arena, timelines] of programs.entries()) {
    const mine = histories.slice(arena * HISTORIES, (arena + 1) * HISTORIES);
    const ordered = await tell(timelines, mine, inOrder);
    const other = await tell(timelines, mine, mixed(seed + arena));
    const expected = await canonicalOf(e.rows, ordered.workspace);
    expect(await canonicalOf(e.rows, other.workspace), `arena ${arena}, VITEST_SEED=${seed}`).toEqual(expected);
    await assertBooks(e, ordered.workspace);
    await assertBooks(e, other.workspace);
    tally.rewards += expected.rewards.length;
    tally.owing += expected.balances.length;
    tally.referrals += expected.referrals.length;
    tally.events += ordered.outcomes["settled"] ?? 0;
    tally.duplicates += other.outcomes["duplicate"] ?? 0;
  }
  console.log(`P2-books tally ${JSON.stringify(tally)}`);
  expect(tally.rewards).toBeGreaterThan(300);
}, 300_000);
