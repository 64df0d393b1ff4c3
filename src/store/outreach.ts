/** Plans to ask people, with their calendar and what came of it. */
import type { OutreachStep, Way } from "../core/analytics/outreach.ts";
import type { Client } from "./db.ts";

export type OutreachRow = {
  id: string;
  name: string;
  program_id: string;
  program: string;
  starts_at: number;
  mails: number;
  notes: number;
  created_at: number;
  ended_at: number | null;
  planned: number;
  asked: number;
  joined: number;
  referred: number;
};

// Joined: after she was asked. Referred: joined, and somebody came by her.
const PLAN = `
  select o.id, o.name, o.program_id, g.key as program, o.starts_at, o.mails, o.notes, o.created_at, o.ended_at,
         s.planned, s.asked, s.joined, s.referred
    from outreach_plan o
    join program g on g.workspace_id = o.workspace_id and g.id = o.program_id
   cross join lateral (
     select count(*) as planned, count(t.asked_at) as asked, count(a.joined_at) as joined,
            count(*) filter (where a.joined_at is not null and exists (select from referral r where r.workspace_id = $1
              and r.advocate_id = t.person_id and r.program_id = o.program_id and r.status <> 'superseded')) as referred
       from outreach_step t
       left join advocate a on a.workspace_id = $1 and a.program_id = o.program_id and a.person_id = t.person_id
        and a.status = 'active' and t.asked_at is not null and a.joined_at >= t.asked_at
      where t.workspace_id = $1 and t.plan_id = o.id and t.skipped_at is null) s
   where o.workspace_id = $1`;

export async function readOutreach(workspaceId: string, db: Client, id: string): Promise<OutreachRow | null> {
  const { rows } = await db.query<OutreachRow>(`${PLAN} and o.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Newest first. */
export async function listOutreach(
  workspaceId: string,
  db: Client,
  page: { before: string | null; limit: number },
): Promise<OutreachRow[]> {
  const { rows } = await db.query<OutreachRow>(`${PLAN} and ($2::uuid is null or o.id < $2) order by o.id desc limit $3`, [
    workspaceId,
    page.before,
    page.limit,
  ]);
  return rows;
}

export type StepRow = {
  nth: number;
  week: number;
  way: Way;
  group_id: string;
  group: string | null;
  person_id: string | null;
  name: string | null;
  email: string | null;
  score: number | null;
  asked_at: number | null;
  skipped_at: number | null;
};

/** The calendar in its order. */
export async function listSteps(
  workspaceId: string,
  db: Client,
  of: { planId: string; after: number; limit: number },
): Promise<StepRow[]> {
  const { rows } = await db.query<StepRow>(
    `select t.nth, t.week, t.way, t.group_id, g.name as group, t.person_id, v.data ->> 'name' as name, v.data ->> 'email' as email,
            f.score, t.asked_at, t.skipped_at
       from outreach_step t
       left join source_group g on g.workspace_id = $1 and g.id = t.group_id
       left join person_private v on v.workspace_id = $1 and v.person_id = t.person_id
       left join person_profile f on f.workspace_id = $1 and f.person_id = t.person_id
      where t.workspace_id = $1 and t.plan_id = $2 and t.nth > $3 order by t.nth limit $4`,
    [workspaceId, of.planId, of.after, of.limit],
  );
  return rows;
}

export type NewPlan = { id: string; name: string; programId: string; startsAt: number; mails: number; notes: number };

export async function insertOutreach(
  workspaceId: string,
  db: Client,
  of: { plan: NewPlan; steps: readonly OutreachStep[] },
): Promise<void> {
  const { plan, steps } = of;
  await db.query(
    `insert into outreach_plan (workspace_id, id, name, program_id, starts_at, mails, notes, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, workspace_now($1))`,
    [workspaceId, plan.id, plan.name, plan.programId, plan.startsAt, plan.mails, plan.notes],
  );
  await db.query(
    `insert into outreach_step (workspace_id, plan_id, nth, week, way, group_id, person_id)
     select $1, $2, t.nth, t.week, t.way, t."group", t.person
       from json_to_recordset($3) as t(nth int, week int, way text, "group" uuid, person uuid)`,
    [workspaceId, plan.id, JSON.stringify(steps.map((step, i) => ({ ...step, nth: i + 1 })))],
  );
}

/** People in a plan that goes on: they are not asked by two. */
export async function peopleBeingAsked(workspaceId: string, db: Client): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select distinct t.person_id as id from outreach_step t join outreach_plan o on o.workspace_id = $1 and o.id = t.plan_id
      where t.workspace_id = $1 and t.person_id is not null and t.skipped_at is null and o.ended_at is null`,
    [workspaceId],
  );
  return rows.map((row) => row.id);
}

/** False: there is no such step. */
export async function decideStepRow(
  workspaceId: string,
  db: Client,
  of: { planId: string; nth: number; state: "asked" | "skipped" | "planned" },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update outreach_step set asked_at = case when $4 = 'asked' then coalesce(asked_at, workspace_now($1)) end,
            skipped_at = case when $4 = 'skipped' then coalesce(skipped_at, workspace_now($1)) end
      where workspace_id = $1 and plan_id = $2 and nth = $3`,
    [workspaceId, of.planId, of.nth, of.state],
  );
  return rowCount === 1;
}

/** False: there is no such plan, or it has ended. */
export async function endOutreach(workspaceId: string, db: Client, id: string): Promise<boolean> {
  const { rowCount } = await db.query(
    "update outreach_plan set ended_at = workspace_now($1) where workspace_id = $1 and id = $2 and ended_at is null",
    [workspaceId, id],
  );
  return rowCount === 1;
}
