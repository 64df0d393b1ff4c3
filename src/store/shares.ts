/** Shares on networks, each with a link of its own, and the different visitors who came through it. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

export type ShareStatus = "waiting" | "verified" | "expired";
export type ShareRow = {
  id: string;
  program: string;
  programKey: string;
  person: string;
  link: string;
  code: string;
  codeKind: "random" | "vanity" | "coupon";
  channel: string;
  url: string | null;
  needed: number;
  visitors: number;
  status: ShareStatus;
  sharedAt: number;
  expiresAt: number;
  verifiedAt: number | null;
};

const SHARE = `select s.id, s.program_id as program, p.key as "programKey", s.person_id as person, s.link_id as link, l.code,
         l.kind as "codeKind", s.channel, s.url, s.needed, s.status, s.shared_at as "sharedAt", s.expires_at as "expiresAt",
         s.verified_at as "verifiedAt", case when s.status = 'verified' then s.needed else (select count(*) from share_visit v
            where v.workspace_id = s.workspace_id and v.share_id = s.id) end as visitors
    from share s join program p on p.workspace_id = s.workspace_id and p.id = s.program_id
    join link l on l.workspace_id = s.workspace_id and l.id = s.link_id where s.workspace_id = $1`;

/** One share, or null. */
export async function readShare(workspaceId: string, db: Client, id: string): Promise<ShareRow | null> {
  const { rows } = await db.query<ShareRow>(`${SHARE} and s.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Shares, newest first; of one person or program when given. */
export async function listShares(
  workspaceId: string,
  db: Client,
  filter: { before: string | null; limit: number; person: string | null; program: string | null },
): Promise<ShareRow[]> {
  const { rows } = await db.query<ShareRow>(
    `${SHARE} and ($2::uuid is null or s.id < $2) and ($3::uuid is null or s.person_id = $3) and ($4::text is null or p.key = $4)
      order by s.id desc limit $5`,
    [workspaceId, filter.before, filter.person, filter.program, filter.limit],
  );
  return rows;
}

export type NewShare = Pick<ShareRow, "id" | "program" | "person" | "link" | "channel" | "url" | "needed" | "sharedAt" | "expiresAt">;

/** Stores a share and makes its link tell its visitors apart. */
export async function insertShare(workspaceId: string, db: Client, share: NewShare): Promise<void> {
  const { id, program, person, link, channel, url, needed, sharedAt, expiresAt } = share;
  await db.query("update link set counted = true where workspace_id = $1 and id = $2", [workspaceId, link]);
  await db.query(
    `insert into share (workspace_id, id, program_id, person_id, link_id, channel, url, needed, shared_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspaceId, id, program, person, link, channel, url, needed, sharedAt, expiresAt],
  );
}

/** Up to which touch visits are counted; null before the first time. */
export async function readShareCursor(workspaceId: string, db: Client): Promise<string | null> {
  const { rows } = await db.query<{ touch_id: string }>("select touch_id from share_cursor where workspace_id = $1", [workspaceId]);
  return rows[0]?.touch_id ?? null;
}

/** When the oldest share that waits was made, or null. */
export async function oldestWaiting(workspaceId: string, db: Client): Promise<number | null> {
  const { rows } = await db.query<{ at: number | null }>(
    "select min(shared_at) as at from share where workspace_id = $1 and status = 'waiting'",
    [workspaceId],
  );
  return rows[0]?.at ?? null;
}

/**
 * Counts one page of touches for the shares that wait, and says where it ended: null when there were no more. A touch read twice changes
 * nothing: a visitor of a share is one row, with the first time she came.
 */
export async function countVisits(workspaceId: string, db: Client, page: { after: string; limit: number }): Promise<string | null> {
  const { rows } = await db.query<{ last: string | null; seen: number }>(
    `with page as materialized (
       select t.id, t.link_id, t.at, t.visitor from touch t where t.workspace_id = $1 and t.id > $2 order by t.id limit $3),
     counted as (
       insert into share_visit as v (workspace_id, share_id, visitor, at)
       select $1::uuid, s.id, g.visitor, min(g.at) from page g join share s on s.workspace_id = $1 and s.link_id = g.link_id
        where g.visitor is not null and s.status = 'waiting' and g.at < s.expires_at group by s.id, g.visitor
           on conflict (workspace_id, share_id, visitor) do update set at = least(v.at, excluded.at)
       returning 1)
     select (select id from page order by id desc limit 1) as last, (select count(*) from page)::integer as seen,
            (select count(*) from counted)`,
    [workspaceId, page.after, page.limit],
  );
  const [row] = rows;
  return row === undefined || row.seen === 0 ? null : row.last;
}

export async function saveShareCursor(workspaceId: string, db: Client, touch: string): Promise<void> {
  await db.query(
    `insert into share_cursor (workspace_id, touch_id) values ($1, $2)
         on conflict (workspace_id) do update set touch_id = greatest(share_cursor.touch_id, excluded.touch_id)`,
    [workspaceId, touch],
  );
}

export type Verified = { id: string; program: string; person: string; channel: string; at: number };

/** Shares that have enough different visitors and were not settled: with the instant at which the last one needed came. */
export async function readVerified(workspaceId: string, db: Client, limit: number): Promise<Verified[]> {
  const { rows } = await db.query<Verified>(
    `select s.id, p.key as program, s.person_id as person, s.channel, v.at
       from share s join program p on p.workspace_id = $1 and p.id = s.program_id
       join lateral (select x.at from share_visit x where x.workspace_id = $1 and x.share_id = s.id
                      order by x.at, x.visitor offset s.needed - 1 limit 1) v on true
      where s.workspace_id = $1 and s.status = 'waiting' order by v.at, s.id limit $2`,
    [workspaceId, limit],
  );
  return rows;
}

/** Marks shares as seen, and forgets their visitors. */
export async function markVerified(
  workspaceId: string,
  db: Client,
  of: { ids: readonly string[]; ats: readonly number[] },
): Promise<void> {
  await db.query(
    `update share s set status = 'verified', verified_at = u.at from unnest($2::uuid[], $3::bigint[]) u(id, at)
      where s.workspace_id = $1 and s.id = u.id and s.status = 'waiting'`,
    [workspaceId, plain(of.ids), plain(of.ats)],
  );
  await db.query("delete from share_visit where workspace_id = $1 and share_id = any($2::uuid[])", [workspaceId, plain(of.ids)]);
}

/** Shares whose time is over do not count any more; their visitors are forgotten. @returns how many. */
export async function expireShares(workspaceId: string, db: Client, instant: number): Promise<number> {
  const { rows } = await db.query<{ id: string }>(
    "update share set status = 'expired' where workspace_id = $1 and status = 'waiting' and expires_at <= $2 returning id",
    [workspaceId, instant],
  );
  if (rows.length > 0)
    await db.query("delete from share_visit where workspace_id = $1 and share_id = any($2::uuid[])", [
      workspaceId,
      plain(rows.map((r) => r.id)),
    ]);
  return rows.length;
}
