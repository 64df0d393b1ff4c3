/** Coupons: codes given as rewards. Which to issue, which to void, and whether one is good for a person and a basket. */
import type { CouponTerms } from "../coupon-terms.ts";
import { type Money, type Ratio, mulDiv, parseMoney, parsePercent, percentOf } from "../money.ts";
import { type Duration, type Zone, addDuration, parseDuration } from "../time.ts";

export type { CouponTerms } from "../coupon-terms.ts";

export type Coupon = {
  code: string;
  reward: string;
  nth: number;
  person: string;
  terms: CouponTerms;
  validUntil: number | null;
  /** When nothing of it was left any more. */
  redeemedAt: number | null;
  voidedAt: number | null;
  /** How often it was used; `terms.uses` of them in all, once where it does not say. */
  uses: number;
};

/** The last millisecond at which the coupon is good; null when the terms name no end. */
export function validUntil(terms: CouponTerms, from: number, zone: Zone): number | null {
  const duration = terms.valid === undefined ? undefined : parseDuration(terms.valid);
  return duration === undefined || typeof duration === "string" ? null : addDuration(from, duration as Duration, zone);
}

export type CouponWork = { issue: number[]; revive: string[]; voided: string[] };

/**
 * Brings the coupons of one reward to what it owes. Too many: those not used at all are voided, newest first. Too few: voided ones are
 * good again under their old code, then new ones follow, never more than `available`.
 */
export function planCoupons(reward: { owed: number; used: number }, coupons: readonly Coupon[], available: number): CouponWork {
  const work: CouponWork = { issue: [], revive: [], voided: [] };
  if (reward.owed < reward.used) {
    const open = coupons.filter((c) => c.redeemedAt === null && c.uses === 0 && c.voidedAt === null).sort((a, b) => b.nth - a.nth);
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

/** A line of the basket at the till: whole pieces, minor units. */
export type BasketLine = { sku: string; category?: string; quantity: number; price: number; sale?: boolean };

export type CouponQuestion = {
  now: number;
  /** Who holds it, as the person of the coupon is now; null when nobody was named. */
  person: string | null;
  /** Null: the order is not known (yet), so its minimum is not asked. */
  order: { total: number; currency: string | null; items?: readonly BasketLine[] } | null;
  /** How often this person has used it before. */
  usedByPerson?: number;
  /** Other coupons of the same bill: whether each may be combined. */
  beside?: readonly boolean[];
};
export const COUPON_REASONS = [
  "unknown",
  "other_person",
  "used",
  "expired",
  "person_missing",
  "person_limit",
  "not_combinable",
  "currency_mismatch",
  "excluded_items",
  "minimum_not_met",
] as const;
export type CouponReason = (typeof COUPON_REASONS)[number];
type Held = Coupon & { owed: number };

/** Why a coupon is not good, or null when it is. `owed` is what its reward owes now: nothing when it was taken back. */
export function couponProblem(coupon: Held | null, ask: CouponQuestion): CouponReason | null {
  if (coupon === null) return "unknown";
  const { terms } = coupon;
  if (terms.bearer !== true && ask.person !== null && ask.person !== coupon.person) return "other_person";
  if (coupon.redeemedAt !== null || coupon.uses >= (terms.uses ?? 1)) return "used";
  if (coupon.voidedAt !== null || coupon.owed === 0) return "unknown";
  if (coupon.validUntil !== null && ask.now > coupon.validUntil) return "expired";
  if (terms.per_person !== undefined && ask.person === null) return "person_missing";
  if (terms.per_person !== undefined && (ask.usedByPerson ?? 0) >= terms.per_person) return "person_limit";
  const beside = ask.beside ?? [];
  if (beside.length > 0 && (terms.combinable === false || beside.includes(false))) return "not_combinable";
  return ask.order === null ? null : basketProblem(terms, ask.order);
}

type Basket = NonNullable<CouponQuestion["order"]>;

function basketProblem(terms: CouponTerms, order: Basket): CouponReason | null {
  const minimum = moneyOf(terms.minimum_order);
  if (minimum !== undefined && order.currency !== null && order.currency !== minimum.currency) return "minimum_not_met";
  const worth = moneyOf(terms.amount);
  if (worth !== undefined && order.currency !== null && order.currency !== worth.currency) return "currency_mismatch";
  const counted = countedTotal(terms, order);
  if (order.items !== undefined && order.items.length > 0 && counted === 0) return "excluded_items";
  return minimum !== undefined && counted < minimum.amount ? "minimum_not_met" : null;
}

/** The part of the basket that the coupon is for: all of it, or the lines that its terms do not leave out. */
export function countedTotal(terms: CouponTerms, order: Basket): number {
  if (order.items === undefined) return order.total;
  let sum = 0;
  for (const line of order.items) if (!isExcluded(terms, line)) sum += mulDiv(line.price, line.quantity, 1, "half_up");
  return Math.min(sum, order.total);
}

function isExcluded(terms: CouponTerms, line: BasketLine): boolean {
  const out = terms.excluded;
  if (out === undefined) return false;
  if (out.sale_items === true && line.sale === true) return true;
  return (out.skus ?? []).includes(line.sku) || (line.category !== undefined && (out.categories ?? []).includes(line.category));
}

/** What it takes off a basket, in the basket's currency; null when the basket is not known. Never more than what it is for. */
export function discountOf(terms: CouponTerms, order: Basket | null): { amount: number; currency: string } | null {
  if (order === null || order.currency === null) return null;
  const base = countedTotal(terms, order);
  const worth = moneyOf(terms.amount);
  if (worth !== undefined) return { amount: Math.min(worth.amount, base), currency: worth.currency };
  if (terms.percent === undefined) return null;
  return { amount: percentOf(base, parsePercent(terms.percent) as Ratio, "half_up"), currency: order.currency };
}

function moneyOf(text: string | undefined): Money | undefined {
  const money = text === undefined ? undefined : parseMoney(text);
  return typeof money === "string" ? undefined : money;
}
