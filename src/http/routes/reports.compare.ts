import { z } from "zod";
import { metricOf } from "../../core/analytics/metrics.ts";
import type { Figure } from "../../core/analytics/report.ts";
import { LONGEST_DAYS, dayText } from "../../core/analytics/report-period.ts";
import { externalId } from "../../core/id.ts";
import { UTC, compilePeriod, compileZone } from "../../core/time.ts";
import { COMPARABLE, type Side, compareGroups } from "../../flow/reports/compare.ts";
import { createDays } from "../../flow/reports/days.ts";
import { Refusal, notFound } from "../../flow/refusal.ts";
import type { Client } from "../../store/db.ts";
import { type ArmRow, listExperiments } from "../../store/experiments.ts";
import { readReportCursor } from "../../store/report-cursor.ts";
import { readSegment } from "../../store/segments.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { findProgram } from "../lookup.ts";
import { type AskedDays, day, readDays, readPrograms, reportDays, reportPrograms } from "../report-ask.ts";
import { freshness, freshnessOf, meanings } from "../report.ts";

/** Counted from rows: of a year at most. */
const MOST_DAYS = Math.min(LONGEST_DAYS, 366);

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
    of: z.enum(["segment", "program", "version"]),
    period: z.object({ from: day, to: day, zone: z.string() }),
    left: z.string(),
    right: z.string(),
    freshness,
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
    .enum(["segment", "program", "version"])
    .describe(
      "segment: of what advocates in it brought. program: of each. version: of referrals bound under it, so also an experiment's arms.",
    ),
  left: z.string().max(64).describe("A segment's id, a program's key, or a version's number."),
  right: z.string().max(64),
  ...reportDays,
  ...reportPrograms,
});
type Query = z.output<typeof query>;

const refuse = (pointer: string, message: string): Refusal =>
  new Refusal("validation_failed", message, { errors: [{ pointer, message, code: "invalid" }] });

async function readSide(
  workspaceId: string,
  db: Client,
  ask: { query: Query; asked: AskedDays; which: "left" | "right" },
): Promise<Side> {
  const { query: given, asked, which } = ask;
  const name = given[which];
  if (given.of === "program") return { programs: [(await findProgram(workspaceId, db, name)).id], of: null };
  const programs = (await readPrograms(workspaceId, db, given.program)).map(({ id }) => id);
  if (given.of === "segment") {
    const row = await readSegment(workspaceId, db, uuidOrMissing("seg", name, "segment"));
    if (row === null) throw notFound("segment");
    return { programs, of: { condition: row.filter, now: asked.now } };
  }
  if (given.program === undefined) throw refuse("/program", "Versions are of one program: name it.");
  const version = Number(name);
  if (!Number.isInteger(version) || version < 1) throw refuse(`/${which}`, "A version is a number from 1 on.");
  return { programs, of: { version } };
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
  description: "Counted from the rows of the days, a year at most. Groups that were not dealt by chance may differ for other causes.",
  query,
  response: compared,
  async handler({ query: given, caller, read, services }) {
    await services.reports.fresh(caller.workspaceId);
    return await read(async (workspaceId, db) => {
      const asked = await readDays(workspaceId, db, given);
      const { days, zone } = asked;
      if (days.to - days.from >= MOST_DAYS) throw refuse("/from", `Compare ${MOST_DAYS} days at most.`);
      const left = await readSide(workspaceId, db, { query: given, asked, which: "left" });
      const right = await readSide(workspaceId, db, { query: given, asked, which: "right" });
      const pairs = await compareGroups(workspaceId, db, { report: given.report, days, zone, left, right });
      const experiment = await dealtBy(workspaceId, db, { query: given, asked });
      return {
        report: given.report,
        of: given.of,
        period: { from: dayText(days.from), to: dayText(days.to), zone },
        left: given.left,
        right: given.right,
        freshness: freshnessOf(await readReportCursor(workspaceId, db)),
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
