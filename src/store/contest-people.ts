/** Contests, rankings, shares and deliverables of a person: what goes when she is erased, what follows her when she is merged. */

/**
 * Erasing, with $1 the workspace and $2 every id of the person. Published lists keep their lines, which name nobody: only who stands
 * behind a line is forgotten. Ranks keep the bare id. Addresses of what she posted go.
 */
export const ERASE_CONTESTS: readonly string[] = [
  "update contest_entry set person_id = null where workspace_id = $1 and person_id = any($2::uuid[])",
  "update contest_winner set person_id = null where workspace_id = $1 and person_id = any($2::uuid[])",
  "delete from leaderboard_hidden where workspace_id = $1 and person_id = any($2::uuid[])",
  `delete from share_visit where workspace_id = $1 and share_id in (
     select id from share where workspace_id = $1 and person_id = any($2::uuid[]))`,
  `update share set url = null, status = case when status = 'waiting' then 'expired' else status end
    where workspace_id = $1 and person_id = any($2::uuid[])`,
  `update deliverable set url = 'erased:' || id::text, reason = null,
          status = case when status = 'submitted' then 'refused' else status end
    where workspace_id = $1 and person_id = any($2::uuid[])`,
];

/** Merging, with $1 the workspace, $2 the id that goes, $3 the id that stays. Of two frozen ranks the one who stays keeps hers. */
export const MOVE_CONTESTS: readonly string[] = [
  "update contest_entry set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  "update contest_winner set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  `update leaderboard_rank t set person_id = $3::uuid where t.workspace_id = $1 and t.person_id = $2::uuid
      and not exists (select from leaderboard_rank r where r.workspace_id = $1 and r.program_id = t.program_id and r.period = t.period
        and r.person_id = $3::uuid)`,
  "delete from leaderboard_rank where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid",
  `insert into leaderboard_hidden (workspace_id, program_id, person_id) select $1::uuid, program_id, $3::uuid from leaderboard_hidden
    where workspace_id = $1 and person_id = $2::uuid on conflict do nothing`,
  "delete from leaderboard_hidden where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid",
  "update share set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  "update deliverable set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
];
