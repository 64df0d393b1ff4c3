/** Looks up advocates whom an event names without a link: by her name as the friend says it, or because she invited the friend. */
import { canonical } from "../../core/attribution/resolve.ts";
import type { Book } from "../../core/book.ts";
import type { Named } from "../../core/facts.ts";
import type { Draft } from "../../core/ingest/normalise.ts";
import type { Client } from "../../store/db.ts";
import { type NamedRecord, loadInvited, loadNamed } from "../../store/settle-load-named.ts";

/** Lays them in the book. Nothing is asked where nobody is named and no address could have been invited. */
export async function readNamed(client: Client, book: Book, drafts: readonly Draft[]): Promise<void> {
  const names = new Set(drafts.map((draft) => draft.claimedName).filter((name) => name !== undefined));
  const addresses = new Set(drafts.flatMap((draft) => draft.addresses ?? []));
  const programs = addresses.size === 0 ? [] : acceptInvitations(book);
  const [named, invited] = await Promise.all([
    names.size === 0 ? [] : loadNamed(client, book.workspace, [...names]),
    programs.length === 0 ? [] : loadInvited(client, book.workspace, { programs, addresses: [...addresses] }),
  ]);
  for (const row of named) lay(book, "name", row);
  for (const row of invited) lay(book, "invite", row);
}

/** Programs of which some version takes an invitation for evidence. */
function acceptInvitations(book: Book): string[] {
  return book.world.timelines.filter((each) => each.versions.some((v) => v.compiled.accepts.has("invite"))).map((each) => each.id);
}

function lay(book: Book, kind: "name" | "invite", row: NamedRecord): void {
  if (row.merged_into !== null) book.canonicalOf.set(row.person_id, row.merged_into);
  const found: Named = { kind, program: row.program_id, advocate: canonical(book, row.person_id), at: row.at };
  const key = `${kind}:${row.key}`;
  const list = book.named.get(key);
  if (list === undefined) book.named.set(key, [found]);
  else if (!list.some((each) => each.program === found.program && each.advocate === found.advocate)) list.push(found);
}
