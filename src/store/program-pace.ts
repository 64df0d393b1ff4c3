/** How programs go in days that reach to now: from the figures of days. */
import type { Client } from "./db.ts";

export type PaceRow = { program: string; metric: "friends_came" | "rewards" | "reward_cost"; form: string; unit: string; value: number };

/** Friends who came, rewards of which something is owed and what that is worth, the last two by form and unit. */
export async function readPace(workspaceId: string, db: Client, of: { from: number; to: number }): Promise<PaceRow[]> {
  const { rows } = await db.query<PaceRow>(
    `select p.key as program, t.metric, t.key as form, t.unit, sum(t.value)::bigint as value
       from program p cross join (values ('friends_came', ''), ('rewards', 'form'), ('reward_cost', 'form')) as m(metric, dim)
       join report_day t on t.workspace_id = $1 and t.program_id = p.id and t.metric = m.metric and t.dim = m.dim
        and t.day between $2 and $3 and t.value <> 0
      where p.workspace_id = $1 group by 1, 2, 3, 4 order by 1, 3, 4`,
    [workspaceId, of.from, of.to],
  );
  return rows;
}
