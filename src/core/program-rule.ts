/** One rule of a program as data: when this happens, give that to them, within these limits. Part of core/program.ts. */
import { z } from "zod";
import { condition } from "./condition.ts";
import { couponTerms } from "./coupon-terms.ts";

export const key = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,47}$/, "Lower-case letters, digits, - and _, starting with a letter, at most 48.");
export const duration = z
  .string()
  .regex(/^\d{1,5} ?(m|h|d|w|y|minutes?|hours?|days?|weeks?|months?|years?)$/, 'A duration such as "14d", "48h" or "12 months".');
export const money = z.string().regex(/^\d{1,15}(\.\d{1,3})? [A-Z]{3}$/, 'An amount with its currency such as "20.00 USD".');
export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/, 'A date or instant such as "2026-12-01" or "2026-12-01T00:00:00.000Z".');
export const period = z.enum(["day", "week", "month", "quarter", "year"]);
export const percent = z.number().min(0).max(100);

/** flat "20.00 USD" | percent of something | so much a unit | steps by the nth referral of the tier period. */
const share = z.strictObject({
  percent,
  of: z.enum(["order.total", "order.net", "order.subtotal", "downline_rewards", "event.value"]).default("order.net"),
  max: money.optional().describe("The most that one occurrence may give."),
  items: condition.optional().describe("Only order items that match count towards the base."),
});
const moneyAmount = z.union([money, share, z.strictObject({ per_unit: money })]);
const countAmount = z.union([z.number().int().positive().max(1e9), z.strictObject({ per_unit: z.number().int().positive().max(1e6) })]);

const one = z
  .strictObject({
    cash: moneyAmount.optional(),
    credit: moneyAmount.optional(),
    points: countAmount.optional(),
    gift_card: money.optional(),
    coupon: couponTerms.optional(),
    free_time: z
      .strictObject({ months: z.number().int().min(1).max(120).optional(), days: z.number().int().min(1).max(3660).optional() })
      .optional(),
    perk: z.strictObject({ name: z.string().min(1).max(200) }).optional(),
    badge: z.strictObject({ name: z.string().min(1).max(100) }).optional(),
    entries: countAmount.optional(),
    leads: countAmount.optional(),
    custom: z.strictObject({ name: z.string().min(1).max(200) }).optional(),
  });
const exactlyOne = (g: object): boolean => Object.keys(g).length === 1;
const FORMS = "cash, credit, points, coupon, gift_card, free_time, perk, badge, entries, leads or custom";
const option = one.refine(exactlyOne, { message: `Each option gives exactly one kind: ${FORMS}.` });
export const give = one
  .extend({ choice: z.array(option).min(2).max(4).optional().describe("Equals of which the recipient picks one.") })
  .refine(exactlyOne, { message: `Give exactly one kind: ${FORMS}; or a choice of 2 to 4 of them.` });

export const when = z.union([
  z.strictObject({
    stage: key,
    nth: z.number().int().min(1).max(1000).optional(),
    times: z.number().int().min(1).max(10000).optional(),
    for: duration
      .optional()
      .describe("Counts only until this long after the referral's first occurrence of the rule's stage or of qualifies_at."),
    where: condition.optional(),
    items: condition.optional().describe("Only order items that match count, for the condition and for the amount."),
    after: duration.optional().describe("Decided only when this much time has passed."),
    if: condition.optional().describe("Asked when the wait is over."),
  }),
  z.strictObject({ joined: z.literal(true) }),
  z.strictObject({
    activity: z.string().min(1).max(64),
    where: condition.optional(),
    times: z.number().int().min(1).optional().describe("Counts this often; once when every or each is given."),
    every: period.optional().describe("times counts anew in each of these periods."),
    each: z.enum(["subject", "channel"]).optional().describe("times counts for each subject or channel of the events by itself."),
  }),
  z.strictObject({
    threshold: z.number().int().min(1).max(100000),
    of: z.enum(["qualified_referrals"]).default("qualified_referrals"),
    repeat: z.boolean().default(false),
    within: duration.optional().describe("All of them within this time of each other."),
  }),
  z.strictObject({
    streak: z.number().int().min(2).max(120).describe("At least one qualified referral in so many periods after each other."),
    every: period,
    repeat: z.boolean().default(false),
  }),
]);

export const limit = z
  .strictObject({
    per: z.enum(["advocate", "friend", "program"]).default("advocate"),
    count: z.number().int().min(1).optional(),
    amount: money.optional(),
    every: period.optional(),
    by: z.enum(["channel"]).optional().describe("Counted for each channel of the events by itself."),
  })
  .refine((l) => (l.count === undefined) !== (l.amount === undefined), { message: "Give either count or amount." });

export const rule = z.strictObject({
  key,
  when,
  give,
  to: z
    .union([
      z.enum(["advocate", "friend"]),
      z.strictObject({ upline: z.number().int().min(1).max(5).describe("1 is the advocate's own recruiter, 2 the one above.") }),
      z.strictObject({ team: z.literal(true).describe("Split by their shares over all who claimed the friend together.") }),
      z.strictObject({
        giver: z.literal(true).describe("Of two companies in a fact of ours: into the giver's account, out of the taker's."),
      }),
    ])
    .default("advocate"),
  hold: duration.optional(),
  expires: duration
    .optional()
    .describe("What is left of it ends this long after it became available, oldest first. For what keeps a balance: points, credit."),
  reverse_on: z.array(z.enum(["refund", "chargeback"])).default(["refund", "chargeback"]),
  on_refund: z.enum(["proportional", "all_below_threshold"]).default("proportional"),
  limit: limit.optional(),
  approval: z.enum(["automatic", "manual"]).default("automatic"),
});

export type Rule = z.output<typeof rule>;
export type Give = z.output<typeof give>;
