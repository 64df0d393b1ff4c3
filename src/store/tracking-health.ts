/** What was received lately. Facts stand in the order in which they were received, so that a stretch of time is a stretch of pages. */
import type { Arrivals } from "../core/analytics/tracking-health.ts";
import type { Client } from "./db.ts";

const DAY = 86_400_000;
/** Late: this long after it happened. */
export const LATE_MS = 3_600_000;

export type ArrivalRow = { type: string; day: number; late: number };

/** Events of the last day by type: how many, and how many came late. Facts that the engine makes itself are not among them. */
export async function readArrivalsByType(ws: string, db: Client, now: number): Promise<ArrivalRow[]> {
  const { rows } = await db.query<ArrivalRow>(
    `select type, count(*)::int as day, count(*) filter (where received_at - at > ${LATE_MS})::int as late
       from fact where workspace_id = $1 and received_at > $2 and type not in ('joined', 'left', 'delay_passed', 'merged')
      group by 1 order by 2 desc, 1`,
    [ws, now - DAY],
  );
  return rows;
}

/** The last day against a day of the week before: of events and of visits. */
export async function readArrivals(ws: string, db: Client, of: { now: number; today: number }): Promise<Arrivals> {
  const { rows } = await db.query<Arrivals>(
    `select f.*, v.* from
       (select count(*) filter (where received_at > $2)::int as day, count(*) filter (where received_at <= $2)::float8 / 7 as usual,
               count(*) filter (where received_at > $2 and received_at - at > ${LATE_MS})::int as late,
               coalesce(max(received_at - at) filter (where received_at > $2), 0)::bigint as slowest
          from fact where workspace_id = $1 and received_at > $2::bigint - ${7 * DAY}
           and type not in ('joined', 'left', 'delay_passed', 'merged')) f,
       (select coalesce(sum(value) filter (where day >= $3 - 1), 0)::int as visits,
               coalesce(sum(value) filter (where day < $3 - 1), 0)::float8 / 7 * 2 as usual_visits
          from report_day where workspace_id = $1 and metric = 'visits' and dim = '' and day between $3 - 8 and $3
           and program_id in (select id from program where workspace_id = $1)) v`,
    [ws, of.now - DAY, of.today],
  );
  return rows[0]!;
}
