/** Letters of thanks: their words, which are notes, and calling one back. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

/** Takes a letter off that nobody has begun to send. False where it is on its way, or was not to be sent. */
export async function cancelThanks(workspaceId: string, db: Client, subject: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update message set status = 'dropped', reason = 'cancelled', decided_at = workspace_now($1), retry_at = null
      where workspace_id = $1 and kind = 'personal_thanks' and subject_key = $2
        and (status = 'due' and claims = 0 or status = 'dropped' and reason <> 'cancelled')`,
    [workspaceId, subject],
  );
  return (rowCount ?? 0) > 0;
}

/** The words of these letters, by note. */
export async function readThanks(workspaceId: string, db: Client, notes: readonly string[]): Promise<Map<string, string>> {
  if (notes.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; text: string }>(
    "select id, text from person_note where workspace_id = $1 and id = any($2::uuid[])",
    [workspaceId, plain(notes)],
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}
