/**
 * First fold of a batch: people. Which can be stepped from their saved state, and which must be folded again from all
 * their facts. One bad fact fails alone: it is left out and the rest is folded once more.
 */
import { canonical } from "../../core/attribution/resolve.ts";
import { type Book, type Entry, type Folding, referralKey } from "../../core/book.ts";
import { type Fact, compareKeys } from "../../core/facts.ts";
import { continues, owed, start, step } from "../../core/reducer.ts";
import { bindTo, pinnedRef } from "../../core/rules/bind-friend.ts";
import type { FoldContext, PersonState, Ref, Saved } from "../../core/state.ts";
import { companyFirstOf } from "./companies.ts";
import { foldingOf, holdPerson, savedOf } from "./hold-people.ts";

/** Groups the batch's entries by person and decides fast or full for each. Entries are in key order already. */
export function planFoldings(book: Book): void {
  for (const entry of book.entries) {
    if (entry.fact.person === null) continue;
    const person = canonical(book, entry.fact.person);
    foldingOf(book, person).entries.push(entry);
  }
  for (const m of book.merges) foldingOf(book, canonical(book, m.into)).full = true;
  for (const person of book.displaced) foldingOf(book, canonical(book, person)).full = true;
  for (const folding of book.foldings.values()) if (!folding.full && !isContinuation(book, folding)) folding.full = true;
}

function isContinuation(book: Book, folding: Folding): boolean {
  const row = book.people.get(folding.person);
  let last = savedOf(row?.stateText ?? "");
  for (const { fact } of folding.entries) {
    if (!continues(last ?? EMPTY, fact)) return false;
    if (fact.order) {
      const order = book.orders.get(fact.order.id);
      // Known before (a copy from another door, a refund that came first): the order has a story that must be folded.
      if (order === undefined || !order.isNew || order.ownerClient !== fact.client) return false;
    }
    last = { ...(last ?? EMPTY), n: (last?.n ?? 0) + 1, at: fact.at, c: fact.client };
  }
  return true;
}

const EMPTY: Saved = { n: 0, at: 0, c: "", o: 0, t: [], j: {}, p: {} };

/** Runs the steps of one folding. What is owed comes later, when uplines are known. */
export function stepPerson(book: Book, folding: Folding): void {
  const text = book.people.get(folding.person)?.stateText ?? "";
  if (folding.held) return holdPerson(book, folding, text);
  const facts = folding.full ? allFacts(book, folding) : folding.entries.map((e) => e.fact);
  const known = folding.full ? undefined : savedOf(text);
  if (known !== undefined) {
    folding.before = refsOf(known);
    folding.provisional = known.w !== undefined || known.f !== undefined;
  }
  folding.companyFirst = companyFirstOf(book, folding);
  const context = contextOf(book, folding);
  for (;;) {
    const state = start(folding.person, folding.full ? undefined : savedOf(text));
    const failed = stepAll(book, { folding, state, facts, context });
    if (failed === undefined) {
      keepPins(state, folding);
      state.f = (known?.f ?? 0) + folding.bad.size;
      folding.state = state;
      return;
    }
    folding.bad.add(failed);
  }
}

/** A pinned binding stays, also when no fact reaches a stage any more: its order may be somebody else's by now. */
function keepPins(state: PersonState, folding: Folding): void {
  for (const [program, pin] of Object.entries(folding.pins)) {
    if (state.p[program] === undefined) bindTo(state, program, pinnedRef(pin));
  }
}

type Run = { folding: Folding; state: PersonState; facts: readonly Fact[]; context: FoldContext };

/** @returns the client id of the first fact that threw. */
function stepAll(book: Book, run: Run): string | undefined {
  const { folding, state } = run;
  const mine = new Map(folding.entries.map((e) => [e.client, e]));
  for (const fact of run.facts) {
    if (folding.bad.has(fact.client)) continue;
    try {
      step(state, fact, { world: book.world, context: run.context });
    } catch (error) {
      fail(book, { fact, entry: mine.get(fact.client), error });
      return fact.client;
    }
    const entry = mine.get(fact.client);
    if (entry) entry.notes = state.notes;
  }
  return undefined;
}

