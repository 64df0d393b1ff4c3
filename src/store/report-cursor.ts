/** How far reports have come, and what came in since. */
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";
import type { OutboxEvent } from "./outbox.ts";
import { readReceivedSince } from "./received.ts";
import type { ArrivedFact } from "./tracking-health.ts";

/** `backfill_*`: what was there before and is still to be counted; null when it was. */
export type ReportCursor = {
  zone: string;
  /** Everything received before this instant is counted. */
  at: number;
  received_at: number;
  seq: number;
  touch: string;
  retried_at: number;
  asked_at: number;
  backfill_friends: string | null;
  backfill_advocates: string | null;
  backfill_day: number | null;
  /** From when on arrivals are counted; null: not yet. */
  arrivals_from: number | null;
};

const ZERO = "00000000-0000-0000-0000-000000000000";

/** Takes the cursor for this transaction. Null: another process has it. A new one begins a minute ago, with everything before to come. */
export async function takeReportCursor(workspaceId: string, db: Client): Promise<ReportCursor | null> {
  await db.query(
    `insert into report_cursor (workspace_id, zone, at, received_at, seq, touch, backfill_friends, backfill_advocates, backfill_day)
     select $1, w.zone, workspace_now($1), workspace_now($1) - 60000, coalesce((select max(seq) from outbox where workspace_id = $1), 0),
            coalesce((select id from touch where workspace_id = $1 order by id desc limit 1), '${ZERO}'), '${ZERO}', '${ZERO}',
            2147483647
       from workspace w where w.workspace_id = $1 and not exists (select from report_cursor where workspace_id = $1)
         on conflict do nothing`,
    [workspaceId],
  );
  const { rows } = await db.query<ReportCursor>(
    `select zone, at, received_at, seq, touch, retried_at, asked_at, backfill_friends, backfill_advocates, backfill_day, arrivals_from
       from report_cursor where workspace_id = $1 for update skip locked`,
    [workspaceId],
  );
  return rows[0] ?? null;
}

/** The cursor as it stands; null while nobody has asked for a report yet. */
export async function readReportCursor(workspaceId: string, db: Client): Promise<ReportCursor | null> {
  const { rows } = await db.query<ReportCursor>(
    `select zone, at, received_at, seq, touch, retried_at, asked_at, backfill_friends, backfill_advocates, backfill_day, arrivals_from
       from report_cursor where workspace_id = $1`,
    [workspaceId],
  );
  return rows[0] ?? null;
}

export async function saveReportCursor(workspaceId: string, db: Client, c: ReportCursor): Promise<void> {
  await db.query(
    `update report_cursor set at = $2, received_at = $3, seq = $4, touch = $5, retried_at = $6, backfill_friends = $7,
            backfill_advocates = $8, backfill_day = $9, zone = $10, asked_at = $11, arrivals_from = $12 where workspace_id = $1`,
    [
      workspaceId,
      c.at,
      c.received_at,
      c.seq,
      c.touch,
      c.retried_at,
      c.backfill_friends,
      c.backfill_advocates,
      c.backfill_day,
      c.zone,
      c.asked_at,
      c.arrivals_from,
    ],
  );
}

const COUNTED = ["friend", "order", "advocate", "day", "brought", "worth", "arrival", "cursor"];

/** Everything that was counted goes: the days are those of another zone now. */
export async function forgetReports(workspaceId: string, db: Client): Promise<void> {
  for (const name of COUNTED) await db.query(`delete from report_${name} where workspace_id = $1`, [workspaceId]);
}

export type NamedPage = { people: string[]; orders: string[]; arrived: ArrivedFact[]; upTo: number; more: boolean };

/** Who and which orders were named in facts received after an instant, up to the last instant that this page holds whole. */
export async function readFactsSince(workspaceId: string, db: Client, page: { since: number; limit: number }): Promise<NamedPage> {
  type Named = ArrivedFact & { person_id: string | null; order_id: string | null };
  const rows = await readReceivedSince<Named>(workspaceId, db, { columns: "person_id, order_id, type, at", ...page });
  const last = rows.at(-1)?.received_at ?? page.since;
  const first = rows[0]?.received_at ?? last;
  // What was received at one instant may go on behind the page's end. One batch is smaller than a page.
  const more = rows.length === page.limit;
  const upTo = more && first < last ? last - 1 : last;
  const whole = rows.filter((row) => row.received_at <= upTo);
  const people = whole.map((row) => row.person_id).filter((id) => id !== null);
  const orders = whole.map((row) => row.order_id).filter((id) => id !== null);
  return { people: [...new Set(people)], orders: [...new Set(orders)], arrived: whole, upTo, more };
}

