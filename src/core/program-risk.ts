/** A program's policy for doubtful referrals. Part of core/program.ts; what it is scored by stands in risk-reasons.ts. */
import { z } from "zod";
import { duration } from "./program-rule.ts";
import { RISK_KEYS } from "./risk-reasons.ts";

const score = z.number().int().min(1).max(100);

export const risk = z
  .strictObject({
    hold_at: score.default(50).describe("From this score on a referral's rewards wait for a review."),
    refuse_at: score
      .optional()
      .describe("From this score on they are refused at once. Left out: nothing is refused unseen, but by a block list."),
    review_within: duration.default("14d").describe("What nobody has reviewed by then is decided by `unreviewed`."),
    unreviewed: z.enum(["refuse", "pay"]).default("refuse"),
    weights: z.partialRecord(z.enum(RISK_KEYS), z.number().int().min(0).max(100)).default({}).describe("0 leaves a reason out."),
    velocity: z
      .strictObject({ count: z.number().int().min(1).max(100_000).default(10), within: duration.default("1d") })
      .prefault({})
      .describe("More referrals of one advocate than this count against her, fully so at twice as many."),
    quickest_seconds: z.number().int().min(1).max(86_400).default(10).describe("Sooner after the touch than this counts."),
    coupon_sites: z.array(z.string().min(3).max(253)).max(500).default([]).describe("Host names besides the known ones."),
  })
  .refine((r) => r.refuse_at === undefined || r.refuse_at >= r.hold_at, {
    message: "refuse_at is not below hold_at.",
    path: ["refuse_at"],
  });

export type RiskPolicy = z.output<typeof risk>;
