/** What a batch writes about people, facts and orders. */
import type { Book, Entry } from "../core/book.ts";
import type { EventOutcome } from "../core/event.ts";
import type { Fact } from "../core/facts.ts";
import { keepOutcome } from "../core/kept-outcome.ts";
import { type Statement, insertOrReplace, insertRows } from "./settle-statement.ts";

export function people(book: Book, states: Map<string, string>): Statement[] {
  const dirty = [...book.people.values()].filter((p) => p.dirty || states.has(p.id));
  return insertOrReplace(dirty, {
    table: "person",
    isNew: (p) => p.isNew,
    columns: (rows) => [
      ["id", "uuid", rows.map((p) => p.id)],
      ["has_user_id", "boolean", rows.map((p) => p.hasUserId)],
      ["merged_into", "uuid", rows.map((p) => p.mergedInto)],
      ["company_id", "uuid", rows.map((p) => p.company)],
      ["state", "text", rows.map((p) => states.get(p.id) ?? p.stateText)],
      ["created_at", "bigint", rows.map((p) => p.createdAt)],
    ],
    tail:
      " on conflict (workspace_id, id) do update set has_user_id = excluded.has_user_id, merged_into = excluded.merged_into, " +
      "company_id = excluded.company_id, state = excluded.state",
  });
}

export function identities(book: Book): Statement[] {
  const last = new Map(book.newIdentities.map((i) => [`${i.kind}:${i.value}`, i]));
  const list = [...last.values()];
  return insertOrReplace(list, {
    table: "person_identity",
    isNew: (i) => i.isNew,
    columns: (rows) => [
      ["kind", "smallint", rows.map((i) => i.kind)],
      ["value", "text", rows.map((i) => i.value)],
      ["person_id", "uuid", rows.map((i) => i.person)],
    ],
    tail: " on conflict (workspace_id, kind, value) do update set person_id = excluded.person_id",
  });
}

/** The fact as later folds read it: everything but what the row's own columns say. */
export function factBody(fact: Fact): string {
  const { id: _id, client: _client, person: _person, at: _at, type: _type, ...body } = fact;
  return JSON.stringify(body);
}

function statusOf(e: Entry): string {
  return e.error !== undefined ? "failed" : e.parked ? "parked" : "settled";
}

export function facts(book: Book): Statement | undefined {
  // A fact that is tried again is stored already: what becomes of it goes beside its row (settle-save-status.ts).
  const list = book.entries.filter((e) => e.isNew);
  if (list.length === 0) return undefined;
  const s = insertRows(
    "fact",
    [
      ["id", "uuid", list.map((e) => e.fact.id)],
      ["client_id", "text", list.map((e) => e.client)],
      ["hash", "text", list.map((e) => e.hash)],
      ["type", "text", list.map((e) => e.fact.type)],
      ["person_id", "uuid", list.map((e) => e.fact.person)],
      ["order_id", "text", list.map((e) => e.orderId)],
      ["at", "bigint", list.map((e) => e.fact.at)],
      ["received_at", "bigint", list.map((e) => e.receivedAt)],
      ["status", "text", list.map(statusOf)],
      ["body", "json", list.map((e) => factBody(e.fact))],
      ["outcome", "json", list.map((e) => JSON.stringify(keepOutcome(book.outcomes[e.index] as EventOutcome)))],
    ],
  );
  return s;
}

export function privatePeople(book: Book): Statement[] {
  const byPerson = new Map<string, Record<string, unknown>>();
  for (const e of book.entries) {
    const data = e.privateData?.person;
    const of = e.privateData?.of;
    if (data === undefined || of === undefined || of === null) continue;
    byPerson.set(of, mergePrivate(byPerson.get(of), data));
  }
  return insertOrReplace([...byPerson], {
    table: "person_private",
    isNew: ([person]) => book.people.get(person)?.isNew === true,
    columns: (rows) => [
      ["person_id", "uuid", rows.map(([person]) => person)],
      ["data", "json", rows.map(([, data]) => JSON.stringify(data))],
      ["updated_at", "bigint", rows.map(() => book.instant)],
    ],
    tail: ` on conflict (workspace_id, person_id) do update set data = merge_private(t.data, excluded.data),
      updated_at = excluded.updated_at`,
  });
}

/** Newer words win; attributes are merged one by one. */
function mergePrivate(before: Record<string, unknown> | undefined, data: Record<string, unknown>): Record<string, unknown> {
  if (before === undefined) return data;
  const attributes = { ...(before.attributes as object | undefined), ...(data.attributes as object | undefined) };
  return Object.keys(attributes).length > 0 ? { ...before, ...data, attributes } : { ...before, ...data };
}

/** Days for which free properties, IP and user agent are kept. */
const EVENT_PRIVATE_DAYS = 90;

export function privateEvents(book: Book): Statement | undefined {
  const list = book.entries.filter((e) => e.privateData?.event !== undefined);
  if (list.length === 0) return undefined;
  return insertRows("event_private", [
    ["fact_id", "uuid", list.map((e) => e.fact.id)],
    ["person_id", "uuid", list.map((e) => e.privateData?.of)],
    ["data", "json", list.map((e) => JSON.stringify(e.privateData?.event))],
    ["expires_at", "bigint", list.map(() => book.instant + EVENT_PRIVATE_DAYS * 86_400_000)],
  ]);
}

export function orders(book: Book): Statement[] {
  const list = [...book.orders.values()].filter((o) => o.dirty);
  return insertOrReplace(list, {
    table: "order_state",
    isNew: (o) => o.isNew,
    columns: (rows) => [
      ["order_id", "text", rows.map((o) => o.id)],
      ["person_id", "uuid", rows.map((o) => o.person)],
      ["owner_at", "bigint", rows.map((o) => o.ownerAt)],
      ["owner_client", "text", rows.map((o) => o.ownerClient)],
      ["currency", "text", rows.map((o) => o.currency)],
      ["total", "bigint", rows.map((o) => o.total)],
      ["refunded", "bigint", rows.map((o) => o.refunded)],
    ],
    tail: ` on conflict (workspace_id, order_id) do update set person_id = excluded.person_id, owner_at = excluded.owner_at,
      owner_client = excluded.owner_client,
      currency = excluded.currency, total = excluded.total, refunded = excluded.refunded`,
  });
}
