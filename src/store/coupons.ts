/** Coupons given as rewards: issuing, voiding, asking, redeeming. */
import type { Coupon, CouponTerms } from "../core/fulfilment/coupon.ts";
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";
import { rows as named } from "./settle-rows.ts";
import { stateAfterUse } from "./reward-state.ts";

export type CouponReward = {
  id: string;
  program: string;
  rule: string;
  recipient: string;
  unit: string;
  owed: number;
  used: number;
  maturedAt: number;
  terms: CouponTerms;
};

/** Rewards whose coupons are not what they owe, by id after `after`; `only` narrows it to some recipients. */
export async function readCouponRewards(
  workspaceId: string,
  db: Client,
  ask: { after: string; limit: number; only?: readonly string[] },
): Promise<CouponReward[]> {
  const only = ask.only === undefined ? "" : " and recipient_id = any($4::uuid[])";
  return await named<CouponReward>(db, `coupon_rewards${only === "" ? "" : "_of"}`, {
    text: `select id, program_id as program, rule, recipient_id as recipient,
            unit, owed, used, matured_at as "maturedAt", payload as terms from reward
      where workspace_id = $1 and form = 'coupon' and matured_at is not null and used <> owed and id > $2${only} order by id limit $3`,
    values: [workspaceId, ask.after, ask.limit, ...(ask.only === undefined ? [] : [plain(ask.only)])],
  });
}

const COUPON = `c.code, c.reward_id as reward, c.nth, c.person_id as person, c.terms, c.valid_until as "validUntil",
  c.redeemed_at as "redeemedAt", c.voided_at as "voidedAt", c.uses`;

/** Every coupon of these rewards. */
export async function readCouponsOf(workspaceId: string, db: Client, rewards: readonly string[]): Promise<Coupon[]> {
  const { rows } = await db.query<Coupon>(
    `select ${COUPON} from coupon c where c.workspace_id = $1 and c.reward_id = any($2::uuid[]) order by c.nth`,
    [workspaceId, plain(rewards)],
  );
  return rows;
}

/** Which of these codes are taken in the workspace, by a coupon, uploaded or by a link: a typed code means one thing. */
export async function readTakenCodes(workspaceId: string, db: Client, codes: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>(
    `select code from coupon where workspace_id = $1 and code = any($2::text[])
     union select code_key from link where workspace_id = $1 and code_key = any($2::text[])
     union select code from coupon_pool_code where workspace_id = $1 and code = any($2::text[])`,
    [workspaceId, quoted(codes)],
  );
  return rows.map((r) => r.code);
}

/** `written`: as the business writes it, where that is not the code itself. */
export type NewCoupon = Pick<Coupon, "code" | "reward" | "nth" | "person" | "terms" | "validUntil"> & { written?: string };

/** Stores new coupons. A code that is taken aborts the transaction. */
export async function insertCoupons(workspaceId: string, db: Client, of: { coupons: readonly NewCoupon[]; at: number }): Promise<void> {
  if (of.coupons.length === 0) return;
  const { coupons } = of;
  await db.query(
    `insert into coupon (workspace_id, code, reward_id, nth, person_id, terms, valid_until, written, issued_at)
     select $1, u.code, u.reward, u.nth, u.person, u.terms, u.valid_until, u.written, $2
       from unnest($3::text[], $4::uuid[], $5::integer[], $6::uuid[], $7::json[], $8::bigint[], $9::text[])
            u(code, reward, nth, person, terms, valid_until, written)
     returning 1`,
    [
      workspaceId,
      of.at,
      quoted(coupons.map((c) => c.code)),
      plain(coupons.map((c) => c.reward)),
      plain(coupons.map((c) => c.nth)),
      plain(coupons.map((c) => c.person)),
      quoted(coupons.map((c) => JSON.stringify(c.terms))),
      plain(coupons.map((c) => c.validUntil)),
      quoted(coupons.map((c) => c.written)),
    ],
  );
}

/** Voids coupons (`at` an instant) or makes voided ones good again (null). */
export async function setVoided(workspaceId: string, db: Client, of: { codes: readonly string[]; at: number | null }): Promise<void> {
  if (of.codes.length === 0) return;
  await db.query("update coupon set voided_at = $3 where workspace_id = $1 and code = any($2::text[])", [
    workspaceId,
    quoted(of.codes),
    of.at,
  ]);
}

/** What coupons have used of their rewards, and the state that follows. */
export async function useRewards(workspaceId: string, db: Client, of: { ids: readonly string[]; by: readonly number[] }): Promise<void> {
  if (of.ids.length === 0) return;
  await db.query(
    `update reward r set used = r.used + u.by,
            state = ${stateAfterUse("r.used + u.by")}
       from unnest($2::uuid[], $3::bigint[]) u(id, by) where r.workspace_id = $1 and r.id = u.id`,
    [workspaceId, plain(of.ids), plain(of.by)],
  );
}

/** A coupon with what its reward owes, and its holder as she is known now. `key` is the request that used the last of it. */
export type FoundCoupon = Coupon & { owed: number; key: string | null };

/** A coupon by its normalised code, or null. */
export async function findCoupon(workspaceId: string, db: Client, code: string): Promise<FoundCoupon | null> {
  const { rows } = await db.query<FoundCoupon>(
    `select ${COUPON}, c.redeemed_key as key, r.owed from coupon c join reward r on r.workspace_id = $1 and r.id = c.reward_id
      where c.workspace_id = $1 and c.code = $2`,
    [workspaceId, code],
  );
  return rows[0] ?? null;
}

/** An order's total, currency and owner, or null while no purchase of that id is known. */
export async function readOrder(
  workspaceId: string,
  db: Client,
  orderId: string,
): Promise<{ person: string; total: number; currency: string } | null> {
  const { rows } = await db.query<{ person: string | null; total: number; currency: string }>(
    "select person_id as person, total, currency from order_state where workspace_id = $1 and order_id = $2",
    [workspaceId, orderId],
  );
  const row = rows[0];
  return row?.person == null ? null : { person: row.person, total: row.total, currency: row.currency };
}
