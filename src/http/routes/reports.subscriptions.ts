import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { day, reportPrograms } from "../report-ask.ts";
import { speakerOf } from "../speech.ts";
import { asOfView, periodView, questionOf, studyWait, waitOf } from "../study-ask.ts";
import { STUDY_ASKS } from "../study-questions.ts";
import { subscriptionFoundView, subscriptionStudy } from "../views/subscription-study.ts";
import { laterOf } from "../working.ts";

const query = z.strictObject({
  from: day.optional().describe("Who first subscribed on this day or later. Without it: all."),
  to: day.optional().describe("The last day that counts. Without it: yesterday."),
  ...reportPrograms,
  renews: z.enum(["month", "quarter", "year"]).default("month").describe("How often subscriptions are renewed."),
  currency: z.string().max(16).optional().describe("Without it: the one of most orders."),
  weeks: z.coerce.number().int().min(4).max(520).default(104).describe("The horizon: a value is never without end."),
  margin: z.coerce.number().min(0.01).max(1).optional().describe("The share of an amount that is earned. Without it: revenue."),
  discount: z.coerce.number().min(0).max(1).default(0.1).describe("A year: 0.1 is 10 %."),
  ...studyWait,
});

export default endpoint({
  method: "GET",
  path: "/v1/reports/subscriptions",
  tag: "Reports",
  permission: "reports:read",
  summary: "How long subscribers stay and what a new one is worth, referred or not, with intervals and a check on renewals held out",
  description:
    "From `subscription_started` and `subscription_cancelled`: somebody subscribes from her first start to the first cancellation after " +
    "it. Kept and renewed as `/v1/reports/value` is.",
  query,
  response: subscriptionStudy,
  later: true,
  async handler({ query: asked, caller, read, request, services }) {
    const { renews, weeks } = asked;
    const ask = await read((workspaceId, db) => STUDY_ASKS.subscriptions(workspaceId, db, asked));
    const { margin, discount, periods } = ask;
    const looked = await services.reports.look("subscriptions", caller.workspaceId, {
      ask,
      question: questionOf(asked),
      waitMs: waitOf(asked),
    });
    if ("working" in looked) return laterOf(looked.working);
    return {
      period: periodView(looked.ask, looked.ask.zone),
      as_of: asOfView(looked.at),
      renewing: looked.isRenewing,
      renews,
      horizon: { weeks, renewals: periods, margin, yearly_discount: discount },
      ...subscriptionFoundView(looked.found, speakerOf(request)),
      notes: ["not_randomised" as const, ...(asked.margin === undefined ? (["margin_unknown"] as const) : [])],
    };
  },
});
