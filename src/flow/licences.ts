/** Licences that a law asks for before somebody is paid for referring: claimed by anyone, checked by an operator. */
import { externalId } from "../core/id.ts";
import { decideLicence, insertLicence, readLicence } from "../store/licences.ts";
import { canonicalPerson } from "../store/people.ts";
import { readPersonStates } from "../store/people-write.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import type { MoneyParts } from "./money-parts.ts";
import { Refusal, notFound } from "./refusal.ts";
import { passGates } from "./risk/pass-gates.ts";

export type LicenceWish = { personId: string; kind: string; region: string; number: string; validFrom: number; validUntil: number };

/** Keeps a licence, not checked yet: nobody is paid by it. */
export async function addLicence(parts: MoneyParts, by: By, wish: LicenceWish): Promise<{ id: string }> {
  if (wish.validUntil < wish.validFrom) {
    const message = "valid_until is before valid_from.";
    throw new Refusal("validation_failed", message, { errors: [{ pointer: "/valid_until", code: "invalid", message }] });
  }
  return asWriter(parts, by, async (db, head) => {
    const person = await canonicalPerson(by.workspaceId, db, wish.personId);
    const state = person === null ? undefined : (await readPersonStates(by.workspaceId, db, [person])).get(person);
    if (person === null || state === undefined) throw notFound("person");
    if (state.erased) throw new Refusal("person_erased", "Nothing is kept about an erased person.");
    const id = parts.ids.uuid();
    await insertLicence(by.workspaceId, db, {
      id,
      person_id: person,
      kind: wish.kind,
      region: wish.region,
      number: wish.number,
      valid_from: wish.validFrom,
      valid_until: wish.validUntil,
      status: "unchecked",
      decided_at: null,
      added_at: head.instant,
    });
    const detail = { kind: wish.kind, region: wish.region, person: externalId("per", person) };
    return { result: { id }, deeds: [{ action: "licence.added", target: externalId("lic", id), detail }] };
  });
}

/** What an operator found. Checked: what waited for it is paid on its way. What was paid before it was refused stays paid. */
export async function checkLicence(parts: MoneyParts, by: By, wish: { licenceId: string; status: "checked" | "refused" }): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const licence = await readLicence(by.workspaceId, db, wish.licenceId);
    if (licence === null) throw notFound("licence");
    if (licence.status === wish.status) return { result: undefined, deeds: [] };
    await decideLicence(by.workspaceId, db, { id: licence.id, status: wish.status, at: head.instant });
    const detail = { kind: licence.kind, region: licence.region, person: externalId("per", licence.person_id) };
    return { result: undefined, deeds: [{ action: `licence.${wish.status}`, target: externalId("lic", licence.id), detail }] };
  });
  await passGates(parts, by.workspaceId);
}
