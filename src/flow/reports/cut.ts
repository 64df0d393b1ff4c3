/** A report's sums by what no figure is kept for: counted from the rows of its days, with the names of the groups. */
import type { FromRows } from "../../core/analytics/metrics.ts";
import type { Days } from "../../core/analytics/report-period.ts";
import type { Sum } from "../../core/analytics/report.ts";
import { externalId } from "../../core/id.ts";
import { UTC, compilePeriod, compileZone } from "../../core/time.ts";
import type { Client } from "../../store/db.ts";
import { listExperiments } from "../../store/experiments.ts";
import { countBySegment, countByVersion } from "../../store/report-cut.ts";
import { FAMILIES, MADE } from "../../store/report-days.ts";
import { listSegments } from "../../store/segments.ts";
import { createDays } from "./days.ts";

/** The newest segments: each is asked of everybody who did something in the days. */
export const MOST_SEGMENTS = 20;

export type RowsAsk = { by: FromRows; programs: readonly string[]; metrics: readonly string[]; days: Days; zone: string; now: number };

/** Sums by segment (its id) or version (its number). */
export async function sumRows(workspaceId: string, db: Client, ask: RowsAsk): Promise<Sum[]> {
  const { spanOf } = createDays(compilePeriod("day", compileZone(ask.zone) ?? UTC));
  const numbers = Array.from({ length: ask.days.to - ask.days.from + 1 }, (_, i) => ask.days.from + i);
  const days = ask.programs.flatMap((program) => numbers.map((day) => ({ program, day, ...spanOf(day) })));
  const families = FAMILIES.filter((family) => MADE[family].sums.some(([metric]) => ask.metrics.includes(metric)));
  const sums = await (ask.by === "variant"
    ? countByVersion(workspaceId, db, { families, days })
    : countBySegment(workspaceId, db, { families, days, segments: await segmentsOf(workspaceId, db), now: ask.now }));
  return sums.filter(({ metric }) => ask.metrics.includes(metric));
}

async function segmentsOf(workspaceId: string, db: Client) {
  const rows = await listSegments(workspaceId, db, { before: null, limit: MOST_SEGMENTS });
  return rows.map(({ id, name, filter }) => ({ key: externalId("seg", id), name, condition: filter }));
}

/** What the groups are called: segments as they are named, versions by the experiment's arm that they are. */
export async function nameRows(workspaceId: string, db: Client, ask: Pick<RowsAsk, "by" | "programs">): Promise<Map<string, string>> {
  if (ask.by === "segment") return new Map((await segmentsOf(workspaceId, db)).map(({ key, name }) => [key, name]));
  const all = await listExperiments(workspaceId, db, { before: null, limit: 200, programId: ask.programs[0]!, status: null });
  return new Map(
    all.flatMap(({ name, arms }) =>
      arms.flatMap((arm) => (arm.version === undefined ? [] : [[String(arm.version), `${name}: ${arm.name}`] as const])),
    ),
  );
}
