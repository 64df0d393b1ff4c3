/** Who is meant by an announcement, and what became of that. */
import type { HeldReason } from "../core/announce/announcement.ts";
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

/** Stands where an announcement is about no moment. */
export const NO_MOMENT = "00000000-0000-0000-0000-000000000000";

/** A page of a program's advocates in order of id, after one of them. */
export async function readAdvocatesAfter(
  workspaceId: string,
  db: Client,
  page: { programId: string; after: string | null; limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select person_id as id from advocate where workspace_id = $1 and program_id = $2 and ($3::uuid is null or person_id > $3)
        and status = 'active' order by person_id limit $4`,
    [workspaceId, page.programId, page.after, page.limit],
  );
  return rows.map((row) => row.id);
}

/** Which of these take part in a program. */
export async function advocatesAmong(
  workspaceId: string,
  db: Client,
  of: { programId: string; ids: readonly string[] },
): Promise<Set<string>> {
  const { rows } = await db.query<{ id: string }>(
    `select person_id as id from advocate
      where workspace_id = $1 and program_id = $2 and person_id = any($3::uuid[]) and status = 'active'`,
    [workspaceId, of.programId, plain(of.ids)],
  );
  return new Set(rows.map((row) => row.id));
}

/** How many advocates a program has, counted to a limit. */
export async function countAdvocates(workspaceId: string, db: Client, of: { programId: string; limit: number }): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*) as n from (select 1 from advocate where workspace_id = $1 and program_id = $2 and status = 'active' limit $3) x`,
    [workspaceId, of.programId, of.limit],
  );
  return rows[0]?.n ?? 0;
}

export type Meant = { person: string; about: string; ready: number };

/** Adds people who are meant, as who they are now; who is there already stays as she is. @returns how many are new. */
export async function insertMeant(
  workspaceId: string,
  db: Client,
  of: { announcement: string; rows: readonly Meant[] },
): Promise<number> {
  if (of.rows.length === 0) return 0;
  const { rowCount } = await db.query(
    `insert into announcement_person (workspace_id, announcement_id, person_id, about, ready_at)
     select $1::uuid, $2::uuid, coalesce(p.merged_into, p.id), u.about, u.ready
       from unnest($3::uuid[], $4::uuid[], $5::bigint[]) u(person, about, ready)
       join person p on p.workspace_id = $1 and p.id = u.person
         on conflict do nothing`,
    [
      workspaceId,
      of.announcement,
      plain(of.rows.map((each) => each.person)),
      plain(of.rows.map((each) => each.about)),
      plain(of.rows.map((each) => each.ready)),
    ],
  );
  return rowCount ?? 0;
}

export type ReadyPerson = {
  person_id: string;
  about: string;
  erased: boolean;
  address: boolean;
  agreed: boolean;
  suppressed: boolean;
  off: boolean;
  asked_at: number | null;
  complained: boolean;
  zone: string | null;
};

// The newest word on marketing by mail; channel by channel as consents are kept.
const AGREED = `coalesce((select c.granted from consent c where c.workspace_id = $1 and c.person_id = a.person_id
  and c.purpose = 'marketing' and c.channel in ('all', 'email') order by c.at desc, c.id desc limit 1), false)`;
const SUPPRESSED = `exists (select from suppression s where s.workspace_id = $1 and s.person_id = a.person_id and s.lifted_at is null
  and s.channel in ('all', 'email'))`;
// What she got back, charged back, answered badly or still waits to be answered, within the last $4.
const COMPLAINED = `(exists (select from fact f where f.workspace_id = $1 and f.person_id = a.person_id and f.at > $4
    and (f.type in ('refund', 'chargeback', 'subscription_cancelled')
      or (f.type = 'survey_response' and (f.body ->> 'value') ~ '^[0-6]$')))
  or exists (select from portal_help h where h.workspace_id = $1 and h.person_id = a.person_id and h.at > $4
    and h.state in ('open', 'waiting')))`;

/**
 * Those who are next, with all that decides whether they are asked; theirs for this transaction. Who complained is asked for only where
 * it matters (`since`: complaints since then).
 */
export async function takeReady(
  workspaceId: string,
  db: Client,
  of: { announcement: string; now: number; limit: number; since: number | null },
): Promise<ReadyPerson[]> {
  const { rows } = await db.query<ReadyPerson>(
    `with a as (select person_id, about from announcement_person where workspace_id = $1 and announcement_id = $2 and status = 'waiting'
         and ready_at <= $3 order by ready_at, person_id limit $5 for update skip locked)
     select a.person_id, a.about, p.erased_at is not null as erased, v.data ->> 'email' is not null as address, ${AGREED} as agreed,
            ${SUPPRESSED} as suppressed, coalesce('news' = any(q.off) or q.digest = 'none', false) as off,
            (select max(o.asked_at) from announcement_person o where o.workspace_id = $1 and o.person_id = a.person_id
                and o.asked_at is not null) as asked_at,
            case when $4::bigint is null then false else ${COMPLAINED} end as complained,
            coalesce(q.zone, v.data -> 'attributes' ->> 'zone') as zone
       from a join person p on p.workspace_id = $1 and p.id = a.person_id
       left join person_private v on v.workspace_id = $1 and v.person_id = a.person_id
       left join portal_preference q on q.workspace_id = $1 and q.person_id = a.person_id`,
    [workspaceId, of.announcement, of.now, of.since, of.limit],
  );
  return rows;
}

