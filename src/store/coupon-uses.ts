/** What coupons were used for: one row a use, and the count beside the coupon. */
import type { Client } from "./db.ts";

export type CouponUse = {
  code: string;
  nth: number;
  person: string | null;
  orderId: string | null;
  receipt: string | null;
  till: string;
  key: string | null;
  combinable: boolean;
  discount: number | null;
  currency: string | null;
};

const USE = `nth, person_id as person, order_id as "orderId", receipt, till, request_key as key, combinable, discount, currency, code`;

/** The use that this very request made, or that this till made on the same receipt; null when there is none. */
export async function findUse(
  workspaceId: string,
  db: Client,
  of: { code: string; till: string; receipt: string | null; key: string | null },
): Promise<CouponUse | null> {
  const { rows } = await db.query<CouponUse>(
    `select ${USE} from coupon_use
      where workspace_id = $1 and code = $2 and till = $3 and (receipt = $4 or request_key = $5) order by nth limit 1`,
    [workspaceId, of.code, of.till, of.receipt, of.key],
  );
  return rows[0] ?? null;
}

/** How often a person, under any of her ids, has used a coupon. */
export async function countUses(workspaceId: string, db: Client, of: { code: string; person: string }): Promise<number> {
  const { rows } = await db.query<{ uses: number }>(
    `with recursive family(id) as (
       select $3::uuid union all select p.id from family f join person p on p.workspace_id = $1 and p.merged_into = f.id)
     select count(*)::int as uses from coupon_use where workspace_id = $1 and code = $2 and person_id in (select id from family)`,
    [workspaceId, of.code, of.person],
  );
  return rows[0]?.uses ?? 0;
}

/** Of other coupons used on the same bill (this till's receipt, or the order): whether each may be combined. */
export async function readBeside(
  workspaceId: string,
  db: Client,
  of: { code: string; till: string; receipt: string | null; orderId: string | null },
): Promise<boolean[]> {
  if (of.receipt === null && of.orderId === null) return [];
  const { rows } = await db.query<{ combinable: boolean }>(
    `select combinable from coupon_use where workspace_id = $1 and code <> $2 and till = $3 and receipt = $4
     union all select combinable from coupon_use where workspace_id = $1 and code <> $2 and order_id = $5`,
    [workspaceId, of.code, of.till, of.receipt, of.orderId],
  );
  return rows.map((r) => r.combinable);
}

/** Whether each of these coupons may be combined; codes that are no coupon's are left out. */
export async function readCombinable(workspaceId: string, db: Client, codes: readonly string[]): Promise<boolean[]> {
  if (codes.length === 0) return [];
  const { rows } = await db.query<{ combinable: boolean }>(
    `select coalesce((terms->>'combinable')::boolean, true) as combinable from coupon where workspace_id = $1 and code = any($2::text[])`,
    [workspaceId, codes],
  );
  return rows.map((r) => r.combinable);
}

/** Uses a coupon once more: true for exactly one caller a use, whatever the isolation. `last`: nothing of it is left then. */
export async function useCoupon(workspaceId: string, db: Client, of: CouponUse & { at: number; last: boolean }): Promise<boolean> {
  const { rowCount } = await db.query(
    `update coupon set uses = $3, redeemed_at = case when $4 then $5::bigint end, redeemed_order = $6, receipt = $7, redeemed_key = $8
      where workspace_id = $1 and code = $2 and uses = $3 - 1 and redeemed_at is null and voided_at is null`,
    [workspaceId, of.code, of.nth, of.last, of.at, of.orderId, of.receipt, of.key],
  );
  if (rowCount !== 1) return false;
  await db.query(
    `insert into coupon_use (workspace_id, code, nth, person_id, order_id, receipt, till, request_key, combinable, discount, currency, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [workspaceId, of.code, of.nth, of.person, of.orderId, of.receipt, of.till, of.key, of.combinable, of.discount, of.currency, of.at],
  );
  return true;
}
