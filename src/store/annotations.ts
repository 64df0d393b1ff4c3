/** What stands on time lines: what operators noted about days, and what programs did. */
import type { Happening } from "../core/analytics/annotations.ts";
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

export type AnnotationRow = { id: string; day: number; program_id: string | null; note: string; created_by: string; created_at: number };

const NOTE = "select id, day, program_id, note, created_by, created_at from annotation where workspace_id = $1";

export async function readAnnotation(workspaceId: string, db: Client, id: string): Promise<AnnotationRow | null> {
  const { rows } = await db.query<AnnotationRow>(`${NOTE} and id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Notes on days, the latest first: those of everything, and those of these programs. */
export async function listAnnotations(
  workspaceId: string,
  db: Client,
  of: { from: number; to: number; programs: readonly string[]; limit: number },
): Promise<AnnotationRow[]> {
  const { rows } = await db.query<AnnotationRow>(
    `${NOTE} and day between $2 and $3 and (program_id is null or program_id = any($4::uuid[])) order by day desc, id desc limit $5`,
    [workspaceId, of.from, of.to, plain([...of.programs]), of.limit],
  );
  return rows;
}

export async function insertAnnotation(workspaceId: string, db: Client, of: AnnotationRow): Promise<void> {
  await db.query(
    `insert into annotation (workspace_id, id, day, program_id, note, created_by, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [workspaceId, of.id, of.day, of.program_id, of.note, of.created_by, of.created_at],
  );
}

/** False: there is none. */
export async function updateAnnotation(
  workspaceId: string,
  db: Client,
  of: { id: string; day: number; program_id: string | null; note: string; at: number },
): Promise<boolean> {
  const { rowCount } = await db.query(
    "update annotation set day = $3, program_id = $4, note = $5, changed_at = $6 where workspace_id = $1 and id = $2",
    [workspaceId, of.id, of.day, of.program_id, of.note, of.at],
  );
  return rowCount === 1;
}

/** False: there is none. */
export async function deleteAnnotation(workspaceId: string, db: Client, id: string): Promise<boolean> {
  const { rowCount } = await db.query("delete from annotation where workspace_id = $1 and id = $2", [workspaceId, id]);
  return rowCount === 1;
}

type Span = { programs: readonly string[]; from: number; to: number; limit: number };

/**
 * When programs went live, paused and ended, and their versions from the second on, between two instants, the latest first. A first
 * version counts from the start (flow/publish-program.ts): it was launched when it was published. An experiment's arms are no versions.
 */
export async function readHappenings(workspaceId: string, db: Client, of: Span): Promise<Happening[]> {
  const { rows } = await db.query<Happening>(
    `select program_id, at, kind, version from (
       select s.program_id, case when s.n = 1 then greatest(s.at, v.published_at) else s.at end as at, null::int as version,
              case s.status when 'live' then case when s.n = 1 then 'launched' else 'resumed' end when 'paused' then 'paused'
                when 'ended' then 'ended' end as kind
         from (select program_id, at, status, case status when 'live' then row_number() over live else 0 end as n
                 from program_status where workspace_id = $1 and program_id = any($2::uuid[])
               window live as (partition by program_id, status order by at, seq)) s
         left join program_version v on v.workspace_id = $1 and v.program_id = s.program_id and v.version = 1
       union all
       select program_id, greatest(effective_from, published_at), version, 'version' from program_version v
        where workspace_id = $1 and program_id = any($2::uuid[]) and version > 1
          and not exists (select from experiment e cross join lateral json_array_elements(e.arms) arm
                           where e.workspace_id = $1 and e.program_id = v.program_id and (arm ->> 'version')::int = v.version)) h
      where kind is not null and at >= $3 and at < $4 order by at desc limit $5`,
    [workspaceId, plain([...of.programs]), of.from, of.to, of.limit],
  );
  return rows;
}
