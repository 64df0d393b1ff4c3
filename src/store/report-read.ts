/** Reading figures of days, summed over a report's days. */
import type { CohortSum } from "../core/analytics/cohort-report.ts";
import { STEP_DAYS } from "../core/analytics/report-rows.ts";
import type { Sum } from "../core/analytics/report.ts";
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

export type SumsAsk = { programs: readonly string[]; metrics: readonly string[]; dim: string; from: number; to: number };

/** Sums by metric, unit and group of `dim` ('' is the whole; "program" groups by program). */
export async function readSums(workspaceId: string, db: Client, ask: SumsAsk): Promise<Sum[]> {
  const key = ask.dim === "program" ? "t.program_id::text" : "t.key";
  const { rows } = await db.query<Sum>(
    `select t.metric, ${key} as key, t.unit, sum(t.value)::bigint as value
       from unnest($2::uuid[]) as p(id) cross join unnest($3::text[]) as m(metric)
       join report_day t on t.workspace_id = $1 and t.program_id = p.id and t.metric = m.metric and t.dim = $4
        and t.day between $5 and $6 and t.value <> 0
      group by 1, 2, 3`,
    [workspaceId, plain(ask.programs), ask.metrics, ask.dim === "program" ? "" : ask.dim, ask.from, ask.to],
  );
  return rows;
}

export type PointRow = { metric: string; unit: string; day: number; value: number };

/** The same by day, of the whole. */
export async function readPoints(workspaceId: string, db: Client, ask: Omit<SumsAsk, "dim">): Promise<PointRow[]> {
  const { rows } = await db.query<PointRow>(
    `select t.metric, t.unit, t.day, sum(t.value)::bigint as value
       from unnest($2::uuid[]) as p(id) cross join unnest($3::text[]) as m(metric)
       join report_day t on t.workspace_id = $1 and t.program_id = p.id and t.metric = m.metric and t.dim = ''
        and t.day between $4 and $5 and t.value <> 0
      group by 1, 2, 3 order by 3, 1, 2`,
    [workspaceId, plain(ask.programs), ask.metrics, ask.from, ask.to],
  );
  return rows;
}

export type RevisedRow = {
  metric: string;
  unit: string;
  day: number;
  program_id: string;
  was: number;
  value: number;
  revised_at: number;
};

/** What changed in days that were over, the latest first. */
export async function readRevised(workspaceId: string, db: Client, ask: Omit<SumsAsk, "dim"> & { limit: number }): Promise<RevisedRow[]> {
  const { rows } = await db.query<RevisedRow>(
    `select t.metric, t.unit, t.day, t.program_id, t.was, t.value, t.revised_at from report_day t
      where t.workspace_id = $1 and t.revised_at is not null and t.dim = '' and t.program_id = any($2::uuid[])
        and t.metric = any($3::text[])
        and t.day between $4 and $5 and t.was <> t.value
      order by t.revised_at desc, t.day desc, t.metric limit $6`,
    [workspaceId, plain(ask.programs), ask.metrics, ask.from, ask.to, ask.limit],
  );
  return rows;
}

/**
 * Friends who came by day; and by the thirty days after it who ordered and for how much, summed by month of those whose thirty days are
 * over, under the last day of them: no others are shown, and two years by day were 20,000 rows.
 */
export async function readCohorts(
  workspaceId: string,
  db: Client,
  ask: { programs: readonly string[]; from: number; to: number; today: number },
): Promise<CohortSum[]> {
  const { rows } = await db.query<CohortSum>(
    `select max(t.day) as day, t.step, t.metric, t.unit, sum(t.value)::bigint as value
       from unnest($2::uuid[]) as p(id)
       cross join (values ('friends_came', ''), ('retained', 'after'), ('cohort_revenue', 'after')) as m(metric, dim)
       cross join lateral (
         select d.day, case d.dim when 'after' then d.key::int end as step, d.metric, d.unit, d.value from report_day d
          where d.workspace_id = $1 and d.program_id = p.id and d.metric = m.metric and d.dim = m.dim and d.day between $3 and $4
            and d.value <> 0) t
      where t.step is null or t.day + (t.step + 1) * $6::int <= $5
      group by case when t.step is null then t.day::text else to_char(date '1970-01-01' + t.day, 'YYYY-MM') end, 2, 3, 4`,
    [workspaceId, plain(ask.programs), ask.from, ask.to, ask.today, STEP_DAYS],
  );
  return rows;
}
