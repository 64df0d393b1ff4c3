/** What every report over roll-ups shares: how it is asked for, and how its figures are answered. */
import { z } from "zod";
import { DIMENSIONS, type Dimension, metricOf } from "../core/analytics/metrics.ts";
import { type Figure, type Group, type Sum, NO_FIGURE, figuresOf, groupsOf } from "../core/analytics/report.ts";
import { COMPARISONS, type Days, LONGEST_DAYS, USUAL_DAYS, comparedWith, dayNumber, dayText } from "../core/analytics/report-period.ts";
import { REPORTS, type ReportKey } from "../core/analytics/reports.ts";
import { UTC, compileZone, formatInstant, periodOf } from "../core/time.ts";
import { Refusal } from "../flow/refusal.ts";
import type { Client } from "../store/db.ts";
import { readReportCursor } from "../store/report-cursor.ts";
import { readPoints, readRevised, readSums } from "../store/report-read.ts";
import { type ProgramRow, listPrograms } from "../store/programs.ts";
import { readWorkspace, workspaceNow } from "../store/workspaces.ts";
import { findProgram } from "./lookup.ts";
import { instant } from "./schemas.ts";

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .describe("A day in the workspace's zone, as 2026-11-22.");

export const reportQuery = {
  from: day.optional().describe(`The first day. Without it: the ${USUAL_DAYS} days that end with \`to\`.`),
  to: day.optional().describe("The last day, included. Without it: today."),
  compare: z.enum(COMPARISONS).default("none").describe("previous: as many days before. last_year: the same dates a year before."),
  program: z.string().max(64).optional().describe("The program's key. Without it: all programs together."),
  by: z.enum(DIMENSIONS).optional().describe("Also by this: the fifty largest groups, and the rest as one."),
  series: z.enum(["day"]).optional().describe("Also day by day: days without anything are left out."),
  format: z.enum(["json", "csv"]).default("json").describe("csv: one line a figure."),
};
const querySchema = z.object(reportQuery);
export type ReportQuery = z.output<typeof querySchema>;

const value = z.number().nullable().describe("Counts and minor units are whole; shares are between 0 and 1. Null: see `reason`.");
const figure = z
  .object({
    metric: z.string(),
    unit: z.string().nullable().describe("Money's currency or other unit."),
    value,
    low: z.number().nullable().describe("The 95 % interval of a share."),
    high: z.number().nullable(),
    above: z.int().nullable().describe("What a share is of: `above` of `below`."),
    below: z.int().nullable(),
    before: value.describe("In the period that it is compared with. Null: not compared, or no figure."),
    reason: z
      .enum(NO_FIGURE)
      .nullable()
      .describe("Why there is no value: nothing_yet, too_little_data (`missing` more are needed), future, no_rate, unknown."),
    missing: z.int().nullable(),
    rows: z.string().nullable().describe("Where the rows behind it are listed."),
  })
  .meta({ id: "ReportFigure" });

const period = z.object({ from: day, to: day, days: z.int() }).meta({ id: "ReportPeriod" });
export const report = z
  .object({
    report: z.string(),
    period: period.extend({ zone: z.string() }),
    compared: period.nullable(),
    program: z.string().nullable(),
    by: z.enum(DIMENSIONS).nullable(),
    freshness: z.object({
      as_of: instant.nullable().describe("Everything received before is counted."),
      complete: z.boolean().describe("False while what was there before reports began is still being counted."),
    }),
    figures: z.array(figure),
    groups: z
      .array(z.object({ key: z.string(), rest: z.boolean().describe("All smaller groups together."), figures: z.array(figure) }))
      .nullable(),
    series: z.array(z.object({ day, metric: z.string(), unit: z.string().nullable(), value: z.number() })).nullable(),
    revised: z
      .array(
        z.object({
          day,
          metric: z.string(),
          unit: z.string().nullable(),
          program: z.string(),
          was: z.number(),
          value: z.number(),
          at: instant,
        }),
      )
      .describe("Days that were over when something about them came in or was corrected: the latest twenty."),
    metrics: z
      .array(z.object({ key: z.string(), name: z.string(), unit: z.string(), formula: z.string(), definition: z.string() }))
      .describe("What the figures mean."),
  })
  .meta({ id: "Report" });
export type Report = z.input<typeof report>;

const REVISED = 20;

/** What a question means: its days, programs and zone. */
export type Asked = {
  key: ReportKey;
  query: ReportQuery;
  days: Days;
  compared: Days | null;
  zone: string;
  now: number;
  today: number;
  programs: readonly ProgramRow[];
};

const refuse = (pointer: string, message: string): Refusal =>
  new Refusal("validation_failed", message, { errors: [{ pointer, message, code: "invalid" }] });

/** Reads what the question is about. Refuses days that are none, the wrong way round, or too many. */
export async function readAsked(workspaceId: string, db: Client, ask: { key: ReportKey; query: ReportQuery }): Promise<Asked> {
  const { query } = ask;
  const [now, workspace] = [await workspaceNow(workspaceId, db), await readWorkspace(workspaceId, db)];
  const zone = workspace?.zone ?? "UTC";
  const today = dayNumber(periodOf(now, "day", compileZone(zone) ?? UTC).key)!;
  const to = query.to === undefined ? today : dayNumber(query.to);
  if (to === null) throw refuse("/to", "There is no such day.");
  const from = query.from === undefined ? to - USUAL_DAYS + 1 : dayNumber(query.from);
  if (from === null) throw refuse("/from", "There is no such day.");
  if (from > to) throw refuse("/from", "`from` is after `to`.");
  if (to - from >= LONGEST_DAYS) throw refuse("/from", "A report is about five years at most.");
  const programs =
    query.program === undefined
      ? await listPrograms(workspaceId, db, { before: null, limit: 1_000 })
      : [await findProgram(workspaceId, db, query.program)];
  const days = { from, to };
  return { ...ask, days, compared: comparedWith(days, query.compare), zone, now, today, programs };
}

