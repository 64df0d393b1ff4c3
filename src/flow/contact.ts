/** Whom a claim or a stage is about: somebody we know, or somebody who becomes known by it. */
import type { person as personSchema } from "../core/event.ts";
import { type Draft, normalise } from "../core/ingest/normalise.ts";
import type { z } from "zod";
import type { Behind, MoneyParts } from "./money-parts.ts";
import { Refusal } from "./refusal.ts";
import { settleDrafts } from "./settle-drafts.ts";

/** `known`: her id, where one of her identities was found. */
export type ContactInput = { known: string | null; person: z.output<typeof personSchema> };

/**
 * The person's id. Somebody unknown becomes known by an `identify` fact; what a claimant says of somebody known changes nothing about
 * her. Refuses `validation_failed` with the bad fields.
 */
export async function contactOf(parts: MoneyParts, behind: Behind, of: { contact: ContactInput; program: string }): Promise<string> {
  const { contact, program } = of;
  if (contact.known !== null) return contact.known;
  const client = `contact:${program}:${parts.ids.uuid()}`;
  const event = { type: "identify" as const, id: client, program, person: contact.person };
  const draft: Draft | readonly { pointer: string; code: string; message: string }[] = normalise(event, {
    index: 0,
    client,
    keyed: () => client,
  });
  if (!("client" in draft)) throw badContact(draft);
  const book = await settleDrafts(parts, behind, [{ ...draft, unverified: true }]);
  const person = book.entries[0]?.fact.person;
  if (person == null) throw badContact(book.outcomes[0]?.error?.errors ?? []);
  return person;
}

function badContact(errors: readonly { pointer: string; code: string; message: string }[]): Refusal {
  const moved = errors.map((e) => ({ ...e, pointer: e.pointer.replace(/^\/person/, "/contact") }));
  return new Refusal("validation_failed", errors[0]?.message ?? "The contact is not valid.", { errors: moved });
}
