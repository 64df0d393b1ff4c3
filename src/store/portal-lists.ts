/** What came of recommending, and what is owed for it, as the portal lists them. Only of the person who reads. */
import type { RewardDetail } from "../core/reward.ts";
import type { Client } from "./db.ts";

export type PageOf = { personId: string; programId: string; before: string | null; limit: number };

export type OwnRewardRow = {
  id: string;
  rule: string;
  basis: string;
  form: string;
  unit: string;
  nominal: number;
  owed: number;
  revision: number;
  state: string;
  reason: string | null;
  gate: string | null;
  at: number;
  available_at: number;
  matured_at: number | null;
  expires_at: number | null;
  payload: unknown;
  detail: RewardDetail | null;
  /** She was the friend of it, not who recommended. */
  own: boolean;
  friend_at: number | null;
  /** The friend's name where she named the friend herself, by a claim. */
  friend_name: string | null;
  code: string | null;
  valid_until: number | null;
};

// A name that an advocate gave herself she may read again; nobody else's.
const NAMED = (friend: string): string => `
  (select v.data ->> 'name' from person_private v
    where v.workspace_id = $1 and v.person_id = ${friend}
      and exists (select from claim c join claim_share h on h.workspace_id = $1 and h.claim_id = c.id and h.person_id = $2
                   where c.workspace_id = $1 and c.friend_id = ${friend} and c.program_id = $3))`;

/** Her rewards in a program, newest first; only those that one friend brought, where she is given. */
export async function listOwnRewards(workspaceId: string, db: Client, of: PageOf & { friendId?: string }): Promise<OwnRewardRow[]> {
  const { friendId } = of;
  const { rows } = await db.query<OwnRewardRow>({
    name: friendId === undefined ? "portal_rewards" : "portal_rewards_friend",
    text: `select r.id, r.rule, r.basis, r.form, r.unit, r.nominal, r.owed, r.revision, r.state, r.reason, r.gate, r.at, r.available_at,
                  r.matured_at, r.expires_at, r.payload, r.detail, coalesce(r.friend_id = $2, false) as own,
                  f.bound_at as friend_at, ${NAMED("r.friend_id")} as friend_name, k.code, k.valid_until
             from reward r
             left join referral f on f.workspace_id = $1 and f.friend_id = r.friend_id and f.program_id = r.program_id and r.friend_id <> $2
             left join lateral (select c.code, c.valid_until from coupon c where c.workspace_id = $1 and c.reward_id = r.id
                                 order by c.nth limit 1) k on r.form = 'coupon'
            where r.workspace_id = $1 and r.recipient_id = $2 and r.program_id = $3 and ($4::uuid is null or r.id < $4)
              and (r.payload ->> 'payer') is null${friendId === undefined ? "" : " and r.friend_id = $6"}
            order by r.id desc limit $5`,
    values: [workspaceId, of.personId, of.programId, of.before, of.limit, ...(friendId === undefined ? [] : [friendId])],
  });
  return rows;
}

type OwnedRow = Pick<
  OwnRewardRow,
  | "rule"
  | "basis"
  | "form"
  | "unit"
  | "nominal"
  | "owed"
  | "revision"
  | "state"
  | "reason"
  | "gate"
  | "available_at"
  | "matured_at"
  | "payload"
>;
export type OwnReferralRow = {
  id: string;
  stage: string;
  stage_at: number;
  bound_at: number;
  qualified_at: number | null;
  status: string;
  friend_name: string | null;
  rewards: OwnedRow[] | null;
};

/** More rewards for one friend than a line can show. */
const REWARDS = 20;

