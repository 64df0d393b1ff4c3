/** The audit log: who changed what. The runtime role can add and read, nothing else. Never secrets, never personal data. */
import { plain, quoted } from "./arrays.ts";
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

/** Adds rows, at the database's own instant. Call it in the transaction of the changes they tell of. */
export async function insertAudit(workspaceId: string, db: Pick<Client, "query">, ...entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await db.query({
    name: "insert_audit",
    text: `insert into audit (workspace_id, id, at, actor, action, target, detail, request_id)
     select $1, u.id, (extract(epoch from transaction_timestamp()) * 1000)::bigint, u.actor, u.action, u.target, u.detail, u.request_id
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::json[], $7::text[])
            as u(id, actor, action, target, detail, request_id)`,
    values: [
      workspaceId,
      plain(entries.map((e) => e.id)),
      quoted(entries.map((e) => e.actor)),
      quoted(entries.map((e) => e.action)),
      quoted(entries.map((e) => e.target)),
      quoted(entries.map((e) => JSON.stringify(e.detail ?? {}))),
      quoted(entries.map((e) => e.requestId)),
    ],
  });
}

type Text = string | null;
export type AuditFilter = {
  before: Text;
  limit: number;
  actor: Text;
  action: Text;
  target: Text;
  from: number | null;
  to: number | null;
};

/** Newest first. `action` and `target` match whole; `from` and `to` are epoch milliseconds. */
export async function listAudit(workspaceId: string, db: Client, filter: AuditFilter): Promise<AuditRow[]> {
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
