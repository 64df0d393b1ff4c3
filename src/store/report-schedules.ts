/** Kept views that are sent to operators by mail: when, to whom, and who wants it no more. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

export type ScheduleReader = { id: string; operator_id: string; name: string; email: string; off: boolean };
export type ScheduleRow = {
  id: string;
  view_id: string;
  view_name: string;
  every: "day" | "week" | "month";
  on_day: number;
  at_hour: number;
  next_at: number;
  created_by: string;
  created_at: number;
  readers: ScheduleReader[];
};

const SCHEDULE = `
  select s.id, s.view_id, v.name as view_name, s.every, s.on_day, s.at_hour, s.next_at, s.created_by, s.created_at,
         coalesce((select json_agg(json_build_object('id', r.id, 'operator_id', r.operator_id, 'name', u.name, 'email', u.email,
                     'off', r.off_at is not null) order by o.id)
                     from report_reader r join operator o on o.workspace_id = $1 and o.id = r.operator_id
                     join auth."user" u on u.id = o.user_id
                    where r.workspace_id = $1 and r.schedule_id = s.id), '[]'::json) as readers
    from report_schedule s join report_view v on v.workspace_id = $1 and v.id = s.view_id
   where s.workspace_id = $1`;

/** All of them, the newest first: there are few. */
export async function listSchedules(workspaceId: string, db: Client): Promise<ScheduleRow[]> {
  const { rows } = await db.query<ScheduleRow>(`${SCHEDULE} order by s.id desc limit 200`, [workspaceId]);
  return rows;
}

export async function readSchedule(workspaceId: string, db: Client, id: string): Promise<ScheduleRow | null> {
  const { rows } = await db.query<ScheduleRow>(`${SCHEDULE} and s.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Which view it sends, held until the transaction ends; null where there is none (any more). */
export async function holdSchedule(workspaceId: string, db: Client, id: string): Promise<string | null> {
  const { rows } = await db.query<{ view_id: string }>(
    "select view_id from report_schedule where workspace_id = $1 and id = $2 for update",
    [workspaceId, id],
  );
  return rows[0]?.view_id ?? null;
}

export type ScheduleWrite = Pick<
  ScheduleRow,
  "id" | "view_id" | "every" | "on_day" | "at_hour" | "next_at" | "created_by" | "created_at"
>;

/** Adds it, or puts another rhythm in the place of the one it has. */
export async function saveSchedule(workspaceId: string, db: Client, s: ScheduleWrite): Promise<void> {
  await db.query(
    `insert into report_schedule (workspace_id, id, view_id, every, on_day, at_hour, next_at, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (workspace_id, id) do update set every = excluded.every, on_day = excluded.on_day, at_hour = excluded.at_hour,
       next_at = excluded.next_at`,
    [workspaceId, s.id, s.view_id, s.every, s.on_day, s.at_hour, s.next_at, s.created_by, s.created_at],
  );
}

/** These operators and no others get it; who wanted it no more still does not. `ids`: one for each, where new. */
export async function saveReaders(
  workspaceId: string,
  db: Client,
  of: { scheduleId: string; operators: readonly string[]; ids: readonly string[] },
): Promise<void> {
  const values = [workspaceId, of.scheduleId, plain([...of.operators])];
  await db.query("delete from report_reader where workspace_id = $1 and schedule_id = $2 and operator_id <> all($3::uuid[])", values);
  await db.query(
    `insert into report_reader (workspace_id, schedule_id, operator_id, id)
     select $1, $2, o.operator_id, o.id from unnest($3::uuid[], $4::uuid[]) as o(operator_id, id)
     on conflict do nothing`,
    [...values, plain([...of.ids])],
  );
}

/** False: there is none. */
export async function deleteSchedule(workspaceId: string, db: Client, id: string): Promise<boolean> {
  // The schedule first, which waits for whoever holds it.
  const { rowCount } = await db.query("delete from report_schedule where workspace_id = $1 and id = $2", [workspaceId, id]);
  await db.query("delete from report_reader where workspace_id = $1 and schedule_id = $2", [workspaceId, id]);
  return rowCount === 1;
}

export type DueSchedule = Pick<ScheduleRow, "id" | "every" | "on_day" | "at_hour" | "next_at"> & { operators: string[] };

/** Those that are due, locked until the transaction ends, with those who still want them. */
export async function takeDueSchedules(workspaceId: string, db: Client): Promise<{ now: number; due: DueSchedule[] }> {
  const { rows } = await db.query<DueSchedule & { now: number }>(
    `select workspace_now($1) as now, id, every, on_day, at_hour, next_at,
            array(select r.operator_id from report_reader r join operator o on o.workspace_id = $1 and o.id = r.operator_id
                   where r.workspace_id = $1 and r.schedule_id = s.id and r.off_at is null and o.disabled_at is null
                   order by r.operator_id) as operators
       from report_schedule s where workspace_id = $1 and next_at <= workspace_now($1) order by next_at for update of s skip locked`,
    [workspaceId],
  );
  return { now: rows[0]?.now ?? 0, due: rows };
}

export async function setNextDue(workspaceId: string, db: Client, of: { id: string; next: number }): Promise<void> {
  await db.query("update report_schedule set next_at = $3 where workspace_id = $1 and id = $2", [workspaceId, of.id, of.next]);
}

/** Somebody wants a report no more, or again. False: she does not get it. */
export async function setReaderOff(workspaceId: string, db: Client, of: { id: string; off: boolean }): Promise<boolean> {
  const { rowCount } = await db.query(
    "update report_reader set off_at = case when $3 then coalesce(off_at, workspace_now($1)) end where workspace_id = $1 and id = $2",
    [workspaceId, of.id, of.off],
  );
  return rowCount === 1;
}

export type ReaderRow = { id: string; schedule_id: string; operator_id: string; view_name: string; off: boolean };

const READER = `
  select r.id, r.schedule_id, r.operator_id, v.name as view_name, r.off_at is not null as off from report_reader r
    join report_schedule s on s.workspace_id = $1 and s.id = r.schedule_id
    join report_view v on v.workspace_id = $1 and v.id = s.view_id where r.workspace_id = $1`;

export async function readReader(workspaceId: string, db: Client, id: string): Promise<ReaderRow | null> {
  const { rows } = await db.query<ReaderRow>(`${READER} and r.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Which reports an operator gets by mail. */
export async function listReaderReports(workspaceId: string, db: Client, operatorId: string): Promise<ReaderRow[]> {
  const { rows } = await db.query<ReaderRow>(`${READER} and r.operator_id = $2 order by r.schedule_id desc limit 200`, [
    workspaceId,
    operatorId,
  ]);
  return rows;
}
