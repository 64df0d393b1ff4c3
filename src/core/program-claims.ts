/**
 * A program's `claims`: who may say "this one is mine", for how long that keeps others out, and who decides. An approved claim is
 * evidence of kind `claim` about the friend; what it earns is a rule's business like everything else.
 */
import { z } from "zod";
import { duration, key, money } from "./program-rule.ts";

export const CLAIM_SUBJECTS = ["candidate", "deal", "company", "order"] as const;
export type ClaimSubject = (typeof CLAIM_SUBJECTS)[number];
export const CLAIM_EXCLUDED = ["manager", "recruiter", "own_department"] as const;

export const claims = z.strictObject({
  subject: z.enum(CLAIM_SUBJECTS).describe("What is claimed: a person for a vacancy, a deal, a company, or an order that named nobody."),
  stage: key.optional().describe("The stage that an approved claim reaches; the first one when left out. An order has its own."),
  exclusivity: duration
    .default("90d")
    .describe("How long an approved claim keeps others out. A move to another stage begins it anew; when it is over, so is the claim."),
  blocks: duration
    .optional()
    .describe("How long after it was made a claim keeps others out whatever became of it, unless it was refused, withdrawn or lost."),
  within: duration.default("30d").describe("Orders: how long after the order it may be claimed."),
  decide: z
    .union([
      z.enum(["at_once", "operator"]),
      z.strictObject({
        after: duration.describe("Decided by this rule when no operator has decided by then."),
        answer: z.enum(["approve", "refuse"]).default("approve"),
      }),
    ])
    .default("operator"),
  excluded: z.array(z.enum(CLAIM_EXCLUDED)).default([]).describe("Who may not claim."),
  evidence: z.enum(["required", "optional"]).default("optional"),
  agreement: z.boolean().default(false).describe("Only who has accepted the program's present terms may claim."),
  people: z.number().int().min(1).max(10).default(1).describe("How many people may claim one subject together."),
  lost: z.array(key).default([]).describe("Stages that end the claim and free its subject."),
  bonuses: z
    .array(z.strictObject({ grade: z.string().max(64).optional(), country: z.string().max(2).optional(), bonus: money }))
    .max(200)
    .default([])
    .describe("Vacancies without a bonus of their own: the first line whose grade and country hold."),
});

export type ProgramClaims = z.output<typeof claims>;
