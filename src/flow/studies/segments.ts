/**
 * What a report counts, by the segments of advocates: from the rows of its days, kept like every study's answer, because a segment changes
 * from day to day and no figure is kept by it.
 */
import type { Days } from "../../core/analytics/report-period.ts";
import type { Sum } from "../../core/analytics/report.ts";
import type { Condition } from "../../core/condition.ts";
import { UTC, compilePeriod, compileZone } from "../../core/time.ts";
import type { Client } from "../../store/db.ts";
import { FAMILIES, MADE } from "../../store/report-days.ts";
import { countBySegment } from "../../store/report-segments.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { createDays } from "../reports/days.ts";
import type { Tell } from "./tell.ts";

/** `periods`: the report's days, and those that they are compared with. */
export type SegmentsStudyAsk = {
  programs: readonly string[];
  metrics: readonly string[];
  periods: readonly Days[];
  zone: string;
  segments: readonly { key: string; condition: Condition }[];
  tell?: Tell | undefined;
};
/** A list for each of the periods. */
export type SegmentsFound = { sums: Sum[][] };

/** Days a statement: so often it is told how far it is. */
const DAYS = 92;

export async function studySegments(workspaceId: string, db: Client, ask: SegmentsStudyAsk): Promise<SegmentsFound> {
  // With no segments there is nothing to count.
  if (ask.segments.length === 0) return { sums: ask.periods.map(() => []) };
  const now = await workspaceNow(workspaceId, db);
  const { spanOf } = createDays(compilePeriod("day", compileZone(ask.zone) ?? UTC));
  const families = FAMILIES.filter((family) => MADE[family].sums.some(([metric]) => ask.metrics.includes(metric)));
  const pieces = ask.periods.flatMap(({ from, to }, nth) =>
    Array.from({ length: Math.ceil((to - from + 1) / DAYS) }, (_, i) => ({
      nth,
      from: from + i * DAYS,
      to: Math.min(to, from + (i + 1) * DAYS - 1),
    })),
  );
  const found = ask.periods.map(() => new Map<string, Sum>());
  let done = 0;
  for (const piece of pieces) {
    const numbers = Array.from({ length: piece.to - piece.from + 1 }, (_, i) => piece.from + i);
    const days = ask.programs.flatMap((program) => numbers.map((day) => ({ program, day, ...spanOf(day) })));
    for (const family of families) {
      for (const sum of await countBySegment(workspaceId, db, { family, days, segments: ask.segments, now })) add(found[piece.nth]!, sum);
      ask.tell?.(++done / (pieces.length * families.length));
    }
  }
  return { sums: found.map((sums) => [...sums.values()].filter(({ metric, value }) => value !== 0 && ask.metrics.includes(metric))) };
}

function add(sums: Map<string, Sum>, sum: Sum): void {
  const name = `${sum.metric} ${sum.unit} ${sum.key}`;
  sums.set(name, { ...sum, value: (sums.get(name)?.value ?? 0) + sum.value });
}
