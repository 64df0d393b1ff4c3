/**
 * What of cases, leads, requests and thanks follows a person who turned out to be somebody else. Steps of a case, and who sent or decided
 * something, keep the id under which it was done, as facts do. One statement: merging happens while events settle.
 */
const swap = (column: string): string => `${column} = case when ${column} = $2::uuid then $3::uuid else ${column} end`;
const move = (table: string, columns: readonly string[]): string =>
  `update ${table} set ${columns.map(swap).join(", ")}
    where workspace_id = $1 and (${columns.map((c) => `${c} = $2::uuid`).join(" or ")})`;

/** $1 workspace, $2 the id that goes, $3 the id that stays. */
export const MOVE_CASES = `with
  on_case as (select case_id, role, added_at from case_person where workspace_id = $1 and person_id = $2::uuid),
  members as (insert into case_person as t (workspace_id, case_id, person_id, role, added_at)
    select $1::uuid, case_id, $3::uuid, role, added_at from on_case
    on conflict (workspace_id, case_id, person_id) do update set role = excluded.role
     where array_position(array['owner', 'coordinator', 'place', 'member'], excluded.role)
         < array_position(array['owner', 'coordinator', 'place', 'member'], t.role)),
  gone as (delete from case_person where workspace_id = $1 and person_id = $2::uuid),
  files as (update case_file set ${["person_id", "owner_id", "coordinator_id"].map(swap).join(", ")}
    where workspace_id = $1 and (person_id = $2::uuid or id in (select case_id from on_case))),
  places as (${move("place", ["person_id"])}),
  words as (${move("private_text", ["about", "author"])}),
  leads as (${move("lead", ["person_id"])}),
  requests as (${move("member_request", ["from_id", "to_id"])}),
  introductions as (${move("introduction", ["giver_id", "receiver_id", "person_id"])}),
  slips as (${move("slip", ["from_id", "to_id"])})
  select 1`;

/** $1 workspace, $2 every id of the person: words about her, and her own where they are no part of somebody's case. */
export const ERASE_WORDS = `delete from private_text where workspace_id = $1
  and (about = any($2::uuid[]) or author = any($2::uuid[]) and kind <> 'case')`;
