/** What folding again goes through: people and standings of a workspace in chunks, and the list of what was left to the job. */
import { plain, quoted } from "./arrays.ts";
import { type Client, type Pool, inWorkspace } from "./db.ts";
import type { Statement } from "./settle-statement.ts";

export type StandingKey = { program: string; owner: string; period: string; periodEnd: number | null };
/** A chunk holds at most so many people, and so many facts unless one person alone has more. */
export type ChunkSize = { facts: number; people: number };

type Counted = { id: string; state: string };

/** Takes people until the facts that their states count reach the bound. */
function cut(found: readonly Counted[], size: ChunkSize): string[] {
  const out: string[] = [];
  let facts = 0;
  for (const { id, state } of found) {
    facts += Number(/^\{"n":(\d+)/.exec(state)?.[1] ?? 0);
    if (out.length > 0 && facts > size.facts) break;
    out.push(id);
  }
  return out;
}

/** The next people by id who were not merged into somebody else. */
export async function nextPeople(pool: Pool, ws: string, size: ChunkSize & { after: string | null }): Promise<string[]> {
  return await inWorkspace(pool, ws, async (db) => cut(await peopleAfter(ws, db, { after: size.after, limit: size.people }), size));
}

/** The same inside the caller's transaction, by number of people only. */
export async function peopleAfter(ws: string, db: Client, page: { after: string | null; limit: number }): Promise<Counted[]> {
  const { rows } = await db.query<Counted>(
    `select p.id, left(p.state, 24) as state from person p
      where p.workspace_id = $1 and ($2::uuid is null or p.id > $2) and p.merged_into is null order by p.id limit $3`,
    [ws, page.after, page.limit],
  );
  return rows;
}

/** People whom batches left to the job, oldest request first. */
export async function readRequests(pool: Pool, ws: string, size: ChunkSize): Promise<string[]> {
  return await inWorkspace(pool, ws, async (db) => {
    const { rows } = await db.query<Counted>(
      `select q.key as id, coalesce(left(p.state, 24), '') as state
         from resettle_request q left join person p on p.workspace_id = q.workspace_id and p.id = q.key::uuid
        where q.workspace_id = $1 and q.kind = 'person' order by q.requested_at, q.key limit $2`,
      [ws, size.people],
    );
    return cut(rows, size);
  });
}

/** Everybody whom batches left to the job: nearly always nobody. */
export async function waitingPeople(ws: string, db: Client): Promise<string[]> {
  const { rows } = await db.query<{ key: string }>("select key from resettle_request where workspace_id = $1 and kind = 'person'", [ws]);
  return rows.map((r) => r.key);
}

/** Done: these people wait for nothing any more. */
export function dropRequests(ws: string, people: readonly string[]): Statement[] {
  if (people.length === 0) return [];
  return [
    {
      name: "drop_requests",
      text: "delete from resettle_request where workspace_id = $1 and kind = 'person' and key = any($2::text[])",
      values: [ws, quoted(people)],
    },
  ];
}

/** The next standings by key. */
export async function nextStandings(pool: Pool, ws: string, page: { after: StandingKey | null; limit: number }): Promise<StandingKey[]> {
  return await inWorkspace(pool, ws, (db) => standingsAfter(ws, db, page));
}

/** The same inside the caller's transaction, with what is saved of each. */
export async function standingsAfter(
  ws: string,
  db: Client,
  page: { after: StandingKey | null; limit: number },
): Promise<(StandingKey & { state: string })[]> {
  const { after } = page;
  const { rows } = await db.query<StandingKey & { state: string }>(
    `select program_id as program, owner_id as owner, period, period_end as "periodEnd", state from standing
      where workspace_id = $1 and ($2::uuid is null or (program_id, owner_id, period) > ($2, $3::uuid, $4::text))
      order by program_id, owner_id, period limit $5`,
    [ws, after?.program ?? null, after?.owner ?? null, after?.period ?? null, page.limit],
  );
  return rows;
}

/** The people that stand for these ids now, each once; ids of nobody are left out. */
export async function findCanonical(db: Client, ws: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `with recursive chain as (
       select p.id, p.merged_into from person p where p.workspace_id = $1 and p.id = any($2::uuid[])
       union
       select p.id, p.merged_into from chain c join person p on p.workspace_id = $1 and p.id = c.merged_into)
     select distinct id from chain where merged_into is null order by id`,
    [ws, plain(ids)],
  );
  return rows.map((r) => r.id);
}
