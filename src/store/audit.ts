/** The audit log: who changed what. The runtime role can add and read, nothing else. Never secrets, never personal data. */
import type { Client } from "./db.ts";

export type AuditEntry = {
  id: string;
  actor: string;
  action: string;
  target: string;
  detail?: Record<string, unknown>;
  requestId: string | null;
};
export type AuditRow = {
  id: string;
  at: number;
  actor: string;
  action: string;
  target: string;
  detail: Record<string, unknown>;
  request_id: string | null;
};

/** Adds one row, at the database's own instant. Call it in the transaction of the change it tells of. */
export async function insertAudit(workspaceId: string, db: Pick<Client, "query">, entry: AuditEntry): Promise<void> {
  await db.query(
    `insert into audit (workspace_id, id, at, actor, action, target, detail, request_id)
     values ($1, $2, (extract(epoch from transaction_timestamp()) * 1000)::bigint, $3, $4, $5, $6, $7)`,
    [workspaceId, entry.id, entry.actor, entry.action, entry.target, JSON.stringify(entry.detail ?? {}), entry.requestId],
  );
}

type Text = string | null;
export type AuditFilter = { before: Text; limit: number; actor: Text; action: Text; target: Text; from: number | null; to: number | null };

/** Newest first. `action` and `target` match whole; `from` and `to` are epoch milliseconds. */
export async function listAudit(
  workspaceId: string,
  db: Client,
  filter: AuditFilter,
): Promise<AuditRow[]> {
  const { rows } = await db.query<AuditRow>(
    `select id, at, actor, action, target, detail, request_id from audit
      where workspace_id = $1 and ($2::uuid is null or id < $2) and ($3::text is null or actor = $3)
        and ($4::text is null or action = $4) and ($5::text is null or target = $5)
        and ($7::bigint is null or at >= $7) and ($8::bigint is null or at < $8)
      order by id desc limit $6`,
    [workspaceId, filter.before, filter.actor, filter.action, filter.target, filter.limit, filter.from, filter.to],
  );
  return rows;
}
