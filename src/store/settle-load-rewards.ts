/**
 * What folding again reads: rewards, referrals, standings, budgets, chains of recruiters. Lists of keys are joined by a lateral
 * with `offset 0`: planned on empty tables, a plain join read all rewards of the workspace once for each key (18,500 rewards of
 * 250 standings took 870 ms instead of 60).
 */
import type { BudgetRow, ReferralRow, StandingRow } from "../core/book.ts";
import type { Reward } from "../core/reward.ts";
import type { StandingState } from "../core/standing-state.ts";
import type { Client } from "./db.ts";
import { plain, quoted } from "./arrays.ts";
import { rows } from "./settle-rows.ts";

const REWARD = `id, program_id as program, version, rule, basis, recipient_id as recipient, friend_id as friend,
  advocate_id as advocate, fact_id as fact, parent_id as parent,
  at, client_id as client, rank_at as "rankAt", rank_client as "rankClient", period, form, unit, nominal, kept_num as num,
  kept_den as den, counts, owed, revision, state, reason, gate,
  available_at as "availableAt", matured_at as "maturedAt", payload, detail, used, flying, expires_at as "expiresAt", expired`;

/** Rewards that rest on these people's own facts: as friend, and for joining or activities. */
export async function loadFriendRewards(client: Client, ws: string, people: readonly string[]): Promise<Reward[]> {
  return rows(client, "load_friend_rewards", {
    text: `select ${REWARD} from reward where workspace_id = $1 and friend_id = any($2::uuid[]) and parent_id is null
      union all select ${REWARD} from reward where workspace_id = $1 and recipient_id = any($2::uuid[]) and friend_id is null
        and advocate_id is null and parent_id is null`,
    values: [ws, plain(people)],
  });
}

/** Rewards by id, for operators' changes. */
export async function loadRewards(client: Client, ws: string, ids: readonly string[]): Promise<Reward[]> {
  return rows(client, "load_rewards", {
    text: `select ${REWARD} from reward where workspace_id = $1 and id = any($2::uuid[])`,
    values: [ws, plain(ids)],
  });
}

/** Rewards by their business keys, given as parallel lists. */
export async function loadGrants(
  client: Client,
  ws: string,
  of: { programs: string[]; rules: string[]; bases: string[]; recipients: string[] },
): Promise<Reward[]> {
  return rows(client, "load_grants", {
    text: `select r.* from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[]) k(k_program, k_rule, k_basis, k_recipient)
      cross join lateral (select ${REWARD} from reward
        where workspace_id = $1 and program_id = k_program and rule = k_rule and basis = k_basis
          and recipient_id = k_recipient offset 0) r`,
    values: [ws, plain(of.programs), quoted(of.rules), quoted(of.bases), plain(of.recipients)],
  });
}

/** Rewards that a spent budget of the program refused. */
export async function loadRefused(client: Client, ws: string, program: string): Promise<Reward[]> {
  return rows(client, "load_refused", {
    text: `select ${REWARD} from reward where workspace_id = $1 and program_id = $2 and gate = 'budget' order by at, client_id, id`,
    values: [ws, program],
  });
}

/** Rewards stored under these business keys, whoever's facts they rest on now: an order may have changed hands and come back. */
export async function loadRewardsByKey(
  client: Client,
  ws: string,
  of: { programs: string[]; rules: string[]; bases: string[]; recipients: string[] },
): Promise<Reward[]> {
  return rows(client, "load_rewards_by_key", {
    text: `select r.* from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[]) k(p, u, b, t)
      cross join lateral (select ${REWARD} from reward
        where workspace_id = $1 and program_id = k.p and rule = k.u and basis = k.b and recipient_id = k.t offset 0) r`,
    values: [ws, plain(of.programs), quoted(of.rules), quoted(of.bases), plain(of.recipients)],
  });
}

