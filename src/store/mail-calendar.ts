/** What the calendar of mails looks at. */
import type { Client } from "./db.ts";

export type Calendar = { now: number; next_at: number | null; week: string | null };

/** The workspace's calendar, held until the transaction ends: of two that look at once the second finds it done. */
export async function lockCalendar(workspaceId: string, db: Client): Promise<Calendar> {
  await db.query("select pg_advisory_xact_lock(4401, hashtext($1))", [workspaceId]);
  const { rows } = await db.query<Calendar>(
    `select workspace_now($1) as now, c.next_at, c.week from (select 1) one left join mail_calendar c on c.workspace_id = $1`,
    [workspaceId],
  );
  return rows[0]!;
}

export async function setCalendar(workspaceId: string, db: Client, of: { next: number; week: string }): Promise<void> {
  await db.query(
    `insert into mail_calendar (workspace_id, next_at, week) values ($1, $2, $3)
         on conflict (workspace_id) do update set next_at = excluded.next_at, week = excluded.week`,
    [workspaceId, of.next, of.week],
  );
}

/** Who has something in a digest of a span, in order of id. */
export async function readDigestPeople(
  workspaceId: string,
  db: Client,
  ask: { from: number; to: number; after: string; limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ person_id: string }>(
    `select distinct person_id from message where workspace_id = $1 and reason = 'digest' and decided_at >= $2 and decided_at < $3
        and person_id > $4::uuid order by person_id limit $5`,
    [workspaceId, ask.from, ask.to, ask.after, ask.limit],
  );
  return rows.map((row) => row.person_id);
}

export type Unshared = { person_id: string; program_id: string; program: string; joined_at: number };

/** Advocates who joined in a span, of whom no share, visit or referral is known, and who were not reminded. */
export async function readUnshared(
  workspaceId: string,
  db: Client,
  ask: { before: number; since: number; limit: number },
): Promise<Unshared[]> {
  const { rows } = await db.query<Unshared>(
    `select a.person_id, a.program_id, p.key as program, a.joined_at from advocate a
       join program p on p.workspace_id = $1 and p.id = a.program_id and p.status = 'live'
      where a.workspace_id = $1 and a.status = 'active' and a.joined_at < $2 and a.joined_at >= $3
        and not exists (select from message m where m.workspace_id = $1 and m.person_id = a.person_id and m.kind = 'link_reminder'
                           and m.subject_key = a.program_id::text)
        and not exists (select from share s where s.workspace_id = $1 and s.person_id = a.person_id)
        and not exists (select from referral r where r.workspace_id = $1 and r.advocate_id = a.person_id)
        and exists (select from link l where l.workspace_id = $1 and l.person_id = a.person_id and l.program_id = a.program_id)
      order by a.joined_at limit $4`,
    [workspaceId, ask.before, ask.since, ask.limit],
  );
  if (rows.length === 0) return [];
  // Touches are found by time alone (their ids begin with it): one look at those since the first of these joined.
  const first = `${rows[0]!.joined_at
    .toString(16)
    .padStart(12, "0")
    .replace(/^(.{8})(.{4})$/, "$1-$2")}-0000-0000-000000000000`;
  const visited = await db.query<{ person_id: string }>(
    `select distinct l.person_id from link l join touch t on t.workspace_id = $1 and t.link_id = l.id and t.id >= $3::uuid
      where l.workspace_id = $1 and l.person_id = any($2::uuid[])`,
    [workspaceId, rows.map((row) => row.person_id), first],
  );
  const known = new Set(visited.rows.map((row) => row.person_id));
  return rows.filter((row) => !known.has(row.person_id));
}
