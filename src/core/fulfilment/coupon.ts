/** Coupons: codes given as rewards. Which to issue, which to void, and whether one is good for a person and an order. */
import { parseMoney } from "../money.ts";
import { type Duration, type Zone, addDuration, parseDuration } from "../time.ts";

/** What a program's `give: { coupon }` says, as it was when the reward was granted. Money as text, such as "50.00 USD". */
export type CouponTerms = { percent?: number; amount?: string; valid?: string; minimum_order?: string };
export type Coupon = {
  code: string;
  reward: string;
  nth: number;
  person: string;
  terms: CouponTerms;
  validUntil: number | null;
  redeemedAt: number | null;
  voidedAt: number | null;
};

/** The last millisecond at which the coupon is good; null when the terms name no end. */
export function validUntil(terms: CouponTerms, from: number, zone: Zone): number | null {
  const duration = terms.valid === undefined ? undefined : parseDuration(terms.valid);
  return duration === undefined || typeof duration === "string" ? null : addDuration(from, duration as Duration, zone);
}

export type CouponWork = { issue: number[]; revive: string[]; voided: string[] };

/**
 * Brings the coupons of one reward to what it owes. Too many: those not redeemed yet are voided, newest first. Too few: voided ones are
 * good again under their old code, then new ones follow, never more than `available`.
 */
export function planCoupons(reward: { owed: number; used: number }, coupons: readonly Coupon[], available: number): CouponWork {
  const work: CouponWork = { issue: [], revive: [], voided: [] };
  if (reward.owed < reward.used) {
    const open = coupons.filter((c) => c.redeemedAt === null && c.voidedAt === null).sort((a, b) => b.nth - a.nth);
    work.voided = open.slice(0, reward.used - reward.owed).map((c) => c.code);
    return work;
  }
  let wanted = Math.min(reward.owed - reward.used, Math.max(0, available));
  for (const c of [...coupons].sort((a, b) => a.nth - b.nth)) {
    if (wanted === 0 || c.voidedAt === null) continue;
    work.revive.push(c.code);
    wanted--;
  }
  const last = coupons.reduce((n, c) => Math.max(n, c.nth), 0);
  for (let i = 1; i <= wanted; i++) work.issue.push(last + i);
  return work;
}

export type CouponQuestion = {
  now: number;
  /** Who holds it, as the person of the coupon is now; null when nobody was named. */
  person: string | null;
  /** Null: the order is not known (yet), so its minimum is not asked. */
  order: { total: number; currency: string | null } | null;
};
export type CouponReason = "unknown" | "other_person" | "used" | "expired" | "minimum_not_met";

/** Why a coupon is not good, or null when it is. `owed` is what its reward owes now: nothing when it was taken back. */
export function couponProblem(coupon: (Coupon & { owed: number }) | null, ask: CouponQuestion): CouponReason | null {
  if (coupon === null) return "unknown";
  if (ask.person !== null && ask.person !== coupon.person) return "other_person";
  if (coupon.redeemedAt !== null) return "used";
  if (coupon.voidedAt !== null || coupon.owed === 0) return "unknown";
  if (coupon.validUntil !== null && ask.now > coupon.validUntil) return "expired";
  const minimum = coupon.terms.minimum_order === undefined ? undefined : parseMoney(coupon.terms.minimum_order);
  if (minimum === undefined || typeof minimum === "string" || ask.order === null) return null;
  if (ask.order.currency !== null && ask.order.currency !== minimum.currency) return "minimum_not_met";
  return ask.order.total < minimum.amount ? "minimum_not_met" : null;
}
