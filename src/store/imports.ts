/** Imports: a scope for old facts, and how far the reading of a file has come. Counters are those of rows, not of facts. */
import type { Client } from "./db.ts";

export type ImportStatus = "open" | "closed" | "cancelled";

/** `mapping` is what the reader needs to go on (mapping, file, tallies); the store does not look into it. Instants are epoch ms. */
export type ImportRow = {
  id: string; kind: string; status: ImportStatus; source: string; mapping: Record<string, unknown>; byte_offset: number; row_number: number;
  accepted: number; refused: number; opened_at: number; closed_at: number | null;
};

const COLUMNS = "id, kind, status, source, mapping, byte_offset, row_number, accepted, refused, opened_at, closed_at";

/** Opens a scope at the workspace's present instant. While it is open, its events may be old and sweeps of the workspace wait. */
export async function insertImport(
  workspaceId: string, db: Client, row: { id: string; kind: string; source: string; mapping: unknown },
): Promise<void> {
  await db.query(
    "insert into import (workspace_id, id, kind, source, mapping, opened_at) values ($1, $2, $3, $4, $5, workspace_now($1))",
    [workspaceId, row.id, row.kind, row.source, JSON.stringify(row.mapping)],
  );
}

export async function readImport(workspaceId: string, db: Client, id: string): Promise<ImportRow | null> {
  const { rows } = await db.query<ImportRow>(`select ${COLUMNS} from import where workspace_id = $1 and id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** The open import of a source, the newest if there should be several; null when none is open. */
export async function findOpenImport(workspaceId: string, db: Client, source: string): Promise<ImportRow | null> {
  const { rows } = await db.query<ImportRow>(
    `select ${COLUMNS} from import where workspace_id = $1 and status = 'open' and source = $2 order by opened_at desc, id desc limit 1`,
    [workspaceId, source],
  );
  return rows[0] ?? null;
}

/** Imports, newest first. Ids begin with their time, so that the id is the cursor. */
export async function listImports(
  workspaceId: string, db: Client, page: { before: string | null; limit: number; status: ImportStatus | null },
): Promise<ImportRow[]> {
  const { rows } = await db.query<ImportRow>(
    `select ${COLUMNS} from import
      where workspace_id = $1 and ($2::uuid is null or id < $2) and ($3::text is null or status = $3) order by id desc limit $4`,
    [workspaceId, page.before, page.status, page.limit],
  );
  return rows;
}

/** How far a file is read. False when the import is not open any more: the reader must stop. */
export async function saveImportProgress(
  workspaceId: string, db: Client,
  row: { id: string; mapping: unknown; byteOffset: number; rowNumber: number; accepted: number; refused: number },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update import set mapping = $3, byte_offset = $4, row_number = $5, accepted = $6, refused = $7
      where workspace_id = $1 and id = $2 and status = 'open'`,
    [workspaceId, row.id, JSON.stringify(row.mapping), row.byteOffset, row.rowNumber, row.accepted, row.refused],
  );
  return rowCount === 1;
}

/** Adds to the counters of an import whose rows come by HTTP. Nothing happens when it is not open. */
export async function addImportCounts(
  workspaceId: string, db: Client, row: { id: string; accepted: number; refused: number },
): Promise<void> {
  await db.query(
    "update import set accepted = accepted + $3, refused = refused + $4 where workspace_id = $1 and id = $2 and status = 'open'",
    [workspaceId, row.id, row.accepted, row.refused],
  );
}

/**
 * The same for rows that come in pieces, by their numbers: up to `last` they are done. Whoever did not hear the answer sends a piece again,
 * and rows that were counted are not counted twice.
 */
export async function addImportedRows(
  workspaceId: string, db: Client, piece: { id: string; accepted: readonly number[]; refused: readonly number[]; last: number },
): Promise<void> {
  await db.query(
    `update import set
       accepted = accepted + (select count(*) from unnest($3::bigint[]) as line(at) where line.at > row_number),
       refused = refused + (select count(*) from unnest($4::bigint[]) as line(at) where line.at > row_number),
       row_number = greatest(row_number, $5)
      where workspace_id = $1 and id = $2 and status = 'open'`,
    [workspaceId, piece.id, piece.accepted, piece.refused, piece.last],
  );
}

/** Ends a scope. False when it was not open. */
export async function endImport(
  workspaceId: string, db: Client, row: { id: string; status: "closed" | "cancelled" },
): Promise<boolean> {
  const { rowCount } = await db.query(
    "update import set status = $3, closed_at = workspace_now($1) where workspace_id = $1 and id = $2 and status = 'open'",
    [workspaceId, row.id, row.status],
  );
  return rowCount === 1;
}
