/** On which days a group of a figure has anything, by the figures of days. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

/** Sums that may come to nothing are looked up by what they are sums of. */
const COUNTED_BY: Readonly<Record<string, string>> = { revenue: "orders", reward_cost: "rewards" };

export type GroupDaysAsk = { metric: string; programs: readonly string[]; by: string; key: string; from: number; to: number };

/** The latest first; null: the metric is not kept by this. */
export async function readGroupDays(workspaceId: string, db: Client, ask: GroupDaysAsk): Promise<number[] | null> {
  const { rows } = await db.query<{ days: number[] | null }>(
    `select case when exists (select from unnest($2::uuid[]) p(id) cross join lateral (
                   select from report_day t where t.workspace_id = $1 and t.program_id = p.id and t.metric = $3 and t.dim = $4 limit 1) k)
       then array(select distinct x.day from unnest($2::uuid[]) p(id) cross join lateral (
              select t.day from report_day t where t.workspace_id = $1 and t.program_id = p.id and t.metric = $3 and t.dim = $4
                 and t.day between $6 and $7 and t.key = $5 and t.value <> 0 offset 0) x order by 1 desc) end as days`,
    [workspaceId, plain(ask.programs), COUNTED_BY[ask.metric] ?? ask.metric, ask.by, ask.key, ask.from, ask.to],
  );
  return rows[0]!.days;
}
