import { z } from "zod";
import { metricOf } from "../../core/analytics/metrics.ts";
import type { Figure, Sum } from "../../core/analytics/report.ts";
import { dayText } from "../../core/analytics/report-period.ts";
import { externalId } from "../../core/id.ts";
import { UTC, compilePeriod, compileZone, formatInstant } from "../../core/time.ts";
import type { Looked } from "../../flow/studies/kept.ts";
import { COMPARABLE, COMPARED_BY, type Side, compareSums, sumsOfSide } from "../../flow/reports/compare.ts";
import { createDays } from "../../flow/reports/days.ts";
import { Refusal } from "../../flow/refusal.ts";
import type { Client } from "../../store/db.ts";
import { type ArmRow, listExperiments } from "../../store/experiments.ts";
import { readReportCursor } from "../../store/report-cursor.ts";
import { type Input, endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";
import { type AskedDays, day, readDays, reportDays, reportPrograms } from "../report-ask.ts";
import { freshness, freshnessOf, meanings } from "../report.ts";
import type { SegmentQuestion } from "../segment-cut.ts";
import { instant } from "../schemas.ts";
import { renewing, studyWait, waitOf } from "../study-ask.ts";
import { STUDY_ASKS } from "../study-questions.ts";
import { laterOf } from "../working.ts";

const value = z.number().nullable();
const side = z.object({
  value,
  low: value,
  high: value,
  above: z.int().nullable(),
  below: z.int().nullable(),
  reason: z.string().nullable(),
  missing: z.int().nullable(),
});
const compared = z
  .object({
    report: z.enum(COMPARABLE),
    of: z.enum(COMPARED_BY),
    period: z.object({ from: day, to: day, zone: z.string() }),
    left: z.string(),
    right: z.string(),
    freshness,
    counted_at: instant.nullable().describe("Of segments: when they were counted. Null: they are as fresh as `freshness` says."),
    renewing,
    data: z.array(
      z.object({
        metric: z.string(),
        unit: z.string().nullable(),
        left: side,
        right: side,
        difference: z
          .object({ value: z.number(), low: value, high: value })
          .nullable()
          .describe("Right less left; of shares with its 95 % interval. Null: one of them has no figure."),
      }),
    ),
    randomised: z
      .boolean()
      .describe("Both are arms of one experiment that ran over all of these days with everybody: who got which was left to chance."),
    experiment: z.string().nullable().describe("The experiment that dealt out both: its own results, one row an advocate, say more."),
    metrics: meanings,
  })
  .meta({ id: "ComparedReport" });

const query = z.strictObject({
  report: z.enum(COMPARABLE).default("funnel"),
  of: z
    .enum(COMPARED_BY)
    .describe(
      "segment: of what advocates in it brought, counted row by row and kept (`counted_at`), 366 days at most. program: of each. " +
        "version: of referrals bound under it, so also an experiment's arms.",
    ),
  left: z.string().max(64).describe("A segment's id, a program's key, or a version's number."),
  right: z.string().max(64),
  ...reportDays,
  ...reportPrograms,
  ...studyWait,
});
type Query = z.output<typeof query>;

const refuse = (pointer: string, message: string): Refusal =>
  new Refusal("validation_failed", message, { errors: [{ pointer, message, code: "invalid" }] });

async function readSide(workspaceId: string, db: Client, ask: { query: Query; which: "left" | "right" }): Promise<Side> {
  const { query: given, which } = ask;
  const name = given[which];
  if (given.of === "program") return { programs: [(await findProgram(workspaceId, db, name)).id], version: null };
  if (given.program === undefined) throw refuse("/program", "Versions are of one program: name it.");
  const version = Number(name);
  if (!Number.isInteger(version) || version < 1) throw refuse(`/${which}`, "A version is a number from 1 on.");
  return { programs: [(await findProgram(workspaceId, db, given.program)).id], version };
}

type Given = Pick<Input<undefined, undefined, undefined>, "caller" | "read" | "services">;

/** What is kept of both segments, which are counted row by row. */
async function lookAtSegments({ caller, read, services }: Given, given: Query): Promise<Looked<"segments">> {
  const { report, left, right, from, to, program } = given;
  const question: SegmentQuestion = { report, pair: [left, right], from, to, program, compare: "none" };
  const ask = await read((workspaceId, db) => STUDY_ASKS.segments(workspaceId, db, question));
  return await services.reports.look("segments", caller.workspaceId, { ask, question, waitMs: waitOf(given) });
}

/** The experiment that dealt out both versions; `isWhole`: nobody else is among these referrals. */
async function dealtBy(
  workspaceId: string,
  db: Client,
  { query: given, asked }: { query: Query; asked: AskedDays },
): Promise<{ id: string; isWhole: boolean } | null> {
  if (given.of !== "version") return null;
  const { id } = await findProgram(workspaceId, db, given.program!);
  const all = await listExperiments(workspaceId, db, { before: null, limit: 200, programId: id, status: null });
  const has = (arms: readonly ArmRow[], version: string): boolean => arms.some((arm) => String(arm.version) === version);
  const found = all.find(({ arms, status }) => status !== "draft" && has(arms, given.left) && has(arms, given.right));
  if (found === undefined) return null;
  const { spanOf } = createDays(compilePeriod("day", compileZone(asked.zone) ?? UTC));
  const isDuring =
    spanOf(asked.days.from).from >= found.started_at! && (found.ended_at === null || spanOf(asked.days.to).to <= found.ended_at);
  return { id: found.id, isWhole: isDuring && found.design.share === 1 };
}

const sideView = ({ value: of, low, high, above, below, reason, missing }: Figure): z.input<typeof side> => ({
  value: of,
  low,
  high,
  above,
  below,
  reason,
  missing,
});

export default endpoint({
  method: "GET",
  path: "/v1/reports/compare",
  tag: "Reports",
  permission: "reports:read",
  summary: "Two segments, programs or versions side by side, with the difference and its interval",
  description: "Groups that were not dealt by chance may differ for other causes.",
  query,
  response: compared,
  later: true,
  async handler({ query: given, caller, read, services }) {
    const segments = given.of === "segment" ? await lookAtSegments({ caller, read, services }, given) : null;
    if (segments !== null && "working" in segments) return laterOf(segments.working);
    if (segments === null) await services.reports.fresh(caller.workspaceId);
    return await read(async (workspaceId, db) => {
      const asked = await readDays(workspaceId, db, given);
      const { days, zone } = asked;
      const sums = segments?.found.sums[0] ?? null;
      const sideOf = async (which: "left" | "right"): Promise<readonly Sum[]> => {
        if (sums !== null) return sums.filter(({ key }) => key === given[which]);
        const side = await readSide(workspaceId, db, { query: given, which });
        return await sumsOfSide(workspaceId, db, { report: given.report, of: given.of, side, days });
      };
      const pairs = compareSums(given, { left: await sideOf("left"), right: await sideOf("right") });
      const experiment = await dealtBy(workspaceId, db, { query: given, asked });
      return {
        report: given.report,
        of: given.of,
        period: { from: dayText(days.from), to: dayText(days.to), zone },
        left: given.left,
        right: given.right,
        freshness: freshnessOf(await readReportCursor(workspaceId, db)),
        counted_at: segments === null ? null : formatInstant(segments.at),
        renewing: segments?.isRenewing === true,
        data: pairs.map((each) => ({ ...each, left: sideView(each.left), right: sideView(each.right) })),
        randomised: experiment?.isWhole === true,
        experiment: experiment === null ? null : externalId("xpm", experiment.id),
        metrics: [...new Set(pairs.map(({ metric }) => metric))].map((each) => {
          const { name, unit, formula, definition } = metricOf(each);
          return { key: each, name, unit, formula, definition };
        }),
      };
    });
  },
});
