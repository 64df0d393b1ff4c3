/** The days of a report as a line, drawn on the server: one path, its axis in words, and a sentence that says the same. */
import { metricOf } from "../core/analytics/metrics.ts";
import { type ReportVoice, amountWords, dayWords } from "../core/told/report-words.ts";
import { dayNumber, dayText } from "../core/analytics/report-period.ts";
import { escapeHtml } from "./html.ts";
import type { Report } from "./report.ts";

const [WIDTH, HEIGHT, EDGE] = [880, 180, 4];

/** Nothing where the report was not asked for by day, or nothing happened. */
export function dayLine(whole: Report, voice: ReportVoice): string {
  const first = whole.series?.[0];
  const [from, to] = [dayNumber(whole.period.from), dayNumber(whole.period.to)];
  if (whole.series == null || first === undefined || from === null || to === null || to === from) return "";
  const metric =
    whole.figures.map((each) => each.metric).find((key) => whole.series!.some((each) => each.metric === key)) ?? first.metric;
  const own = whole.series.filter((each) => each.metric === metric);
  const unit = own[0]?.unit ?? null;
  const known = new Map(own.filter((each) => each.unit === unit).map((each) => [each.day, each.value]));
  const values = Array.from({ length: to - from + 1 }, (_, i) => known.get(dayText(from + i)) ?? 0);
  const most = Math.max(1, ...values);
  const x = (i: number): number => (i / (values.length - 1)) * WIDTH;
  const y = (value: number): number => EDGE + (1 - Math.max(0, value) / most) * (HEIGHT - 2 * EDGE);
  const path = values.map((value, i) => `${i === 0 ? "M" : "L"}${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  const { say } = voice.speaker;
  const amount = (value: number): string => amountWords(value, { metric, unit }, voice);
  const name = say(metricOf(metric).name);
  const top = values.indexOf(Math.max(...values));
  const told = say("{name} day by day: most on {day} with {most}.", {
    name,
    day: dayWords(dayText(from + top), voice.formats),
    most: amount(values[top]!),
  });
  const label = (text: string): string => `<small>${escapeHtml(text)}</small>`;
  // What it says stands beside it as text, as large on a phone as anywhere.
  return `<h2>${escapeHtml(name)}</h2>
<p>${escapeHtml(told)}</p>
<div class="line" dir="ltr">${label(amount(most))}
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(told)}">
<line x1="0" x2="${WIDTH}" y1="${y(0)}" y2="${y(0)}" stroke="currentColor" stroke-opacity="0.3" vector-effect="non-scaling-stroke"/>
<path d="${path}" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" vector-effect="non-scaling-stroke"/>
</svg>
<p class="ends">${[whole.period.from, whole.period.to].map((day) => label(dayWords(day, voice.formats))).join("")}</p></div>`;
}
