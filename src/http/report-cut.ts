/** What a report is cut by: sums that are kept by day, or counted from the rows where none are kept. */
import type { Dimension, FromRows } from "../core/analytics/metrics.ts";
import type { Days } from "../core/analytics/report-period.ts";
import type { Sum } from "../core/analytics/report.ts";
import { nameRows, sumRows } from "../flow/reports/cut.ts";
import type { Client } from "../store/db.ts";
import type { Asked } from "./report-ask.ts";
import { isRows } from "./report-rows-cut.ts";
import { readRipeSums } from "./report-ripe.ts";

type Ask = { asked: Asked; metrics: readonly string[]; counted: readonly string[] };

/** Reads sums of days: the whole (''), or by a dimension. */
export function cutReader(workspaceId: string, db: Client, { asked, metrics, counted }: Ask): (dim: string, of: Days) => Promise<Sum[]> {
  const programs = asked.programs.map((each) => each.id);
  const { today, zone, now } = asked;
  return async (dim, of) =>
    isRows(dim as Dimension)
      ? await sumRows(workspaceId, db, { by: dim as FromRows, programs, metrics: counted, days: of, zone, now })
      : await readRipeSums(workspaceId, db, { report: metrics, today, sums: { programs, metrics: counted, dim, ...of } });
}

/** What groups are called whose key is no name. */
export async function cutNames(workspaceId: string, db: Client, { query, programs }: Asked): Promise<ReadonlyMap<string, string>> {
  if (!isRows(query.by)) return new Map();
  return await nameRows(workspaceId, db, { by: query.by, programs: programs.map((each) => each.id) });
}
