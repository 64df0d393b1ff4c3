/** Whether a visitor who is only known by her browser has left an address before: asked where a browser says who she is. */
import { canonical } from "../../core/attribution/resolve.ts";
import type { Book } from "../../core/book.ts";
import type { Draft } from "../../core/ingest/normalise.ts";
import type { Client } from "../../store/db.ts";
import { loadReachable } from "../../store/settle-load.ts";

/** Marks them in the book. Nothing is asked for what servers say, nor for a browser's plain visit. */
export async function readReachable(client: Client, book: Book, drafts: readonly Draft[]): Promise<void> {
  const said = drafts.filter((draft) => draft.unverified === true && draft.identities.length > 1);
  const held = said.flatMap((draft) => draft.identities).map((i) => book.identities.get(`${i.kind}:${i.value}`));
  const people = [...new Set(held.filter((id) => id !== undefined).map((id) => canonical(book, id)))];
  if (people.length === 0) return;
  for (const { id } of await loadReachable(client, book.workspace, people)) {
    const person = book.people.get(id);
    if (person !== undefined) person.reachable = true;
  }
}
