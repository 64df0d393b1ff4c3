/** People who meet a condition (surviving, and not erased), and segments: conditions with a name. */
import type { Condition } from "../core/condition.ts";
import { conditionSql } from "./condition-sql.ts";
import type { Client } from "./db.ts";
import { segmentLeaf } from "./segment-sql.ts";

// A join whose columns nobody asks for is left out by the planner.
const JOINS = `
    left join person_profile f on f.workspace_id = p.workspace_id and f.person_id = p.id
    left join person_private v on v.workspace_id = p.workspace_id and v.person_id = p.id
    left join company c on c.workspace_id = p.workspace_id and c.id = p.company_id
   where p.workspace_id = $1 and p.merged_into is null and p.erased_at is null`;
const PEOPLE = `
    from person p${JOINS}`;

/** `now` defaults to the beginning of time, for conditions that ask for no days. */
type Of = { condition: Condition; now?: number };
const sqlOf = (of: Of, first: number) => conditionSql(of.condition, first, segmentLeaf(of.now ?? 0));

/** How many people meet the condition, counted to `limit` at most. Throws RangeError when it asks about orders or events. */
export async function countSegment(workspaceId: string, db: Client, of: Of & { limit?: number }): Promise<number> {
  const sql = sqlOf(of, 3);
  const { rows } = await db.query<{ count: number }>(`select count(*) as count from (select 1 ${PEOPLE} and ${sql.text} limit $2) x`, [
    workspaceId,
    of.limit ?? null,
    ...sql.values,
  ]);
  return rows[0]!.count;
}

/** Roughly how many, from a part of the people drawn by chance: about `sampled` of them are looked at. */
export async function estimateSegment(workspaceId: string, db: Client, of: Of & { sampled: number }): Promise<number> {
  const { rows: known } = await db.query<{ n: number }>("select reltuples::float8 as n from pg_class where oid = 'person'::regclass");
  const percent = Math.min(100, (100 * of.sampled) / Math.max(1, known[0]?.n ?? 1));
  const sql = sqlOf(of, 3);
  const { rows } = await db.query<{ n: number }>(
    `select count(*) as n from person p tablesample system ($2::float4) ${JOINS} and ${sql.text}`,
    [workspaceId, percent, ...sql.values],
  );
  return Math.round(((rows[0]?.n ?? 0) * 100) / percent);
}

/** A page of their ids, newest first. Throws RangeError when the condition asks about orders or events. */
export async function listSegment(
  workspaceId: string,
  db: Client,
  page: Of & { before: string | null; limit: number },
): Promise<string[]> {
  const sql = sqlOf(page, 4);
  const { rows } = await db.query<{ id: string }>(
    `select p.id ${PEOPLE} and ($2::uuid is null or p.id < $2) and ${sql.text} order by p.id desc limit $3`,
    [workspaceId, page.before, page.limit, ...sql.values],
  );
  return rows.map((row) => row.id);
}

/** The likeliest to recommend among them, by score: at most `limit`, without those who take part in `program` already. */
export async function rankSegment(
  workspaceId: string,
  db: Client,
  of: Of & { limit: number; notIn: string | null; skip: readonly string[] },
): Promise<string[]> {
  const sql = sqlOf(of, 5);
  const { rows } = await db.query<{ id: string }>(
    `select p.id ${PEOPLE} and ${sql.text} and p.id <> all($4::uuid[])
        and ($3::uuid is null or not exists (select from advocate a where a.workspace_id = $1 and a.program_id = $3 and a.person_id = p.id))
      order by f.score desc nulls last, p.id limit $2`,
    [workspaceId, of.limit, of.notIn, of.skip, ...sql.values],
  );
  return rows.map((row) => row.id);
}

export type SegmentRow = { id: string; name: string; description: string; filter: Condition; created_at: number; updated_at: number };
const COLUMNS = "id, name, description, filter, created_at, updated_at";

export async function readSegment(workspaceId: string, db: Client, id: string): Promise<SegmentRow | null> {
  const { rows } = await db.query<SegmentRow>(`select ${COLUMNS} from segment where workspace_id = $1 and id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Whether the person is in it. */
export async function isInSegment(workspaceId: string, db: Client, of: Of & { personId: string }): Promise<boolean> {
  const sql = sqlOf(of, 3);
  const { rowCount } = await db.query(`select ${PEOPLE} and p.id = $2 and ${sql.text}`, [workspaceId, of.personId, ...sql.values]);
  return rowCount === 1;
}

/** The segment that the newest published version of a program is for, as its definition names it; undefined: everybody. */
export async function readAudience(workspaceId: string, db: Client, programId: string): Promise<string | undefined> {
  const { rows } = await db.query<{ audience: string | null }>(
    `select definition #>> '{advocates,audience}' as audience from program_version
      where workspace_id = $1 and program_id = $2 order by version desc limit 1`,
    [workspaceId, programId],
  );
  return rows[0]?.audience ?? undefined;
}

/** Keys of programs, live or being drafted, whose audience it is. `audience`: the segment as a definition names it. */
export async function programsForAudience(workspaceId: string, db: Client, audience: string): Promise<string[]> {
  const { rows } = await db.query<{ key: string }>(
    `select p.key from program p
       left join program_version v on v.workspace_id = p.workspace_id and v.program_id = p.id and v.version = p.version
      where p.workspace_id = $1 and p.status <> 'ended'
        and $2 in (p.draft #>> '{advocates,audience}', v.definition #>> '{advocates,audience}') order by p.key`,
    [workspaceId, audience],
  );
  return rows.map((row) => row.key);
}

/** Newest first. */
export async function listSegments(
  workspaceId: string,
  db: Client,
  page: { before: string | null; limit: number },
): Promise<SegmentRow[]> {
  const { rows } = await db.query<SegmentRow>(
    `select ${COLUMNS} from segment where workspace_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [workspaceId, page.before, page.limit],
  );
  return rows;
}

/** Makes it, or changes its name, words and filter. */
export async function saveSegment(workspaceId: string, db: Client, w: Omit<SegmentRow, "created_at" | "updated_at">): Promise<void> {
  await db.query(
    `insert into segment (workspace_id, id, name, description, filter, created_at, updated_at)
     select $1, $2, $3, $4, $5, n.now, n.now from (select workspace_now($1) as now) n
         on conflict (workspace_id, id) do update set name = excluded.name, description = excluded.description,
            filter = excluded.filter, updated_at = excluded.updated_at`,
    [workspaceId, w.id, w.name, w.description, JSON.stringify(w.filter)],
  );
}

/** False when it was not there. */
export async function deleteSegment(workspaceId: string, db: Client, id: string): Promise<boolean> {
  const { rowCount } = await db.query("delete from segment where workspace_id = $1 and id = $2", [workspaceId, id]);
  return rowCount === 1;
}
