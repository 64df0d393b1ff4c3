/** One id, two contents: the first effect is kept. */
import type { Book } from "../book.ts";
import type { EventOutcome } from "../event.ts";
import type { Draft } from "../ingest/normalise.ts";

/**
 * Of two events with one id and other content in one batch, the one that was sent first is kept, whenever they say that they happened.
 * @returns the drafts to admit; the others are answered.
 */
export function refuseRetold(book: Book, drafts: readonly Draft[]): Draft[] {
  const first = new Map<string, string>();
  return drafts.filter((draft) => {
    const hash = first.get(draft.client);
    if (hash === undefined) first.set(draft.client, draft.hash);
    if (hash === undefined || hash === draft.hash || book.stored.has(draft.client)) return true;
    book.outcomes[draft.index] = conflict(draft);
    return false;
  });
}

/** The answer to an event whose id is taken by other content. */
export function conflict(draft: Draft): EventOutcome {
  const detail = "An event with this id and other content is already recorded. Send a new id, or the same content.";
  return { id: null, client_id: draft.client, status: "rejected", decisions: [], error: { code: "event_conflict", detail } };
}
