/** What every report over roll-ups answers: figures with their meaning, interval, freshness and the way to the rows behind them. */
import { z } from "zod";
import { DIMENSIONS, type Dimension, countedBy, metricOf } from "../core/analytics/metrics.ts";
import { type Figure, type Group, type Sum, NO_FIGURE, figuresOf, groupsOf, pointsOf } from "../core/analytics/report.ts";
import { type Days, dayText } from "../core/analytics/report-period.ts";
import { REPORTS } from "../core/analytics/reports.ts";
import { formatInstant } from "../core/time.ts";
import type { Client } from "../store/db.ts";
import { type ReportCursor, readReportCursor } from "../store/report-cursor.ts";
import { drilledKind } from "../store/report-drill.ts";
import { readPoints, readRevised } from "../store/report-read.ts";
import { type Asked, day } from "./report-ask.ts";
import { type Segmented, cutNames, cutReader, segmentedView } from "./report-cut.ts";
import { instant, sentence } from "./schemas.ts";
import { working } from "./working.ts";

const value = z.number().nullable().describe("Counts and minor units are whole; shares are between 0 and 1. Null: see `reason`.");
export const figure = z
  .object({
    metric: z.string(),
    unit: z.string().nullable().describe("Money's currency or other unit."),
    value,
    low: z.number().nullable().describe("The 95 % interval of a share. Null: what was counted has none."),
    high: z.number().nullable().describe("Null with `low`."),
    above: z.int().nullable().describe("What a share is of: `above` of `below`. Null: it is no share."),
    below: z.int().nullable().describe("Null with `above`."),
    before: value.describe("In the period that it is compared with. Null: not compared, or no figure."),
    reason: z
      .enum(NO_FIGURE)
      .nullable()
      .describe("Why there is no value: nothing_yet, too_little_data (`missing` more are needed), future, no_rate, unknown."),
    missing: z.int().nullable().describe("Null: it is not for want of data."),
    message: sentence.nullable().describe("The reason as a sentence. Null: there is a value."),
    rows: z.string().nullable().describe("Where the rows behind it are listed. Null: nothing was counted, or they are not listed."),
  })
  .meta({ id: "ReportFigure" });

export const meanings = z
  .array(z.object({ key: z.string(), name: sentence, unit: z.string(), formula: sentence, definition: sentence }))
  .describe("What the figures mean.");

export const NOTES = ["not_randomised", "margin_unknown", "several_currencies", "ripening", "segments_now", "variants"] as const;
export type Note = (typeof NOTES)[number];

export const freshness = z
  .object({
    as_of: instant.nullable().describe("Everything received before is counted."),
    complete: z.boolean().describe("False while what was there before reports began is still being counted."),
  })
  .meta({ id: "ReportFreshness" });

export function freshnessOf(cursor: ReportCursor | null): z.input<typeof freshness> {
  if (cursor === null) return { as_of: null, complete: false };
  const { backfill_friends, backfill_advocates, backfill_day } = cursor;
  return { as_of: formatInstant(cursor.at), complete: backfill_friends === null && backfill_advocates === null && backfill_day === null };
}

