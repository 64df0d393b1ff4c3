/**
 * A draft becomes a fact: duplicates and conflicts are answered, its instant is checked against the database clock, its
 * person is resolved and its evidence looked up, once and for all. What the lookup found is kept in the fact.
 */
import type { Book, Entry, OrderRow, PersonRow } from "../book.ts";
import type { FieldError } from "../event.ts";
import type { Fact } from "../facts.ts";
import { derivedUuid, externalId } from "../id.ts";
import type { Draft } from "../ingest/normalise.ts";
import { factOf, privateOf } from "./fact-of.ts";
import { canonical, join, resolvePerson } from "./resolve.ts";
import { conflict } from "./retold.ts";

/** Clocks of shops run ahead a little; more than this is a mistake. Milliseconds. */
export const AHEAD_LIMIT = 5 * 60_000;

/** Admits one draft: pushes an entry into the book, or writes its outcome at once (duplicate, conflict, refused). */
export function admit(book: Book, draft: Draft): void {
  const earlier = book.stored.get(draft.client);
  if (earlier !== undefined) {
    book.outcomes[draft.index] = earlier.hash === draft.hash ? { ...earlier.outcome, status: "duplicate" } : conflict(draft);
    return;
  }
  const wrong = checkInstant(book, draft.at ?? book.instant) ?? checkOrder(book, draft);
  if (wrong !== undefined) return refuse(book, draft, [wrong]);
  const order = draft.correction?.id === undefined ? undefined : book.orders.get(draft.correction.id);
  const owner = order?.person == null ? undefined : book.people.get(canonical(book, order.person));
  const resolved = draft.identities.length > 0 || draft.personId !== undefined ? resolvePerson(book, draft) : null;
  if (resolved === "unknown_person")
    return refuse(book, draft, [
      { pointer: "/person/id", code: "person_unknown", message: "There is no such person in this workspace." },
    ]);
  // The order decides whose refund it is: a shop's refund hook may carry the clerk, or nobody.
  const person = owner ?? resolved;
  const at = draft.at ?? nextInstant(book, person);
  if (person !== null) book.lastAt.set(person.id, Math.max(at, lastAt(book, person)));
  const fact = factOf(book, draft, { at, person });
  if (person !== null && person === resolved) fact.company = companyOf(book, draft) ?? fact.company;
  if (draft.type === "merged" && person !== null) joinNamed(book, draft, person);
  const entry: Entry = {
    index: draft.index,
    client: draft.client,
    hash: draft.hash,
    fact,
    receivedAt: book.instant,
    orderId: draft.order?.id ?? draft.correction?.id ?? null,
    notes: [],
    parked: false,
    isNew: true,
    privateData: privateOf(
      draft.unverified && resolved !== null && !resolved.isNew ? silenced(draft) : draft,
      owner?.erased === true && resolved === null ? undefined : (resolved?.id ?? person?.id ?? null),
    ),
  };
  if (draft.order) takeOwnership(book, entry, draft.order);
  if (draft.correction?.id !== undefined && order === undefined) {
    book.orders.set(draft.correction.id, {
      id: draft.correction.id,
      person: null,
      ownerAt: null,
      ownerClient: null,
      currency: draft.correction.currency,
      total: 0,
      refunded: 0,
      isNew: true,
      dirty: true,
    });
  }
  entry.parked = draft.correction?.id !== undefined && owner === undefined;
  book.entries.push(entry);
  // Later events of the batch with the same id are duplicates of this one: their answer is filled in when it is known.
  book.stored.set(draft.client, {
    id: fact.id,
    hash: draft.hash,
    outcome: { id: externalId("evt", fact.id), client_id: draft.client, status: "settled", decisions: [] },
  });
}

/** The company that the event names, made when it is new. Its id follows from the business's own. */
function companyOf(book: Book, draft: Draft): string | undefined {
  const external = draft.event.person?.company;
  if (external === undefined) return undefined;
  const known = book.companyIds.get(external);
  if (known !== undefined) return known;
  const id = derivedUuid(book.digest(`company|${book.workspace}|${external}`), 0);
  book.companyIds.set(external, id);
  book.companies.set(id, { id, external, first: null, dirty: true });
  return id;
}

