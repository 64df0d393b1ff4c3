/** The rows of advocates that reports count: who was asked, joined, shared, was visited, brought a friend. */
import { plain } from "./arrays.ts";
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
  const ids = [...families.keys()];
  const { rows } = await db.query<AdvocateInput>(
    `with family as materialized (select * from unnest($2::uuid[], $3::uuid[]) as f(id, root)),
     asked as materialized (
       select f.root, a.program_id, min(x.asked_at) as at from family f
         join announcement_person x on x.workspace_id = $1 and x.person_id = f.id and x.asked_at is not null
         join announcement a on a.workspace_id = $1 and a.id = x.announcement_id and a.program_id is not null group by 1, 2
       union all
       select f.root, p.program_id, min(s.asked_at) from family f
         join outreach_step s on s.workspace_id = $1 and s.person_id = f.id and s.asked_at is not null
         join outreach_plan p on p.workspace_id = $1 and p.id = s.plan_id group by 1, 2),
     joined as materialized (
       select f.root, a.program_id, min(a.joined_at) as at from family f
         join advocate a on a.workspace_id = $1 and a.person_id = f.id and a.status in ('active', 'left') group by 1, 2),
     place as (select root, program_id from asked union select root, program_id from joined)
     select y.program_id, y.root as person_id, ${COUNTRY} as country,
            (select min(a.at) from asked a where a.root = y.root and a.program_id = y.program_id) as asked_at,
            (select j.at from joined j where j.root = y.root and j.program_id = y.program_id) as joined_at,
            exists (select from family f join share s on s.workspace_id = $1 and s.person_id = f.id and s.program_id = y.program_id
                     where f.root = y.root)
              or exists (select from family f join fact t on t.workspace_id = $1 and t.person_id = f.id and t.type = 'share'
                     where f.root = y.root) as shared,
            exists (select from family f join link l on l.workspace_id = $1 and l.person_id = f.id and l.program_id = y.program_id
                     where f.root = y.root and exists (select from touch t where t.workspace_id = $1 and t.link_id = l.id)) as visited,
            exists (select from family f join referral r on r.workspace_id = $1 and r.advocate_id = f.id and r.program_id = y.program_id
                     where f.root = y.root and r.status in ('open', 'qualified')) as referred
       from place y left join person_private v on v.workspace_id = $1 and v.person_id = y.root`,
    [workspaceId, plain(ids), plain(ids.map((id) => families.get(id)!))],
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
