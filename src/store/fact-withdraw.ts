/** Facts that an operator took back. Their own rows never change: beside them stands that they count no more (fact_status). */
import type { Client } from "./db.ts";

export type ToldFact = { id: string; client_id: string };

const PRESENT = "coalesce((select s.status from fact_status s where s.workspace_id = $1 and s.fact_id = f.id), f.status)";

/** SQL: true of a fact, by its alias, that nobody took back. */
export const stands = (fact: string): string =>
  `not exists (select from fact_status w where w.workspace_id = $1 and w.fact_id = ${fact}.id and w.status = 'withdrawn')`;

/** The last settled `stage` fact about a friend (whoever was merged into her) that told of this stage of a program; null where none did. */
export async function lastStageTold(
  workspaceId: string,
  db: Client,
  of: { friendId: string; program: string; stage: string },
): Promise<ToldFact | null> {
  const { rows } = await db.query<ToldFact>(
    `select f.id, f.client_id from fact f
      where f.workspace_id = $1 and f.type = 'stage' and f.body ->> 'program' = $3 and f.body ->> 'stage' = $4
        and f.person_id in (select p.id from person p where p.workspace_id = $1 and (p.id = $2 or p.merged_into = $2))
        and ${PRESENT} = 'settled' order by f.at desc, f.client_id desc limit 1`,
    [workspaceId, of.friendId, of.program, of.stage],
  );
  return rows[0] ?? null;
}

/** A `stage` fact of a program about a friend (whoever was merged into her), by its id: null where there is none. */
export async function stageToldBy(
  workspaceId: string,
  db: Client,
  of: { friendId: string; program: string; eventId: string },
): Promise<(ToldFact & { stage: string; status: string }) | null> {
  const { rows } = await db.query<ToldFact & { stage: string; status: string }>(
    `select f.id, f.client_id, f.body ->> 'stage' as stage, ${PRESENT} as status from fact f
      where f.workspace_id = $1 and f.id = $4 and f.type = 'stage' and f.body ->> 'program' = $3
        and f.person_id in (select p.id from person p where p.workspace_id = $1 and (p.id = $2 or p.merged_into = $2))`,
    [workspaceId, of.friendId, of.program, of.eventId],
  );
  return rows[0] ?? null;
}

/** The settled fact among those of these client ids, or null. */
export async function findSettled(workspaceId: string, db: Client, clientIds: readonly string[]): Promise<ToldFact | null> {
  const { rows } = await db.query<ToldFact>(
    `select f.id, f.client_id from fact f where f.workspace_id = $1 and f.client_id = any($2::text[]) and ${PRESENT} = 'settled'`,
    [workspaceId, clientIds],
  );
  return rows[0] ?? null;
}

/** Those of these client ids under which a fact was told and taken back. */
export async function withdrawnOf(workspaceId: string, db: Client, clientIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await db.query<{ client_id: string }>(
    `select f.client_id from fact f join fact_status s on s.workspace_id = $1 and s.fact_id = f.id
      where f.workspace_id = $1 and f.client_id = any($2::text[]) and s.status = 'withdrawn'`,
    [workspaceId, clientIds],
  );
  return new Set(rows.map((row) => row.client_id));
}

/** From here on no fold takes the fact. */
export async function markWithdrawn(workspaceId: string, db: Client, of: { id: string; at: number }): Promise<void> {
  await db.query(
    `insert into fact_status (workspace_id, fact_id, status, at) values ($1, $2, 'withdrawn', $3)
         on conflict (workspace_id, fact_id) do update set status = excluded.status, at = excluded.at`,
    [workspaceId, of.id, of.at],
  );
}
