/** Optional sections of a program for cases, leads between companies, and requests between members. Part of core/program.ts. */
import { z } from "zod";
import { duration, key } from "./program-rule.ts";

/** Somebody as a document names her. */
const reference = z.string().regex(/^(per_[0-9a-f]{32}|user_id:.{1,256})$/, 'A person such as "user_id:u_17" or "per_...".');

/** A case goes through the program's stages in their order. */
export const caseSection = z.strictObject({
  due: z.record(key, duration).default({}).describe("How long a case may stay in each stage; a stage without an entry is never late."),
  coordinator: reference.optional().describe("Who looks after all cases, unless a case names another."),
  remind: z
    .strictObject({
      owner: duration.default("1d").describe("The owner is reminded this long after the due date."),
      coordinator: duration.default("3d").describe("The coordinator is told this long after the due date."),
    })
    .prefault({}),
  places: z
    .strictObject({
      nearest: z.number().int().min(1).max(20).default(3).describe("So many places with room are asked, the nearest first."),
      accept_within: duration.default("24h").describe("Then the next is asked."),
      answer_within: duration.default("7d").describe("From accepting to the answer back."),
    })
    .optional()
    .describe("Cases may be offered to places (/v1/places)."),
});

/** Companies send each other leads; an accepted one moves a lead credit from the receiver to the sender. */
export const exchange = z.strictObject({
  accept_within: duration.default("48h").describe("Then the lead goes back."),
  debt_limit: z
    .number()
    .int()
    .min(0)
    .max(1_000_000)
    .default(3)
    .describe("A company may have received at most so many leads more than it gave. Leads that wait for its answer count."),
});

/** Members ask each other for introductions. */
export const requests = z.strictObject({
  answer_within: duration.default("14d").describe("Then the request expires."),
  trust: z
    .strictObject({
      over: duration.default("12 months").describe("Requests of this time count."),
      hidden_below: z.number().int().min(1).max(1000).default(3).describe("With fewer requests, no trust is shown."),
    })
    .prefault({}),
});

export type CaseSection = z.output<typeof caseSection>;
