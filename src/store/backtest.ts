/** The stored past as a stream, person by person. */
import { copyOut, uuidAt } from "./copy-out.ts";
import type { Client } from "./db.ts";

/** `isNew`: another person begins. */
export type PastFact = { person: string; isNew: boolean; client: string; at: number; type: string; body: Record<string, unknown> };

/** The server's memory for sorting; beyond it uses its files. */
const SORT_MEMORY = "64MB";

const PAST = `
  select coalesce(m.merged_into, f.owner) as person, f.client_id, f.at, f.type, f.body
    from (select g.id, g.client_id, g.at, g.type, g.body,
                 case when g.type in ('refund', 'chargeback', 'order_updated') and g.order_id is not null
                 then coalesce(
                   (select o.person_id from order_state o where o.workspace_id = $1 and o.order_id = g.order_id), g.person_id)
                 else g.person_id end as owner
            from fact g left join fact_status s on s.workspace_id = $1 and s.fact_id = g.id
           where g.workspace_id = $1 and (g.at < $2 or g.type in ('refund', 'chargeback', 'order_updated'))
             and coalesce(s.status, g.status) not in ('failed', 'withdrawn')) f
    left join (select p.id, p.merged_into from person p where p.workspace_id = $1 and p.merged_into is not null) m on m.id = f.owner
   where f.owner is not null
  order by 1, f.at, f.client_id`;

/**
 * Facts in the order of people, then of time. A correction belongs to whoever owns its order; a merged person's facts to the one who
 * stays; facts that failed or were taken back are left out. Of what happened from `to` on only corrections are read: they say what the past
 * is worth now.
 * One statement, which is also its one snapshot. The sort is the server's: it reads the table once from end to end,
 * where looking facts up person by person would touch every page of it many times.
 */
export async function streamFacts(
  workspaceId: string,
  db: Client,
  { to, take }: { to: number; take: (fact: PastFact) => void | Promise<void> },
): Promise<void> {
  await db.query(`set local work_mem = '${SORT_MEMORY}'`);
  await db.query("set local jit = off");
  // What is granted is ranked and paid before this connection is asked for anything more.
  await db.query("set local idle_in_transaction_session_timeout = 0");
  const [before, now] = [Buffer.alloc(16), Buffer.alloc(16)];
  let person = "";
  await copyOut(db, { text: PAST, values: [workspaceId, to] }, (row) => {
    row.uuidInto(now, 0);
    const isNew = person === "" || !now.equals(before);
    if (isNew) {
      now.copy(before);
      person = uuidAt(now, 0);
    }
    const [client, at, type] = [row.text()!, row.int8(), row.text()!];
    return take({ person, isNew, client, at, type, body: row.json() as Record<string, unknown> });
  });
}

/** Everybody who may be an advocate of evidence: whose own recruiter matters to a draft that pays above. */
export async function readAdvocates(workspaceId: string, db: Client): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    "select person_id as id from link where workspace_id = $1 union select person_id from advocate where workspace_id = $1",
    [workspaceId],
  );
  return new Set(rows.map((r) => r.id));
}

/** The first purchase of each person's company, for drafts whose friends must be new to theirs. */
export async function readCompanyFirsts(workspaceId: string, db: Client): Promise<Map<string, { at: number; client: string }>> {
  const { rows } = await db.query<{ id: string; at: number; client: string }>(
    `select p.id, c.first_order_at as at, c.first_order_client as client from person p join company c on c.workspace_id = $1
      and c.id = p.company_id
      where p.workspace_id = $1 and p.merged_into is null and c.first_order_at is not null`,
    [workspaceId],
  );
  return new Map(rows.map((r) => [r.id, { at: r.at, client: r.client }]));
}

/** What was really posted for a program in a span, by rule and unit. */
export async function postedByRule(
  workspaceId: string,
  db: Client,
  of: { program: string; from: number; to: number },
): Promise<{ rule: string; unit: string; rewards: number; cost: number }[]> {
  const { rows } = await db.query<{ rule: string; unit: string; rewards: number; cost: number }>(
    `select r.rule, r.unit, count(*) filter (where r.owed > 0)::bigint as rewards, coalesce(sum(r.owed), 0)::bigint as cost
       from reward r join program p on p.workspace_id = r.workspace_id and p.id = r.program_id
      where r.workspace_id = $1 and p.key = $2 and r.at >= $3 and r.at < $4 group by 1, 2 order by 1, 2`,
    [workspaceId, of.program, of.from, of.to],
  );
  return rows;
}