/** All rewards of these standings (program, owner, period given as parallel lists). */
export async function loadStandingRewards(
  client: Client,
  ws: string,
  of: { programs: string[]; owners: string[]; periods: string[] },
): Promise<Reward[]> {
  return rows(client, "load_standing_rewards", {
    text: `select r.* from unnest($2::uuid[], $3::uuid[], $4::text[]) k(k_program, k_owner, k_period)
      cross join lateral (select ${REWARD} from reward
        where workspace_id = $1 and recipient_id = k_owner and program_id = k_program and period = k_period offset 0) r`,
    values: [ws, plain(of.programs), plain(of.owners), quoted(of.periods)],
  });
}

/** The threshold grants among the rewards of these standings. */
export async function loadThresholds(
  client: Client,
  ws: string,
  of: { programs: string[]; owners: string[]; periods: string[] },
): Promise<Reward[]> {
  return rows(client, "load_thresholds", {
    text: `select r.* from unnest($2::uuid[], $3::uuid[], $4::text[]) k(k_program, k_owner, k_period)
      cross join lateral (select ${REWARD} from reward
        where workspace_id = $1 and recipient_id = k_owner and program_id = k_program and period = k_period
          and basis like 'threshold:%' offset 0) r`,
    values: [ws, plain(of.programs), plain(of.owners), quoted(of.periods)],
  });
}

/** Derived rewards stored under these bases, whoever received them. */
export async function loadDerived(
  client: Client,
  ws: string,
  of: { programs: string[]; rules: string[]; bases: string[] },
): Promise<Reward[]> {
  return rows(client, "load_derived", {
    text: `select ${REWARD} from reward where workspace_id = $1 and program_id = any($2::uuid[]) and rule = any($3::text[])
      and basis = any($4::text[])`,
    values: [ws, plain(of.programs), quoted(of.rules), quoted(of.bases)],
  });
}

type ReferralRecord = {
  id: string;
  program_id: string;
  friend_id: string;
  advocate_id: string;
  link_id: string | null;
  evidence: string;
  evidence_at: number;
  bound_at: number;
  bound_client: string;
  version: number;
  stage: string;
  stage_at: number;
  qualified_at: number | null;
  qualified_client: string | null;
  rank_at: number | null;
  rank_client: string | null;
  period: string | null;
  status: string;
  frozen_at: number | null;
  manual: boolean;
  team: [person: string, share: number][] | null;
};

/** The stored row as the folds know it. Stage index and counters are not read back: a full fold makes them anew. */
function referralRow(r: ReferralRecord): ReferralRow {
  const row: ReferralRow = {
    id: r.id,
    program: r.program_id,
    friend: r.friend_id,
    status: r.status,
    frozenAt: r.frozen_at,
    manual: r.manual,
    rankAt: r.rank_at,
    rankClient: r.rank_client,
    ranked: r.rank_at !== null,
    period: r.period,
    stage: r.stage,
    ref: {
      i: r.id,
      a: r.advocate_id,
      l: r.link_id ?? undefined,
      k: r.evidence,
      ea: r.evidence_at,
      b: r.bound_at,
      bc: r.bound_client,
      v: r.version,
      s: -1,
      sa: r.stage_at,
      q: r.qualified_at ?? undefined,
      qc: r.qualified_client ?? undefined,
      n: {},
    },
  };
  if (r.team !== null) row.ref.tm = r.team;
  return row;
}

export async function loadReferrals(client: Client, ws: string, friends: readonly string[]): Promise<ReferralRow[]> {
  const found = await rows<ReferralRecord>(client, "load_referrals", {
    text: "select * from referral where workspace_id = $1 and friend_id = any($2::uuid[])",
    values: [ws, plain(friends)],
  });
  return found.map(referralRow);
}

/** Qualified referrals of these standings. */
export async function loadStandingReferrals(
  client: Client,
  ws: string,
  of: { programs: string[]; owners: string[]; periods: string[] },
): Promise<ReferralRow[]> {
  const found = await rows<ReferralRecord>(client, "load_standing_referrals", {
    text: `select r.* from unnest($2::uuid[], $3::uuid[], $4::text[]) k(p, o, d)
      cross join lateral (select * from referral
        where workspace_id = $1 and advocate_id = k.o and program_id = k.p and period = k.d and status = 'qualified' offset 0) r`,
    values: [ws, plain(of.programs), plain(of.owners), quoted(of.periods)],
  });
  return found.map(referralRow);
}

