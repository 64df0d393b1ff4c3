/** Reading facts with their outcomes. */
import type { EventOutcome, OutcomeStatus } from "../core/event.ts";
import { type KeptOutcome, wholeOutcome } from "../core/kept-outcome.ts";
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
  outcome: EventOutcome;
};

// A fact's row says how it was decided at first. What became of it since (tried again, matched with its purchase) stands beside it.
const FACT_OF = (facts: string): string => `
  select f.id, f.client_id, f.type, f.person_id, f.order_id, f.at, f.received_at, coalesce(s.status, f.status) as status,
         case when s.fact_id is null then f.outcome else coalesce(
           (select d.outcome from decision_revision d
             where d.workspace_id = $1 and d.fact_id = f.id and d.outcome->>'client_id' is not null
               order by d.revision desc limit 1), f.outcome) end as outcome
    from ${facts} f left join fact_status s on s.workspace_id = $1 and s.fact_id = f.id
   where f.workspace_id = $1`;
export const FACT = FACT_OF("fact");
type KeptRow = Omit<FactRow, "outcome"> & { outcome: KeptOutcome };

/** Facts as FACT selects them. */
export async function readRows(db: Client, text: string, values: readonly unknown[]): Promise<FactRow[]> {
  const { rows } = await db.query<KeptRow>(text, [...values]);
  return rows.map((row) => ({ ...row, outcome: wholeOutcome({ ...row, status: row.status as OutcomeStatus }, row.outcome) }));
}

/** One fact, or null. */
export async function readFact(workspaceId: string, db: Client, id: string): Promise<FactRow | null> {
  const [row] = await readRows(db, `${FACT} and f.id = $2`, [workspaceId, id]);
  return row ?? null;
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
  program: string | null;
  /** Nothing that happened before this instant. */
  since: number | null;
};

/** Facts that one page looks through for those that its filter means: a rare kind among millions is found page by page. */
export const LOOKED_THROUGH = 20_000;

/** The least id of a fact that happened at an instant or later: ids begin with it. */
const idFrom = (at: number): string => {
  const hex = Math.max(0, at).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

/**
 * Facts, newest first by the time they tell of. Filters that are null do not filter. At most LOOKED_THROUGH facts are looked at: where
 * fewer than `limit` of them are meant, `through` is the one to go on after; null: there are no more.
 */
export async function listFacts(workspaceId: string, db: Client, filter: FactFilter): Promise<{ rows: FactRow[]; through: string | null }> {
  const { before, personId, status, type, clientId, program, since, limit } = filter;
  const from = since === null ? null : idFrom(since);
  const span = `workspace_id = $1 and ($2::uuid is null or id < $2) and ($3::uuid is null or id >= $3)
        and ($4::uuid is null or person_id = $4) and ($5::text is null or client_id = $5)`;
  // Only what failed or was parked at first can be so now, and for those there is an index.
  const candidates = status === "failed" || status === "parked" ? " and status in ('failed', 'parked')" : "";
  const values = [workspaceId, before, from, personId, clientId];
  const rows = await readRows(
    db,
    `${FACT_OF(`(select * from fact where ${span}${candidates} order by id desc limit ${LOOKED_THROUGH})`)}
        and ($6::text is null or coalesce(s.status, f.status) = $6) and ($7::text is null or f.type = $7)
        and ($8::text is null or exists (select from json_array_elements(f.outcome -> 'decisions') d where d ->> 'program' = $8))
      order by f.id desc limit $9`,
    [...values, status, type, program, limit],
  );
  if (rows.length >= limit || (status === null && type === null && program === null)) return { rows, through: null };
  const last = await db.query<{ id: string }>(
    `select id from fact where ${span}${candidates} order by id desc offset ${LOOKED_THROUGH - 1} limit 1`,
    values,
  );
  return { rows, through: last.rows[0]?.id ?? null };
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
