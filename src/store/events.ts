/** Reading facts with their outcomes. */
import type { Client } from "./db.ts";

export type FactRow = {
  id: string; client_id: string; type: string; person_id: string | null; order_id: string | null; at: number; received_at: number;
  status: string; outcome: Record<string, unknown>;
};

const FACT = `
  select id, client_id, type, person_id, order_id, at, received_at, status, outcome from fact
   where workspace_id = $1`;

/** One fact, or null. */
export async function readFact(workspaceId: string, db: Client, id: string): Promise<FactRow | null> {
  const { rows } = await db.query<FactRow>(`${FACT} and id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

export type FactFilter = { before: string | null; limit: number; personId: string | null; status: string | null; type: string | null; clientId: string | null };

/** Facts, newest first by the time they tell of. Filters that are null do not filter. */
export async function listFacts(workspaceId: string, db: Client, filter: FactFilter): Promise<FactRow[]> {
  const { rows } = await db.query<FactRow>(
    `${FACT} and ($2::uuid is null or id < $2) and ($3::uuid is null or person_id = $3) and ($4::text is null or status = $4)
        and ($5::text is null or type = $5) and ($6::text is null or client_id = $6)
      order by id desc limit $7`,
    [workspaceId, filter.before, filter.personId, filter.status, filter.type, filter.clientId, filter.limit],
  );
  return rows;
}

export type RevisionRow = { revision: number; at: number; cause: string | null; outcome: Record<string, unknown> };

/** What later facts made of a decision, oldest first. */
export async function listRevisions(workspaceId: string, db: Client, factId: string): Promise<RevisionRow[]> {
  const { rows } = await db.query<RevisionRow>(
    "select revision, at, cause, outcome from decision_revision where workspace_id = $1 and fact_id = $2 order by revision", [workspaceId, factId],
  );
  return rows;
}

export type ImportRow = {
  id: string; kind: string; status: string; source: string; mapping: unknown; byte_offset: number; row_number: number; accepted: number; refused: number;
  opened_at: number; closed_at: number | null;
};

const IMPORT = `
  select id, kind, status, source, mapping, byte_offset, row_number, accepted, refused, opened_at, closed_at from import
   where workspace_id = $1`;

/** One import with its progress, or null. */
export async function readImport(workspaceId: string, db: Client, id: string): Promise<ImportRow | null> {
  const { rows } = await db.query<ImportRow>(`${IMPORT} and id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Imports, newest first. */
export async function listImports(workspaceId: string, db: Client, page: { before: string | null; limit: number }): Promise<ImportRow[]> {
  const { rows } = await db.query<ImportRow>(`${IMPORT} and ($2::uuid is null or id < $2) order by id desc limit $3`, [workspaceId, page.before, page.limit]);
  return rows;
}
