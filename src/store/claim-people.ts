/** What merging and erasing people does to claims, vacancies, deals and roles in companies. */

const PERSON = (parameter: string) => `'person:' || ${parameter}::uuid::text`;

/**
 * $1 workspace, $2 the id that goes, $3 the id that stays. Whoever claimed her first holds her. One statement, for merging happens while
 * events settle; no part of it reads what another writes.
 */
export const MOVE_CLAIMS = `with
  about as (update claim set friend_id = $3::uuid where workspace_id = $1 and friend_id = $2::uuid),
  share as (insert into claim_share as t (workspace_id, claim_id, person_id, place, share)
    select $1::uuid, claim_id, $3::uuid, place, share from claim_share where workspace_id = $1 and person_id = $2::uuid
        on conflict (workspace_id, claim_id, person_id) do update set share = t.share + excluded.share,
           place = least(t.place, excluded.place)),
  unshare as (delete from claim_share where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid),
  hold as (insert into claim_hold as t (workspace_id, program_id, subject, claim_id, at, until_at)
    select $1::uuid, program_id, ${PERSON("$3")}, claim_id, at, until_at from claim_hold
     where workspace_id = $1 and subject = ${PERSON("$2")}
        on conflict (workspace_id, program_id, subject) do update set at = least(t.at, excluded.at),
           claim_id = case when excluded.at < t.at then excluded.claim_id else t.claim_id end,
           until_at = case when excluded.at < t.at then excluded.until_at else t.until_at end),
  unhold as (delete from claim_hold where workspace_id = $1 and subject = ${PERSON("$2")} and $2::uuid <> $3::uuid),
  fills as (update vacancy set manager_id = case when manager_id = $2::uuid then $3::uuid else manager_id end,
      recruiter_id = case when recruiter_id = $2::uuid then $3::uuid else recruiter_id end
    where workspace_id = $1 and (manager_id = $2::uuid or recruiter_id = $2::uuid)),
  deals as (update deal set contact_id = $3::uuid where workspace_id = $1 and contact_id = $2::uuid),
  role as (insert into company_role (workspace_id, company_id, person_id, role, at)
    select $1::uuid, company_id, $3::uuid, role, at from company_role where workspace_id = $1 and person_id = $2::uuid
        on conflict do nothing)
  delete from company_role where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid`;

const HERS = `(friend_id = any($2::uuid[]) or id in (select s.claim_id from claim_share s
  where s.workspace_id = $1 and s.person_id = any($2::uuid[])))`;

/**
 * $1 workspace, $2 every id of hers; in this order. What was written to prove claims by her or about her goes, and what nobody has decided
 * is withdrawn. Decided claims stay under the bare ids.
 */
export const ERASE_CLAIMS = [
  `delete from claim_evidence where workspace_id = $1 and claim_id in (select id from claim where workspace_id = $1 and ${HERS})`,
  `delete from claim_hold where workspace_id = $1
      and claim_id in (select id from claim where workspace_id = $1 and status = 'pending' and ${HERS})`,
  `update claim set status = 'withdrawn', due_at = null where workspace_id = $1 and status = 'pending' and ${HERS}`,
  "delete from company_role where workspace_id = $1 and person_id = any($2::uuid[])",
];

/** The claims by and about somebody, and her roles, for an export. $1 workspace, $2 every id of hers. */
export const EXPORT_CLAIMS = {
  claims: `select id, subject, reference, status, reason, claimed_at, decided_at,
            (select e.text from claim_evidence e where e.workspace_id = $1 and e.claim_id = claim.id) as evidence
       from claim where workspace_id = $1 and ${HERS} order by claimed_at, id`,
  company_roles: `select c.external_id as company, r.role from company_role r join company c on c.workspace_id = $1 and c.id = r.company_id
     where r.workspace_id = $1 and r.person_id = any($2::uuid[]) order by 1`,
};
