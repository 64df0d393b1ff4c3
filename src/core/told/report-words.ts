/** A report as a mail tells it: figures with their intervals, the groups as a table, and what is to be known about them. */
import { metricOf } from "../analytics/metrics.ts";
import type { NoFigure } from "../analytics/report.ts";
import { daysFromCivil } from "../calendar.ts";
import type { Formats } from "../words/format.ts";
import type { Speaker } from "../words/speaker.ts";
import type { MailFigure, MailTable } from "../messages/mail-content.ts";

export type ToldFigure = {
  metric: string;
  unit: string | null;
  value: number | null;
  low: number | null;
  high: number | null;
  before: number | null;
  reason: NoFigure | null;
};
/** What of a report's answer is told. */
export type ToldReport = {
  report: string;
  period: { from: string; to: string; zone: string };
  by: string | null;
  figures: readonly ToldFigure[];
  groups: readonly { key: string; name: string | null; rest: boolean; figures: readonly ToldFigure[] }[] | null;
  metrics: readonly { key: string; name: string; definition: string }[];
  freshness: { as_of: string | null; complete: boolean };
};
export type ReportVoice = { speaker: Speaker; formats: Formats };

/** Rows and columns that a mail on a phone can show; the console has the rest. */
const ROWS = 10;
const COLUMNS = 3;

/** "2026-11-22" in the reader's words; a day has no zone. */
export function dayWords(day: string, formats: Formats): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Intl.DateTimeFormat(formats.locale === "en" ? "en-GB" : formats.locale, {
    dateStyle: "long",
    timeZone: "UTC",
    calendar: "gregory",
  }).format(daysFromCivil(year, month, date) * 86_400_000);
}

/** A value in its metric's unit, as it is read. */
export function amountWords(value: number, figure: Pick<ToldFigure, "metric" | "unit">, { speaker, formats }: ReportVoice): string {
  const { unit } = metricOf(figure.metric);
  if (unit === "share") return formats.percent(Math.round(value * 1000) / 10);
  if (unit === "money") return figure.unit === null ? formats.number(value) : formats.money(value, figure.unit);
  if (unit === "days") return speaker.say("{n, plural, one {# day} other {# days}}", { n: value });
  return formats.number(Math.round(value * 100) / 100);
}

const REASONS: Record<NoFigure, (say: Speaker["say"]) => string> = {
  nothing_yet: (say) => say("nothing yet"),
  too_little_data: (say) => say("too little to tell yet"),
  future: (say) => say("these days are to come"),
  no_rate: (say) => say("no rate between the currencies"),
  unknown: (say) => say("not known"),
};

/** A value with its interval, else with what it was before; or why there is none. */
export function figureWords(of: ToldFigure, voice: ReportVoice): string {
  const { say } = voice.speaker;
  if (of.value === null) return REASONS[of.reason ?? "unknown"](say);
  const value = amountWords(of.value, of, voice);
  if (of.low !== null && of.high !== null) {
    const [low, high] = [amountWords(of.low, of, voice), amountWords(of.high, of, voice)];
    return say("{value} ({low} to {high})", { value, low, high });
  }
  return of.before === null ? value : say("{value} (before: {before})", { value, before: amountWords(of.before, of, voice) });
}

/** The figures that there are, each with its name. */
export function reportFigures(of: ToldReport, voice: ReportVoice): MailFigure[] {
  return of.figures
    .filter((each) => each.value !== null)
    .map((each) => ({ label: voice.speaker.say(metricOf(each.metric).name), value: figureWords(each, voice) }));
}

/** The largest groups by the first metrics in which any has something. */
export function reportTable(of: ToldReport, voice: ReportVoice): MailTable | null {
  const groups = (of.groups ?? []).slice(0, ROWS);
  const keys = [...new Set(groups.flatMap((each) => each.figures.map((figure) => figure.metric)))];
  const shown = keys.filter((key) =>
    groups.some((each) => each.figures.some((f) => f.metric === key && f.value !== null && f.value !== 0)),
  );
  if (of.by === null || groups.length === 0 || shown.length === 0) return null;
  const { say } = voice.speaker;
  const cells = (group: (typeof groups)[number]): string[] =>
    shown.slice(0, COLUMNS).map((key) => {
      const values = group.figures.filter((each) => each.metric === key && each.value !== null);
      return values.map((each) => amountWords(each.value!, each, voice)).join(", ");
    });
  const nameOf = ({ key, name, rest }: (typeof groups)[number]): string => {
    if (rest) return say("All others");
    if (key === "") return of.by === "segment" ? say("In none of these") : say("Not known");
    return name ?? key;
  };
  return {
    head: [CUTS[of.by]?.(say) ?? say("By group"), ...shown.slice(0, COLUMNS).map((key) => say(metricOf(key).name))],
    rows: groups.map((each) => [nameOf(each), ...cells(each)]),
  };
}

/** What a report is cut by, at the head of a table. */
const CUTS: Record<string, (say: Speaker["say"]) => string> = {
  program: (say) => say("By program"),
  channel: (say) => say("By channel"),
  country: (say) => say("By country"),
  evidence: (say) => say("What linked them"),
  newness: (say) => say("New or known customer"),
  rule: (say) => say("By rule"),
  form: (say) => say("Kind of reward"),
  side: (say) => say("Who it is for"),
  segment: (say) => say("By segment"),
  variant: (say) => say("By variant"),
};
