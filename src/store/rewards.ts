/** Reading rewards, coupons and payouts. */
import type { RewardDetail } from "../core/reward.ts";
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";

export type RewardRow = {
  id: string;
  program: string;
  rule: string;
  basis: string;
  recipient_id: string;
  friend_id: string | null;
  advocate_id: string | null;
  fact_id: string;
  at: number;
  form: string;
  unit: string;
  nominal: number;
  owed: number;
  revision: number;
  state: string;
  reason: string | null;
  gate: string | null;
  available_at: number;
  matured_at: number | null;
  expires_at: number | null;
  expired: number;
  payload: unknown;
  detail: RewardDetail | null;
};

const REWARD = `
  select r.id, p.key as program, r.rule, r.basis, r.recipient_id, r.friend_id, r.advocate_id, r.fact_id, r.at, r.form, r.unit,
         r.nominal, r.owed, r.revision, r.state, r.reason, r.gate, r.available_at, r.matured_at, r.expires_at, r.expired,
         r.payload, r.detail
    from reward r join program p on p.workspace_id = r.workspace_id and p.id = r.program_id
   where r.workspace_id = $1`;

/** One reward, or null. */
export async function readReward(workspaceId: string, db: Client, id: string): Promise<RewardRow | null> {
  const { rows } = await db.query<RewardRow>(`${REWARD} and r.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

export async function readRewardsByIds(workspaceId: string, db: Client, ids: readonly string[]): Promise<RewardRow[]> {
  const { rows } = await db.query<RewardRow>(`${REWARD} and r.id = any($2::uuid[])`, [workspaceId, plain(ids)]);
  return rows;
}

export type RewardFilter = {
  before: string | null;
  limit: number;
  program: string | null;
  personId: string | null;
  friendId: string | null;
  state: string | null;
  rule: string | null;
  /** approval: an operator decides; choice: its holder does; fulfilment: available, and leaves by hand. */
  waiting?: "approval" | "choice" | "fulfilment" | null;
  /** Earned at this instant or later, and before that one. Ids begin with it. */
  since?: number | null;
  until?: number | null;
};

const WAITING = {
  approval: " and r.gate = 'review' and r.state = 'pending'",
  choice: " and r.gate = 'choice' and r.state = 'pending'",
  fulfilment: " and r.state = 'available' and r.form in ('gift_card', 'free_time', 'perk', 'custom')",
} as const;

/** Rewards, newest first. Filters that are null do not filter. */
export async function listRewards(workspaceId: string, db: Client, filter: RewardFilter): Promise<RewardRow[]> {
  const { rows } = await db.query<RewardRow>(
    `${REWARD} and ($2::uuid is null or r.id < $2) and ($3::text is null or p.key = $3) and ($4::uuid is null or r.recipient_id = $4)
        and ($5::uuid is null or r.friend_id = $5) and ($6::text is null or r.state = $6) and ($7::text is null or r.rule = $7)
        and ($9::uuid is null or r.id >= $9) and ($10::uuid is null or r.id < $10)${filter.waiting == null ? "" : WAITING[filter.waiting]}
      order by r.id desc limit $8`,
    [
      workspaceId,
      filter.before,
      filter.program,
      filter.personId,
      filter.friendId,
      filter.state,
      filter.rule,
      filter.limit,
      filter.since == null ? null : idFloor(filter.since),
      filter.until == null ? null : idFloor(filter.until),
    ],
  );
  return rows;
}

/** `code` as it is written, `key` what lists go by. */
export type CouponRow = {
  code: string;
  key: string;
  reward_id: string;
  person_id: string;
  terms: unknown;
  valid_until: number | null;
  issued_at: number;
  redeemed_at: number | null;
  redeemed_order: string | null;
  receipt: string | null;
};

/** Coupons, by code; of one person when given. */
export async function listCoupons(
  workspaceId: string,
  db: Client,
  filter: { after: string | null; limit: number; personId: string | null },
): Promise<CouponRow[]> {
  const { rows } = await db.query<CouponRow>(
    `select coalesce(written, code) as code, code as key, reward_id, person_id, terms, valid_until,
            issued_at, redeemed_at, redeemed_order, receipt from coupon
      where workspace_id = $1 and ($2::text is null or code > $2) and ($3::uuid is null or person_id = $3) order by coupon.code limit $4`,
    [workspaceId, filter.after, filter.personId, filter.limit],
  );
  return rows;
}

export type BatchRow = {
  id: string;
  unit: string;
  form: string;
  status: string;
  created_at: number;
  payouts: number;
  amount: number;
  settled: number;
  failed: number;
};

const BATCH = `
  select b.id, b.unit, b.form, b.status, b.created_at, count(p.id) as payouts, coalesce(sum(p.amount), 0)::bigint as amount,
         count(*) filter (where p.state = 'settled') as settled, count(*) filter (where p.state = 'failed') as failed
    from payout_batch b left join payout p on p.workspace_id = b.workspace_id and p.batch_id = b.id
   where b.workspace_id = $1`;
const BY_BATCH = "group by b.workspace_id, b.id, b.unit, b.form, b.status, b.created_at";

/** One batch with its totals, or null. */
export async function readBatch(workspaceId: string, db: Client, id: string): Promise<BatchRow | null> {
  const { rows } = await db.query<BatchRow>(`${BATCH} and b.id = $2 ${BY_BATCH}`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Batches, newest first. */
export async function listBatches(workspaceId: string, db: Client, page: { before: string | null; limit: number }): Promise<BatchRow[]> {
  const { rows } = await db.query<BatchRow>(`${BATCH} and ($2::uuid is null or b.id < $2) ${BY_BATCH} order by b.id desc limit $3`, [
    workspaceId,
    page.before,
    page.limit,
  ]);
  return rows;
}

export type PayoutRow = {
  id: string;
  person_id: string;
  user_id: string | null;
  email: string | null;
  name: string | null;
  employee_number: string | null;
  cost_centre: string | null;
  unit: string;
  form: string;
  amount: number;
  state: string;
  reference: string | null;
  error: string | null;
  created_at: number;
  decided_at: number | null;
};

/** The payouts of a batch with who they go to, by id upwards. */
export async function listPayouts(workspaceId: string, db: Client, batchId: string): Promise<PayoutRow[]> {
  const { rows } = await db.query<PayoutRow>(
    `select p.id, p.person_id, p.unit, p.form, p.amount, p.state, p.reference, p.error, p.created_at, p.decided_at,
            (select min(value) from person_identity i where i.workspace_id = $1 and i.person_id = p.person_id and i.kind = 1) as user_id,
            (select min(value) from person_identity i where i.workspace_id = $1 and i.person_id = p.person_id and i.kind = 2) as email,
            v.data ->> 'name' as name, v.data->'attributes'->>'employee_number' as employee_number,
            v.data->'attributes'->>'cost_centre' as cost_centre
       from payout p left join person_private v on v.workspace_id = p.workspace_id and v.person_id = p.person_id
      where p.workspace_id = $1 and p.batch_id = $2 order by p.id`,
    [workspaceId, batchId],
  );
  return rows;
}

/** Badges that these people hold. */
export async function listBadges(
  workspaceId: string,
  db: Client,
  people: readonly string[],
): Promise<{ id: string; name: string; program: string; rule: string; at: number }[]> {
  const { rows } = await db.query<{ id: string; name: string; program: string; rule: string; at: number }>(
    `select r.id, coalesce(r.payload->>'name', r.rule) as name, p.key as program, r.rule, r.at
       from reward r join program p on p.workspace_id = $1 and p.id = r.program_id
      where r.workspace_id = $1 and r.recipient_id = any($2::uuid[]) and r.form = 'badge'
        and r.state in ('available', 'in_flight', 'fulfilled')
      order by r.at, r.id`,
    [workspaceId, people],
  );
  return rows;
}