/** Who recruited these people in these programs, and who is above them, to five levels. */
export async function loadUplines(
  client: Client,
  ws: string,
  of: { programs: string[]; people: string[] },
): Promise<{ program_id: string; friend_id: string; advocate_id: string }[]> {
  return rows(client, "load_uplines", {
    text: `with recursive chain(program_id, friend_id, advocate_id, depth) as (
        select r.program_id, r.friend_id, r.advocate_id, 1 from unnest($2::uuid[], $3::uuid[]) k(p, f)
          cross join lateral (select * from referral
            where workspace_id = $1 and program_id = k.p and friend_id = k.f and status in ('open', 'qualified') offset 0) r
        union select r.program_id, r.friend_id, r.advocate_id, c.depth + 1 from chain c
          cross join lateral (select * from referral
            where workspace_id = $1 and program_id = c.program_id and friend_id = c.advocate_id and status in ('open',
              'qualified') offset 0) r
         where c.depth < 5)
      select distinct program_id, friend_id, advocate_id from chain`,
    values: [ws, plain(of.programs), plain(of.people)],
  });
}

/** Friends of these advocates (people to fold again when a chain or a merge moved). */
export async function loadFriendsOf(client: Client, ws: string, advocates: readonly string[]): Promise<string[]> {
  const found = await rows<{ friend_id: string }>(client, "load_friends_of", {
    // Also where they are one of a team: few referrals have one, and only those are read for it.
    text: `select friend_id from referral where workspace_id = $1 and advocate_id = any($2::uuid[])
      union select friend_id from referral where workspace_id = $1 and team is not null
        and exists (select from json_array_elements(team) m where (m->>0)::uuid = any($2::uuid[]))`,
    values: [ws, plain(advocates)],
  });
  return found.map((r) => r.friend_id);
}

export async function loadStandings(
  client: Client,
  ws: string,
  of: { programs: string[]; owners: string[]; periods: string[] },
): Promise<StandingRow[]> {
  const found = await rows<{
    program_id: string;
    owner_id: string;
    period: string;
    period_end: number | null;
    state: string;
    closed_at: number | null;
  }>(client, "load_standings", {
    text: `select s.program_id, s.owner_id, s.period, s.period_end, s.state, s.closed_at from unnest($2::uuid[], $3::uuid[],
      $4::text[]) k(p, o, d)
      cross join lateral (select * from standing
        where workspace_id = $1 and program_id = k.p and owner_id = k.o and period = k.d offset 0) s`,
    values: [ws, plain(of.programs), plain(of.owners), quoted(of.periods)],
  });
  return found.map((s) => ({
    program: s.program_id,
    owner: s.owner_id,
    period: s.period,
    periodEnd: s.period_end,
    state: JSON.parse(s.state) as StandingState,
    closedAt: s.closed_at,
    dirty: false,
    known: true,
  }));
}

export async function loadBudgets(
  client: Client,
  ws: string,
  of: { programs: string[]; keys: string[]; periods: string[] },
): Promise<BudgetRow[]> {
  const found = await rows<{
    program_id: string;
    key: string;
    period: string;
    used: number;
    used_count: number;
    spent_at: number | null;
  }>(client, "load_budgets", {
    text: `select b.program_id, b.key, b.period, b.used, b.used_count, b.spent_at from unnest($2::uuid[], $3::text[], $4::text[]) k(p, y, d)
      cross join lateral (select * from budget where workspace_id = $1 and program_id = k.p and key = k.y and period = k.d offset 0) b`,
    values: [ws, plain(of.programs), quoted(of.keys), quoted(of.periods)],
  });
  return found.map((b) => ({
    program: b.program_id,
    key: b.key,
    period: b.period,
    used: b.used,
    usedCount: b.used_count,
    spentAt: b.spent_at,
    dirty: false,
  }));
}
