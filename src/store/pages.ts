/** What pages for friends are made of: the program as it is now, what its people say, and what a recommender chose to show. */
import type { Unit } from "../core/experiment.ts";
import type { Client, Pool } from "./db.ts";
import { survivor } from "./survivor.ts";

export type PageProgramRow = {
  slug: string;
  name: string;
  zone: string;
  settings: Record<string, unknown>;
  id: string;
  key: string;
  status: string;
  version: number;
  definition: Record<string, unknown>;
  /** The workspace's present instant, epoch milliseconds. */
  now: number;
  /** The arms of the experiment that runs in it, or null. */
  dealt: DealtRow | null;
};
/** Advocates whose number lies in the stretch of an arm have its version. */
export type DealtRow = { id: string; unit: Unit | null; salt: string; arms: { version: number; first: number; below: number }[] };

/** A program in the version that is in force now, or in a given one, by its id or its key, or null when there is none. */
export async function readPageProgram(
  workspaceId: string,
  db: Client,
  by: { id: string; version?: number } | { key: string },
): Promise<PageProgramRow | null> {
  const { rows } = await db.query<PageProgramRow>({
    name: "read_page_program",
    text: `select w.slug, w.name, w.zone, w.settings, p.id, p.key, p.status, v.version, v.definition, c.now,
                  (select json_build_object('id', e.id, 'unit', e.design -> 'unit', 'salt', e.salt, 'arms', e.arms) from experiment e
                    where e.workspace_id = $1 and e.program_id = p.id and e.status = 'running') as dealt
             from workspace w
            cross join lateral (select (extract(epoch from clock_timestamp()) * 1000)::bigint + w.clock_offset_ms as now) c
             join program p on p.workspace_id = w.workspace_id and (p.id = $2::uuid or p.key = $3)
             join lateral (
                  select pv.version, pv.definition from program_version pv
                   where pv.workspace_id = w.workspace_id and pv.program_id = p.id and pv.effective_from <= c.now
                     and ($4::int is null or pv.version = $4)
                   order by pv.effective_from desc, pv.version desc limit 1) v on true
            where w.workspace_id = $1`,
    values: [workspaceId, "id" in by ? by.id : null, "key" in by ? by.key : null, ("id" in by && by.version) || null],
  });
  return rows[0] ?? null;
}

export type ProofRow = { body: string; rating: number | null; shown_as: string | null; activity: string };

/** What people said and agreed to have shown, approved, newest first. */
export async function readProof(workspaceId: string, db: Client, of: { programId: string; limit: number }): Promise<ProofRow[]> {
  const { rows } = await db.query<ProofRow>(
    `select body, rating, shown_as, activity from testimonial
      where workspace_id = $1 and program_id = $2 and status = 'approved' and consent order by id desc limit $3`,
    [workspaceId, of.programId, of.limit],
  );
  return rows;
}

export type ShownRow = { person_id: string; name: string | null; picture_at: number | null };

/** What the surviving person behind an id chose to show, without the picture itself; null: nothing was chosen. */
export async function readShown(workspaceId: string, db: Client, personId: string): Promise<ShownRow | null> {
  const { rows } = await db.query<ShownRow>({
    name: "read_person_shown",
    text: `select s.person_id, s.name, case when s.picture is null then null else s.updated_at end as picture_at
             from person p join person_shown s on s.workspace_id = p.workspace_id and s.person_id = ${survivor("p")}
            where p.workspace_id = $1 and p.id = $2 and p.erased_at is null`,
    values: [workspaceId, personId],
  });
  return rows[0] ?? null;
}

/** Sets what a person shows. `picture` undefined: it stays as it is. */
export async function saveShown(
  workspaceId: string,
  db: Client,
  of: { personId: string; name: string | null; picture: { type: string; bytes: Buffer } | null | undefined; at: number },
): Promise<void> {
  const { personId, name, picture, at } = of;
  await db.query(
    `insert into person_shown as s (workspace_id, person_id, name, picture, picture_type, updated_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (workspace_id, person_id) do update set name = excluded.name, updated_at = excluded.updated_at,
            picture = case when $7 then excluded.picture else s.picture end,
            picture_type = case when $7 then excluded.picture_type else s.picture_type end`,
    [workspaceId, personId, name, picture?.bytes ?? null, picture?.type ?? null, at, picture !== undefined],
  );
}

/** A person's picture, or null. */
export async function readPicture(workspaceId: string, db: Client, personId: string): Promise<{ type: string; bytes: Buffer } | null> {
  const { rows } = await db.query<{ type: string; bytes: Buffer }>(
    `select s.picture_type as type, s.picture as bytes
       from person p join person_shown s on s.workspace_id = p.workspace_id and s.person_id = ${survivor("p")}
      where p.workspace_id = $1 and p.id = $2 and s.picture is not null`,
    [workspaceId, personId],
  );
  return rows[0] ?? null;
}

/** The installation's workspace where it has one, sandboxes not counted; null where it has several or none. */
export async function onlyWorkspace(db: Pool): Promise<string | null> {
  const { rows } = await db.query<{ workspace_id: string }>(
    "select workspace_id from workspace_directory where sandbox_of is null and closed_at is null limit 2",
  );
  return rows.length === 1 ? rows[0]!.workspace_id : null;
}