const period = z.object({ from: day, to: day, days: z.int() }).meta({ id: "ReportPeriod" });
export const report = z
  .object({
    report: z.string(),
    period: period.extend({ zone: z.string() }),
    compared: period.nullable().describe("Null: with nothing."),
    program: z.string().nullable(),
    by: z.enum(DIMENSIONS).nullable(),
    freshness,
    figures: z.array(figure),
    groups: z
      .array(
        z.object({
          key: z.string(),
          name: z.string().nullable().describe("Of a segment, or of the experiment's arm that a version is. Null: the key says it."),
          rest: z.boolean().describe("All smaller groups together."),
          figures: z.array(figure),
        }),
      )
      .nullable()
      .describe("Null: not cut by anything, or by what says nothing of these figures."),
    groups_as_of: instant.nullable().describe("By segment: when the groups were counted. Null: they are as fresh as the figures."),
    renewing: z.boolean().describe("By segment: something has happened since, and they are being counted anew. Ask again in a while."),
    counting: working.shape.working.nullable().describe("By segment: how far the first count of `groups` is. Null: they are there."),
    series: z
      .array(z.object({ day, metric: z.string(), unit: z.string().nullable(), value: z.number() }))
      .nullable()
      .describe("Null: not asked for."),
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
    channels: z
      .array(
        z.object({
          channel: z.string().nullable().describe("Null: the programs asked for."),
          currency: z.string(),
          spend: z.int().describe("Minor units: rewards, or what was entered."),
          customers: z.int().nullable().describe("Null: not every amount says how many."),
          cost_per_customer: z.int().nullable().describe("Null: no customers, or not known how many."),
          days: z.int().nullable().describe("Amounts that were entered. Null: it is counted, not entered."),
        }),
      )
      .nullable()
      .describe("In the report about money, and null in the others: the program beside other channels, each currency by itself."),
    notes: z
      .array(z.enum(NOTES))
      .describe(
        "not_randomised: who got what was not left to chance, so differences may have other causes. margin_unknown: a program with " +
          "revenue states no gross margin. several_currencies: nothing is converted. ripening: the latest people are still on their way. " +
          "segments_now: of advocates as they are today, and who is in several counts in each. variants: versions one after another, or " +
          "dealt by an experiment, whose own results are the ones to decide by.",
      ),
    metrics: meanings,
  })
  .meta({ id: "Report" });
export type Report = z.input<typeof report>;

const REVISED = 20;

/** What a report has beyond roll-ups. */
export type Extra = { figures: readonly Figure[]; before: readonly Figure[]; channels: Report["channels"]; notes: readonly Note[] };
const NOTHING: Extra = { figures: [], before: [], channels: null, notes: [] };