/** An operator says that two people are one: the one that the fact is about stays. */
function joinNamed(book: Book, draft: Draft, into: PersonRow): void {
  const from = book.people.get(canonical(book, draft.basis ?? ""));
  if (from !== undefined && from !== into) join(book, from, into);
}

/**
 * The instant of an event that brings none: the batch's own, but after what is already known of the person, so that a
 * sign-up and a purchase sent together keep their order. A person whose clock ran far ahead is not followed there.
 */
function nextInstant(book: Book, person: PersonRow | null): number {
  const last = person === null ? 0 : lastAt(book, person);
  return last >= book.instant && last < book.instant + FOLLOW_LIMIT ? last + 1 : book.instant;
}

/** Milliseconds: more than a batch of 512 events needs, less than anybody notices. */
const FOLLOW_LIMIT = 5_000;

/** Instant of the person's last fact: of this batch, or from the saved state (its second field; not worth parsing for). */
function lastAt(book: Book, person: PersonRow): number {
  const known = book.lastAt.get(person.id);
  if (known !== undefined) return known;
  const at = /^\{"n":\d+,"at":(\d+)/.exec(person.stateText)?.[1];
  return at === undefined ? 0 : Number(at);
}

export function refuse(book: Book, draft: { index: number; client: string }, errors: FieldError[]): void {
  book.outcomes[draft.index] = {
    id: null,
    client_id: draft.client,
    status: "rejected",
    decisions: [],
    error: { code: "event_invalid", detail: errors[0]?.message ?? "The event is not valid.", errors },
  };
}

function checkInstant(book: Book, at: number): FieldError | undefined {
  if (at > book.instant + AHEAD_LIMIT) {
    return {
      pointer: "/occurred_at",
      code: "in_the_future",
      message: "occurred_at is more than 5 minutes ahead of the server's clock. Send the instant at which it happened.",
    };
  }
  if (at < book.instant - book.backdateLimit && !book.inImport) {
    const days = Math.round(book.backdateLimit / 86_400_000);
    return {
      pointer: "/occurred_at",
      code: "too_old",
      message: `occurred_at is more than ${days} days ago. Old history comes in through an import (grapevine import).`,
    };
  }
  return undefined;
}

function checkOrder(book: Book, draft: Draft): FieldError | undefined {
  const known = draft.correction?.id === undefined ? undefined : book.orders.get(draft.correction.id);
  if (known?.person != null && draft.correction?.currency && draft.correction.currency !== known.currency) {
    return {
      pointer: "/order/currency",
      code: "currency_mismatch",
      message: `The order was in ${known.currency}: refund it in the same currency.`,
    };
  }
  return undefined;
}

/** What an unverified event may say about somebody who is known already: that she was there. */
function silenced(draft: Draft): Draft {
  return { ...draft, signals: undefined, event: { ...draft.event, person: undefined } };
}

/** The purchase fact with the smallest key owns the order; a copy from another door, or for another person, does not. */
function takeOwnership(book: Book, entry: Entry, order: NonNullable<Fact["order"]>): void {
  const { fact } = entry;
  const known = book.orders.get(order.id);
  if (known?.ownerAt != null && (known.ownerAt < fact.at || (known.ownerAt === fact.at && (known.ownerClient ?? "") <= fact.client)))
    return;
  const row: OrderRow = known ?? {
    id: order.id,
    person: null,
    ownerAt: null,
    ownerClient: null,
    currency: order.currency,
    total: 0,
    refunded: 0,
    isNew: true,
    dirty: true,
  };
  if (known?.person != null && known.person !== fact.person) book.displaced.push(known.person);
  Object.assign(row, {
    person: fact.person,
    ownerAt: fact.at,
    ownerClient: fact.client,
    currency: order.currency,
    total: order.total,
    dirty: true,
  });
  book.orders.set(order.id, row);
  // A refund that came first in this same batch was parked: it is this person's now, and the person is folded again.
  for (const waiting of book.entries) {
    if (waiting.orderId !== order.id || waiting.fact.correction === undefined) continue;
    waiting.fact.person = fact.person;
    waiting.parked = false;
  }
}
