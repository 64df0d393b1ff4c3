/** The portal's lists: what came of recommending, what is owed, where one stands. Every state with its word and one sentence of why. */
import { z } from "zod";
import { WORTHS } from "../../core/rules/state-words.ts";
import { instant } from "../schemas.ts";

export const portalQuery = {
  workspace: z
    .string()
    .max(64)
    .optional()
    .describe("Its slug: needed where nobody is signed in; a session of another workspace is none here."),
  program: z.string().max(64).optional().describe("A program's key; the member's own, else the first open one, when left out."),
  locale: z.string().max(35).optional().describe("de, pt-BR...; the member's own, else the workspace's, when left out."),
  zone: z.string().max(64).optional().describe("Dates are told in this zone; her own, else the workspace's, when left out."),
  person: z.string().max(300).optional().describe("Whose portal, for a secret key. A member sees her own."),
};
export const portalPage = {
  after: z.string().max(80).optional().describe("The id of the last entry seen."),
  limit: z.coerce.number().int().min(1).max(100).default(20),
};
const next = z.string().nullable().describe("Send it as `after` for the next page; null at the end.");

export const REFERRAL_WORDS = ["waiting", "counts", "refused", "gone"] as const;

const stage = z.object({
  key: z.string(),
  label: z.string(),
  done_at: instant.nullable().describe("When, or a moment on the way to it; null: not yet."),
});
const rewardLine = z.object({ text: z.string(), status: z.enum(WORTHS), status_label: z.string() });

export const portalReferral = z
  .object({
    id: z.string(),
    friend: z.string().describe('"Friend of 3 May", or the name where the friend or the advocate herself gave it.'),
    at: instant,
    stage: z.string(),
    stages: z.array(stage),
    status: z.enum(REFERRAL_WORDS),
    status_label: z.string(),
    why: z.string(),
    rewards: z.array(rewardLine),
  })
  .meta({ id: "PortalReferral" });
export const referralsPage = z.object({ data: z.array(portalReferral), next });

export const portalReward = z
  .object({
    id: z.string(),
    title: z.string(),
    amount_text: z.string(),
    for: z.string(),
    status: z.enum(WORTHS),
    status_label: z.string(),
    why: z.string(),
    at: instant,
    available_at: instant.nullable(),
    coupon: z.object({ code: z.string(), valid_until: instant.nullable() }).nullable(),
    choices: z.array(z.object({ key: z.string(), text: z.string() })).nullable(),
  })
  .meta({ id: "PortalReward" });
export const rewardsPage = z.object({ data: z.array(portalReward), next });

/** A thing that one may do with an entry, by an endpoint of the API. */
export const act = z
  .object({
    act: z.string(),
    label: z.string(),
    method: z.enum(["POST", "PUT", "PATCH", "DELETE"]),
    path: z.string(),
    body: z.record(z.string(), z.unknown()).optional().describe("To be sent as it is; `fields` are asked for."),
    fields: z
      .array(
        z.object({
          name: z.string(),
          label: z.string(),
          kind: z.enum(["text", "long_text", "email", "url", "money", "choice"]),
          required: z.boolean(),
          options: z
            .array(z.object({ value: z.string(), label: z.string() }))
            .optional()
            .describe("Of a choice. An empty value is left out of the body."),
        }),
      )
      .optional(),
  })
  .meta({ id: "PortalAct" });

/** The kinds' own lists. */
export const LISTS = [
  "claim",
  "deals",
  "vacancies",
  "leads",
  "requests",
  "slips",
  "cases",
  "deliverables",
  "shares",
  "gatherings",
  "catalogue",
] as const;

/** One shape for every kind's "my referrals": claims, cases, leads, deals, deliverables, requests, gatherings, catalogue, vacancies. */
export const portalItem = z
  .object({
    id: z.string(),
    title: z.string(),
    text: z.string().nullable(),
    status: z.string().describe("The thing's own state; its colour follows from `tone`."),
    tone: z.enum(["waiting", "good", "bad", "over"]),
    status_label: z.string(),
    why: z.string(),
    at: instant.nullable(),
    deadline: instant.nullable(),
    deadline_text: z.string().nullable(),
    stages: z.array(stage).nullable(),
    acts: z.array(act),
  })
  .meta({ id: "PortalItem" });
export const itemsPage = z
  .object({ data: z.array(portalItem), next, summary: z.string().nullable(), acts: z.array(act).describe("What can be begun here.") })
  .meta({ id: "PortalItems" });

export const portalStanding = z
  .object({
    level: z
      .object({
        name: z.string(),
        perks: z.array(z.string()),
        points: z.int(),
        next: z.object({ name: z.string(), need_text: z.string(), from: z.int() }).nullable(),
        ends_at: instant.nullable(),
        ends_text: z.string().nullable(),
      })
      .nullable(),
    badges: z.array(z.object({ key: z.string(), name: z.string(), earned_at: instant.nullable(), how: z.string() })),
    leaderboard: z
      .object({
        period: z.string(),
        label: z.string(),
        ends_at: instant.nullable(),
        rank: z.int().nullable(),
        hidden: z.boolean(),
        rows: z.array(z.object({ rank: z.int(), name: z.string(), score: z.int(), score_text: z.string(), me: z.boolean() })),
      })
      .nullable(),
    contests: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        starts_at: instant,
        ends_at: instant,
        ends_text: z.string(),
        entries: z.int(),
        rules_text: z.string(),
        prizes: z.array(z.string()),
        result: z.string().nullable(),
        acts: z.array(act),
      }),
    ),
  })
  .meta({ id: "PortalStanding" });

export const portalLearn = z
  .object({
    guidelines: z.array(z.object({ title: z.string(), text: z.string() })),
    articles: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })).describe("What the business wrote to help."),
    assets: z.array(z.object({ name: z.string(), kind: z.string(), url: z.string(), alt: z.string().nullable() })),
    disclosure: z.string(),
  })
  .meta({ id: "PortalLearn" });
