/** Gatherings and who comes. Places are changed behind the writer lock. */
import type { Place } from "../core/fulfilment/seats.ts";
import type { Client } from "./db.ts";

export type GatheringRow = {
  id: string;
  title: string;
  description: string;
  starts_at: number;
  seats: number;
  program_id: string | null;
  program: string | null;
  level: string | null;
  status: "open" | "cancelled";
  created_at: number;
  taken: number;
  waiting: number;
};

const GATHERING = `
  select g.id, g.title, g.description, g.starts_at, g.seats, g.program_id, p.key as program, g.level, g.status, g.created_at,
         n.taken, n.waiting
    from gathering g left join program p on p.workspace_id = g.workspace_id and p.id = g.program_id
   cross join lateral (select count(*) filter (where l.state = 'seat') as taken, count(*) filter (where l.state = 'waiting') as waiting
                         from gathering_place l where l.workspace_id = g.workspace_id and l.gathering_id = g.id) n
   where g.workspace_id = $1`;

export async function readGathering(workspaceId: string, db: Client, id: string): Promise<GatheringRow | null> {
  const { rows } = await db.query<GatheringRow>(`${GATHERING} and g.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Newest first. */
export async function listGatherings(
  workspaceId: string,
  db: Client,
  page: { before: string | null; limit: number },
): Promise<GatheringRow[]> {
  const { rows } = await db.query<GatheringRow>(`${GATHERING} and ($2::uuid is null or g.id < $2) order by g.id desc limit $3`, [
    workspaceId,
    page.before,
    page.limit,
  ]);
  return rows;
}

export type GatheringWish = Pick<
  GatheringRow,
  "id" | "title" | "description" | "starts_at" | "seats" | "program_id" | "level" | "created_at"
>;

/** Stores a new gathering; one of that id stays as it is. */
export async function insertGathering(workspaceId: string, db: Client, g: GatheringWish): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into gathering (workspace_id, id, title, description, starts_at, seats, program_id, level, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (workspace_id, id) do nothing`,
    [workspaceId, g.id, g.title, g.description, g.starts_at, g.seats, g.program_id, g.level, g.created_at],
  );
  return rowCount === 1;
}

export type GatheringChange = {
  id: string;
  title?: string;
  description?: string;
  startsAt?: number;
  seats?: number;
  status?: "cancelled";
};

/** Changes what is given. */
export async function updateGathering(workspaceId: string, db: Client, c: GatheringChange): Promise<void> {
  await db.query(
    `update gathering set title = coalesce($3, title), description = coalesce($4, description), starts_at = coalesce($5, starts_at),
            seats = coalesce($6, seats), status = coalesce($7, status) where workspace_id = $1 and id = $2`,
    [workspaceId, c.id, c.title ?? null, c.description ?? null, c.startsAt ?? null, c.seats ?? null, c.status ?? null],
  );
}

export type PlaceRow = Place & { joined_at: number; seated_at: number | null; left_at: number | null };

/** Everybody who ever joined, in the order of joining. */
export async function readPlaces(workspaceId: string, db: Client, gathering: string): Promise<PlaceRow[]> {
  const { rows } = await db.query<PlaceRow>(
    `select person_id as person, state, nth, joined_at, seated_at, left_at from gathering_place
      where workspace_id = $1 and gathering_id = $2 order by nth`,
    [workspaceId, gathering],
  );
  return rows;
}

/** Puts a person at the end of the order of joining. */
export async function putPlace(
  workspaceId: string,
  db: Client,
  p: { gathering: string; person: string; state: "seat" | "waiting"; at: number },
): Promise<void> {
  await db.query(
    `insert into gathering_place (workspace_id, gathering_id, person_id, state, nth, joined_at, seated_at)
     select $1, $2, $3, $4, 1 + coalesce(max(nth), 0), $5::bigint, case when $4 = 'seat' then $5::bigint end
       from gathering_place where workspace_id = $1 and gathering_id = $2
         on conflict (workspace_id, gathering_id, person_id) do update set state = excluded.state, nth = excluded.nth,
            joined_at = excluded.joined_at, seated_at = excluded.seated_at, left_at = null`,
    [workspaceId, p.gathering, p.person, p.state, p.at],
  );
}

/** Gives waiting people their seats, or lets people go. */
export async function movePlaces(
  workspaceId: string,
  db: Client,
  m: { gathering: string; people: readonly string[]; to: "seat" | "left"; at: number },
): Promise<void> {
  await db.query(
    `update gathering_place set state = $4, seated_at = case when $4 = 'seat' then $5 else seated_at end,
            left_at = case when $4 = 'left' then $5 end
      where workspace_id = $1 and gathering_id = $2 and person_id = any($3::uuid[])`,
    [workspaceId, m.gathering, m.people, m.to, m.at],
  );
}

/** Gatherings that these people have a seat at or wait for. */
export async function gatheringsOf(workspaceId: string, db: Client, people: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select gathering_id as id from gathering_place
      where workspace_id = $1 and person_id = any($2::uuid[]) and state in ('seat', 'waiting')`,
    [workspaceId, people],
  );
  return rows.map((r) => r.id);
}
