/** Notes of operators about days, on the time lines of reports. */
import { externalId } from "../../core/id.ts";
import * as store from "../../store/annotations.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import type { By } from "../by.ts";
import { type ChangeParts, change } from "../change.ts";
import { notFound } from "../refusal.ts";

/** `day`: its number since 1970, in the workspace's zone. `programId` null: about everything. */
export type NoteWish = { day: number; programId: string | null; note: string };

const targetOf = (id: string): string => externalId("ano", id);

/** @returns its id. */
export async function addAnnotation(parts: ChangeParts, by: By, wish: NoteWish): Promise<string> {
  return await change(parts, by, async (db) => {
    const [id, created_at] = [parts.ids.uuid(), await workspaceNow(by.workspaceId, db)];
    const { day, programId: program_id, note } = wish;
    await store.insertAnnotation(by.workspaceId, db, { id, day, program_id, note, created_by: by.actor, created_at });
    return { result: id, deed: { action: "annotation.added", target: targetOf(id) } };
  });
}

/** Refuses `not_found`. */
export async function changeAnnotation(parts: ChangeParts, by: By, wish: NoteWish & { id: string }): Promise<void> {
  await change(parts, by, async (db) => {
    const { id, day, programId: program_id, note } = wish;
    const at = await workspaceNow(by.workspaceId, db);
    if (!(await store.updateAnnotation(by.workspaceId, db, { id, day, program_id, note, at }))) throw notFound("annotation");
    return { result: undefined, deed: { action: "annotation.changed", target: targetOf(id) } };
  });
}

/** Refuses `not_found`. */
export async function dropAnnotation(parts: ChangeParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    if (!(await store.deleteAnnotation(by.workspaceId, db, id))) throw notFound("annotation");
    return { result: undefined, deed: { action: "annotation.deleted", target: targetOf(id) } };
  });
}
