/** The shapes that answers share. Each with an id is a component of openapi.json. */
import { z } from "zod";
import { OUTCOMES, STATUSES } from "../core/event.ts";

export const instant = z.string().describe("RFC 3339 with milliseconds, UTC.").meta({ format: "date-time" });
export const money = z.object({
  amount: z.int().describe("Minor units (cents)."), currency: z.string().describe("A currency or another unit such as points or months."),
}).meta({ id: "Money" });

export const fieldError = z.object({ pointer: z.string(), message: z.string(), code: z.string() }).meta({ id: "FieldError" });

export const rewardView = z.object({
  id: z.string(), rule: z.string(), to: z.string(), kind: z.string(), value: money, state: z.string(), available_at: instant.nullable(), reason: z.string().optional(),
}).meta({ id: "RewardView" });

export const decision = z.object({
  program: z.string(), outcome: z.enum(OUTCOMES), referral: z.string().nullable(), stage: z.string().nullable(), rewards: z.array(rewardView),
  reason: z.string().nullable().describe("Why nothing was earned, from a closed list."), provisional: z.boolean(), trace: z.string(),
}).meta({ id: "Decision" });

export const outcome = z.object({
  id: z.string().nullable(), client_id: z.string(), status: z.enum(STATUSES), decisions: z.array(decision),
  error: z.object({ code: z.string(), detail: z.string(), errors: z.array(fieldError).optional() }).optional(),
}).meta({ id: "EventOutcome" });
