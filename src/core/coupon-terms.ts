/** What a coupon promises, as a program's `give: { coupon }` says it. Part of core/program-rule.ts. */
import { z } from "zod";

const money = z.string().regex(/^\d{1,15}(\.\d{1,3})? [A-Z]{3}$/, 'An amount with its currency such as "20.00 USD".');
const valid = z
  .string()
  .regex(/^\d{1,5} ?(m|h|d|w|y|minutes?|hours?|days?|weeks?|months?|years?)$/, 'A duration such as "14d", "48h" or "12 months".');

export const couponTerms = z.strictObject({
  percent: z.number().min(0).max(100).optional(),
  amount: money.optional(),
  valid: valid.optional(),
  minimum_order: money.optional(),
  codes: z.enum(["generated", "pool"]).optional().describe("From the codes uploaded for this rule, or made (default)."),
  low_stock: z.number().int().min(0).max(100_000).optional().describe("Warns when so many uploaded codes are left. 10."),
  uses: z.number().int().min(1).max(10_000).optional().describe("How often one code may be used. Once."),
  per_person: z.number().int().min(1).max(10_000).optional().describe("How often one person may use it."),
  bearer: z.boolean().optional().describe("Good for whoever shows it, not only for the person who was given it."),
  combinable: z.boolean().optional().describe("False: not with another coupon on the same bill."),
  excluded: z
    .strictObject({
      skus: z.array(z.string().min(1).max(128)).max(500).optional(),
      categories: z.array(z.string().min(1).max(128)).max(200).optional(),
      sale_items: z.boolean().optional(),
    })
    .optional()
    .describe("What it takes nothing off, and what does not count towards its minimum."),
});

/** As it was when the reward was granted. Money as text, such as "50.00 USD". */
export type CouponTerms = z.output<typeof couponTerms>;
