import { z } from "zod";
import { VALUE_CUTS } from "../../flow/studies/value.ts";
import { endpoint } from "../endpoint.ts";
import { day, reportPrograms } from "../report-ask.ts";
import { speakerOf } from "../speech.ts";
import { asOfView, periodView, questionOf, studyWait, waitOf } from "../study-ask.ts";
import { STUDY_ASKS } from "../study-questions.ts";
import { valueFoundView, valueStudy } from "../views/value-study.ts";
import { laterOf } from "../working.ts";

const query = z.strictObject({
  from: day.optional().describe("Customers who first bought on this day or later. Without it: all."),
  to: day.optional().describe("The last day that counts. Without it: yesterday."),
  cut: day.optional().describe("The check fits the days up to this one and holds the others out. Without it: two thirds of the days."),
  ...reportPrograms,
  by: z
    .enum(VALUE_CUTS)
    .default("referred")
    .describe("referred: came by a referral or not. program: by which. segment: in `segment` or not."),
  segment: z.string().max(64).optional(),
  currency: z.string().max(16).optional().describe("Without it: the one of most orders."),
  weeks: z.coerce.number().int().min(4).max(520).default(104).describe("The horizon: a value is never without end."),
  margin: z.coerce.number().min(0.01).max(1).optional().describe("The share of an amount that is earned. Without it: revenue."),
  discount: z.coerce.number().min(0).max(1).default(0.1).describe("A year: 0.1 is 10 %."),
  caused: z.coerce.number().min(0).max(1).optional().describe("The share of friends who came because of the referral, from a hold-out."),
  people: z.coerce.number().int().min(0).max(100).default(10).describe("Of each quadrant, those worth most."),
  ...studyWait,
});

export default endpoint({
  method: "GET",
  path: "/v1/reports/value",
  tag: "Reports",
  permission: "reports:read",
  summary: "What customers are worth over their lifetime, referred or not, with intervals and a check on weeks held out",
  description:
    "Computed from orders in a process of its own and kept: a large workspace is answered with what was worked out last (`as_of`), and " +
    "newer figures are worked out meanwhile (`renewing`). The first answer ever may take a while: until then 202.",
  query,
  response: valueStudy,
  later: true,
  async handler({ query: asked, caller, read, request, services }) {
    const ask = await read((workspaceId, db) => STUDY_ASKS.value(workspaceId, db, asked));
    const { by, weeks, margin, discount } = ask;
    const looked = await services.reports.look("value", caller.workspaceId, { ask, question: questionOf(asked), waitMs: waitOf(asked) });
    if ("working" in looked) return laterOf(looked.working);
    const { found } = looked;
    return {
      period: periodView(looked.ask, looked.ask.zone),
      as_of: asOfView(looked.at),
      renewing: looked.isRenewing,
      by,
      horizon: { weeks, margin, yearly_discount: discount },
      ...valueFoundView(found, { speaker: speakerOf(request), weeks }),
      notes: [
        "not_randomised" as const,
        ...(asked.margin === undefined ? (["margin_unknown"] as const) : []),
        ...(asked.caused === undefined ? (["caused_assumed"] as const) : []),
      ],
    };
  },
});
