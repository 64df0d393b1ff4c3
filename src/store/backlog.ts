/** What waits in a workspace, for people who look whether all is well. Everything is counted to a limit, by index. */
import type { Client } from "./db.ts";

export type Backlog = {
  failed_events: number;
  parked_events: number;
  mails_due: number;
  webhooks_waiting: number;
  webhooks_dead: number;
  imports_open: number;
};
export type Follower = { name: string; behind_ms: number };

const UP_TO = (rows: string): string => `(select count(*) from (select 1 ${rows} limit $2) x)`;
// What failed at first may have been decided since: its state then stands beside it.
const NOW = (status: string): string => `from fact f left join fact_status s on s.workspace_id = $1 and s.fact_id = f.id
  where f.workspace_id = $1 and f.status in ('failed', 'parked') and coalesce(s.status, f.status) = '${status}'`;

export async function readBacklog(workspaceId: string, db: Client, limit: number): Promise<Backlog> {
  const { rows } = await db.query<Backlog>(
    `select ${UP_TO(NOW("failed"))} as failed_events, ${UP_TO(NOW("parked"))} as parked_events,
            ${UP_TO(`from message where workspace_id = $1 and status = 'due'
                 and coalesce(retry_at, due_at) <= workspace_now($1)`)} as mails_due,
            ${UP_TO(`from webhook_endpoint e
                 join webhook_delivery d on d.workspace_id = $1 and d.endpoint_id = e.id and d.status = 'waiting'
                 where e.workspace_id = $1`)} as webhooks_waiting,
            ${UP_TO("from webhook_delivery where workspace_id = $1 and decided_at is not null and status = 'dead'")} as webhooks_dead,
            ${UP_TO("from import where workspace_id = $1 and status = 'open'")} as imports_open`,
    [workspaceId, limit],
  );
  return rows[0]!;
}

/** Those that follow the outbox, and how old the first row is that each has not seen. */
export async function readFollowers(workspaceId: string, db: Client): Promise<Follower[]> {
  const { rows } = await db.query<Follower>(
    `select c.consumer as name, coalesce((select greatest(0, workspace_now($1) - o.at) from outbox o
              where o.workspace_id = $1 and o.seq > c.seq order by o.seq limit 1), 0) as behind_ms
       from outbox_cursor c where c.workspace_id = $1 order by c.consumer`,
    [workspaceId],
  );
  return rows;
}
