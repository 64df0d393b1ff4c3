import { z } from "zod";
import { LEVERS } from "../../core/analytics/forecast/program-model.ts";
import { endpoint } from "../endpoint.ts";
import { speakerOf } from "../speech.ts";
import { asOfView, questionOf, studyWaitBody, waitOf } from "../study-ask.ts";
import { STUDY_ASKS } from "../study-questions.ts";
import { forecast, forecastView } from "../views/forecast.ts";
import { laterOf } from "../working.ts";

const assumption = z
  .strictObject({ low: z.number().min(0).max(1e12), likely: z.number().min(0).max(1e12), high: z.number().min(0).max(1e12) })
  .refine(({ low, likely, high }) => low <= likely && likely <= high, { message: "low, likely and high must not fall." });

export default endpoint({
  method: "POST",
  path: "/v1/programs/:program/forecast",
  tag: "Programs",
  permission: "programs:read",
  summary: "Play a program forward",
  description:
    "Many seeded futures from the program's own weeks, from stated assumptions, or from both: quantiles a week, budget, break-even " +
    "reward, what it depends on, and what it would have said before (hindcast). The same seed gives the same answer. Nothing is written.",
  params: z.object({ program: z.string() }),
  body: z
    .strictObject({
      weeks: z.int().min(1).max(156).default(52),
      runs: z.int().min(10).max(5000).default(1000),
      seed: z.int().min(0).max(2_147_483_647).default(1),
      currency: z.string().regex(/^[A-Z]{3}$/),
      margin: z
        .number()
        .min(0)
        .max(1)
        .nullable()
        .default(null)
        .describe("Gross margin; the program's own when left out, else all of it."),
      budget: z.number().min(0).max(1e15).nullable().default(null).describe("What may be spent from now on, in minor units."),
      reward: z.number().min(0).max(1e12).nullable().default(null).describe("For each new customer, minor units; as paid so far."),
      assume: z
        .partialRecord(z.enum(LEVERS), assumption)
        .default({})
        .describe("Before launch: joins, reach, converts and value. Shares are 0 to 1, money in minor units."),
      ...studyWaitBody,
    })
    .meta({ id: "ForecastWish" }),
  response: forecast,
  later: true,
  async handler({ params, body, caller, read, request, services }) {
    const wish = { ...questionOf(body), program: params.program };
    const ask = await read((workspaceId, db) => STUDY_ASKS.forecast(workspaceId, db, wish));
    const looked = await services.reports.look("forecast", caller.workspaceId, { ask, question: wish, waitMs: waitOf(body) });
    if ("working" in looked) return laterOf(looked.working);
    return { ...forecastView(looked.found, speakerOf(request)), as_of: asOfView(looked.at), renewing: looked.isRenewing };
  },
});
