/** Answers that are kept because they are given often. */
import type { Client } from "./db.ts";

export type CannedRow = { id: string; name: string; text: string; language: string | null; at: number; changed_at: number };

const CANNED = "select id, name, text, language, at, changed_at from canned_answer where workspace_id = $1";

/** One of them, or null. */
export async function readCanned(workspaceId: string, db: Client, id: string): Promise<CannedRow | null> {
  const { rows } = await db.query<CannedRow>(`${CANNED} and id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Newest first. */
export async function listCanned(workspaceId: string, db: Client, page: { before: string | null; limit: number }): Promise<CannedRow[]> {
  const { rows } = await db.query<CannedRow>(`${CANNED} and ($2::uuid is null or id < $2) order by id desc limit $3`, [
    workspaceId,
    page.before,
    page.limit,
  ]);
  return rows;
}

/** Adds one, or changes the one of this id. */
export async function saveCanned(workspaceId: string, db: Client, canned: CannedRow): Promise<void> {
  await db.query(
    `insert into canned_answer (workspace_id, id, name, text, language, at, changed_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (workspace_id, id) do update set name = excluded.name, text = excluded.text, language = excluded.language,
            changed_at = excluded.changed_at`,
    [workspaceId, canned.id, canned.name, canned.text, canned.language, canned.at, canned.changed_at],
  );
}

/** False when there is none of this id. */
export async function deleteCanned(workspaceId: string, db: Client, id: string): Promise<boolean> {
  const { rowCount } = await db.query("delete from canned_answer where workspace_id = $1 and id = $2", [workspaceId, id]);
  return rowCount === 1;
}
