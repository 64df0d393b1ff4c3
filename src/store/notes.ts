/** What operators write down about people, for each other. */
import type { Client } from "./db.ts";

export type NoteRow = { id: string; person_id: string; text: string; author: string; at: number };

export async function insertNote(workspaceId: string, db: Client, note: NoteRow): Promise<void> {
  await db.query("insert into person_note (workspace_id, id, person_id, text, author, at) values ($1, $2, $3, $4, $5, $6)", [
    workspaceId,
    note.id,
    note.person_id,
    note.text,
    note.author,
    note.at,
  ]);
}

const NOTE = "select id, person_id, text, author, at from person_note where workspace_id = $1";

/** One note, or null. */
export async function readNote(workspaceId: string, db: Client, id: string): Promise<NoteRow | null> {
  const { rows } = await db.query<NoteRow>(`${NOTE} and id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** A person's notes, newest first. */
export async function listNotes(
  workspaceId: string,
  db: Client,
  page: { personId: string; before: string | null; limit: number },
): Promise<NoteRow[]> {
  const { rows } = await db.query<NoteRow>(`${NOTE} and person_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`, [
    workspaceId,
    page.personId,
    page.before,
    page.limit,
  ]);
  return rows;
}

export async function deleteNote(workspaceId: string, db: Client, id: string): Promise<void> {
  await db.query("delete from person_note where workspace_id = $1 and id = $2", [workspaceId, id]);
}
