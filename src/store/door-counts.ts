/** What came in by each door: counted in memory (flow/door-tally.ts), kept by the quarter of an hour, for five weeks. */
import { type DoorSpan, LIST } from "../core/analytics/doors.ts";
import type { Client } from "./db.ts";

const SLOT_MS = 900_000;
/** Three hours, and a day, in slots. */
const SPAN = 12;
const KEPT = 35 * 96;

/** `what`: accepted, duplicate, retold, late, again, here, missing, or refused: and why. */
export type DoorRow = { door: string; what: string; events: number };

/**
 * Adds to what is counted now, in the workspace's time; nothing where the workspace is gone. Rows come in the order of their keys: two
 * processes must not wait for each other.
 */
export async function addDoorCounts(ws: string, db: Client, rows: readonly DoorRow[]): Promise<void> {
  await db.query(
    `with present as materialized (select workspace_now($1) / ${SLOT_MS} as slot),
          old as (delete from door_count where workspace_id = $1 and slot < (select slot from present) - ${KEPT})
     insert into door_count as c (workspace_id, slot, door, what, events)
     select $1, present.slot, r.door, r.what, r.events
       from json_to_recordset($2) as r(door text, what text, events int), present where present.slot is not null
         on conflict (workspace_id, slot, door, what) do update set events = c.events + excluded.events`,
    [ws, JSON.stringify(rows)],
  );
}

const SUMS = `coalesce(sum(events) filter (where what = 'accepted'), 0)::int as accepted,
  coalesce(sum(events) filter (where what = 'duplicate'), 0)::int as duplicates,
  coalesce(sum(events) filter (where what = 'retold'), 0)::int as retold,
  coalesce(sum(events) filter (where what like 'refused:%'), 0)::int as refused,
  coalesce(sum(events) filter (where what = 'late'), 0)::int as late,
  coalesce(sum(events) filter (where what = 'again'), 0)::int as again`;

/** Each door by three hours, the last first; and since how many of them anything is counted. */
export async function readDoorSpans(
  ws: string,
  db: Client,
  now: number,
): Promise<{ spans: (DoorSpan & { door: string })[]; known: number }> {
  const slot = Math.floor(now / SLOT_MS);
  const { rows } = await db.query<DoorSpan & { door: string }>(
    `select door, ($2::bigint - slot) / ${SPAN} as ago, ${SUMS} from door_count
      where workspace_id = $1 and slot <= $2 and door <> '${LIST}' group by 1, 2 order by 1, 2`,
    [ws, slot],
  );
  const first = await db.query<{ slot: number | null }>("select min(slot) as slot from door_count where workspace_id = $1", [ws]);
  const since = first.rows[0]?.slot;
  return { spans: rows, known: since == null ? 0 : Math.floor((slot - since + 1) / SPAN) };
}

/** Why the last day's were refused, the most frequent first. */
export async function readDoorReasons(ws: string, db: Client, now: number): Promise<{ door: string; code: string; events: number }[]> {
  const { rows } = await db.query<{ door: string; code: string; events: number }>(
    `select door, substr(what, 9) as code, sum(events)::int as events from door_count
      where workspace_id = $1 and slot > $2 and what like 'refused:%' group by 1, 2 order by 3 desc, 2`,
    [ws, Math.floor(now / SLOT_MS) - 96],
  );
  return rows;
}

export type DoorDay = Omit<DoorSpan, "ago"> & { door: string; day: string };

/** Each door by day of a zone, the earliest first. */
export async function readDoorDays(ws: string, db: Client, of: { now: number; zone: string; days: number }): Promise<DoorDay[]> {
  const { rows } = await db.query<DoorDay>(
    `select door, to_char(to_timestamp(slot * ${SLOT_MS / 1000}) at time zone $2, 'YYYY-MM-DD') as day, ${SUMS} from door_count
      where workspace_id = $1 and slot >= $3 and door <> '${LIST}' group by 1, 2 order by 1, 2`,
    [ws, of.zone, Math.floor(of.now / SLOT_MS) - of.days * 96],
  );
  return rows;
}

/** What the list held that somebody compared last: orders that are here, and those that never came. Null: nobody has, lately. */
export async function readListed(ws: string, db: Client): Promise<{ at: number; here: number; missing: number } | null> {
  const { rows } = await db.query<{ slot: number; here: number; missing: number }>(
    `select slot, coalesce(sum(events) filter (where what = 'here'), 0)::int as here,
            coalesce(sum(events) filter (where what = 'missing'), 0)::int as missing
       from door_count where workspace_id = $1 and door = '${LIST}' group by 1 order by 1 desc limit 1`,
    [ws],
  );
  return rows[0] === undefined ? null : { ...rows[0], at: rows[0].slot * SLOT_MS };
}

/** Orders that were told to us, of these. A return whose order never came is none. */
export async function readKnownOrders(ws: string, db: Client, orders: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ order_id: string }>(
    "select order_id from order_state where workspace_id = $1 and order_id = any($2::text[]) and owner_at is not null",
    [ws, orders],
  );
  return new Set(rows.map((row) => row.order_id));
}

/** What a connected shop is called, by the door's name. */
export async function readDoorNames(ws: string, db: Client): Promise<Map<string, { id: string; provider: string; name: string }>> {
  const { rows } = await db.query<{ id: string; provider: string; name: string }>(
    "select id, provider, name from source where workspace_id = $1 limit 500",
    [ws],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
