/** Whether a coupon is good, as the API says it. */
import { z } from "zod";
import { COUPON_REASONS } from "../../core/fulfilment/coupon.ts";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { instant, money } from "../schemas.ts";
import type { CouponBasket, CouponVerdict } from "../services.ts";

export const couponVerdict = z
  .object({
    valid: z.boolean(),
    reason: z.string().nullable().describe(`Why not: ${COUPON_REASONS.join(", ")}.`),
    terms: z.unknown(),
    valid_until: instant.nullable(),
    reward: z.string().nullable(),
    discount: money.nullable().describe("What it takes off this basket, when the basket is known."),
    receipt_number: z.string().nullable().describe("The number of the receipt we give; null until it is redeemed."),
  })
  .meta({ id: "CouponVerdict" });

export function couponVerdictView(verdict: CouponVerdict): z.input<typeof couponVerdict> {
  return {
    valid: verdict.valid,
    reason: verdict.reason,
    terms: verdict.terms ?? null,
    valid_until: verdict.validUntil === null ? null : formatInstant(verdict.validUntil),
    reward: verdict.rewardId === null ? null : externalId("rwd", verdict.rewardId),
    discount: verdict.discount,
    receipt_number: verdict.number,
  };
}

const line = z.strictObject({
  sku: z.string().min(1).max(128),
  category: z.string().min(1).max(128).optional(),
  quantity: z.number().int().min(1).max(10_000).default(1),
  price: z.number().int().min(0).max(1_000_000_000).describe("Minor units, of one piece."),
  sale: z.boolean().optional().describe("Sold at a reduced price."),
});

/** What both till calls may say of the basket. */
export const basketFields = {
  total: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional().describe("Minor units. The sum of the items when left out."),
  currency: z.string().length(3).optional(),
  items: z.array(line).max(200).optional().describe("Needed where the coupon leaves out products or sale items."),
  beside: z.array(z.string().min(1).max(64)).max(20).optional().describe("Codes of other coupons on the same bill."),
};

export function basketOf(body: {
  total?: number | undefined;
  currency?: string | undefined;
  items?: z.output<typeof line>[] | undefined;
  beside?: string[] | undefined;
}): CouponBasket {
  const { total = null, currency = null, items, beside } = body;
  const lines = items?.map(({ sku, quantity, price, category, sale }) => ({
    sku,
    quantity,
    price,
    ...(category === undefined ? {} : { category }),
    ...(sale === undefined ? {} : { sale }),
  }));
  return { total, currency, ...(lines === undefined ? {} : { items: lines }), ...(beside === undefined ? {} : { beside }) };
}
