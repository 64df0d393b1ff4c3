/** Keys that businesses sign people's tokens with. Their secrets are sealed; a token names its key's id, which tells the workspace. */
import type { Client, Pool } from "./db.ts";

export type PortalKeyRow = { id: string; name: string; created_at: number; revoked_at: number | null };
/** With the secret as it is sealed, whether the workspace is a sandbox, and the database's own clock. */
export type PortalKeySecret = { secret: string; revoked: boolean; sandbox: boolean; now: number };

/** The workspace of a key, or null. Global by nature: a token holds the key's id and nothing else of ours. */
export async function findPortalKeyWorkspace(pool: Pool, id: string): Promise<string | null> {
  const { rows } = await pool.query<{ workspace_id: string }>(
    `select k.workspace_id from portal_key_directory k join workspace_directory w on w.workspace_id = k.workspace_id
      where k.id = $1 and w.closed_at is null`,
    [id],
  );
  return rows[0]?.workspace_id ?? null;
}

/** What a signature is checked with, or null. */
export async function readPortalKeySecret(workspaceId: string, db: Client, id: string): Promise<PortalKeySecret | null> {
  const { rows } = await db.query<PortalKeySecret>(
    `select k.secret, k.revoked_at is not null as revoked, w.sandbox_of is not null as sandbox,
            (extract(epoch from clock_timestamp()) * 1000)::bigint as now
       from portal_key k join workspace w on w.workspace_id = $1 where k.workspace_id = $1 and k.id = $2`,
    [workspaceId, id],
  );
  return rows[0] ?? null;
}

/** The newest key that is not revoked, for tokens that we sign ourselves; null when there is none. */
export async function newestPortalKey(workspaceId: string, db: Client): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    "select id from portal_key where workspace_id = $1 and revoked_at is null order by id desc limit 1",
    [workspaceId],
  );
  return rows[0]?.id ?? null;
}

/** Newest first, revoked ones too. */
export async function listPortalKeys(
  workspaceId: string,
  db: Client,
  page: { before: string | null; limit: number },
): Promise<PortalKeyRow[]> {
  const { rows } = await db.query<PortalKeyRow>(
    `select id, name, created_at, revoked_at from portal_key
      where workspace_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [workspaceId, page.before, page.limit],
  );
  return rows;
}

/** Stores a key and makes its id known. */
export async function insertPortalKey(workspaceId: string, db: Client, key: { id: string; name: string; secret: string }): Promise<void> {
  await db.query("insert into portal_key (workspace_id, id, name, secret) values ($1, $2, $3, $4)", [
    workspaceId,
    key.id,
    key.name,
    key.secret,
  ]);
  await db.query("insert into portal_key_directory (id, workspace_id) values ($1, $2)", [key.id, workspaceId]);
}

/** False when there is no such key, or it is revoked already. */
export async function revokePortalKey(workspaceId: string, db: Client, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    "update portal_key set revoked_at = transaction_timestamp() where workspace_id = $1 and id = $2 and revoked_at is null",
    [workspaceId, id],
  );
  return rowCount === 1;
}
