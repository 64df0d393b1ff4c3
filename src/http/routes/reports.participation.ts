import { z } from "zod";
import { STEPS, stepsOf, worstStep } from "../../core/analytics/participation.ts";
import { comparedWith, dayText } from "../../core/analytics/report-period.ts";
import { readReportCursor } from "../../store/report-cursor.ts";
import { readSums } from "../../store/report-read.ts";
import { endpoint } from "../endpoint.ts";
import { day, readDays, readPrograms, reportDays, reportPrograms } from "../report-ask.ts";
import { freshness, freshnessOf } from "../report.ts";

const NAMES = STEPS.map((each) => each.step);
const METRICS = [...new Set(STEPS.flatMap((each) => [each.of, each.reached]))];
const share = z.number().nullable().describe("Null below ten people: too little to tell from.");

const participation = z
  .object({
    period: z.object({ from: day, to: day, zone: z.string() }),
    compared: z.object({ from: day, to: day }),
    program: z.string().nullable(),
    freshness,
    steps: z.array(
      z.object({
        step: z.enum(NAMES),
        people: z.int(),
        reached: z.int(),
        lost: z.int().describe("Who have not taken the step: 240 of 300 never shared."),
        share,
        low: z.number().nullable().describe("Null with `share`."),
        high: z.number().nullable().describe("Null with `share`."),
        before: share,
        change: z.number().nullable().describe("Against the period before: -0.1 is ten points less. Null: one has no share."),
        is_clear: z.boolean().describe("The intervals of now and before lie apart; else the change may be chance."),
        rows: z.string().describe("Who have taken the step."),
      }),
    ),
    worst: z
      .enum(NAMES)
      .nullable()
      .describe("Where most was lost against before; else the smallest share. Null: none, or too few people."),
  })
  .meta({ id: "Participation" });

export default endpoint({
  method: "GET",
  path: "/v1/reports/participation",
  tag: "Reports",
  permission: "reports:read",
  summary: "Where people are lost on the way, against the period before",
  query: z.strictObject({ ...reportDays, ...reportPrograms }),
  response: participation,
  async handler({ query, caller, read, services }) {
    await services.reports.fresh(caller.workspaceId);
    return await read(async (workspaceId, db) => {
      const { days, zone } = await readDays(workspaceId, db, query);
      const before = comparedWith(days, "previous")!;
      const ids = (await readPrograms(workspaceId, db, query.program)).map((each) => each.id);
      const ask = { programs: ids, metrics: METRICS, dim: "" };
      const [now, earlier] = [
        await readSums(workspaceId, db, { ...ask, ...days }),
        await readSums(workspaceId, db, { ...ask, ...before }),
      ];
      const steps = stepsOf(now, earlier);
      const [from, to] = [dayText(days.from), dayText(days.to)];
      return {
        period: { from, to, zone },
        compared: { from: dayText(before.from), to: dayText(before.to) },
        program: query.program ?? null,
        freshness: freshnessOf(await readReportCursor(workspaceId, db)),
        steps: steps.map((each, i) => {
          const rows = new URLSearchParams({ metric: STEPS[i]!.reached, from, to });
          if (query.program !== undefined) rows.set("program", query.program);
          return { ...each, rows: `/v1/reports/rows?${rows}` };
        }),
        worst: worstStep(steps),
      };
    });
  },
});
