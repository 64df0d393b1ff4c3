/** A report as a table: one line a figure, the whole first, then group by group. */
import { csvLine } from "../core/ingest/csv.ts";
import { minorToDecimal } from "../core/money.ts";
import { metricOf } from "../core/analytics/metrics.ts";
import type { Speaker } from "../core/words/speaker.ts";
import type { Report } from "./report.ts";

const HEAD = [
  "report",
  "from",
  "to",
  "zone",
  "program",
  "by",
  "group",
  "metric",
  "name",
  "unit",
  "value",
  "low",
  "high",
  "above",
  "below",
  "before",
  "reason",
];

export function reportCsv(report: Report, speaker: Speaker): string {
  const lines = [
    ...report.figures.map((each) => ({ group: "", each })),
    ...(report.groups ?? []).flatMap((group) =>
      group.figures.map((each) => ({ group: group.rest ? "(other)" : (group.name ?? group.key) || "(none)", each })),
    ),
  ];
  const { from, to, zone } = report.period;
  const head = [report.report, from, to, zone, report.program ?? "", report.by ?? ""];
  return (
    csvLine(HEAD) +
    lines
      .map(({ group, each }) => csvLine([...head, group, each.metric, speaker.say(metricOf(each.metric).name), ...cells(each)]))
      .join("")
  );
}

type Cell = Report["figures"][number];

function cells(each: Cell): string[] {
  const isMoney = metricOf(each.metric).unit === "money" && each.unit !== null;
  const text = (value: number | null): string => (value === null ? "" : isMoney ? minorToDecimal(value, each.unit!) : String(value));
  const plain = (value: number | null): string => (value === null ? "" : String(value));
  return [
    each.unit ?? "",
    text(each.value),
    plain(each.low),
    plain(each.high),
    plain(each.above),
    plain(each.below),
    text(each.before),
    each.reason ?? "",
  ];
}
