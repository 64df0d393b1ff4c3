/**
 * A program as data: the one schema that validates a definition wherever it comes from (console, CLI, SDK, preset).
 * The JSON Schema at /schemas/program.json is generated from it. What a document *means* is in core/rules; whether
 * it is *wise* is the linter's business (core/rules/lint.ts).
 */
import { z } from "zod";
import { condition } from "./condition.ts";

const key = z.string().regex(/^[a-z][a-z0-9_-]{0,47}$/, "Lower-case letters, digits, - and _, starting with a letter, at most 48.");
const duration = z.string().regex(/^\d{1,5} ?(m|h|d|w|y|minutes?|hours?|days?|weeks?|months?|years?)$/, 'A duration such as "14d", "48h" or "12 months".');
const money = z.string().regex(/^\d{1,15}(\.\d{1,3})? [A-Z]{3}$/, 'An amount with its currency such as "20.00 USD".');
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?$/, 'A date or instant such as "2026-12-01" or "2026-12-01T00:00:00.000Z".');
const period = z.enum(["day", "week", "month", "quarter", "year"]);
const percent = z.number().min(0).max(100);

export const KINDS = [
  "direct", "two_way", "affiliate", "loyalty", "advocacy", "partner", "tiered", "contest", "employee", "community", "social",
  "influencer", "occasion", "lead_exchange", "subscription", "pipeline", "network",
] as const;
export const EVIDENCE_KINDS = ["code", "link", "invite", "name", "claim"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** flat "20.00 USD" | percent of something | so much a unit | steps by the nth referral of the tier period. */
const share = z.strictObject({
  percent, of: z.enum(["order.total", "order.net", "order.subtotal", "downline_rewards", "event.value"]).default("order.net"),
  max: money.optional().describe("The most that one occurrence may give."),
  items: condition.optional().describe("Only order items that match count towards the base."),
});
const moneyAmount = z.union([money, share, z.strictObject({ per_unit: money })]);
const countAmount = z.union([z.number().int().positive().max(1e9), z.strictObject({ per_unit: z.number().int().positive().max(1e6) })]);

export const give = z.strictObject({
  cash: moneyAmount.optional(), credit: moneyAmount.optional(), points: countAmount.optional(),
  gift_card: money.optional(),
  coupon: z.strictObject({ percent: percent.optional(), amount: money.optional(), valid: duration.optional(), minimum_order: money.optional() }).optional(),
  free_time: z.strictObject({ months: z.number().int().min(1).max(120).optional(), days: z.number().int().min(1).max(3660).optional() }).optional(),
  perk: z.strictObject({ name: z.string().min(1).max(200) }).optional(), badge: z.strictObject({ name: z.string().min(1).max(100) }).optional(),
  entries: countAmount.optional(), leads: countAmount.optional(), custom: z.strictObject({ name: z.string().min(1).max(200) }).optional(),
}).refine((g) => Object.keys(g).length === 1, { message: "Give exactly one kind: cash, credit, points, coupon, gift_card, free_time, perk, badge, entries, leads or custom." });

export const when = z.union([
  z.strictObject({
    stage: key, nth: z.number().int().min(1).max(1000).optional(), times: z.number().int().min(1).max(10000).optional(),
    for: duration.optional().describe("Counts only until this long after the referral's first occurrence of the rule's stage or of qualifies_at."),
    where: condition.optional(),
    after: duration.optional().describe("Decided only when this much time has passed."), if: condition.optional().describe("Asked when the wait is over."),
  }),
  z.strictObject({ joined: z.literal(true) }),
  z.strictObject({ activity: z.string().min(1).max(64), where: condition.optional(), times: z.number().int().min(1).optional() }),
  z.strictObject({ threshold: z.number().int().min(1).max(100000), of: z.enum(["qualified_referrals"]).default("qualified_referrals"), repeat: z.boolean().default(false) }),
]);

export const limit = z.strictObject({
  per: z.enum(["advocate", "friend", "program"]).default("advocate"),
  count: z.number().int().min(1).optional(), amount: money.optional(), every: period.optional(),
}).refine((l) => (l.count === undefined) !== (l.amount === undefined), { message: "Give either count or amount." });

export const rule = z.strictObject({
  key, when, give,
  to: z.union([z.enum(["advocate", "friend"]), z.strictObject({ upline: z.number().int().min(1).max(5).describe("1 is the advocate's own recruiter, 2 the one above.") })]).default("advocate"),
  hold: duration.optional(), reverse_on: z.array(z.enum(["refund", "chargeback"])).default(["refund", "chargeback"]),
  on_refund: z.enum(["proportional", "all_below_threshold"]).default("proportional"),
  limit: limit.optional(), approval: z.enum(["automatic", "manual"]).default("automatic"),
});

const stage = z.union([key, z.strictObject({ key, on: z.string().regex(/^[a-z_]+$/), name: z.string().max(64).optional(), where: condition.optional() })]);

export const definition = z.strictObject({
  $schema: z.string().optional(), key, kind: z.enum(KINDS), name: z.string().min(1).max(120), description: z.string().max(2000).optional(),
  goal: z.strictObject({ metric: z.string(), target: z.number().positive(), by: instant }).optional(),
  advocates: z.strictObject({ who: condition.optional(), join: z.enum(["automatic", "apply", "invite"]).default("automatic") }).prefault({}),
  friends: z.strictObject({ who: z.enum(["new_customer", "new_customer_of_company", "anyone"]).default("new_customer"), where: condition.optional() }).prefault({}),
  stages: z.array(stage).min(1).max(30), qualifies_at: key,
  destination: z.url().max(2000), destinations: z.array(z.url()).max(50).default([]),
  attribution: z.strictObject({
    model: z.enum(["last_touch", "first_touch"]).default("last_touch"), window: duration.default("30d"),
    accepts: z.array(z.enum(EVIDENCE_KINDS)).min(1).default([...EVIDENCE_KINDS]),
    protected_window: duration.optional().describe("A touch this shortly before the conversion cannot displace an earlier one."),
    public_codes: z.array(z.string().max(64)).default([]).describe("Codes known to be public: ranked below a link."),
  }).prefault({}),
  rewards: z.array(rule).max(50).default([]),
  tiers: z.strictObject({
    by: z.enum(["qualified_referrals"]).default("qualified_referrals"), every: period.optional(),
    steps: z.array(z.strictObject({ from: z.number().int().min(1), multiply: z.number().positive().max(100).default(1) })).min(1).max(20),
  }).optional(),
  bonuses: z.array(z.strictObject({ key, from: instant, to: instant, multiply: z.number().positive().max(100), rules: z.array(key).optional() })).max(50).default([]),
  budget: z.strictObject({ amount: money, every: period.optional(), when_spent: z.enum(["pause_rewards", "notify"]).default("pause_rewards") }).optional(),
  exclusive_group: key.optional(), priority: z.number().int().min(0).max(1000).default(100),
  settle_grace: duration.default("7d"), zone: z.string().max(64).optional(),
  enabled: z.boolean().optional().describe("A network program is off until this is true."),
  share: z.strictObject({ channels: z.array(z.string().max(32)).default([]), messages: z.record(z.string(), z.record(z.string(), z.string().max(5000))).default({}) }).prefault({}),
  pages: z.record(z.string(), z.unknown()).default({}), terms: z.record(z.string(), z.string().max(100000)).default({}),
  disclosure: z.record(z.string(), z.string().max(500)).default({}),
  law: z.array(z.enum(["us_real_estate", "us_mortgage", "us_health"])).default([]),
  margin_percent: percent.optional().describe("Gross margin, so that the linter can tell a reward that costs more than the sale earns."),
}).meta({ id: "ProgramDefinition" });

/** A definition as people write it (defaults may be left out) and as the engine reads it (defaults filled in). */
export type ProgramDefinition = z.input<typeof definition>;
export type Program = z.output<typeof definition>;
export type Rule = z.output<typeof rule>;
export type Give = z.output<typeof give>;
