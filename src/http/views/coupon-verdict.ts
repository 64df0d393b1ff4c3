/** Whether a coupon is good, as the API says it. */
import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { formatInstant } from "../../core/time.ts";
import { instant } from "../schemas.ts";
import type { CouponVerdict } from "../services.ts";

export const couponVerdict = z
  .object({
    valid: z.boolean(),
    reason: z.string().nullable().describe("used, expired, unknown, other_person, minimum_not_met."),
    terms: z.unknown(),
    valid_until: instant.nullable(),
    reward: z.string().nullable(),
  })
  .meta({ id: "CouponVerdict" });

export function couponVerdictView(verdict: CouponVerdict): z.input<typeof couponVerdict> {
  return {
    valid: verdict.valid,
    reason: verdict.reason,
    terms: verdict.terms ?? null,
    valid_until: verdict.validUntil === null ? null : formatInstant(verdict.validUntil),
    reward: verdict.rewardId === null ? null : externalId("rwd", verdict.rewardId),
  };
}
