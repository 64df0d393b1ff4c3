/** A fact of the engine's own about somebody known: named after the thing it is about, so that a repeat is a duplicate. */
import type { CanonicalEvent } from "../core/event.ts";
import { externalId } from "../core/id.ts";
import { type Draft, normalise } from "../core/ingest/normalise.ts";
import type { Hashes } from "./ports.ts";
import { Refusal } from "./refusal.ts";

export type OwnFact = Pick<CanonicalEvent, "type" | "program" | "name" | "value" | "currency"> & {
  index: number;
  client: string;
  personId: string;
};

/** Refuses `validation_failed` what no event may say either (an unknown currency). */
export function ownDraft(parts: { hashes: Hashes }, of: OwnFact): Draft {
  const { index, client, personId, ...event } = of;
  const person = { id: externalId("per", personId) };
  const draft = normalise({ ...event, id: client, person }, { index, client, keyed: parts.hashes.keyed });
  if (Array.isArray(draft)) throw new Refusal("validation_failed", draft[0]?.message ?? "The fact is not valid.", { errors: draft });
  return draft;
}