/** Reads a report of roll-ups. */
export async function readReport(
  workspaceId: string,
  db: Client,
  of: { asked: Asked; extra?: Extra | undefined; segmented?: Segmented | null },
): Promise<Report> {
  const { asked, extra = NOTHING, segmented = null } = of;
  const { key, query, days, compared, today } = asked;
  const metrics: readonly string[] = REPORTS[key];
  const programs = asked.programs.map((each) => each.id);
  const counted = countedBy(metrics);
  const by = query.by ?? null;
  const sums = cutReader(workspaceId, db, { asked, metrics, counted, segmented });
  const ask = { programs, metrics: counted, ...days };
  const [whole, before, grouped, groupedBefore, points, revised, cursor, called] = await Promise.all([
    sums("", days),
    compared === null ? null : sums("", compared),
    by === null ? null : sums(by, days),
    by === null || compared === null ? null : sums(by, compared),
    query.series === undefined ? null : readPoints(workspaceId, db, ask),
    readRevised(workspaceId, db, { ...ask, limit: REVISED }),
    readReportCursor(workspaceId, db),
    cutNames(workspaceId, db, asked),
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
    freshness: freshnessOf(cursor),
    figures: [...shown(metrics, whole ?? [], { ...present, before }), ...extraFigures(extra, asked)],
    groups:
      grouped === null || cut.length === 0
        ? null
        : groupsOf(grouped, cut[0]!).map((group) => groupView(group, { cut, by: by!, before: groupedBefore, names, called, ...present })),
    ...segmentedView(segmented),
    series: points === null ? null : pointsOf(points).map((point) => ({ ...point, day: dayText(point.day) })),
    revised: revised.map((r) => ({
      day: dayText(r.day),
      metric: r.metric,
      unit: r.unit || null,
      program: names.get(r.program_id) ?? "",
      was: r.was,
      value: r.value,
      at: formatInstant(r.revised_at),
    })),
    channels: extra.channels,
    notes: [
      // Of variants their own note says more.
      ...extra.notes.filter((note) => by !== "variant" || note !== "not_randomised"),
      ...notesOf(whole ?? [], metrics),
      ...(by === "segment" ? ["segments_now" as const] : by === "variant" ? ["variants" as const] : []),
    ],
    metrics: metrics.map((each) => {
      const { name, unit, formula, definition } = metricOf(each);
      return { key: each, name, unit, formula, definition };
    }),
  };
}

const nameOf = (each: Figure): string => `${each.metric} ${each.unit}`;

function extraFigures({ figures, before }: Extra, asked: Asked): Report["figures"] {
  const earlier = new Map(before.map((each) => [nameOf(each), each.value]));
  return figures.map((each) => ({
    ...each,
    before: earlier.get(nameOf(each)) ?? null,
    message: messageOf(each),
    rows: rowsOf(each, { asked, isFuture: false, before: null }),
  }));
}

function notesOf(sums: readonly Sum[], metrics: readonly string[]): Note[] {
  const currencies = new Set(sums.filter((each) => each.metric === "revenue").map((each) => each.unit));
  const ripens = metrics.some((each) => metricOf(each).kind === "cohort");
  return [...(currencies.size > 1 ? (["several_currencies"] as const) : []), ...(ripens ? (["ripening"] as const) : [])];
}

const periodView = ({ from, to }: Days) => ({ from: dayText(from), to: dayText(to), days: to - from + 1 });

type Shown = { asked: Asked; isFuture: boolean; before: readonly Sum[] | null; group?: { by: Dimension; key: string } | undefined };

function shown(metrics: readonly string[], sums: readonly Sum[], of: Shown): Report["figures"] {
  const earlier = new Map((of.before === null ? [] : figuresOf(metrics, of.before)).map((each) => [nameOf(each), each]));
  return figuresOf(metrics, sums, of.isFuture).map((each) => ({
    ...each,
    before: earlier.get(nameOf(each))?.value ?? null,
    message: messageOf(each),
    rows: rowsOf(each, of),
  }));
}

/** Why there is no value; put into the caller's language on its way out. */
function messageOf({ reason, missing }: Figure): string | null {
  switch (reason) {
    case null:
      return null;
    case "too_little_data":
      return `This share needs ${missing ?? 0} more before it says anything.`;
    case "future":
      return "These days have not begun yet.";
    case "no_rate":
      return "There is no rate between these currencies.";
    case "unknown":
      return "A program with revenue states no gross margin.";
    default:
      return "Nothing was counted in these days yet.";
  }
}

type Cut = Omit<Shown, "before" | "group"> & {
  cut: readonly string[];
  by: Dimension;
  before: readonly Sum[] | null;
  names: ReadonlyMap<string, string>;
  called: ReadonlyMap<string, string>;
};

function groupView(group: Group, { cut, by, names, called, before, ...of }: Cut): NonNullable<Report["groups"]>[number] {
  const key = by === "program" && !group.isRest ? (names.get(group.key) ?? group.key) : group.key;
  const own = before === null || group.isRest ? null : before.filter((each) => each.key === group.key);
  const figures = shown(cut, group.sums, { ...of, before: own, group: group.isRest ? undefined : { by, key } });
  const isListed = !group.isRest && (by !== "segment" || key !== "");
  return {
    key,
    name: called.get(key) ?? null,
    rest: group.isRest,
    figures: !isListed ? figures.map((each) => ({ ...each, rows: null })) : figures,
  };
}

/** What is too young for a share, and which. */
const YOUNG: Readonly<Record<string, { counts: string; of: string }>> = {
  first_orders_young: { counts: "first_orders", of: "refund_rate_90" },
};

/** A share that waits some days counts the days before them, and what is too young for it those after. */
function countedDays(metric: string, { days, today }: Asked): Days {
  const young = YOUNG[metric];
  const share = metricOf(young?.of ?? metric);
  const after = share.kind === "derived" ? (share.after ?? 0) : 0;
  if (after === 0) return days;
  const begins = today - after;
  return young === undefined
    ? { from: days.from, to: Math.min(days.to, begins - 1) }
    : { from: Math.max(days.from, begins), to: days.to };
}

/** Where the rows behind a figure are listed. */
function rowsOf({ metric, value: shownValue }: Figure, { asked, group }: Shown): string | null {
  if (shownValue === null || shownValue === 0) return null;
  const { query } = asked;
  const found = metricOf(metric);
  const counted = found.kind === "derived" ? found.of[0] : (YOUNG[metric]?.counts ?? metric);
  const days = countedDays(metric, asked);
  if (drilledKind(counted) === null || days.from > days.to) return null;
  const ask = new URLSearchParams({ metric: counted, from: dayText(days.from), to: dayText(days.to) });
  const program = group?.by === "program" ? group.key : query.program;
  if (program !== undefined) ask.set("program", program);
  if (group !== undefined && group.by !== "program") {
    ask.set("by", group.by);
    ask.set("key", group.key);
  }
  return `/v1/reports/rows?${ask}`;
}