/** A new fact is stored as failed; one that was stored before, and cannot be taken any more, is marked so beside its row. */
function fail(book: Book, of: { fact: Fact; entry: Entry | undefined; error: unknown }): void {
  const message = of.error instanceof Error ? of.error.message : String(of.error);
  if (of.entry) of.entry.error = message;
  if (of.entry?.isNew) return;
  book.statuses.set(of.fact.id, "failed");
}

/** Stored and new facts of the person in key order. */
function allFacts(book: Book, folding: Folding): Fact[] {
  const facts = [...folding.facts, ...folding.entries.map((e) => e.fact)];
  facts.sort((a, b) => compareKeys(a.at, a.client, b.at, b.client));
  const foreign = new Set<string>();
  for (const f of facts) {
    const owner = f.order && book.orders.get(f.order.id)?.person;
    if (f.order && owner != null && canonical(book, owner) !== folding.person) foreign.add(f.order.id);
  }
  folding.foreignOrders = foreign;
  return facts;
}

function refsOf(s: Saved | undefined): Record<string, Ref> {
  const out: Record<string, Ref> = {};
  for (const [program, ref] of Object.entries(s?.p ?? {})) out[program] = { ...ref };
  return out;
}

export function contextOf(book: Book, folding: Folding): FoldContext {
  return {
    canonical: (id) => canonical(book, id),
    upline: (program, advocate) => uplineOf(book, program, advocate),
    companyFirst: folding.companyFirst,
    foreignOrders: folding.foreignOrders,
    pins: folding.pins,
  };
}

/** The chain above an advocate, nearest first, as far as it is known; a circle ends it. */
export function uplineOf(book: Book, program: string, advocate: string): string[] {
  const chain: string[] = [];
  let now = advocate;
  while (chain.length < 5) {
    const above = book.uplines.get(referralKey(program, now));
    if (above === undefined || above === null || above === advocate || chain.includes(above)) break;
    chain.push(canonical(book, above));
    now = above;
  }
  return chain;
}

/** Publishes the referrals just folded, so that chains see them, and lists the advocates whose recruiter is unknown yet. */
export function missingUplines(book: Book): { program: string; person: string }[] {
  if (book.world.upline === 0) return [];
  const missing: { program: string; person: string }[] = [];
  for (const folding of book.foldings.values()) {
    for (const timeline of book.world.timelines) {
      book.uplines.set(referralKey(timeline.id, folding.person), recruiterOf(folding.state?.p[timeline.id]));
    }
  }
  for (const folding of book.foldings.values()) {
    for (const [program, ref] of Object.entries(folding.state?.p ?? {})) walkUp(book, { program, from: ref.a }, missing);
  }
  return missing;
}

/** Who is above somebody: nobody, when the referral was rejected. */
function recruiterOf(ref: Ref | undefined): string | null {
  return ref === undefined || ref.r !== undefined ? null : ref.a;
}

function walkUp(book: Book, chain: { program: string; from: string }, missing: { program: string; person: string }[]): void {
  let now: string | null = chain.from;
  for (let level = 0; level < book.world.upline && now !== null; level++) {
    const above: string | null | undefined = book.uplines.get(referralKey(chain.program, now));
    if (above === undefined) {
      missing.push({ program: chain.program, person: now });
      return;
    }
    now = above;
  }
}

/** Asks what the folded person is owed; facts whose worth cannot be computed fail alone. */
export function owePerson(book: Book, folding: Folding): void {
  for (;;) {
    const state = folding.state as PersonState;
    const result = owed(state, contextOf(book, folding));
    if (result.failed.length === 0) {
      folding.owed = result;
      return;
    }
    for (const f of result.failed) {
      folding.bad.add(f.fact.client);
      fail(book, { fact: f.fact, entry: folding.entries.find((e) => e.client === f.fact.client), error: f.error });
    }
    stepPerson(book, folding);
  }
}
