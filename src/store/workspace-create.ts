/** Writing a new workspace. The directory row is global; the workspace's own row needs its tenant set (set_workspace) first. */
import type { Client } from "./db.ts";

/** Takes a slug for a workspace. False when another workspace has it. */
export async function insertDirectory(db: Client, row: { workspaceId: string; slug: string; sandboxOf: string | null }): Promise<boolean> {
  const { rowCount } = await db.query(
    "insert into workspace_directory (workspace_id, slug, sandbox_of) values ($1, $2, $3) on conflict (slug) do nothing",
    [row.workspaceId, row.slug, row.sandboxOf],
  );
  return rowCount === 1;
}

/** Makes the transaction see and write this workspace from here on. */
export async function enterWorkspace(workspaceId: string, db: Client): Promise<void> {
  await db.query("select set_workspace($1)", [workspaceId]);
}

export async function insertWorkspace(
  workspaceId: string, db: Client,
  row: { slug: string; name: string; zone: string; sandboxOf: string | null; settings: Record<string, unknown> },
): Promise<void> {
  await db.query(
    "insert into workspace (workspace_id, slug, name, zone, sandbox_of, settings) values ($1, $2, $3, $4, $5, $6)",
    [workspaceId, row.slug, row.name, row.zone, row.sandboxOf, JSON.stringify(row.settings)],
  );
}

export type DirectoryRow = { workspace_id: string; slug: string; sandbox_of: string | null };

/** The workspace of a slug, or null; one that was closed is not there. */
export async function findWorkspace(db: Pick<Client, "query">, slug: string): Promise<DirectoryRow | null> {
  const { rows } = await db.query<DirectoryRow>(
    "select workspace_id, slug, sandbox_of from workspace_directory where slug = $1 and closed_at is null", [slug],
  );
  return rows[0] ?? null;
}
