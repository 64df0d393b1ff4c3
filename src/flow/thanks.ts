/**
 * A letter of thanks that an operator writes to one person. Its words are a note about her, which goes with her when she is erased; it
 * leaves after a moment, so that it can be called back.
 */
import { externalId } from "../core/id.ts";
import { insertMessages } from "../store/messages.ts";
import { deleteNote, insertNote, readNote } from "../store/notes.ts";
import { tellSettled } from "../store/settle-transaction.ts";
import { cancelThanks } from "../store/thanks.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { type ChangeParts, change } from "./change.ts";
import { notFound, Refusal } from "./refusal.ts";

/** As long as the console offers to undo it, and some more. */
const MOMENT_MS = 30_000;

export type ThanksWish = { personId: string; subject: string; text: string };

/** @returns the note that holds it, and when it leaves. */
export async function sendThanks(parts: ChangeParts, by: By, wish: ThanksWish): Promise<{ note: string; dueAt: number }> {
  const { workspaceId, actor } = by;
  const sent = await change(parts, by, async (db) => {
    const id = parts.ids.uuid();
    const at = await workspaceNow(workspaceId, db);
    const dueAt = at + MOMENT_MS;
    const note = externalId("nte", id);
    await insertNote(workspaceId, db, { id, person_id: wish.personId, text: `${wish.subject}\n\n${wish.text}`, author: actor, at });
    const letter = { kind: "personal_thanks" as const, person_id: wish.personId, subject_key: note, data: { note } };
    await insertMessages(workspaceId, db, [{ ...letter, due_at: dueAt }]);
    const deed = { action: "thanks.sent", target: externalId("per", wish.personId), detail: { note } };
    return { result: { note: id, dueAt }, deed };
  });
  tellSettled(parts.pool, workspaceId);
  return sent;
}

/** Calls it back with its note. Refuses `not_found`, and `conflict` once it is on its way. */
export async function withdrawThanks(parts: ChangeParts, by: By, wish: { personId: string; note: string }): Promise<void> {
  await change(parts, by, async (db) => {
    const note = await readNote(by.workspaceId, db, wish.note);
    if (note === null || note.person_id !== wish.personId) throw notFound("letter");
    if (!(await cancelThanks(by.workspaceId, db, externalId("nte", wish.note))))
      throw new Refusal("conflict", "It is on its way already.");
    await deleteNote(by.workspaceId, db, wish.note);
    const deed = { action: "thanks.withdrawn", target: externalId("per", wish.personId), detail: { note: externalId("nte", wish.note) } };
    return { result: undefined, deed };
  });
}
