/** The workspace itself: its name, zone, settings and clock. */
import type { Client } from "./db.ts";

export type WorkspaceRow = {
  slug: string;
  name: string;
  zone: string;
  sandbox: boolean;
  clock_offset_ms: number;
  settings: Record<string, unknown>;
  created_at: number;
};

/** The workspace that the transaction is in. */
export async function readWorkspace(workspaceId: string, db: Client): Promise<WorkspaceRow | null> {
  const text = `select slug, name, zone, sandbox_of is not null as sandbox, clock_offset_ms, settings, created_at from workspace
    where workspace_id = $1`;
  const { rows } = await db.query<WorkspaceRow>({ name: "read_workspace", text, values: [workspaceId] });
  return rows[0] ?? null;
}

/** Nobody else changes the workspace's row until this transaction ends: for settings that are read, changed and written. */
export async function lockWorkspace(workspaceId: string, db: Client): Promise<void> {
  await db.query("select from workspace where workspace_id = $1 for no key update", [workspaceId]);
}

/** Name, zone and settings as given. */
export async function updateWorkspace(
  workspaceId: string,
  db: Client,
  input: { name: string; zone: string; settings: unknown },
): Promise<void> {
  await db.query("update workspace set name = $2, zone = $3, settings = $4 where workspace_id = $1", [
    workspaceId,
    input.name,
    input.zone,
    JSON.stringify(input.settings),
  ]);
}

/** The workspace's present instant in epoch milliseconds: the database's clock plus a sandbox's offset. */
export async function workspaceNow(workspaceId: string, db: Client): Promise<number> {
  const { rows } = await db.query<{ now: number }>({
    name: "workspace_now",
    text: "select workspace_now($1) as now",
    values: [workspaceId],
  });
  return rows[0]!.now;
}

/** The oldest workspace that is no sandbox, or null on a new installation. The directory holds no personal data. */
export async function firstWorkspace(db: Pick<Client, "query">): Promise<{ workspaceId: string; slug: string } | null> {
  const { rows } = await db.query<{ workspaceId: string; slug: string }>(
    'select workspace_id as "workspaceId", slug from workspace_directory where sandbox_of is null order by workspace_id limit 1',
  );
  return rows[0] ?? null;
}
