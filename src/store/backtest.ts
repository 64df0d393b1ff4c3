/** The stored past as a stream, person by person. */
import type { Client } from "./db.ts";

export type PastFact = { person: string; id: string; client_id: string; at: number; type: string; body: Record<string, unknown> };

/** Rows fetched at once: about 1 MB of bodies. */
const PAGE = 4_000;

/**
 * Facts in the order of people, then of time. A correction belongs to whoever owns its order; a merged person's facts to the one who
 * stays. Needs a transaction (a cursor), which is also its one snapshot.
 */
export async function* streamFacts(workspaceId: string, db: Client, to: number): AsyncGenerator<PastFact[], void, void> {
  await db.query(
    `declare past no scroll cursor for
       select coalesce(m.into_id, o.person_id, f.person_id) as person, f.id, f.client_id, f.at, f.type, f.body
         from fact f
         left join order_state o on o.workspace_id = $1 and o.order_id = f.order_id and f.type in ('refund', 'chargeback', 'order_updated')
         left join lateral (select p.merged_into as into_id from person p
                             where p.workspace_id = $1 and p.id = coalesce(o.person_id, f.person_id)
                               and p.merged_into is not null) m on true
        where f.workspace_id = $1 and f.at < $2 and f.status in ('settled', 'parked') and coalesce(o.person_id, f.person_id) is not null
        order by 1, f.at, f.client_id`,
    [workspaceId, to],
  );
  for (;;) {
    const { rows } = await db.query<PastFact>(`fetch ${PAGE} from past`);
    if (rows.length === 0) break;
    yield rows;
  }
  await db.query("close past");
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
