/** The rows of advocates that reports count: who was asked, joined, shared, was visited, brought a friend. */
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";
import { COUNTRY } from "./report-rows.ts";

type Kept = { program_id: string; person_id: string; country: string; shared: boolean; visited: boolean; referred: boolean };
export type AdvocateInput = Kept & { asked_at: number | null; joined_at: number | null };
/** Days since 1970 in the workspace's zone. */
export type AdvocateRow = Kept & { asked: number | null; joined: number | null };

/** Of these people (a map of every id to whom it stands for): a row for each program that they were asked to join, or joined. */
export async function readAdvocateInputs(
  workspaceId: string,
  db: Client,
  families: ReadonlyMap<string, string>,
): Promise<AdvocateInput[]> {
  const kin = [...Map.groupBy(families.keys(), (id) => families.get(id)!)];
  // One row a person, with all her ids, and everything asked of that row by index. Joins between what was found of thousands of people
  // were guessed to be of few rows and became loops in loops: 14 s and more for a page, when 0.1 are enough. Each question is asked of one
  // person (lateral, limit or offset 0): before the server has statistics, a join read all links of the program for each of the people.
  const { rows } = await db.query<AdvocateInput>(
    `select y.program_id, f.root as person_id, y.asked_at, y.joined_at,
            coalesce((select ${COUNTRY} from person_private v where v.workspace_id = $1 and v.person_id = f.root), '') as country,
            exists (select from unnest(f.ids) i(id) cross join lateral (
                      select from share s where s.workspace_id = $1 and s.person_id = i.id and s.program_id = y.program_id limit 1) s)
              or exists (select from unnest(f.ids) i(id) join fact t on t.workspace_id = $1 and t.person_id = i.id and t.type = 'share')
              as shared,
            exists (select from unnest(f.ids) i(id) cross join lateral (
                      select l.id from link l where l.workspace_id = $1 and l.person_id = i.id and l.program_id = y.program_id offset 0) l
                     where exists (select from touch t where t.workspace_id = $1 and t.link_id = l.id)) as visited,
            exists (select from unnest(f.ids) i(id) cross join lateral (
                      select r.program_id, r.status from referral r where r.workspace_id = $1 and r.advocate_id = i.id offset 0) r
                     where r.program_id = y.program_id and r.status in ('open', 'qualified')) as referred
       from (select root, kin::uuid[] as ids from unnest($2::uuid[], $3::text[]) as k(root, kin)) f
      cross join lateral (
        select u.program_id, min(u.asked_at) as asked_at, min(u.joined_at) as joined_at from (
          select a.program_id, x.asked_at, null::bigint as joined_at from announcement_person x
            join announcement a on a.workspace_id = $1 and a.id = x.announcement_id and a.program_id is not null
           where x.workspace_id = $1 and x.person_id = any(f.ids) and x.asked_at is not null
          union all
          select p.program_id, s.asked_at, null from outreach_step s join outreach_plan p on p.workspace_id = $1 and p.id = s.plan_id
           where s.workspace_id = $1 and s.person_id = any(f.ids) and s.asked_at is not null
          union all
          select a.program_id, null, a.joined_at from advocate a
           where a.workspace_id = $1 and a.person_id = any(f.ids) and a.status in ('active', 'left')) u
         group by u.program_id) y`,
    [workspaceId, plain(kin.map(([root]) => root)), quoted(kin.map(([, ids]) => plain(ids)))],
  );
  return rows;
}

/** What is kept of these people, under any id. */
export async function readKeptAdvocates(workspaceId: string, db: Client, ids: readonly string[]): Promise<AdvocateRow[]> {
  const { rows } = await db.query<AdvocateRow>(
    `select program_id, person_id, country, asked, joined, shared, visited, referred from report_advocate
      where workspace_id = $1 and person_id = any($2::uuid[])`,
    [workspaceId, plain(ids)],
  );
  return rows;
}

/** Replaces the rows that are gone by those that were made. */
export async function saveAdvocates(
  workspaceId: string,
  db: Client,
  of: { gone: readonly AdvocateRow[]; made: readonly AdvocateRow[] },
): Promise<void> {
  if (of.gone.length > 0)
    await db.query(
      `delete from report_advocate r using unnest($2::uuid[], $3::uuid[]) as g(person, program)
        where r.workspace_id = $1 and r.person_id = g.person and r.program_id = g.program`,
      [workspaceId, plain(of.gone.map((row) => row.person_id)), plain(of.gone.map((row) => row.program_id))],
    );
  if (of.made.length === 0) return;
  await db.query(
    `insert into report_advocate (workspace_id, program_id, person_id, country, asked, joined, shared, visited, referred)
     select $1, r.* from json_to_recordset($2) as r(program_id uuid, person_id uuid, country text, asked int, joined int, shared boolean,
            visited boolean, referred boolean)
         on conflict do nothing`,
    [workspaceId, JSON.stringify(of.made)],
  );
}
