/** What happened, why, and what may be told to whom: the shape in which a referral or a person is explained. */
import { z } from "zod";
import { decision, instant, money, sentence } from "../schemas.ts";
import { referral } from "./referral.ts";

export const happening = z
  .object({
    at: instant,
    kind: z
      .enum(["evidence", "referral", "event", "reward", "available", "review", "review_decided", "act"])
      .describe("act: somebody did it by hand. available: what was granted could be used."),
    words: z.array(sentence).describe("Why, in sentences for operators. May be empty."),
    event: z
      .object({ id: z.string(), type: z.string(), order: z.string().nullable(), status: z.string(), decisions: z.array(decision) })
      .nullable(),
    reward: z
      .object({
        id: z.string(),
        rule: z.string(),
        person: z.string(),
        kind: z.string(),
        value: money,
        state: z.string(),
        reason: z.string().nullable(),
        available_at: instant,
        waits_for: z.string().nullable().describe("What has to be decided first: review, risk_review, licence, choice, budget..."),
      })
      .nullable(),
    review: z.object({ id: z.string(), score: z.int(), verdict: z.string(), state: z.string() }).nullable(),
    evidence: z.object({ kind: z.string(), code: z.string().nullable(), channel: z.string().nullable() }).nullable(),
    act: z.object({ action: z.string(), actor: z.string(), reason: z.string().nullable() }).nullable(),
  })
  .meta({ id: "StoryItem" });

export const telling = z
  .object({
    person: z.string(),
    as: z.enum(["advocate", "friend"]),
    language: z.string(),
    text: z.string().describe("Fit to send: what became of it, why, and what next, in her language and about nobody else."),
  })
  .meta({ id: "Telling" });

export const referralStory = z
  .object({ referral, timeline: z.array(happening).describe("Newest first."), tell: z.array(telling) })
  .meta({ id: "ReferralStory" });

export const personStory = z
  .object({
    person: z.string(),
    referred_by: z.array(referral).describe("Referrals in which she is the friend."),
    timeline: z.array(happening).describe("Newest first: her latest events and rewards."),
    tell: z.array(telling),
  })
  .meta({ id: "PersonStory" });

export type Happening = z.input<typeof happening>;
export type Telling = z.input<typeof telling>;
