/** What made a later revision of a decision, found by its instant: whatever one batch writes bears the batch's. */
import type { Client } from "./db.ts";

/** `cause`: the event that came, was taken back, or was tried again. */
export type RevisionCause = { revision: number; because: "event" | "taken_back" | "retried"; cause: string };

/** An instant is one batch: more events than that are not looked through. */
const MOST = 1_000;

/**
 * Of the revisions of a fact whose cause can be told: the one event that was received then, or the one of them that is about the same
 * person or order; the event that was taken back then; the fact itself where it was tried again. What was done by hand is in the audit log.
 */
export async function readRevisionCauses(workspaceId: string, db: Client, factId: string): Promise<RevisionCause[]> {
  const { rows } = await db.query<RevisionCause>(
    `select d.revision, c.because, c.cause
       from decision_revision d join fact t on t.workspace_id = $1 and t.id = d.fact_id
      cross join lateral (
        select count(*) as n, count(*) filter (where near) as nearby, (array_agg(id))[1] as any_of,
               (array_agg(id) filter (where near))[1] as one_near
          from (select f.id, f.person_id = t.person_id or f.order_id = t.order_id as near from fact f
                 where f.workspace_id = $1 and f.received_at = d.at and f.id <> t.id limit ${MOST}) f) came
      cross join lateral (
        select count(*) filter (where s.status = 'withdrawn') as back, bool_or(s.fact_id = t.id and s.status <> 'withdrawn') as again,
               (array_agg(s.fact_id) filter (where s.status = 'withdrawn'))[1] as withdrawn
          from (select s.fact_id, s.status from fact_status s where s.workspace_id = $1 and s.at = d.at limit ${MOST}) s) told
      cross join lateral (
        select case when told.back = 1 then 'taken_back' when came.n = 1 or came.nearby = 1 then 'event' when told.again then 'retried' end
                 as because,
               case when told.back = 1 then told.withdrawn when came.n = 1 then came.any_of when came.nearby = 1 then came.one_near
                 when told.again then t.id end as cause) c
      where d.workspace_id = $1 and d.fact_id = $2 and c.because is not null order by d.revision`,
    [workspaceId, factId],
  );
  return rows;
}
