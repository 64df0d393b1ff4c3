/** What becomes of mails when somebody is erased ($2: all her ids) or turns out to be somebody else ($2 goes, $3 stays). */

/** Mails to her, and mails to others that name her, go; that an address was written to or bounced stays as its hash. */
export const ERASE_MAIL: readonly string[] = [
  `with gone as (delete from mail where workspace_id = $1 and (person_id = any($2::uuid[]) or about && $2::uuid[]) returning message_id)
   delete from mail_attempt where workspace_id = $1 and message_id in (select message_id from gone)`,
  "update mail_bounce set person_id = null where workspace_id = $1 and person_id = any($2::uuid[])",
  "update mail_invitation set email = null, name = null, note = null where workspace_id = $1 and advocate_id = any($2::uuid[])",
];

export const MOVE_MAIL: readonly string[] = [
  "update mail set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  "update mail set about = array_replace(about, $2::uuid, $3::uuid) where workspace_id = $1 and about @> array[$2::uuid]",
  "update mail_bounce set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  "update mail_invitation set advocate_id = $3::uuid where workspace_id = $1 and advocate_id = $2::uuid",
];