const metricsOf = (key: ReportKey): readonly string[] => REPORTS[key];
const countedOf = (metrics: readonly string[]): string[] => [
  ...new Set(
    metrics.flatMap((key) => {
      const metric = metricOf(key);
      return metric.kind === "derived" ? metric.of : [key];
    }),
  ),
];

/** Reads a report of roll-ups. */
export async function readReport(workspaceId: string, db: Client, asked: Asked): Promise<Report> {
  const { key, query, days, compared, today } = asked;
  const metrics = metricsOf(key);
  const programs = asked.programs.map((each) => each.id);
  const counted = countedOf(metrics);
  const by = query.by ?? null;
  const sums = (dim: string, of: Days): Promise<Sum[]> => readSums(workspaceId, db, { programs, metrics: counted, dim, ...of });
  const ask = { programs, metrics: counted, ...days };
  const [whole, before, grouped, groupedBefore, points, revised, cursor] = await Promise.all([
    sums("", days),
    compared === null ? null : sums("", compared),
    by === null ? null : sums(by, days),
    by === null || compared === null ? null : sums(by, compared),
    query.series === undefined ? null : readPoints(workspaceId, db, ask),
    readRevised(workspaceId, db, { ...ask, limit: REVISED }),
    readReportCursor(workspaceId, db),
  ]);
  const present = { asked, isFuture: days.from > today };
  const names = new Map(asked.programs.map((each) => [each.id, each.key]));
  const cut = by === null ? [] : metrics.filter((each) => metricOf(each).dims.includes(by));
  return {
    report: key,
    period: { ...periodView(days), zone: asked.zone },
    compared: compared === null ? null : periodView(compared),
    program: query.program ?? null,
    by,
    freshness: {
      as_of: cursor === null ? null : formatInstant(cursor.at),
      complete:
        cursor !== null && [cursor.backfill_friends, cursor.backfill_advocates, cursor.backfill_day].every((each) => each === null),
    },
    figures: shown(metrics, whole, { ...present, before }),
    groups:
      grouped === null || cut.length === 0
        ? null
        : groupsOf(grouped, cut[0]!).map((group) => groupView(group, { cut, by: by!, before: groupedBefore, names, ...present })),
    series: points === null ? null : points.map((p) => ({ day: dayText(p.day), metric: p.metric, unit: p.unit || null, value: p.value })),
    revised: revised.map((r) => ({
      day: dayText(r.day),
      metric: r.metric,
      unit: r.unit || null,
      program: names.get(r.program_id) ?? "",
      was: r.was,
      value: r.value,
      at: formatInstant(r.revised_at),
    })),
    metrics: metrics.map((each) => {
      const { name, unit, formula, definition } = metricOf(each);
      return { key: each, name, unit, formula, definition };
    }),
  };
}

const periodView = ({ from, to }: Days) => ({ from: dayText(from), to: dayText(to), days: to - from + 1 });

type Shown = { asked: Asked; isFuture: boolean; before: readonly Sum[] | null; group?: { by: Dimension; key: string } | undefined };

function shown(metrics: readonly string[], sums: readonly Sum[], of: Shown): Report["figures"] {
  const earlier = new Map((of.before === null ? [] : figuresOf(metrics, of.before)).map((each) => [`${each.metric} ${each.unit}`, each]));
  return figuresOf(metrics, sums, of.isFuture).map((each) => ({
    ...each,
    before: earlier.get(`${each.metric} ${each.unit}`)?.value ?? null,
    rows: rowsOf(each, of),
  }));
}

type Cut = Omit<Shown, "before" | "group"> & {
  cut: readonly string[];
  by: Dimension;
  before: readonly Sum[] | null;
  names: ReadonlyMap<string, string>;
};

function groupView(group: Group, { cut, by, names, before, ...of }: Cut): NonNullable<Report["groups"]>[number] {
  const key = by === "program" && !group.isRest ? (names.get(group.key) ?? group.key) : group.key;
  const own = before === null || group.isRest ? null : before.filter((each) => each.key === group.key);
  const figures = shown(cut, group.sums, { ...of, before: own, group: group.isRest ? undefined : { by, key } });
  return { key, rest: group.isRest, figures: group.isRest ? figures.map((each) => ({ ...each, rows: null })) : figures };
}

/** Where the rows behind a figure are listed. */
function rowsOf({ metric, value: shownValue }: Figure, { asked, group }: Shown): string | null {
  if (shownValue === null || shownValue === 0) return null;
  const { days, query } = asked;
  const found = metricOf(metric);
  const counted = found.kind === "derived" ? found.of[0] : metric;
  const ask = new URLSearchParams({ metric: counted, from: dayText(days.from), to: dayText(days.to) });
  const program = group?.by === "program" ? group.key : query.program;
  if (program !== undefined) ask.set("program", program);
  if (group !== undefined && group.by !== "program") {
    ask.set("by", group.by);
    ask.set("key", group.key);
  }
  return `/v1/reports/rows?${ask}`;
}
