/** How far profiles have come, and whose are due. */
import type { Client } from "./db.ts";
import type { OutboxEvent } from "./outbox.ts";
import { readReceivedSince } from "./received.ts";

/** `backfill`: the last of those known before who was looked at; null when all were. `typical` in minor units. */
export type ProfileCursor = { received_at: number; seq: number; backfill: string | null; typical: number; typical_at: number };

/** Takes the cursor for this transaction. Null: another process has it. A new one begins now, with everybody known before to come. */
export async function takeProfileCursor(workspaceId: string, db: Client): Promise<ProfileCursor | null> {
  await db.query(
    `insert into profile_cursor (workspace_id, received_at, seq, backfill)
     select $1, workspace_now($1), coalesce((select max(seq) from outbox where workspace_id = $1), 0),
            '00000000-0000-0000-0000-000000000000'
      where not exists (select from profile_cursor where workspace_id = $1)
         on conflict do nothing`,
    [workspaceId],
  );
  const { rows } = await db.query<ProfileCursor>(
    `select received_at, seq, backfill, typical, typical_at from profile_cursor where workspace_id = $1 for update skip locked`,
    [workspaceId],
  );
  return rows[0] ?? null;
}

export async function saveProfileCursor(workspaceId: string, db: Client, c: ProfileCursor): Promise<void> {
  await db.query(
    "update profile_cursor set received_at = $2, seq = $3, backfill = $4, typical = $5, typical_at = $6 where workspace_id = $1",
    [workspaceId, c.received_at, c.seq, c.backfill, c.typical, c.typical_at],
  );
}

/** What an average customer ordered for, by what was kept so far; 0 when nobody ordered. */
export async function readTypical(workspaceId: string, db: Client): Promise<number> {
  const { rows } = await db.query<{ typical: number }>(
    `select coalesce(avg(value), 0)::bigint as typical
       from (select currency, value from person_profile where workspace_id = $1 and value > 0 limit 20000) v
      group by currency order by count(*) desc limit 1`,
    [workspaceId],
  );
  return rows[0]?.typical ?? 0;
}

/** The average that was kept, and the present instant. */
export async function readKeptTypical(workspaceId: string, db: Client): Promise<{ typical: number; now: number }> {
  const { rows } = await db.query<{ typical: number; now: number }>(
    "select workspace_now($1) as now, coalesce((select typical from profile_cursor where workspace_id = $1), 0) as typical",
    [workspaceId],
  );
  return rows[0]!;
}

/** Who was named in facts received after an instant, up to the last that this page holds whole. */
export async function readNamedSince(
  workspaceId: string,
  db: Client,
  page: { since: number; limit: number },
): Promise<{ ids: string[]; upTo: number; more: boolean }> {
  type Named = { person_id: string | null; received_at: number };
  const rows = await readReceivedSince<Named>(workspaceId, db, { columns: "person_id", ...page });
  const last = rows.at(-1)?.received_at ?? page.since;
  const first = rows[0]?.received_at ?? last;
  // What was received at one instant may go on behind the page's end. One batch is smaller than a page.
  const upTo = rows.length === page.limit && first < last ? last - 1 : last;
  const ids = rows.filter((row) => row.received_at <= upTo && row.person_id !== null).map((row) => row.person_id!);
  return { ids: await survivors(workspaceId, db, ids), upTo, more: rows.length === page.limit };
}

/** What was told after a number of the outbox, up to the first that was told after `until` (epoch milliseconds). */
export async function readToldSince(
  workspaceId: string,
  db: Client,
  page: { since: number; limit: number; until: number | null },
): Promise<{ seq: number; payload: OutboxEvent[] }[]> {
  const { rows } = await db.query<{ seq: number; payload: OutboxEvent[] }>(
    `select seq, payload from outbox where workspace_id = $1 and seq > $2
        and seq < coalesce((select o.seq from outbox o where o.workspace_id = $1 and o.seq > $2 and o.at > $4::bigint
                             order by o.seq limit 1), 9223372036854775807)
      order by seq limit $3`,
    [workspaceId, page.since, page.limit, page.until],
  );
  return rows;
}

/** Both sides of these referrals. */
export async function readSides(workspaceId: string, db: Client, referrals: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select r.advocate_id as id from referral r where r.workspace_id = $1 and r.id = any($2::uuid[])
     union select r.friend_id from referral r where r.workspace_id = $1 and r.id = any($2::uuid[])`,
    [workspaceId, referrals],
  );
  return rows.map((row) => row.id);
}

/** Those whose profile is older than an instant: a score ages with its days. */
export async function readOldProfiles(workspaceId: string, db: Client, page: { before: number; limit: number }): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    "select person_id as id from person_profile where workspace_id = $1 and computed_at < $2 order by computed_at limit $3",
    [workspaceId, page.before, page.limit],
  );
  return rows.map((row) => row.id);
}

/** The next people in order of id. */
export async function readPeopleAfter(workspaceId: string, db: Client, page: { after: string; limit: number }): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from person where workspace_id = $1 and id > $2 and merged_into is null and erased_at is null order by id limit $3`,
    [workspaceId, page.after, page.limit],
  );
  return rows.map((row) => row.id);
}

/** Whom these ids stand for now. */
export async function survivors(workspaceId: string, db: Client, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.query<{ id: string }>(
    "select distinct coalesce(merged_into, id) as id from person where workspace_id = $1 and id = any($2::uuid[])",
    [workspaceId, ids],
  );
  return rows.map((row) => row.id);
}
