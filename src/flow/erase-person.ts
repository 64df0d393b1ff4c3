/**
 * Erasing a person: everything known of her goes, the books stay whole under a bare id. What else might name her was kept out
 * of the rows that never change from the beginning (docs/decisions): facts hold no names, addresses or free properties, audit
 * rows and outgoing messages hold ids.
 */
import { externalId } from "../core/id.ts";
import { dropPersonalAnswers } from "../store/idempotency.ts";
import { announceLinks } from "../store/links-read.ts";
import { insertOutbox } from "../store/outbox.ts";
import { canonicalPerson } from "../store/people.ts";
import { erasePersonRows, readFamily, readPersonStates } from "../store/people-write.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import type { ChangeParts } from "./change.ts";
import { freeSeats } from "./gatherings.ts";
import { notFound } from "./refusal.ts";

/** Erases a person under every id that was merged into her. Doing it again changes nothing. Refuses `not_found`. */
export async function erasePerson(parts: ChangeParts, by: By, personId: string): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const id = await canonicalPerson(by.workspaceId, db, personId);
    if (id === null) throw notFound("person");
    const state = (await readPersonStates(by.workspaceId, db, [id])).get(id);
    if (state?.erased) return { result: undefined, deeds: [] };
    const family = await readFamily(by.workspaceId, db, id);
    await freeSeats({ db, head, workspaceId: by.workspaceId }, family);
    const codes = await erasePersonRows(by.workspaceId, db, { family, at: head.instant });
    await dropPersonalAnswers(by.workspaceId, db);
    for (const code of codes) await announceLinks(by.workspaceId, db, code);
    const target = externalId("per", id);
    await insertOutbox(by.workspaceId, db, { at: head.instant, events: [{ type: "person.erased", id: target, program: "" }] });
    return { result: undefined, deeds: [{ action: "person.erased", target }] };
  });
}