/**
 * Whose facts had their status changed after an instant (tried again, matched with their purchase, taken back), up to the last instant that
 * this page holds whole. An instant that alone is more than a page is read whole.
 */
export async function readRetriedSince(
  workspaceId: string,
  db: Client,
  page: { since: number; limit: number },
): Promise<{ people: string[]; upTo: number; more: boolean }> {
  const { rows } = await db.query<{ person_id: string | null; at: number }>(
    `with page as materialized (
       select fact_id, at from fact_status where workspace_id = $1 and at > $2 order by at fetch first $3 rows with ties)
     select f.person_id, p.at from page p cross join lateral (
       select f.person_id from fact f where f.workspace_id = $1 and f.id = p.fact_id offset 0) f`,
    [workspaceId, page.since, page.limit],
  );
  return {
    people: [...new Set(rows.map((row) => row.person_id).filter((id) => id !== null))],
    upTo: rows.reduce((most, row) => Math.max(most, row.at), page.since),
    more: rows.length >= page.limit,
  };
}

/** What was told after a number of the outbox, up to the first that was told after `until` (epoch milliseconds). */
export async function readToldAfter(
  workspaceId: string,
  db: Client,
  page: { seq: number; limit: number; until: number | null },
): Promise<{ seq: number; payload: OutboxEvent[] }[]> {
  const { rows } = await db.query<{ seq: number; payload: OutboxEvent[] }>(
    `select seq, payload from outbox where workspace_id = $1 and seq > $2
        and seq < coalesce((select o.seq from outbox o where o.workspace_id = $1 and o.seq > $2 and o.at > $4::bigint
                             order by o.seq limit 1), 9223372036854775807)
      order by seq limit $3`,
    [workspaceId, page.seq, page.limit, page.until],
  );
  return rows;
}

/** Both sides of these referrals, and whom these orders are counted for at present. */
export async function readSidesOf(
  workspaceId: string,
  db: Client,
  of: { referrals: readonly string[]; orders: readonly string[] },
): Promise<string[]> {
  if (of.referrals.length === 0 && of.orders.length === 0) return [];
  const { rows } = await db.query<{ id: string }>(
    `select distinct u.id from (
       select unnest(array[r.advocate_id, r.friend_id]) as id from unnest($2::uuid[]) w(id) cross join lateral (
         select r.advocate_id, r.friend_id from referral r where r.workspace_id = $1 and r.id = w.id offset 0) r
       union all
       select f.friend_id from unnest($3::text[]) w(id)
        cross join lateral (select o.referral_id from report_order o where o.workspace_id = $1 and o.order_id = w.id offset 0) o
        cross join lateral (
          select f.friend_id from report_friend f where f.workspace_id = $1 and f.referral_id = o.referral_id offset 0) f) u`,
    [workspaceId, plain(of.referrals), quoted(of.orders)],
  );
  return rows.map((row) => row.id);
}

/** Days of these orders, and of the first orders of the friends for whom these rewards were given. */
export async function readFirstDays(
  workspaceId: string,
  db: Client,
  of: { orders: readonly string[]; rewards: readonly string[] },
): Promise<{ program: string; day: number }[]> {
  if (of.orders.length === 0 && of.rewards.length === 0) return [];
  const { rows } = await db.query<{ program: string; day: number }>(
    // By index from one to the next: guessed as joins, this read all of a program's referrals for each reward while the program was newer
    // than the tables' statistics, and kept a processor busy for 30 s a page. The program is no condition of an index for the same reason.
    `select distinct u.program, u.day from (
       select o.program_id as program, o.day from unnest($2::text[]) w(id) cross join lateral (
         select o.program_id, o.day from report_order o where o.workspace_id = $1 and o.order_id = w.id offset 0) o
       union all
       select o.program_id, o.day
         from (select distinct r.program_id, r.friend_id from unnest($3::uuid[]) w(id) cross join lateral (
                 select r.program_id, r.friend_id from reward r where r.workspace_id = $1 and r.id = w.id offset 0) r) w
        cross join lateral (
          select b.id from referral b
           where b.workspace_id = $1 and b.friend_id = w.friend_id and b.program_id::text = w.program_id::text offset 0) b
        cross join lateral (
          select o.program_id, o.day from report_order o where o.workspace_id = $1 and o.referral_id = b.id and o.nth <= 1 offset 0) o) u`,
    [workspaceId, quoted(of.orders), plain(of.rewards)],
  );
  return rows;
}

