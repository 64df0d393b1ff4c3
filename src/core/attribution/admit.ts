/**
 * A draft becomes a fact: duplicates and conflicts are answered, its instant is checked against the database clock, its
 * person is resolved and its evidence looked up, once and for all. What the lookup found is kept in the fact.
 */
import type { Book, Entry, OrderRow } from "../book.ts";
import type { EventOutcome, FieldError } from "../event.ts";
import type { Fact } from "../facts.ts";
import { externalId } from "../id.ts";
import type { Draft } from "../ingest/normalise.ts";
import { factOf, privateOf } from "./fact-of.ts";
import { canonical, resolvePerson } from "./resolve.ts";

/** Clocks of shops run ahead a little; more than this is a mistake. Milliseconds. */
export const AHEAD_LIMIT = 5 * 60_000;

/** Admits one draft: pushes an entry into the book, or writes its outcome at once (duplicate, conflict, refused). */
export function admit(book: Book, draft: Draft): void {
  const earlier = book.stored.get(draft.client);
  if (earlier !== undefined) {
    book.outcomes[draft.index] = earlier.hash === draft.hash ? { ...earlier.outcome, status: "duplicate" } : conflict(draft);
    return;
  }
  const at = draft.at ?? book.instant;
  const wrong = checkInstant(book, at) ?? checkOrder(book, draft);
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
  const fact = factOf(book, draft, { at, person });
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
    privateData: privateOf(draft),
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

function conflict(draft: Draft): EventOutcome {
  const detail = "An event with this id and other content is already recorded. Send a new id, or the same content.";
  return { id: null, client_id: draft.client, status: "rejected", decisions: [], error: { code: "event_conflict", detail } };
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
}
