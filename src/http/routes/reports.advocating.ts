import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { day } from "../report-ask.ts";
import { speakerOf } from "../speech.ts";
import { asOf, asOfView, periodView, questionOf, renewing, studyPeriod, studyWait, waitOf } from "../study-ask.ts";
import { STUDY_ASKS } from "../study-questions.ts";
import { lack } from "../views/lack.ts";
import { estimate, estimateView, partOf, reasonOf } from "../views/no-figure.ts";
import { laterOf } from "../working.ts";

const advocating = z
  .object({
    period: studyPeriod.describe("The days in which it is seen who bought again. Who had advocated is what was known before them."),
    as_of: asOf,
    renewing,
    customers: z.int().describe("With an order before the days."),
    effect: estimate.describe("Share of advocates who bought in the days, less that of customers like them who had brought nobody."),
    compared: z
      .object({
        advocates: z.int(),
        advocates_bought: z.number().describe("Share."),
        likes: z.int().describe("Customers like them: alike in how long, how lately, how often and for how much they had bought."),
        likes_bought: z.number(),
        unmatched: z.int().describe("Advocates with nobody like them, who are left out."),
        unmatched_effect: z.number().describe("The difference without matching, to show what matching changed."),
      })
      .nullable()
      .describe("Null: see `effect`."),
    concentration: z
      .object({
        advocates: z.int(),
        friends: z.number(),
        gini: z.number().describe("0: all brought the same. Towards 1: all by one."),
        half: z.int().describe("The fewest advocates who together brought half of all friends."),
        top: z.array(z.object({ share: z.number(), advocates: z.int(), brought: z.number().describe("Share of all friends.") })),
      })
      .nullable()
      .describe("How much rests on how few, over everybody who takes part, up to now."),
    concentration_reason: lack.nullable(),
    notes: z.array(z.enum(["not_randomised"])).describe("not_randomised: who advocates may have been happier all along."),
  })
  .meta({ id: "AdvocatingStudy" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/advocating",
  tag: "Reports",
  permission: "reports:read",
  summary: "What advocating does to the advocates' own buying, beside customers like them; and how much rests on how few",
  query: z.strictObject({
    to: day.optional().describe("The last day. Without it: yesterday."),
    days: z.coerce.number().int().min(7).max(730).default(90).describe("Days in which it is seen who bought again."),
    ...studyWait,
  }),
  response: advocating,
  later: true,
  async handler({ query, caller, read, request, services }) {
    const ask = await read((workspaceId, db) => STUDY_ASKS.advocating(workspaceId, db, query));
    const looked = await services.reports.look("advocating", caller.workspaceId, {
      ask,
      question: questionOf(query),
      waitMs: waitOf(query),
    });
    if ("working" in looked) return laterOf(looked.working);
    const { at, found } = looked;
    const speaker = speakerOf(request);
    return {
      period: periodView({ from: looked.ask.to - query.days + 1, to: looked.ask.to }, looked.ask.zone),
      as_of: asOfView(at),
      renewing: looked.isRenewing,
      customers: found.customers,
      effect: estimateView("none" in found.effect ? found.effect : { ok: found.effect.ok.effect }, speaker),
      compared: partOf(found.effect, (of) => ({
        advocates: of.treated,
        advocates_bought: of.treatedMean,
        likes: of.controls,
        likes_bought: of.likeMean,
        unmatched: of.unmatched,
        unmatched_effect: of.rawEffect,
      })),
      concentration: partOf(found.concentration, ({ people, total, gini, half, top }) => ({
        advocates: people,
        friends: total,
        gini,
        half,
        top: top.map((each) => ({ share: each.share, advocates: each.people, brought: each.of })),
      })),
      concentration_reason: reasonOf(found.concentration, speaker),
      notes: ["not_randomised" as const],
    };
  },
});