/** Whom she brought in a program (or the one of them), newest first, each with what she has or had for it. */
export async function listOwnReferrals(workspaceId: string, db: Client, of: PageOf & { friendId?: string }): Promise<OwnReferralRow[]> {
  const { friendId } = of;
  const { rows } = await db.query<OwnReferralRow>({
    name: friendId === undefined ? "portal_referrals" : "portal_referral",
    text: `select r.id, r.stage, r.stage_at, r.bound_at, r.qualified_at, r.status, ${NAMED("r.friend_id")} as friend_name, w.rewards
             from referral r
             left join lateral (
               select json_agg(x order by x.at) as rewards from (
                 select e.rule, e.basis, e.form, e.unit, e.nominal, e.owed, e.revision, e.state, e.reason, e.gate, e.at, e.available_at,
                        e.matured_at, e.payload
                   from reward e where e.workspace_id = $1 and e.friend_id = r.friend_id and e.program_id = r.program_id
                    and e.recipient_id = $2 order by e.id desc limit $6) x) w on true
            where r.workspace_id = $1 and r.advocate_id = $2 and r.program_id = $3 and ($4::uuid is null or r.id < $4)
                  ${friendId === undefined ? "" : "and r.friend_id = $7"}
            order by r.id desc limit $5`,
    values: [workspaceId, of.personId, of.programId, of.before, of.limit, REWARDS, ...(friendId === undefined ? [] : [friendId])],
  });
  return rows;
}

/** Badges that she has, each with when it was earned first. */
export async function listOwnBadges(
  workspaceId: string,
  db: Client,
  of: { personId: string; programId: string },
): Promise<{ rule: string; at: number }[]> {
  const { rows } = await db.query<{ rule: string; at: number }>(
    `select rule, min(at) as at from reward
      where workspace_id = $1 and recipient_id = $2 and program_id = $3 and form = 'badge' and owed > 0
        and state in ('available', 'in_flight', 'fulfilled') group by rule`,
    [workspaceId, of.personId, of.programId],
  );
  return rows;
}

/** How members call themselves to each other: the name that each chose to show, else the one she gave. */
export async function readMemberNames(
  workspaceId: string,
  db: Client,
  ids: readonly string[],
): Promise<Map<string, { shown: string | null; name: string | null }>> {
  const { rows } = await db.query<{ id: string; shown: string | null; name: string | null }>(
    `select p.id, s.name as shown, v.data ->> 'name' as name
       from person p
       left join person_shown s on s.workspace_id = $1 and s.person_id = p.id
       left join person_private v on v.workspace_id = $1 and v.person_id = p.id
      where p.workspace_id = $1 and p.id = any($2::uuid[]) and p.erased_at is null`,
    [workspaceId, ids],
  );
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}

/** Others who take part in a program, by their ids, longest in it first. */
export async function listOtherMembers(
  workspaceId: string,
  db: Client,
  of: { programId: string; personId: string; limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select person_id as id from advocate where workspace_id = $1 and program_id = $2 and status = 'active' and person_id <> $3
      order by person_id limit $4`,
    [workspaceId, of.programId, of.personId, of.limit],
  );
  return rows.map(({ id }) => id);
}

/** The companies that a person speaks for: her own, and those in which she has a role. */
export async function listSpokenFor(workspaceId: string, db: Client, personId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.query<{ id: string; name: string }>(
    `select c.id, c.name from company c where c.workspace_id = $1 and c.id in (
       select company_id from person where workspace_id = $1 and id = $2 and company_id is not null
       union select company_id from company_role where workspace_id = $1 and person_id = $2) order by c.name, c.id limit 20`,
    [workspaceId, personId],
  );
  return rows;
}

/** Names of companies by id. */
export async function readCompanyNames(workspaceId: string, db: Client, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ id: string; name: string }>(
    "select id, name from company where workspace_id = $1 and id = any($2::uuid[])",
    [workspaceId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Whether she asked not to be shown in a program's rankings. */
export async function isHidden(workspaceId: string, db: Client, of: { personId: string; programId: string }): Promise<boolean> {
  const { rows } = await db.query<{ hidden: boolean }>(
    "select exists (select from leaderboard_hidden where workspace_id = $1 and program_id = $2 and person_id = $3) as hidden",
    [workspaceId, of.programId, of.personId],
  );
  return rows[0]!.hidden;
}
