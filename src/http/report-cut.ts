/** What a report is cut by: sums that are kept by day; by segments those that were counted from the rows. */
import { externalId } from "../core/id.ts";
import type { Days } from "../core/analytics/report-period.ts";
import type { Sum } from "../core/analytics/report.ts";
import { formatInstant } from "../core/time.ts";
import type { Client } from "../store/db.ts";
import { listExperiments } from "../store/experiments.ts";
import { listSegments } from "../store/segments.ts";
import type { Asked } from "./report-ask.ts";
import { readRipeSums } from "./report-ripe.ts";
import { laterOf } from "./working.ts";

/** Sums by segment, of the report's days and of those that they are compared with, and when they were counted; or how far that is. */
export type Segmented = { isRenewing: boolean } & (
  { counted: { sums: readonly (readonly Sum[])[]; at: number } } | { working: { since: number; share: number } }
);
type Ask = { asked: Asked; metrics: readonly string[]; counted: readonly string[]; segmented: Segmented | null };

/** Reads sums of days: the whole (''), or by a dimension. Null: by segments that are not counted yet. */
export function cutReader(
  workspaceId: string,
  db: Client,
  { asked, metrics, counted, segmented }: Ask,
): (dim: string, of: Days) => Promise<readonly Sum[] | null> {
  const programs = asked.programs.map((each) => each.id);
  const bySegment = segmented !== null && "counted" in segmented ? segmented.counted.sums : null;
  return async (dim, of) =>
    dim === "segment"
      ? (bySegment?.[of === asked.days ? 0 : 1] ?? null)
      : await readRipeSums(workspaceId, db, { report: metrics, today: asked.today, sums: { programs, metrics: counted, dim, ...of } });
}

/** Each is asked of everybody who did something in the days: the newest so many. */
const MOST_SEGMENTS = 20;

export async function readSegments(workspaceId: string, db: Client) {
  const rows = await listSegments(workspaceId, db, { before: null, limit: MOST_SEGMENTS });
  return rows.map(({ id, name, filter }) => ({ key: externalId("seg", id), name, condition: filter }));
}

/** What groups are called whose key is no name: segments as they are named, versions by the experiment's arm that they are. */
export async function cutNames(workspaceId: string, db: Client, { query, programs }: Asked): Promise<ReadonlyMap<string, string>> {
  if (query.by === "segment") return new Map((await readSegments(workspaceId, db)).map(({ key, name }) => [key, name]));
  if (query.by !== "variant") return new Map();
  const all = await listExperiments(workspaceId, db, { before: null, limit: 200, programId: programs[0]!.id, status: null });
  return new Map(
    all.flatMap(({ name, arms }) =>
      arms.flatMap((arm) => (arm.version === undefined ? [] : [[String(arm.version), `${name}: ${arm.name}`] as const])),
    ),
  );
}

/** Of when the groups are, or how far they are. */
export function segmentedView(segmented: Segmented | null) {
  if (segmented === null) return { groups_as_of: null, renewing: false, counting: null };
  if ("working" in segmented) return { groups_as_of: null, renewing: false, counting: laterOf(segmented.working).later.working };
  return { groups_as_of: formatInstant(segmented.counted.at), renewing: segmented.isRenewing, counting: null };
}
