/** Whose purchases a program's pay comes from. */
import type { Client } from "./db.ts";

export type PayBySource = { unit: string; total: number; from_members: number };

/**
 * What a program owes for purchases since an instant, by unit, and the part of it that rests on purchases of people who take
 * part in it themselves. Counts what is owed now: what was taken back was not paid.
 */
export async function payBySource(workspaceId: string, db: Client, of: { programId: string; since: number }): Promise<PayBySource[]> {
  const { rows } = await db.query<PayBySource>(
    `select r.unit, sum(r.owed)::bigint as total,
            coalesce(sum(r.owed) filter (where a.person_id is not null), 0)::bigint as from_members
       from reward r
       left join advocate a on a.workspace_id = r.workspace_id and a.program_id = r.program_id and a.person_id = r.friend_id
        and a.status in ('active', 'left') and a.joined_at <= r.at
      where r.workspace_id = $1 and r.program_id = $2 and r.at >= $3 and r.friend_id is not null and r.owed > 0
      group by r.unit order by r.unit`,
    [workspaceId, of.programId, of.since],
  );
  return rows;
}
