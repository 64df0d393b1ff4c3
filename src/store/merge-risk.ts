/**
 * What was judged of two people who turn out to be one. Parameters as in merge-people.ts: $1 workspace, $2 the id that goes, $3 the one
 * that stays. Of two judgements of one friend in one program the stricter stays: refused, waiting, approved, allowed.
 */

const RANK = "array_position(array['allowed', 'approved', 'open', 'refused'], %.state)";
const rank = (alias: string) => RANK.replace("%", alias);

export const RISK: readonly string[] = [
  "update coupon_use set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  "update licence set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
  `insert into risk_signal as t (workspace_id, kind, hash, person_id, last_at, expires_at)
   select $1::uuid, kind, hash, $3::uuid, last_at, expires_at from risk_signal where workspace_id = $1 and person_id = $2::uuid
       on conflict (workspace_id, kind, hash, person_id) do update set last_at = greatest(t.last_at, excluded.last_at),
          expires_at = greatest(t.expires_at, excluded.expires_at)`,
  "delete from risk_signal where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid",
  `insert into risk_list as t (workspace_id, id, list, kind, value, note, added_at, expires_at)
   select $1::uuid, gen_random_uuid(), list, kind, $3::text, note, added_at, expires_at from risk_list
    where workspace_id = $1 and kind = 'person' and value = $2::text
       on conflict (workspace_id, kind, value) do update set list = case when excluded.list = 'block' then 'block' else t.list end`,
  "delete from risk_list where workspace_id = $1 and kind = 'person' and value = $2::text and value <> $3::text",
  `delete from risk_assessment d using risk_assessment k
    where d.workspace_id = $1 and k.workspace_id = $1 and k.program_id = d.program_id
      and d.friend_id = $2::uuid and k.friend_id = $3::uuid and ${rank("d")} <= ${rank("k")}`,
  `delete from risk_assessment d using risk_assessment k
    where d.workspace_id = $1 and k.workspace_id = $1 and k.program_id = d.program_id
      and d.friend_id = $3::uuid and k.friend_id = $2::uuid`,
  "update risk_assessment set friend_id = $3::uuid where workspace_id = $1 and friend_id = $2::uuid",
  "update risk_assessment set advocate_id = $3::uuid where workspace_id = $1 and advocate_id = $2::uuid",
];

/** What waited for a review is looked at again: it may be another's now, or none's. Sent last. */
export const REGATED = `update reward set gate = 'risk' where workspace_id = $1 and gate = 'risk_review' and $2::uuid <> $3::uuid
   and (friend_id = $3::uuid or recipient_id = $3::uuid)`;