export type Decided = { person: string; about: string; status: "waiting" | "asked" | "held"; reason: HeldReason | null; ready: number };

/** Writes down what was decided, in one statement. */
export async function decideMeant(
  workspaceId: string,
  db: Client,
  of: { announcement: string; now: number; rows: readonly Decided[] },
): Promise<void> {
  if (of.rows.length === 0) return;
  await db.query(
    `update announcement_person a set status = u.status, reason = u.reason, ready_at = u.ready,
            asked_at = case when u.status = 'asked' then $3::bigint end
       from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::bigint[]) u(person, about, status, reason, ready)
      where a.workspace_id = $1 and a.announcement_id = $2 and a.person_id = u.person and a.about = u.about and a.status = 'waiting'`,
    [
      workspaceId,
      of.announcement,
      of.now,
      plain(of.rows.map((each) => each.person)),
      plain(of.rows.map((each) => each.about)),
      quoted(of.rows.map((each) => each.status)),
      quoted(of.rows.map((each) => each.reason)),
      plain(of.rows.map((each) => each.ready)),
    ],
  );
}

/** When the next of those who wait is ready; null when nobody waits. */
export async function readNextReady(workspaceId: string, db: Client, announcement: string): Promise<number | null> {
  const { rows } = await db.query<{ at: number }>(
    `select ready_at as at from announcement_person where workspace_id = $1 and announcement_id = $2 and status = 'waiting'
      order by ready_at limit 1`,
    [workspaceId, announcement],
  );
  return rows[0]?.at ?? null;
}

/** Nobody who still waits is asked, and no mail that is still due goes out. @returns how many waited. */
export async function cancelMeant(workspaceId: string, db: Client, of: { announcement: string; subject: string }): Promise<number> {
  const { rowCount } = await db.query(
    `update announcement_person set status = 'held', reason = 'cancelled' where workspace_id = $1 and announcement_id = $2
        and status = 'waiting'`,
    [workspaceId, of.announcement],
  );
  await db.query(
    `update message m set status = 'dropped', reason = 'cancelled', decided_at = workspace_now($1), retry_at = null
       from announcement_person a where a.workspace_id = $1 and a.announcement_id = $2 and a.status = 'asked' and m.workspace_id = $1
        and m.person_id = a.person_id and m.kind = 'announcement' and m.status = 'due'
        and m.subject_key = case when a.about = $3 then $4 else $4 || ':' || a.about end`,
    [workspaceId, of.announcement, NO_MOMENT, of.subject],
  );
  return rowCount ?? 0;
}

export type MeantRow = {
  person_id: string;
  status: "waiting" | "asked" | "held";
  reason: string | null;
  asked_at: number | null;
  clicked_at: number | null;
};

/** Who was meant, in order of id. */
export async function listMeant(
  workspaceId: string,
  db: Client,
  page: { announcement: string; after: string | null; limit: number; status: string | null },
): Promise<MeantRow[]> {
  const { rows } = await db.query<MeantRow>(
    `select person_id, status, reason, asked_at, clicked_at from announcement_person where workspace_id = $1 and announcement_id = $2
        and ($3::uuid is null or person_id > $3) and ($4::text is null or status = $4) order by person_id, about limit $5`,
    [workspaceId, page.announcement, page.after, page.status, page.limit],
  );
  return rows;
}

/** She followed the button; the first time counts. */
export async function noteClick(workspaceId: string, db: Client, of: { announcement: string; person: string }): Promise<void> {
  await db.query(
    `update announcement_person set clicked_at = workspace_now($1) where workspace_id = $1 and announcement_id = $2 and person_id = $3
        and clicked_at is null and status = 'asked'`,
    [workspaceId, of.announcement, of.person],
  );
}

/** What becomes of it when somebody is erased ($2: all her ids) or turns out to be somebody else ($2 goes, $3 stays). */
export const ERASE_MEANT = ["delete from announcement_person where workspace_id = $1 and person_id = any($2::uuid[])"];
export const MOVE_MEANT = [
  `insert into announcement_person (workspace_id, announcement_id, person_id, about, status, reason, ready_at, asked_at, clicked_at,
     dismissed_at)
   select workspace_id, announcement_id, $3::uuid, about, status, reason, ready_at, asked_at, clicked_at, dismissed_at
     from announcement_person where workspace_id = $1 and person_id = $2::uuid on conflict do nothing`,
  "delete from announcement_person where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid",
];
