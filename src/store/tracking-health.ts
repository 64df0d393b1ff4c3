/** What was received lately: counted as it comes, by the five minutes in which it was received, so that a week is a few thousand rows. */
import { LATE_MS } from "../core/analytics/doors.ts";
import type { Arrivals } from "../core/analytics/tracking-health.ts";
import type { Client } from "./db.ts";

const DAY = 86_400_000;
/** What is counted together. */
const SLOT_MS = 300_000;
/** Counted for so long: a day, and the week before it. */
const KEPT_MS = 9 * DAY;
/** Facts that the engine makes itself arrive from nowhere. */
const OWN = new Set(["joined", "left", "delay_passed", "merged"]);

export type ArrivedFact = { type: string; at: number; received_at: number };
export type ArrivalRow = { type: string; day: number; late: number };

/** Adds facts that were received, each once. */
export async function addArrivals(ws: string, db: Client, facts: readonly ArrivedFact[]): Promise<void> {
  const slots = new Map<string, { slot: number; type: string; events: number; late: number; slowest: number }>();
  for (const { type, at, received_at } of facts) {
    if (OWN.has(type)) continue;
    const slot = Math.floor(received_at / SLOT_MS);
    const key = `${slot} ${type}`;
    let sum = slots.get(key);
    if (sum === undefined) slots.set(key, (sum = { slot, type, events: 0, late: 0, slowest: 0 }));
    sum.events++;
    if (received_at - at > LATE_MS) sum.late++;
    sum.slowest = Math.max(sum.slowest, received_at - at);
  }
  if (slots.size === 0) return;
  await db.query(
    `insert into report_arrival as a (workspace_id, slot, type, events, late, slowest)
     select $1, r.* from json_to_recordset($2) as r(slot bigint, type text, events int, late int, slowest bigint)
         on conflict (workspace_id, slot, type) do update
        set events = a.events + excluded.events, late = a.late + excluded.late, slowest = greatest(a.slowest, excluded.slowest)`,
    [ws, JSON.stringify([...slots.values()])],
  );
}

/** Counts what was received up to an instant before anybody counted, and drops what is too old to be shown. */
export async function startArrivals(ws: string, db: Client, of: { now: number; upTo: number }): Promise<void> {
  await db.query("delete from report_arrival where workspace_id = $1", [ws]);
  await db.query(
    `insert into report_arrival (workspace_id, slot, type, events, late, slowest)
     select $1, received_at / ${SLOT_MS}, type, count(*), count(*) filter (where received_at - at > ${LATE_MS}),
            greatest(0, max(received_at - at))
       from fact where workspace_id = $1 and received_at > $2 and received_at <= $3 and not (type = any($4::text[])) group by 2, 3`,
    [ws, of.now - KEPT_MS, of.upTo, [...OWN]],
  );
}

/** Ends what is too old to be shown. */
export async function dropOldArrivals(ws: string, db: Client, now: number): Promise<void> {
  await db.query("delete from report_arrival where workspace_id = $1 and slot < $2", [ws, Math.floor((now - KEPT_MS) / SLOT_MS)]);
}

/** The first slot of the 24 hours that end now. */
const daySlot = (now: number): number => Math.floor((now - DAY) / SLOT_MS) + 1;

/** Events of the last day by type: how many, and how many came late. */
export async function readArrivalsByType(ws: string, db: Client, now: number): Promise<ArrivalRow[]> {
  const { rows } = await db.query<ArrivalRow>(
    `select type, sum(events)::int as day, sum(late)::int as late from report_arrival
      where workspace_id = $1 and slot >= $2 group by 1 order by 2 desc, 1`,
    [ws, daySlot(now)],
  );
  return rows;
}

/** The last day against a day of the week before: of events and of visits. */
export async function readArrivals(ws: string, db: Client, of: { now: number; today: number }): Promise<Arrivals> {
  const { rows } = await db.query<Arrivals>(
    `select f.*, v.* from
       (select coalesce(sum(events) filter (where slot >= $2), 0)::int as day,
               coalesce(sum(events) filter (where slot < $2), 0)::float8 / 7 as usual,
               coalesce(sum(late) filter (where slot >= $2), 0)::int as late,
               coalesce(max(slowest) filter (where slot >= $2), 0)::bigint as slowest
          from report_arrival where workspace_id = $1 and slot >= $2::bigint - ${(7 * DAY) / SLOT_MS}) f,
       (select coalesce(sum(value) filter (where day >= $3 - 1), 0)::int as visits,
               coalesce(sum(value) filter (where day < $3 - 1), 0)::float8 / 7 * 2 as usual_visits
          from report_day where workspace_id = $1 and metric = 'visits' and dim = '' and day between $3 - 8 and $3
           and program_id in (select id from program where workspace_id = $1)) v`,
    [ws, daySlot(of.now), of.today],
  );
  return rows[0]!;
}