/** The friends of the next referrals in order of id, and the last of those. */
export async function readFriendsAfter(
  workspaceId: string,
  db: Client,
  page: { after: string; limit: number },
): Promise<{ people: string[]; last: string | null }> {
  const { rows } = await db.query<{ id: string; friend_id: string }>(
    "select id, friend_id from referral where workspace_id = $1 and id > $2 order by id limit $3",
    [workspaceId, page.after, page.limit],
  );
  return { people: rows.map((row) => row.friend_id), last: rows.at(-1)?.id ?? null };
}

/** The newest click's id, and the first reward's and click's: where days begin. */
export async function readEdges(workspaceId: string, db: Client): Promise<{ newest: string | null; oldest: string | null }> {
  const { rows } = await db.query<{ newest: string | null; oldest: string | null }>(
    `select (select id from touch where workspace_id = $1 order by id desc limit 1) as newest,
            least((select id from touch where workspace_id = $1 order by id limit 1),
                  (select id from reward where workspace_id = $1 order by id limit 1)) as oldest`,
    [workspaceId],
  );
  return rows[0]!;
}

/** Programs with clicks since an instant, with an instant of every hour that has any. */
export async function readClickedDays(workspaceId: string, db: Client, of: { from: number }): Promise<{ program: string; at: number }[]> {
  const { rows } = await db.query<{ program: string; at: number }>(
    `select program_id as program, min(at) as at from touch where workspace_id = $1 and id >= $2 group by 1, at / 3600000`,
    [workspaceId, idFloor(of.from)],
  );
  return rows;
}

/** Programs that ever were live, and drafts. */
export async function readProgramIds(workspaceId: string, db: Client): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>("select id from program where workspace_id = $1 order by id", [workspaceId]);
  return rows.map((row) => row.id);
}

/** Whose links were clicked since an instant. */
export async function readClickedPeople(workspaceId: string, db: Client, of: { from: number }): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>("select distinct person_id as id from touch where workspace_id = $1 and id >= $2", [
    workspaceId,
    idFloor(of.from),
  ]);
  return rows.map((row) => row.id);
}

/** Who was asked after an instant, by an announcement or a plan, oldest first; and the last instant that this page holds whole. */
export async function readAskedSince(
  workspaceId: string,
  db: Client,
  page: { since: number; limit: number },
): Promise<{ people: string[]; upTo: number; more: boolean }> {
  const { rows } = await db.query<{ id: string; at: number }>(
    `(select person_id as id, asked_at as at from announcement_person where workspace_id = $1 and asked_at > $2 order by asked_at limit $3)
      union all
     (select person_id, asked_at from outreach_step
       where workspace_id = $1 and asked_at > $2 and person_id is not null order by asked_at limit $3)
      order by 2 limit $3`,
    [workspaceId, page.since, page.limit],
  );
  const more = rows.length === page.limit;
  const last = rows.at(-1)?.at ?? page.since;
  const upTo = more && rows[0]!.at < last ? last - 1 : last;
  return { people: rows.filter((row) => row.at <= upTo).map((row) => row.id), upTo, more };
}

/** The next advocates in order of id. */
export async function readAdvocatesByIdAfter(workspaceId: string, db: Client, page: { after: string; limit: number }): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    "select distinct person_id as id from advocate where workspace_id = $1 and person_id > $2 order by person_id limit $3",
    [workspaceId, page.after, page.limit],
  );
  return rows.map((row) => row.id);
}

/** The first day on which anybody who is counted stands; null while nobody is. */
export async function readFirstDay(workspaceId: string, db: Client): Promise<number | null> {
  const { rows } = await db.query<{ day: number | null }>(
    `select least((select min(came) from report_friend where workspace_id = $1),
                  (select min(day) from report_order where workspace_id = $1),
                  (select min(least(joined, asked)) from report_advocate where workspace_id = $1)) as day`,
    [workspaceId],
  );
  return rows[0]!.day;
}

/** Advocates who were written without a word to anybody are counted from the beginning. */
export async function recountAdvocates(workspaceId: string, db: Client): Promise<void> {
  await db.query("update report_cursor set backfill_advocates = $2, backfill_day = 2147483647 where workspace_id = $1", [
    workspaceId,
    ZERO,
  ]);
}
