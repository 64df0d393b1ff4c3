/** The shapes that answers share. Each with an id is a component of openapi.json. */
import { z } from "zod";
import { OUTCOMES, STATUSES } from "../core/event.ts";
import { parseInstant } from "../core/time.ts";

/** A sentence of ours for operators. Only such fields are put into the caller's language (speech.ts). */
export const sentence = z.string().meta({ "x-sentence": true });
export const instant = z.string().describe("RFC 3339 with milliseconds, UTC.").meta({ format: "date-time" });
export const money = z
  .object({
    amount: z.int().describe("Minor units (cents)."),
    currency: z.string().describe("A currency or another unit such as points or months."),
  })
  .meta({ id: "Money" });

export const fieldError = z.object({ pointer: z.string(), message: sentence, code: z.string() }).meta({ id: "FieldError" });

export const rewardView = z
  .object({
    id: z.string(),
    rule: z.string(),
    to: z.string(),
    kind: z.string(),
    value: money,
    state: z.string(),
    available_at: instant.nullable(),
    reason: z.string().optional(),
    change: z.number().int().optional().describe("What the event added to an earlier reward, in its unit; negative: taken back."),
  })
  .meta({ id: "RewardView" });

export const decision = z
  .object({
    program: z.string(),
    outcome: z.enum(OUTCOMES),
    referral: z.string().nullable(),
    stage: z.string().nullable(),
    rewards: z.array(rewardView),
    reason: z.string().nullable().describe("Why nothing was earned, from a closed list."),
    provisional: z.boolean(),
    trace: z.string(),
  })
  .meta({ id: "Decision" });

export const outcome = z
  .object({
    id: z.string().nullable(),
    client_id: z.string(),
    status: z.enum(STATUSES),
    decisions: z.array(decision),
    error: z.object({ code: z.string(), detail: sentence, errors: z.array(fieldError).optional() }).optional(),
  })
  .meta({ id: "EventOutcome" });

/** Why an operator did it: shown to support, kept in the audit log. */
export const reasonGiven = z.strictObject({ reason: z.string().min(1).max(500) }).meta({ id: "ReasonGiven" });

/** An RFC 3339 instant in a request, as epoch milliseconds. */
export const instantInput = z
  .string()
  .max(40)
  .transform((text, ctx) => {
    const at = parseInstant(text);
    if (typeof at === "number") return at;
    ctx.addIssue({ code: "custom", message: 'Use an instant with its zone, such as "2026-11-21T00:00:00.000Z".' });
    return z.NEVER;
  })
  .meta({ format: "date-time" });

/** An amount in a request, in minor units. */
export const moneyInput = z
  .strictObject({
    amount: z.number().int("Whole minor units (cents): 19.99 USD is 1999.").min(0).max(10_000_000_000_000),
    currency: z.string().regex(/^[A-Z]{3}$/, 'A three-letter ISO 4217 code in capitals such as "USD".'),
  })
  .meta({ id: "AmountGiven" });

/** Which balances a payout takes. */
export const payoutWish = z
  .strictObject({
    unit: z.string().min(1).max(16).describe("A currency."),
    kind: z.enum(["cash", "credit"]).default("cash"),
    minimum: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).default(1).describe("Minor units: smaller balances wait."),
  })
  .meta({ id: "PayoutWish" });
