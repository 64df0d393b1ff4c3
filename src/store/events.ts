/** Reading facts with their outcomes. */
import type { Client } from "./db.ts";

export type FactRow = {
  id: string;
  client_id: string;
  type: string;
  person_id: string | null;
  order_id: string | null;
  at: number;
  received_at: number;
  status: string;
  outcome: Record<string, unknown>;
};

// A fact's row says how it was decided at first. What became of it since (tried again, matched with its purchase) stands beside it.
const FACT = `
  select f.id, f.client_id, f.type, f.person_id, f.order_id, f.at, f.received_at, coalesce(s.status, f.status) as status,
         case when s.fact_id is null then f.outcome else coalesce(
           (select d.outcome from decision_revision d
             where d.workspace_id = $1 and d.fact_id = f.id and d.outcome->>'client_id' is not null
               order by d.revision desc limit 1), f.outcome) end as outcome
    from fact f left join fact_status s on s.workspace_id = $1 and s.fact_id = f.id
   where f.workspace_id = $1`;

/** One fact, or null. */
export async function readFact(workspaceId: string, db: Client, id: string): Promise<FactRow | null> {
  const { rows } = await db.query<FactRow>(`${FACT} and f.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** The fact that happened last, or null. */
export async function readNewestFactId(workspaceId: string, db: Client): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>("select id from fact where workspace_id = $1 order by id desc limit 1", [workspaceId]);
  return rows[0]?.id ?? null;
}

export type FactFilter = {
  before: string | null;
  limit: number;
  personId: string | null;
  status: string | null;
  type: string | null;
  clientId: string | null;
};

/** Facts, newest first by the time they tell of. Filters that are null do not filter. */
export async function listFacts(workspaceId: string, db: Client, filter: FactFilter): Promise<FactRow[]> {
  const { rows } = await db.query<FactRow>(
    `${FACT} and ($2::uuid is null or f.id < $2) and ($3::uuid is null or f.person_id = $3)
        and ($4::text is null or coalesce(s.status, f.status) = $4) and ($5::text is null or f.type = $5) and ($6::text is null
          or f.client_id = $6)
      order by f.id desc limit $7`,
    [workspaceId, filter.before, filter.personId, filter.status, filter.type, filter.clientId, filter.limit],
  );
  return rows;
}

export type RevisionRow = { revision: number; at: number; cause: string | null; outcome: Record<string, unknown> };

/** What later facts made of a decision, oldest first. */
export async function listRevisions(workspaceId: string, db: Client, factId: string): Promise<RevisionRow[]> {
  const { rows } = await db.query<RevisionRow>(
    "select revision, at, cause, outcome from decision_revision where workspace_id = $1 and fact_id = $2 order by revision",
    [workspaceId, factId],
  );
  return rows;
}

/** What a fact was decided from, or null: the part that is kept for good. */
export async function readFactBody(workspaceId: string, db: Client, id: string): Promise<Record<string, unknown> | null> {
  const { rows } = await db.query<{ body: Record<string, unknown> }>("select body from fact where workspace_id = $1 and id = $2", [
    workspaceId,
    id,
  ]);
  return rows[0]?.body ?? null;
}
