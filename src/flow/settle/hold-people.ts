/**
 * People with too much history for a batch. Everybody else of the workspace waits while a batch runs, so who has more stored
 * facts than the limit, and needs all of them folded again, is left to a resettle job: her events are stored and answered as
 * provisional, her state stays as it is, and the job brings the books to where they should be.
 */
import type { Book, Folding } from "../../core/book.ts";
import { start } from "../../core/reducer.ts";
import { versionAt } from "../../core/rules/in-force.ts";
import type { Saved } from "../../core/state.ts";

/** Stored facts of one person that a batch folds again at most. Loading them takes about 10 us each, folding 0.2. */
export const FOLD_LIMIT = 1000;

/** The saved half of a state; undefined for somebody of whom no fact was folded. */
export function savedOf(text: string): Saved | undefined {
  return text === "" ? undefined : (JSON.parse(text) as Saved);
}

/** The folding of a person, made when first asked for. */
export function foldingOf(book: Book, person: string): Folding {
  let folding = book.foldings.get(person);
  if (folding === undefined) {
    folding = {
      person,
      full: false,
      again: false,
      held: false,
      facts: [],
      entries: [],
      before: {},
      pins: {},
      provisional: false,
      lost: [],
      bad: new Set(),
      parked: new Map(),
    };
    book.foldings.set(person, folding);
  }
  return folding;
}

/** Holds those of these full foldings that are too large. The saved state counts the facts, so nothing is read for it. */
export function holdLarge(book: Book, foldings: readonly Folding[]): void {
  for (const folding of foldings) {
    if (!folding.full) continue;
    const row = book.people.get(folding.person);
    let facts = folding.entries.length + countOf(row?.stateText);
    for (const id of row?.absorbed ?? []) facts += countOf(book.people.get(id)?.stateText);
    if (facts <= book.foldLimit) continue;
    folding.full = false;
    folding.held = true;
    folding.provisional = true;
    book.requests.add(folding.person);
  }
}

function countOf(text: string | undefined): number {
  return savedOf(text ?? "")?.n ?? 0;
}

/** The state as it was, marked: until the job has run, the person's decisions are provisional. */
export function holdPerson(book: Book, folding: Folding, text: string): void {
  const state = start(folding.person, savedOf(text));
  state.w = 1;
  folding.before = { ...state.p };
  folding.state = state;
  for (const entry of folding.entries) {
    entry.notes = [];
    for (const timeline of book.world.timelines) {
      const program = versionAt(timeline, entry.fact.at);
      const ref = state.p[timeline.id];
      if (program === undefined || (ref === undefined && !program.stagesByType.has(entry.fact.type))) continue;
      entry.notes.push({ program, reason: "settling", ref, stage: -1, bound: false });
    }
  }
}

/** People that one change may bring into a batch: a merged advocate's friends. More of them are folded by the resettle job. */
const FRIENDS_LIMIT = 256;

/**
 * Plans a full fold of these people, or leaves them to the job when they are many. Who is in the batch already is folded from
 * the start now, with her new facts.
 */
export function foldFriends(book: Book, people: readonly string[]): void {
  for (const person of new Set(people)) {
    const known = book.foldings.get(person);
    if (known === undefined && people.length > FRIENDS_LIMIT) book.requests.add(person);
    else if (known?.held !== true) Object.assign(known ?? foldingOf(book, person), { full: true, again: true });
  }
}
