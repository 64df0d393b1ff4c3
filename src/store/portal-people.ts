/** What of a person's own side moves when she turns out to be somebody else, and what goes when she is erased. */

// $1 workspace, $2 the id that goes, $3 the id that stays.
export const MOVE_PORTAL = [
  "update portal_session set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  "update portal_invitation set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  "update portal_help set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  `insert into portal_asked (workspace_id, person_id, moment, at)
   select $1::uuid, $3::uuid, moment, at from portal_asked where workspace_id = $1 and person_id = $2::uuid on conflict do nothing`,
  "delete from portal_asked where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid",
  "update person_note set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  `insert into portal_answers as t (workspace_id, program_id, person_id, data, at)
   select $1::uuid, program_id, $3::uuid, data, at from portal_answers where workspace_id = $1 and person_id = $2::uuid
       on conflict do nothing`,
  "delete from portal_answers where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid",
  `insert into portal_preference as t (workspace_id, person_id, locale, zone, off, digest, updated_at)
   select $1::uuid, $3::uuid, locale, zone, off, digest, updated_at from portal_preference where workspace_id = $1 and person_id = $2::uuid
       on conflict do nothing`,
  "delete from portal_preference where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid",
  // Sealed with the id of the row it was said in, so it cannot move: she says it again.
  "delete from payout_detail where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid",
];

/** $1 workspace, $2 all ids of the person. Codes that wait to be typed are found by the address, and are too old in ten minutes anyway. */
export const ERASE_PORTAL = [
  "delete from portal_session where workspace_id = $1 and person_id = any($2::uuid[])",
  "delete from portal_invitation where workspace_id = $1 and person_id = any($2::uuid[])",
  "delete from portal_answers where workspace_id = $1 and person_id = any($2::uuid[])",
  "delete from portal_preference where workspace_id = $1 and person_id = any($2::uuid[])",
  "delete from portal_asked where workspace_id = $1 and person_id = any($2::uuid[])",
  "delete from portal_help where workspace_id = $1 and person_id = any($2::uuid[])",
  "delete from person_note where workspace_id = $1 and person_id = any($2::uuid[])",
  "delete from payout_detail where workspace_id = $1 and person_id = any($2::uuid[])",
];

/** $1 workspace, $2 all ids of the person. */
export const EXPORT_PORTAL = {
  applications: `select g.key as program, a.data, a.at from portal_answers a
       join program g on g.workspace_id = $1 and g.id = a.program_id
     where a.workspace_id = $1 and a.person_id = any($2::uuid[]) order by a.at`,
  preferences: "select locale, zone, off, digest from portal_preference where workspace_id = $1 and person_id = any($2::uuid[])",
  payout_details: "select method, hint, at from payout_detail where workspace_id = $1 and person_id = any($2::uuid[])",
  questions: `select id, program, topic, text, page, at, answer, answered_at, kind, state, tags, score from portal_help
     where workspace_id = $1 and person_id = any($2::uuid[]) order by at, id`,
  asked_how_easy: "select moment, at from portal_asked where workspace_id = $1 and person_id = any($2::uuid[]) order by at",
  notes: "select id, text, at from person_note where workspace_id = $1 and person_id = any($2::uuid[]) order by at, id",
  sessions: `select how, program, created_at, seen_at, ends_at from portal_session
     where workspace_id = $1 and person_id = any($2::uuid[]) order by created_at`,
};
