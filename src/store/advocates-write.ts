/** People taking part in a program. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

export type AdvocateStatus = "active" | "left" | "applied" | "refused";
export type PlaceKey = { programId: string; personId: string };

export async function readAdvocateStatus(workspaceId: string, db: Client, key: PlaceKey): Promise<AdvocateStatus | null> {
  const { rows } = await db.query<{ status: AdvocateStatus }>({
    name: "advocate_status",
    text: "select status from advocate where workspace_id = $1 and program_id = $2 and person_id = $3",
    values: [workspaceId, key.programId, key.personId],
  });
  return rows[0]?.status ?? null;
}

/** Writes that these people stand so in these programs since `at`; who is active already keeps the instant she joined. */
export async function upsertAdvocates(
  workspaceId: string,
  db: Client,
  of: { places: readonly PlaceKey[]; at: number; status: AdvocateStatus },
): Promise<void> {
  if (of.places.length === 0) return;
  await db.query({
    name: "upsert_advocates",
    text: `insert into advocate as a (workspace_id, program_id, person_id, joined_at, status)
     select $1, u.program, u.person, $4, $5 from unnest($2::uuid[], $3::uuid[]) as u(program, person)
     on conflict (workspace_id, program_id, person_id) do update set status = excluded.status,
       joined_at = case when a.status = 'active' then a.joined_at else excluded.joined_at end`,
    values: [workspaceId, plain(of.places.map((p) => p.programId)), plain(of.places.map((p) => p.personId)), of.at, of.status],
  });
}

/** How somebody stands in a program, and for which channels she has a random link already ('' for the plain one). */
export type PlaceNow = { status: AdvocateStatus | null; channels: string[] };

/** Of each of these places, in their order. */
export async function readPlaces(workspaceId: string, db: Client, places: readonly PlaceKey[]): Promise<PlaceNow[]> {
  const { rows } = await db.query<PlaceNow>({
    name: "read_places",
    text: `select (select a.status from advocate a
              where a.workspace_id = $1 and a.program_id = k.program and a.person_id = k.person) as status,
            array(select coalesce(l.channel, '') from link l where l.workspace_id = $1 and l.person_id = k.person
                     and l.program_id = k.program and l.kind = 'random' and l.disabled_at is null) as channels
       from unnest($2::uuid[], $3::uuid[]) with ordinality as k(program, person, nth) order by k.nth`,
    values: [workspaceId, plain(places.map((p) => p.programId)), plain(places.map((p) => p.personId))],
  });
  return rows;
}
