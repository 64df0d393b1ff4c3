/** Publishing and pausing programs: written under the workspace's writer lock, so that every batch sees one revision. */
import type { Client } from "./db.ts";

export type ProgramHead = { id: string; key: string; status: string; version: number; draft: unknown; draft_revision: number };

export async function readProgramHead(workspaceId: string, db: Client, id: string): Promise<ProgramHead | null> {
  const { rows } = await db.query<ProgramHead>(
    "select id, key, status, version, draft, draft_revision from program where workspace_id = $1 and id = $2",
    [workspaceId, id],
  );
  return rows[0] ?? null;
}

export async function insertVersion(
  workspaceId: string,
  db: Client,
  v: { programId: string; version: number; definition: unknown; effectiveFrom: number; appliesTo: string; at: number },
): Promise<void> {
  await db.query(
    "insert into program_version (workspace_id, program_id, version, definition, effective_from, applies_to, published_at) " +
      "values ($1, $2, $3, $4, $5, $6, $7)",
    [workspaceId, v.programId, v.version, JSON.stringify(v.definition), v.effectiveFrom, v.appliesTo, v.at],
  );
}

export async function insertStatus(workspaceId: string, db: Client, s: { programId: string; at: number; status: string }): Promise<void> {
  await db.query(
    `insert into program_status (workspace_id, program_id, at, seq, status)
     values ($1, $2, $3, (select count(*) from program_status p where p.workspace_id = $1 and p.program_id = $2), $4)`,
    [workspaceId, s.programId, s.at, s.status],
  );
}

export async function updateProgram(workspaceId: string, db: Client, p: { id: string; status: string; version: number }): Promise<void> {
  await db.query("update program set status = $3, version = $4 where workspace_id = $1 and id = $2", [
    workspaceId,
    p.id,
    p.status,
    p.version,
  ]);
}

/** Tells every process that its compiled programs are stale. */
export async function bumpRevision(workspaceId: string, db: Client): Promise<void> {
  await db.query("update workspace set programs_revision = programs_revision + 1 where workspace_id = $1", [workspaceId]);
}
