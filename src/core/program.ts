/**
 * A program as data: the one schema that validates a definition wherever it comes from (console, CLI, SDK, preset).
 * The JSON Schema at /schemas/program.json is generated from it. What a document *means* is in core/rules; whether
 * it is *wise* is the linter's business (core/rules/lint.ts).
 */
import { z } from "zod";
import { condition } from "./condition.ts";
import { caseSection, exchange, requests } from "./program-case.ts";
import { claims } from "./program-claims.ts";
import { contest, leaderboard } from "./program-contest.ts";
import { levels } from "./program-levels.ts";
import { eligibility } from "./program-eligibility.ts";
import { form } from "./program-form.ts";
import { pages } from "./program-pages.ts";
import { risk } from "./program-risk.ts";
import { duration, instant, key, money, percent, period, rule } from "./program-rule.ts";
import { contentKit, shares, thinkOf } from "./program-shares.ts";
import { isOneLine } from "./text.ts";

export type { Give, Rule } from "./program-rule.ts";

export const KINDS = [
  "direct",
  "two_way",
  "affiliate",
  "loyalty",
  "advocacy",
  "partner",
  "tiered",
  "contest",
  "employee",
  "community",
  "social",
  "influencer",
  "occasion",
  "lead_exchange",
  "subscription",
  "pipeline",
  "network",
] as const;
export const EVIDENCE_KINDS = ["code", "link", "invite", "name", "claim"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

const stage = z.union([
  key,
  z.strictObject({ key, on: z.string().regex(/^[a-z_]+$/), name: z.string().max(64).optional(), where: condition.optional() }),
]);

export const definition = z
  .strictObject({
    $schema: z.string().optional(),
    key,
    kind: z.enum(KINDS),
    name: z.string().min(1).max(120).refine(isOneLine, { message: "One line, without control characters." }),
    description: z.string().max(2000).optional(),
    goal: z.strictObject({ metric: z.string(), target: z.number().positive(), by: instant }).optional(),
    advocates: z
      .strictObject({
        who: condition.optional(),
        audience: z
          .string()
          .regex(/^seg_[0-9a-f]{32}$/, "A segment such as seg_....")
          .optional()
          .describe("Only people of this segment may join, apply or be asked. Who takes part already stays when she leaves it."),
        join: z.enum(["automatic", "apply", "invite"]).default("automatic"),
        form: form.optional().describe("What those who join are asked. The answers are shown to who decides."),
        friends: z
          .enum(["ask", "join"])
          .default("ask")
          .describe("join: a friend whose first order has passed its hold becomes an advocate by itself, unless she left before."),
      })
      .prefault({}),
    friends: z
      .strictObject({
        who: z.enum(["new_customer", "new_customer_of_company", "anyone"]).default("new_customer"),
        where: condition.optional(),
      })
      .prefault({}),
    stages: z.array(stage).min(1).max(30),
    qualifies_at: key,
    destination: z.url().max(2000),
    destinations: z.array(z.url()).max(50).default([]),
    attribution: z
      .strictObject({
        model: z.enum(["last_touch", "first_touch"]).default("last_touch"),
        window: duration.default("30d"),
        accepts: z
          .array(z.enum(EVIDENCE_KINDS))
          .min(1)
          .default([...EVIDENCE_KINDS]),
        protected_window: duration.optional().describe("A touch this shortly before the conversion cannot displace an earlier one."),
        public_codes: z.array(z.string().max(64)).default([]).describe("Codes known to be public: ranked below a link."),
      })
      .prefault({}),
    rewards: z.array(rule).max(50).default([]),
    tiers: z
      .strictObject({
        by: z.enum(["qualified_referrals"]).default("qualified_referrals"),
        every: period.optional(),
        steps: z
          .array(z.strictObject({ from: z.number().int().min(1), multiply: z.number().positive().max(100).default(1) }))
          .min(1)
          .max(20),
      })
      .optional(),
    bonuses: z
      .array(
        z.strictObject({ key, from: instant, to: instant, multiply: z.number().positive().max(100), rules: z.array(key).optional() }),
      )
      .max(50)
      .default([]),
    levels: levels.optional(),
    claims: claims.optional(),
    leaderboard: leaderboard.optional(),
    contest: contest.optional(),
    shares: shares.optional(),
    content_kit: contentKit.optional(),
    case: caseSection.optional(),
    exchange: exchange.optional(),
    requests: requests.optional(),
    budget: z
      .strictObject({ amount: money, every: period.optional(), when_spent: z.enum(["pause_rewards", "notify"]).default("pause_rewards") })
      .optional(),
    risk: risk.optional(),
    eligibility: eligibility.optional(),
    exclusive_group: key.optional(),
    priority: z.number().int().min(0).max(1000).default(100),
    settle_grace: duration.default("7d"),
    zone: z.string().max(64).optional(),
    enabled: z.boolean().optional().describe("A network program is off until this is true."),
    share: z
      .strictObject({
        channels: z.array(z.string().max(32)).default([]),
        messages: z.record(z.string(), z.record(z.string(), z.string().max(5000))).default({}),
        think_of: thinkOf.optional(),
      })
      .prefault({}),
    pages,
    terms: z.record(z.string(), z.string().max(100000)).default({}),
    disclosure: z.record(z.string(), z.string().max(500)).default({}),
    law: z.array(z.enum(["us_real_estate", "us_mortgage", "us_health"])).default([]),
    margin_percent: percent
      .optional()
      .describe("Gross margin, so that the linter can tell a reward that costs more than the sale earns."),
  })
  .meta({ id: "ProgramDefinition" });

/** A definition as people write it (defaults may be left out) and as the engine reads it (defaults filled in). */
export type ProgramDefinition = z.input<typeof definition>;
export type Program = z.output<typeof definition>;
