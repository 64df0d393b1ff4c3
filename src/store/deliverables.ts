/** What influencers made, by its address, until and after somebody has looked at it. */
import type { Client } from "./db.ts";

export type DeliverableStatus = "submitted" | "approved" | "refused";
export type DeliverableRow = {
  id: string;
  program: string;
  programKey: string;
  person: string;
  url: string;
  status: DeliverableStatus;
  submittedAt: number;
  decidedAt: number | null;
  reason: string | null;
};

const DELIVERABLE = `select d.id, d.program_id as program, p.key as "programKey", d.person_id as person, d.url, d.status,
         d.submitted_at as "submittedAt", d.decided_at as "decidedAt", d.reason
    from deliverable d join program p on p.workspace_id = d.workspace_id and p.id = d.program_id where d.workspace_id = $1`;

/** One, or null. */
export async function readDeliverable(workspaceId: string, db: Client, id: string): Promise<DeliverableRow | null> {
  const { rows } = await db.query<DeliverableRow>(`${DELIVERABLE} and d.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** The same, and nobody else decides it until the transaction ends. */
export async function lockDeliverable(workspaceId: string, db: Client, id: string): Promise<DeliverableRow | null> {
  const { rows } = await db.query<DeliverableRow>(`${DELIVERABLE} and d.id = $2 for update of d`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** By the address that was handed in, or null. */
export async function readDeliverableByUrl(
  workspaceId: string,
  db: Client,
  of: { program: string; url: string },
): Promise<DeliverableRow | null> {
  const { rows } = await db.query<DeliverableRow>(`${DELIVERABLE} and d.program_id = $2 and d.url = $3`, [
    workspaceId,
    of.program,
    of.url,
  ]);
  return rows[0] ?? null;
}

/** Newest first. */
export async function listDeliverables(
  workspaceId: string,
  db: Client,
  filter: { before: string | null; limit: number; person: string | null; program: string | null; status: string | null },
): Promise<DeliverableRow[]> {
  const { rows } = await db.query<DeliverableRow>(
    `${DELIVERABLE} and ($2::uuid is null or d.id < $2) and ($3::uuid is null or d.person_id = $3) and ($4::text is null or p.key = $4)
        and ($5::text is null or d.status = $5) order by d.id desc limit $6`,
    [workspaceId, filter.before, filter.person, filter.program, filter.status, filter.limit],
  );
  return rows;
}

/** Stores one that was handed in now. False when the address is there already. */
export async function insertDeliverable(
  workspaceId: string,
  db: Client,
  d: { id: string; program: string; person: string; url: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into deliverable (workspace_id, id, program_id, person_id, url, submitted_at)
     values ($1, $2, $3, $4, $5, workspace_now($1)) on conflict do nothing`,
    [workspaceId, d.id, d.program, d.person, d.url],
  );
  return (rowCount ?? 0) > 0;
}

/** Writes a decision. */
export async function decideDeliverable(
  workspaceId: string,
  db: Client,
  of: { id: string; status: DeliverableStatus; at: number; reason: string | null },
): Promise<void> {
  await db.query("update deliverable set status = $3, decided_at = $4, reason = $5 where workspace_id = $1 and id = $2", [
    workspaceId,
    of.id,
    of.status,
    of.at,
    of.reason,
  ]);
}

/** What her deliverables came to in a stretch of time. */
export async function deliverablesOf(
  workspaceId: string,
  db: Client,
  of: { program: string; person: string; from: number; to: number },
): Promise<{ approved: number; waiting: number }> {
  const { rows } = await db.query<{ approved: number; waiting: number }>(
    `select count(*) filter (where status = 'approved')::integer as approved,
            count(*) filter (where status = 'submitted')::integer as waiting
       from deliverable where workspace_id = $1 and program_id = $2 and person_id = $3 and submitted_at >= $4 and submitted_at < $5`,
    [workspaceId, of.program, of.person, of.from, of.to],
  );
  return rows[0]!;
}
