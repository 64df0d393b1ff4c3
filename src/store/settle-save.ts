/**
 * What a batch writes: one statement a table, whatever its size, all sent in one pipeline and followed at once by the
 * commit. A row that a unique index refuses, or a count that is not what was decided, aborts the whole batch.
 * Columns go out as arrays (store/arrays.ts); measured: 10 messages in 2 round trips settle 3,000 to 4,500 single
 * events a second, 14 separate statements 1,450.
 */
import type { Book, ReferralRow } from "../core/book.ts";
import { companies } from "./companies.ts";
import * as known from "./settle-save-facts.ts";
import * as owed from "./settle-save-rewards.ts";
import * as later from "./settle-save-status.ts";
import type { Statement } from "./settle-statement.ts";

export type { Statement } from "./settle-statement.ts";

/**
 * All statements of the batch, in an order that is the same for every batch. Each is made when it is asked for, so that the database has
 * the first while the next is made: nothing of the book may change meanwhile.
 */
export function* saveStatements(
  book: Book,
  extra: { states: Map<string, string>; outbox: () => string | null; stageName: (row: ReferralRow) => string },
): Iterable<Statement> {
  for (const make of TABLES) {
    const made = make(book, extra);
    if (made === undefined) continue;
    for (const s of Array.isArray(made) ? made : [made]) yield { ...s, values: [book.workspace, ...s.values] };
  }
}

type Extra = Parameters<typeof saveStatements>[1];

/** In one order for every batch. The first two of a batch go ahead of the others (round.ts). */
const TABLES: readonly ((book: Book, extra: Extra) => Statement | Statement[] | undefined)[] = [
  (book) => companies(book),
  (book, { states }) => known.people(book, states),
  (book) => known.identities(book),
  (book) => known.facts(book),
  (book) => known.privatePeople(book),
  (book) => known.privateEvents(book),
  (book) => known.orders(book),
  (book, { stageName }) => owed.referrals(book, stageName),
  (book) => owed.standings(book),
  (book) => owed.rewards([...book.dirtyRewards], book.loaded),
  (book) => owed.restored(book),
  (book) => owed.accounts(book),
  (book) => owed.transfers(book),
  (book) => owed.budgets(book),
  (book) => owed.delays(book),
  (book) => owed.freezes(book),
  (book) => owed.suggestions(book),
  (book) => owed.revisions(book),
  (book) => later.statuses(book),
  (book) => later.requests(book),
  (book, { outbox }) => outboxRow(book, outbox()),
];

function outboxRow(book: Book, payload: string | null): Statement | undefined {
  if (payload === null) return undefined;
  const text = "insert into outbox (workspace_id, at, payload) values ($1, $2, $3)";
  return { name: "save_outbox", text, values: [book.instant, payload] };
}
