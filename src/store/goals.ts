/** Goals, and what has been reached of them. */
import type { GoalMetric } from "../core/goal.ts";
import type { Client } from "./db.ts";

/** The program of a goal that is the whole workspace's. */
export const EVERY_PROGRAM = "00000000-0000-0000-0000-000000000000";

export type GoalRow = { program_id: string; program: string | null; metric: GoalMetric; target: number; since: number; until: number };

/** The workspace's own first, then by program. */
export async function listGoals(workspaceId: string, db: Client): Promise<GoalRow[]> {
  const { rows } = await db.query<GoalRow>(
    `select g.program_id, p.key as program, g.metric, g.target, g.since, g.until
       from goal g left join program p on p.workspace_id = $1 and p.id = g.program_id
      where g.workspace_id = $1 order by p.key nulls first`,
    [workspaceId],
  );
  return rows;
}

/** Sets a goal or changes it. Another metric counts anew from `since`; the same goes on. */
export async function saveGoal(
  workspaceId: string,
  db: Client,
  goal: { programId: string; metric: GoalMetric; target: number; since: number | null; until: number; now: number },
): Promise<void> {
  await db.query(
    `insert into goal as g (workspace_id, program_id, metric, target, since, until, changed_at)
     values ($1, $2, $3, $4, coalesce($5, $7::bigint), $6, $7)
         on conflict (workspace_id, program_id) do update set metric = excluded.metric, target = excluded.target, until = excluded.until,
            changed_at = excluded.changed_at,
            since = case when $5::bigint is not null or g.metric <> excluded.metric then excluded.since else g.since end`,
    [workspaceId, goal.programId, goal.metric, goal.target, goal.since, goal.until, goal.now],
  );
}

export async function deleteGoal(workspaceId: string, db: Client, programId: string): Promise<boolean> {
  const { rowCount } = await db.query("delete from goal where workspace_id = $1 and program_id = $2", [workspaceId, programId]);
  return rowCount === 1;
}

// Each by an index whose order is time; `first` and `last` are ids that begin with the goal's instants.
const COUNTS: Record<GoalMetric, string> = {
  referrals: `select count(*) as n from referral r where r.workspace_id = $1 and r.id >= $5 and r.id < $6
      and ($2::uuid = '${EVERY_PROGRAM}' or r.program_id = $2) and r.status in ('open', 'qualified') and $3::bigint <= $4::bigint`,
  customers: `select count(*) as n from referral r where r.workspace_id = $1 and r.qualified_at >= $3 and r.qualified_at < $4
      and ($2::uuid = '${EVERY_PROGRAM}' or r.program_id = $2) and r.status = 'qualified' and $5::uuid <= $6::uuid`,
  advocates: `select count(*) as n from advocate a where a.workspace_id = $1 and a.joined_at >= $3 and a.joined_at < $4
      and ($2::uuid = '${EVERY_PROGRAM}' or a.program_id = $2) and a.status = 'active' and $5::uuid <= $6::uuid`,
};

/** What was reached in a stretch of time. */
export async function countReached(
  workspaceId: string,
  db: Client,
  of: { programId: string; metric: GoalMetric; from: number; to: number; first: string; last: string },
): Promise<number> {
  const { rows } = await db.query<{ n: number }>(COUNTS[of.metric], [workspaceId, of.programId, of.from, of.to, of.first, of.last]);
  return rows[0]?.n ?? 0;
}
