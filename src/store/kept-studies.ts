/** Answers of studies: kept by what was asked, with how far facts had come when they were made. */
import type { Client } from "./db.ts";

export type StudyKey = { name: string; asked: string };
export type KeptStudy = { ask: unknown; mark: string; at: number; ms: number; found: unknown };

export async function readKeptStudy(workspaceId: string, db: Client, { name, asked }: StudyKey): Promise<KeptStudy | null> {
  const { rows } = await db.query<KeptStudy>(
    "select ask, mark, at, ms, found from kept_study where workspace_id = $1 and name = $2 and asked = $3",
    [workspaceId, name, asked],
  );
  return rows[0] ?? null;
}

/** All that are kept, without what was found; those looked at last come first. */
export async function listKeptStudies(
  workspaceId: string,
  db: Client,
): Promise<(StudyKey & Omit<KeptStudy, "found"> & { wanted_at: number })[]> {
  const { rows } = await db.query<StudyKey & Omit<KeptStudy, "found"> & { wanted_at: number }>(
    `select name, asked, ask, mark, at, ms, wanted_at from kept_study where workspace_id = $1
      order by wanted_at desc, name, asked limit 200`,
    [workspaceId],
  );
  return rows;
}

/** Whether there are more than so many facts. Counts no further. */
export async function hasFacts(workspaceId: string, db: Client, many: number): Promise<boolean> {
  const { rowCount } = await db.query("select id from fact where workspace_id = $1 order by id offset $2 limit 1", [workspaceId, many]);
  return (rowCount ?? 0) > 0;
}

/** Keeps an answer; an older one that comes later does not take its place. */
export async function keepStudy(workspaceId: string, db: Client, of: StudyKey & KeptStudy): Promise<void> {
  await db.query(
    `insert into kept_study as k (workspace_id, name, asked, ask, mark, at, ms, found, wanted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $6)
         on conflict (workspace_id, name, asked) do update
        set ask = excluded.ask, mark = excluded.mark, at = excluded.at, ms = excluded.ms, found = excluded.found
      where k.at <= excluded.at`,
    [workspaceId, of.name, of.asked, JSON.stringify(of.ask), of.mark, of.at, of.ms, JSON.stringify(of.found)],
  );
}

/** Says that somebody looked, once an hour at most. */
export async function wantStudy(workspaceId: string, db: Client, of: StudyKey & { now: number }): Promise<void> {
  await db.query(
    "update kept_study set wanted_at = $4 where workspace_id = $1 and name = $2 and asked = $3 and wanted_at < $4::bigint - 3600000",
    [workspaceId, of.name, of.asked, of.now],
  );
}

/** Ends what nobody has looked at since an instant. */
export async function dropUnwantedStudies(workspaceId: string, db: Client, since: number): Promise<void> {
  await db.query("delete from kept_study where workspace_id = $1 and wanted_at < $2", [workspaceId, since]);
}
