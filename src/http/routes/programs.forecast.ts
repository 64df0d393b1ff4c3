import { z } from "zod";
import { LEVERS } from "../../core/analytics/forecast/program-model.ts";
import { definition } from "../../core/program.ts";
import { forecastProgram } from "../../flow/forecast-program.ts";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";
import { speakerOf } from "../speech.ts";
import { forecast, forecastView } from "../views/forecast.ts";

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
    })
    .meta({ id: "ForecastWish" }),
  response: forecast,
  async handler({ params, body, caller, read, request, services }) {
    await services.reports.fresh(caller.workspaceId);
    return read(async (workspaceId, db) => {
      const program = await findProgram(workspaceId, db, params.program);
      const parsed = definition.safeParse(program.live);
      const own = parsed.success ? parsed.data.margin_percent : undefined;
      const margin = body.margin ?? (own === undefined ? 1 : own / 100);
      return forecastView(await forecastProgram(workspaceId, db, { ...body, margin, programId: program.id }), speakerOf(request));
    });
  },
});
