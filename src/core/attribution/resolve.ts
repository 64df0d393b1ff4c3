/**
 * Who an event is about. Identities are looked up strongest first (user id, e-mail, phone, anonymous id). A person
 * without a user id is joined to one who has it; two people with different user ids never are (a shared tablet, a family
 * mailbox): that becomes a suggestion to the operator.
 */
import type { Book, PersonRow } from "../book.ts";
import { derivedUuid, parseId } from "../id.ts";
import type { Draft, Identity } from "../ingest/normalise.ts";

const identityKey = (i: Identity) => `${i.kind}:${i.value}`;

/** Follows merges to the person that stands for `id` now. */
export function canonical(book: Book, id: string): string {
  let now = id;
  for (let next = book.canonicalOf.get(now); next !== undefined && next !== now; next = book.canonicalOf.get(now)) now = next;
  return now;
}

/** The person of a draft, created if unknown; joins and suggestions are left in the book. Null: nobody is named. */
export function resolvePerson(book: Book, draft: Draft): PersonRow | null | "unknown_person" {
  if (draft.personId !== undefined) {
    const uuid = parseId(draft.personId)?.uuid;
    const named = uuid === undefined ? undefined : book.people.get(canonical(book, uuid));
    if (named === undefined || named.erased) return "unknown_person";
    if (!draft.unverified) claim(book, named, draft.identities);
    return named;
  }
  if (draft.identities.length === 0) return null;
  const found = draft.identities.map((i) => ownerOf(book, i));
  const chosen = choose(draft, found) ?? create(book, draft);
  // A browser's word joins nobody and gives no known person another address: whoever reads the page has its key. Only the visitor whose
  // own browser it is, known by nothing but its anonymous id, may say who she is.
  const byBrowser = draft.identities.every((identity, i) => identity.kind === 4 || found[i] !== chosen);
  const known = draft.unverified === true && !chosen.isNew && (chosen.hasUserId || !byBrowser);
  if (draft.identities[0]?.kind === 1 && !chosen.hasUserId && !known) {
    chosen.hasUserId = true;
    chosen.dirty = true;
  }
  found.forEach((other, i) => {
    if (known && draft.identities[i]?.kind !== 4) return;
    if (other === undefined || other === chosen || canonical(book, other.id) === chosen.id) return;
    // A visitor who left an address is somebody: on a browser's word her address would open the other person's portal.
    if (draft.unverified && other.reachable) return;
    if (!other.hasUserId) join(book, other, chosen);
    else if (draft.identities[i]?.kind !== 4)
      book.suggestions.push({ a: chosen.id, b: other.id, reason: `same_${draft.identities[i]?.kind === 2 ? "email" : "phone"}` });
  });
  claim(book, chosen, known ? draft.identities.filter((i) => i.kind === 4) : draft.identities);
  return chosen;
}

function ownerOf(book: Book, identity: Identity): PersonRow | undefined {
  const id = book.identities.get(identityKey(identity));
  return id === undefined ? undefined : book.people.get(canonical(book, id));
}

/**
 * The known person this event speaks about. A known user id decides. A new user id may take over a person who has none;
 * without a user id the strongest known identity decides.
 */
function choose(draft: Draft, found: readonly (PersonRow | undefined)[]): PersonRow | undefined {
  const withUser = draft.identities[0]?.kind === 1;
  if (withUser && found[0] !== undefined) return found[0];
  return found.find(
    (person, i) => person !== undefined && !(withUser && person.hasUserId) && !(draft.unverified && isSomebodyElse(draft, person, i)),
  );
}

/** A browser's own id leads to somebody with an address and no account, and it says another address or a user id: two people. */
function isSomebodyElse(draft: Draft, person: PersonRow, i: number): boolean {
  return draft.identities[i]?.kind === 4 && draft.identities.length > 1 && person.reachable === true && !person.hasUserId;
}

/**
 * Ids follow from the strongest identity, so that a replay makes the same person. The epoch counts the workspace's
 * erasures: a person who was erased and comes back is somebody new.
 */
function create(book: Book, draft: Draft): PersonRow {
  const strongest = draft.identities[0] as Identity;
  const id = derivedUuid(book.digest(`person|${book.workspace}|${book.epoch}|${identityKey(strongest)}`), 0);
  const row: PersonRow = {
    id,
    hasUserId: strongest.kind === 1,
    company: null,
    mergedInto: null,
    createdAt: book.instant,
    stateText: "",
    isNew: true,
    dirty: true,
    attributes: undefined,
    erased: false,
    absorbed: [],
  };
  book.people.set(id, row);
  return row;
}

/** `from` becomes part of `into`: facts keep the id they came with, lookups follow. */
export function join(book: Book, from: PersonRow, into: PersonRow): void {
  from.mergedInto = into.id;
  from.dirty = true;
  into.dirty = true;
  into.hasUserId ||= from.hasUserId;
  if (from.reachable) into.reachable = true;
  book.canonicalOf.set(from.id, into.id);
  into.absorbed.push(from.id, ...from.absorbed);
  book.merges.push({ from: from.id, into: into.id });
}

/** Identities nobody holds become the person's; those of a joined person move with it. */
function claim(book: Book, person: PersonRow, identities: readonly Identity[]): void {
  for (const identity of identities) {
    const key = identityKey(identity);
    const holder = book.identities.get(key);
    if (holder !== undefined && canonical(book, holder) !== person.id) continue;
    if (identity.kind === 2 || identity.kind === 3) person.reachable = true;
    if (holder === person.id) continue;
    book.identities.set(key, person.id);
    book.newIdentities.push({ kind: identity.kind, value: identity.value, person: person.id, isNew: holder === undefined });
  }
}
