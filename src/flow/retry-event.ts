/**
 * A failed event again. It is stored already, so nothing is sent: the person is folded from all facts with this one among them.
 * When it goes well, its new status and outcome are recorded beside the fact, whose own row never changes.
 */
import type { Entry } from "../core/book.ts";
import type { EventOutcome } from "../core/event.ts";
import type { Fact } from "../core/facts.ts";
import type { Client } from "../store/db.ts";
import { canonicalPerson } from "../store/people.ts";
import { type StoredFact, readStoredFact } from "../store/facts-retry.ts";
import { inBatch } from "../store/settle-transaction.ts";
import { insertAudit } from "../store/audit.ts";
import { externalId } from "../core/id.ts";
import type { By } from "./by.ts";
import type { MoneyParts } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";
import { openBook, settleBook } from "./settle-events.ts";
import { foldingOf } from "./settle/hold-people.ts";
import { readPeople } from "./settle/load-batch.ts";

/**
 * @returns the event's outcome now: settled, or failed again with the reason. Refuses `not_found`, and `conflict` when it is not
 * failed.
 */
export async function retryEvent(parts: MoneyParts, by: By, factId: string): Promise<EventOutcome> {
  return await inBatch(parts.pool, by.workspaceId, async (client, head) => {
    const opened = await head;
    const stored = await readStoredFact(by.workspaceId, client, factId);
    if (stored === null) throw notFound("event");
    if (stored.status !== "failed") throw new Refusal("conflict", `The event is ${stored.status}: only a failed one can be tried again.`);
    const person = await whose(client, by.workspaceId, stored);
    const book = await openBook(parts, { client, workspace: by.workspaceId, head: opened, size: 1, inImport: false });
    await readPeople(client, book, [person]);
    const entry = entryOf(stored, opened.instant);
    book.entries.push(entry);
    book.foldLimit = Number.MAX_SAFE_INTEGER;
    const folding = foldingOf(book, person);
    folding.full = true;
    folding.entries.push(entry);
    const statements = await settleBook(client, book);
    const outcome = book.outcomes[0] as EventOutcome;
    const deed = { action: "event.retried", target: externalId("evt", factId), detail: { status: outcome.status } };
    await insertAudit(by.workspaceId, client, { id: parts.ids.uuid(), actor: by.actor, requestId: by.requestId, ...deed });
    return { statements, result: outcome };
  });
}

async function whose(client: Client, ws: string, stored: StoredFact): Promise<string> {
  const person = stored.person_id === null ? null : await canonicalPerson(ws, client, stored.person_id);
  if (person === null) throw new Error("impossible: an event of nobody cannot have failed");
  return person;
}

/** As an entry of a batch that is not new: folded and answered like one, and not stored again. */
function entryOf(stored: StoredFact, instant: number): Entry {
  const { id, client_id: client, person_id: person, at, type } = stored;
  const fact = { ...stored.body, id, client, person, at, type } as Fact;
  return {
    index: 0,
    client,
    hash: "",
    fact,
    receivedAt: instant,
    orderId: fact.order?.id ?? fact.correction?.id ?? null,
    notes: [],
    parked: false,
    isNew: false,
    privateData: undefined,
  };
}
