/** The till: is a coupon good for this person and basket, and using it up, once for each use that it has. */
import { type BasketLine, type CouponQuestion, type CouponReason, couponProblem, discountOf } from "../core/fulfilment/coupon.ts";
import { normaliseCode } from "../core/code.ts";
import { externalId } from "../core/id.ts";
import { type CouponUse, countUses, findUse, readBeside, readCombinable, useCoupon } from "../store/coupon-uses.ts";
import { type FoundCoupon, findCoupon, readOrder } from "../store/coupons.ts";
import { type Client, inWorkspace } from "../store/db.ts";
import { canonicalPerson } from "../store/people.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import type { MoneyParts } from "./money-parts.ts";

const NIL = "00000000-0000-0000-0000-000000000000";

/** `number` is that of the receipt we give, once it is redeemed. `discount` is null while the basket is not known. */
export type CouponVerdict = {
  valid: boolean;
  reason: CouponReason | null;
  terms: unknown;
  validUntil: number | null;
  rewardId: string | null;
  discount: { amount: number; currency: string } | null;
  number: string | null;
};
type Basket = { total: number | null; currency: string | null; items?: readonly BasketLine[]; beside?: readonly string[] };
export type CouponAsk = { code: string; personId: string | null } & Basket;

/** Whether a coupon is good for a person and a basket; what is not given is not asked. Changes nothing. */
export async function validateCoupon(parts: MoneyParts, by: By, ask: CouponAsk): Promise<CouponVerdict> {
  return inWorkspace(parts.pool, by.workspaceId, async (db) => {
    const now = await workspaceNow(by.workspaceId, db);
    const coupon = await findHeld(db, by.workspaceId, ask.code);
    const person = await personNow(db, by.workspaceId, ask.personId);
    const usedByPerson = await usesOf(db, by.workspaceId, { coupon, person });
    const beside = await readCombinable(by.workspaceId, db, (ask.beside ?? []).map(normaliseCode));
    return verdict(coupon, { now, person, order: basketOf(ask), usedByPerson, beside });
  });
}

export type Redemption = { code: string; personId: string | null; orderId: string | null; receipt: string | null } & Partial<Basket>;

/**
 * Uses a coupon: for its own person only (named, or the owner of the order), or for whoever shows it where its terms say so. Of any number
 * at once as many win as it has uses and the others are told `used`. The same till with the same receipt (its own number, or the
 * Idempotency-Key) is answered the same again. An order that is known decides about its minimum itself.
 */
export async function redeemCoupon(parts: MoneyParts, by: By, ask: Redemption): Promise<CouponVerdict> {
  return asWriter(parts, by, async (db, head) => {
    const ws = by.workspaceId;
    const coupon = await findHeld(db, ws, ask.code);
    if (coupon === null) return { result: verdict(null, { now: head.instant, person: null, order: null }), deeds: [] };
    const { orderId, receipt } = ask;
    const bill = { code: coupon.code, till: by.actor, receipt, orderId };
    const known = orderId === null ? null : await readOrder(ws, db, orderId);
    const person = await personNow(db, ws, ask.personId ?? known?.person ?? null);
    const earlier = await findUse(ws, db, { ...bill, key: by.idempotencyKey });
    if (earlier !== null && (await isSameBill(db, ws, { earlier, person, orderId })))
      return { result: repeated(coupon, earlier), deeds: [] };
    const given = basketOf(ask);
    const order = known === null ? given : { ...known, ...(given?.items === undefined ? {} : { items: given.items }) };
    const beside = [...(await readBeside(ws, db, bill)), ...(await readCombinable(ws, db, (ask.beside ?? []).map(normaliseCode)))];
    const usedByPerson = await usesOf(db, ws, { coupon, person });
    const holder = coupon.terms.bearer === true ? person : (person ?? NIL);
    const answer = verdict(coupon, { now: head.instant, person: holder, order, usedByPerson, beside });
    if (!answer.valid) return { result: answer, deeds: [] };
    const use: CouponUse = {
      code: coupon.code,
      nth: coupon.uses + 1,
      person: person ?? null,
      orderId,
      receipt,
      till: by.actor,
      key: by.idempotencyKey,
      combinable: coupon.terms.combinable !== false,
      discount: answer.discount?.amount ?? null,
      currency: answer.discount?.currency ?? null,
    };
    const last = use.nth >= (coupon.terms.uses ?? 1);
    // One receipt of one till uses a code once: the second is another bill under the same number.
    const won = !(earlier !== null && earlier.receipt !== null) && (await useCoupon(ws, db, { ...use, at: head.instant, last }));
    if (!won) return { result: { ...answer, valid: false, reason: "used" as const, discount: null }, deeds: [] };
    const detail = { order: orderId, receipt, number: numberOf(use) };
    return { result: repeated(coupon, use), deeds: [{ action: "coupon.redeemed", target: externalId("rwd", coupon.reward), detail }] };
  });
}

/** The same bill again, not another customer's under the same number: nothing that is said differs from what was said then. */
async function isSameBill(
  db: Client,
  ws: string,
  of: { earlier: CouponUse; person: string | null; orderId: string | null },
): Promise<boolean> {
  const { earlier, person, orderId } = of;
  const before = await personNow(db, ws, earlier.person);
  return orderId === earlier.orderId && (person === null || person === before);
}

/** The number on the receipt: the code and which of its uses this is. */
function numberOf(use: { code: string; nth: number }): string {
  return `${use.code}-${use.nth}`;
}

function repeated(coupon: FoundCoupon, use: CouponUse): CouponVerdict {
  const discount = use.discount === null || use.currency === null ? null : { amount: use.discount, currency: use.currency };
  return { ...accepted(coupon), discount, number: numberOf(use) };
}

function basketOf(ask: Partial<Basket>): CouponQuestion["order"] {
  const { total = null, currency = null, items } = ask;
  if (total === null && items === undefined) return null;
  const sum = items?.reduce((n, line) => n + line.price * line.quantity, 0) ?? 0;
  return { total: total ?? sum, currency, ...(items === undefined ? {} : { items }) };
}

async function usesOf(db: Client, ws: string, of: { coupon: FoundCoupon | null; person: string | null }): Promise<number> {
  if (of.coupon?.terms.per_person === undefined || of.person === null) return 0;
  return countUses(ws, db, { code: of.coupon.code, person: of.person });
}

async function personNow(db: Client, workspaceId: string, id: string | null): Promise<string | null> {
  return id === null ? null : ((await canonicalPerson(workspaceId, db, id)) ?? id);
}

/** The coupon, with the person its holder is now. */
async function findHeld(db: Client, workspaceId: string, code: string): Promise<FoundCoupon | null> {
  const coupon = await findCoupon(workspaceId, db, normaliseCode(code));
  return coupon === null ? null : { ...coupon, person: (await personNow(db, workspaceId, coupon.person)) ?? coupon.person };
}

function accepted(coupon: FoundCoupon): CouponVerdict {
  const { terms, validUntil, reward } = coupon;
  return { valid: true, reason: null, terms, validUntil, rewardId: reward, discount: null, number: null };
}

/** A stranger learns that the coupon is not hers, and nothing else of it. */
function verdict(coupon: FoundCoupon | null, ask: CouponQuestion): CouponVerdict {
  const reason = couponProblem(coupon, ask);
  if (coupon === null || reason === "unknown" || reason === "other_person")
    return { valid: false, reason, terms: null, validUntil: null, rewardId: null, discount: null, number: null };
  return { ...accepted(coupon), valid: reason === null, reason, discount: reason === null ? discountOf(coupon.terms, ask.order) : null };
}
