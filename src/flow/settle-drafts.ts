/** Facts of the engine's own inside a change that somebody makes: the whole settle path, in the change's own transaction. */
import type { Book } from "../core/book.ts";
import type { Draft } from "../core/ingest/normalise.ts";
import { type Behind, type MoneyParts, settleAndSave } from "./money-parts.ts";
import { admitDrafts, openBook } from "./settle-events.ts";
import { readFirst } from "./settle/load-batch.ts";

/**
 * Settles drafts behind the writer lock that the change holds already: the fact, its rewards and what the change writes itself are
 * there together or not at all. People are folded here whatever their number of facts. @returns the book: outcomes, referrals, people.
 */
export async function settleDrafts(parts: MoneyParts, behind: Behind, drafts: Draft[]): Promise<Book> {
  const { db, head, workspaceId } = behind;
  const book = await openBook(parts, { client: db, workspace: workspaceId, head, size: drafts.length, inImport: false });
  book.foldLimit = Number.MAX_SAFE_INTEGER;
  await admitDrafts(db, book, { drafts, reads: readFirst(db, workspaceId, drafts) });
  await settleAndSave(db, book);
  return book;
}
