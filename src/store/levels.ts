/** Advocates' levels and what changed about them. Writes run behind the writer lock. */
import type { Earned, LevelNews, LevelState } from "../core/fulfilment/level.ts";
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";
import { rows as named } from "./settle-rows.ts";

/** True when any version of any program has levels: nothing else of this file is asked for otherwise. */
export async function hasLevels(workspaceId: string, db: Client): Promise<boolean> {
  const [found] = await named<{ has: boolean }>(db, "has_levels", {
    text: "select exists (select from program_version where workspace_id = $1 and definition->'levels' is not null) as has",
    values: [workspaceId],
  });
  return found?.has ?? false;
}

/** Who received these rewards of points, as she stands now, with the program. */
export async function readEarners(
  workspaceId: string,
  db: Client,
  rewards: readonly string[],
): Promise<{ program: string; person: string }[]> {
  const { rows } = await db.query<{ program: string; person: string }>(
    `select distinct r.program_id as program, coalesce(p.merged_into, p.id) as person
       from reward r join person p on p.workspace_id = $1 and p.id = r.recipient_id
      where r.workspace_id = $1 and r.id = any($2::uuid[]) and r.form = 'points'`,
    [workspaceId, plain(rewards)],
  );
  return rows;
}

/** Levels that time alone may have changed. */
export async function readDueLevels(
  workspaceId: string,
  db: Client,
  ask: { instant: number; limit: number },
): Promise<{ program: string; person: string }[]> {
  const { rows } = await db.query<{ program: string; person: string }>(
    `select program_id as program, person_id as person from advocate_level
      where workspace_id = $1 and next_at is not null and next_at <= $2 order by next_at limit $3`,
    [workspaceId, ask.instant, ask.limit],
  );
  return rows;
}

export type LevelRow = LevelState & { program: string; person: string };
const LEVEL = `program_id as program, person_id as person, level, since, points, notice_level as "noticeLevel", notice_at as "noticeAt",
  notice_due as "noticeDue", next_at as "nextAt", checked_at as "checkedAt"`;

export async function readLevels(workspaceId: string, db: Client, people: readonly string[]): Promise<LevelRow[]> {
  const { rows } = await db.query<LevelRow>(
    `select ${LEVEL} from advocate_level where workspace_id = $1 and person_id = any($2::uuid[]) order by program_id`,
    [workspaceId, plain(people)],
  );
  return rows;
}

/** Points of a program that these people earned and that are hers by now, under all their ids. */
export async function readEarned(
  workspaceId: string,
  db: Client,
  of: { program: string; people: readonly string[] },
): Promise<Map<string, Earned[]>> {
  const { rows } = await db.query<Earned & { person: string }>(
    `select k.person, r.at, r.amount from unnest($3::uuid[]) k(person)
      cross join lateral (
        select w.available_at as at, w.owed as amount from reward w
         where w.workspace_id = $1 and w.program_id = $2 and w.form = 'points' and w.matured_at is not null and w.owed > 0
           and w.recipient_id in (select k.person
             union all select m.id from person m where m.workspace_id = $1 and m.merged_into = k.person) offset 0) r
      order by k.person, r.at`,
    [workspaceId, of.program, plain(of.people)],
  );
  const out = new Map<string, Earned[]>();
  for (const { person, at, amount } of rows) out.set(person, [...(out.get(person) ?? []), { at, amount }]);
  return out;
}

/** Stores where they stand now. */
export async function saveLevels(workspaceId: string, db: Client, rows: readonly LevelRow[]): Promise<void> {
  await db.query(
    `insert into advocate_level (workspace_id, program_id, person_id, level, since, points, notice_level, notice_at, notice_due, next_at,
        checked_at)
     select $1, u.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::bigint[], $6::bigint[], $7::text[], $8::bigint[], $9::bigint[],
        $10::bigint[], $11::bigint[]) u
         on conflict (workspace_id, program_id, person_id) do update set level = excluded.level, since = excluded.since,
            points = excluded.points, notice_level = excluded.notice_level, notice_at = excluded.notice_at,
            notice_due = excluded.notice_due, next_at = excluded.next_at, checked_at = excluded.checked_at`,
    [
      workspaceId,
      plain(rows.map((r) => r.program)),
      plain(rows.map((r) => r.person)),
      quoted(rows.map((r) => r.level)),
      plain(rows.map((r) => r.since)),
      plain(rows.map((r) => r.points)),
      quoted(rows.map((r) => r.noticeLevel)),
      plain(rows.map((r) => r.noticeAt)),
      plain(rows.map((r) => r.noticeDue)),
      plain(rows.map((r) => r.nextAt)),
      plain(rows.map((r) => r.checkedAt)),
    ],
  );
}

export type LevelChange = LevelNews & { id: string; program: string; person: string };

export async function insertLevelChanges(workspaceId: string, db: Client, rows: readonly LevelChange[]): Promise<void> {
  if (rows.length === 0) return;
  await db.query(
    `insert into level_change (workspace_id, id, program_id, person_id, at, kind, from_level, to_level, points)
     select $1, u.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::bigint[]) u`,
    [
      workspaceId,
      plain(rows.map((r) => r.id)),
      plain(rows.map((r) => r.program)),
      plain(rows.map((r) => r.person)),
      plain(rows.map((r) => r.at)),
      quoted(rows.map((r) => r.kind)),
      quoted(rows.map((r) => r.from)),
      quoted(rows.map((r) => r.to)),
      plain(rows.map((r) => r.points)),
    ],
  );
}

export type ChangeRow = { program: string; at: number; kind: string; from_level: string | null; to_level: string | null; points: number };

/** What changed about a person's levels, newest first. */
export async function listLevelChanges(workspaceId: string, db: Client, of: { person: string; limit: number }): Promise<ChangeRow[]> {
  const { rows } = await db.query<ChangeRow>(
    `select p.key as program, c.at, c.kind, c.from_level, c.to_level, c.points from level_change c
       join program p on p.workspace_id = $1 and p.id = c.program_id
      where c.workspace_id = $1 and c.person_id = $2 order by c.at desc, c.id desc limit $3`,
    [workspaceId, of.person, of.limit],
  );
  return rows;
}

/** How many advocates stand on each level. */
export async function countLevels(workspaceId: string, db: Client): Promise<{ program: string; level: string; n: number }[]> {
  const { rows } = await db.query<{ program: string; level: string; n: number }>(
    `select p.key as program, l.level, count(*) as n from advocate_level l join program p on p.workspace_id = $1 and p.id = l.program_id
      where l.workspace_id = $1 and l.level is not null group by 1, 2`,
    [workspaceId],
  );
  return rows;
}
