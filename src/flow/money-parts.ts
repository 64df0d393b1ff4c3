/** What money operations are built from, and the one way in which an operator's change settles. */
import type { Book } from "../core/book.ts";
import type { Client, Pool } from "../store/db.ts";
import { pour } from "../store/round.ts";
import type { BatchHead } from "../store/settle-load.ts";
import type { Batcher } from "./batcher.ts";
import type { Worlds } from "./load-world.ts";
import type { Hashes, Ids, Log } from "./ports.ts";
import { openBook, settleBook } from "./settle-events.ts";
import { type Claims, noClaims } from "./settle/claim-rewards.ts";

export type MoneyParts = {
  pool: Pool;
  ids: Ids;
  hashes: Hashes;
  worlds: Worlds;
  log: Log;
  /** Says of a mail domain whether it is a throw-away one. Nothing is held against mail without it. */
  isDisposableEmail?: (domain: string) => boolean;
};
export type SweepParts = MoneyParts & { batcher: Batcher };

export type Behind = { db: Client; head: BatchHead; workspaceId: string };

/**
 * Settles what an operator changed by the same steps as a batch of facts: standings are ranked again, budgets are asked, the ledger moves
 * by owed - posted, derived rewards and the outbox follow. `seed` puts rewards and what they should come to into the claims.
 */
export async function settleChange(
  parts: MoneyParts,
  behind: Behind,
  seed: (book: Book, claims: Claims) => Promise<void> | void,
): Promise<Book> {
  const { db, head, workspaceId } = behind;
  const book = await openBook(parts, { client: db, workspace: workspaceId, head, size: 0, inImport: false });
  const claims = noClaims();
  await seed(book, claims);
  await settleAndSave(db, book, claims);
  return book;
}

/** Settles a book inside a change's own transaction, which holds the writer lock, and writes what it comes to. */
export async function settleAndSave(db: Client, book: Book, claims = noClaims()): Promise<void> {
  await Promise.all(pour(db, await settleBook(db, book, claims)));
}
