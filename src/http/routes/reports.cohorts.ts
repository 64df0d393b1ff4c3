import { z } from "zod";
import { cohortRows } from "../../core/analytics/cohort-report.ts";
import { metricOf } from "../../core/analytics/metrics.ts";
import { dayText } from "../../core/analytics/report-period.ts";
import { readReportCursor } from "../../store/report-cursor.ts";
import { readCohorts } from "../../store/report-read.ts";
import { endpoint } from "../endpoint.ts";
import { day, readDays, readPrograms, reportDays, reportPrograms } from "../report-ask.ts";
import { freshness, freshnessOf } from "../report.ts";
import { sentence } from "../schemas.ts";

const point = z.object({
  after: z.int().describe("0: the first thirty days since they came."),
  people: z.int().describe("Those whose thirty days are over."),
  active: z.int().describe("Of them, those with an order in these thirty days."),
  share: z.number().nullable().describe("Null below ten people: too little to tell from."),
  low: z.number().nullable(),
  high: z.number().nullable(),
  revenue: z.array(z.object({ unit: z.string(), amount: z.int() })),
});

const cohorts = z
  .object({
    period: z.object({ from: day, to: day, zone: z.string() }),
    program: z.string().nullable(),
    freshness,
    data: z.array(
      z.object({
        cohort: z.string().nullable().describe("The month in which they came; null: all of them."),
        people: z.int(),
        points: z.array(point),
      }),
    ),
    definition: sentence,
  })
  .meta({ id: "Cohorts" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/cohorts",
  tag: "Reports",
  permission: "reports:read",
  summary: "Cohorts: of the friends who came in a month, who ordered in the first, second, third thirty days since",
  query: z.strictObject({ ...reportDays, ...reportPrograms }),
  response: cohorts,
  async handler({ query, caller, read, services }) {
    await services.reports.fresh(caller.workspaceId);
    return await read(async (workspaceId, db) => {
      const { days, zone, today } = await readDays(workspaceId, db, query);
      const programs = (await readPrograms(workspaceId, db, query.program)).map((each) => each.id);
      const sums = await readCohorts(workspaceId, db, { programs, ...days, today });
      return {
        period: { from: dayText(days.from), to: dayText(days.to), zone },
        program: query.program ?? null,
        freshness: freshnessOf(await readReportCursor(workspaceId, db)),
        data: cohortRows(sums, today),
        definition: metricOf("retention_rate").definition,
      };
    });
  },
});
