/** Contests: planned when their program is published, frozen when they end, drawn, and what became of those who won. */
import type { Winner } from "../core/fulfilment/prizes.ts";
import type { ContestTerms } from "../core/program-contest.ts";
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

export type ContestRow = {
  id: string;
  program: string;
  programKey: string;
  key: string;
  terms: ContestTerms;
  startsAt: number;
  endsAt: number;
  freezeAt: number;
  /** Secret until the draw. */
  seed: string;
  seedHash: string;
  frozenAt: number | null;
  entriesHash: string | null;
  entrants: number | null;
  entries: number | null;
  awardedAt: number | null;
  drawnAt: number | null;
  beacon: string | null;
};

const CONTEST = `select c.id, c.program_id as program, p.key as "programKey", c.key, c.terms, c.starts_at as "startsAt",
         c.ends_at as "endsAt", c.freeze_at as "freezeAt", c.seed, c.seed_hash as "seedHash", c.frozen_at as "frozenAt",
         c.entries_hash as "entriesHash", c.entrants, c.entries, c.awarded_at as "awardedAt", c.drawn_at as "drawnAt", c.beacon
    from contest c join program p on p.workspace_id = c.workspace_id and p.id = c.program_id where c.workspace_id = $1`;

/** One contest by its key, or null. */
export async function readContest(workspaceId: string, db: Client, key: string): Promise<ContestRow | null> {
  const { rows } = await db.query<ContestRow>(`${CONTEST} and c.key = $2`, [workspaceId, key]);
  return rows[0] ?? null;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockContest(workspaceId: string, db: Client, key: string): Promise<ContestRow | null> {
  const { rows } = await db.query<ContestRow>(`${CONTEST} and c.key = $2 for update of c`, [workspaceId, key]);
  return rows[0] ?? null;
}

/** Contests, newest end first. */
export async function listContests(workspaceId: string, db: Client): Promise<ContestRow[]> {
  const { rows } = await db.query<ContestRow>(`${CONTEST} order by c.ends_at desc, c.key limit 200`, [workspaceId]);
  return rows;
}

export type NewContest = Pick<ContestRow, "id" | "program" | "key" | "terms" | "startsAt" | "endsAt" | "freezeAt" | "seed" | "seedHash">;

/** Plans a contest, or changes one of the same program that is not frozen; its seed stays. False when neither could be. */
export async function planContest(workspaceId: string, db: Client, c: NewContest): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into contest as c (workspace_id, id, program_id, key, terms, starts_at, ends_at, freeze_at, seed, seed_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (workspace_id, key) do update set terms = excluded.terms, starts_at = excluded.starts_at,
            ends_at = excluded.ends_at, freeze_at = excluded.freeze_at
      where c.program_id = excluded.program_id and c.frozen_at is null`,
    [workspaceId, c.id, c.program, c.key, JSON.stringify(c.terms), c.startsAt, c.endsAt, c.freezeAt, c.seed, c.seedHash],
  );
  return (rowCount ?? 0) > 0;
}

/** What a sweep has to do in contests: keys of those to freeze, those whose places are not awarded, those with prizes to give. */
export type ContestsDue = { freeze: string[]; award: string[]; late: boolean; unpaid: boolean; boards: boolean; shares: boolean };

export async function readContestsDue(workspaceId: string, db: Client, instant: number): Promise<ContestsDue> {
  const { rows } = await db.query<ContestsDue>(
    `select array(select key from contest where workspace_id = $1 and frozen_at is null and freeze_at <= $2 order by key) as freeze,
            array(select key from contest where workspace_id = $1 and frozen_at is not null and awarded_at is null order by key) as award,
            exists (select from contest_winner where workspace_id = $1 and status = 'notified' and accept_by < $2) as late,
            exists (select from contest_winner where workspace_id = $1 and status = 'accepted' and paid_at is null) as unpaid,
            exists (select from leaderboard where workspace_id = $1 and frozen_at is null and freeze_at <= $2) as boards,
            exists (select from share where workspace_id = $1 and status = 'waiting') as shares`,
    [workspaceId, instant],
  );
  return rows[0]!;
}

/**
 * Writes down who has how many entries: what the program gave within the contest's time, without what was taken back, refused or is still
 * looked at, at most the cap each. Pseudonyms are hashes of the person under a key that is the contest's alone. @returns how many people.
 */
export async function insertEntries(workspaceId: string, db: Client, of: { contest: ContestRow; pseudonymKey: string }): Promise<number> {
  const { contest } = of;
  const { rowCount } = await db.query(
    `insert into contest_entry (workspace_id, contest_id, participant, person_id, weight)
     select $1::uuid, $2::uuid, left(encode(sha256(convert_to($3 || g.person::text, 'UTF8')), 'hex'), 32), g.person, least(g.entries, $4)
       from (select r.recipient_id as person, sum(r.owed)::bigint as entries from reward r
              where r.workspace_id = $1 and r.program_id = $5 and r.form = 'entries' and r.at >= $6 and r.at < $7 and r.owed > 0
                and r.gate is null group by 1) g
       join person p on p.workspace_id = $1 and p.id = g.person and p.erased_at is null order by 3
         on conflict do nothing`,
    [
      workspaceId,
      contest.id,
      of.pseudonymKey,
      contest.terms.draw?.entry_cap ?? Number.MAX_SAFE_INTEGER,
      contest.program,
      contest.startsAt,
      contest.endsAt,
    ],
  );
  return rowCount ?? 0;
}

/** Marks a contest as frozen, with the hash of its list. */
export async function markContestFrozen(
  workspaceId: string,
  db: Client,
  of: { id: string; at: number; list: { hash: string; entrants: number; entries: number } | null },
): Promise<void> {
  await db.query(
    `update contest set frozen_at = $3, entries_hash = $4, entrants = $5, entries = $6
      where workspace_id = $1 and id = $2 and frozen_at is null`,
    [workspaceId, of.id, of.at, of.list?.hash ?? null, of.list?.entrants ?? null, of.list?.entries ?? null],
  );
}

export async function markAwarded(workspaceId: string, db: Client, of: { key: string; at: number }): Promise<void> {
  await db.query("update contest set awarded_at = $3 where workspace_id = $1 and key = $2 and awarded_at is null", [
    workspaceId,
    of.key,
    of.at,
  ]);
}

export async function markDrawn(workspaceId: string, db: Client, of: { id: string; at: number; beacon: string | null }): Promise<void> {
  await db.query("update contest set drawn_at = $3, beacon = $4 where workspace_id = $1 and id = $2 and drawn_at is null", [
    workspaceId,
    of.id,
    of.at,
    of.beacon,
  ]);
}

/** Everybody who was drawn, in the order of the draw. */
export async function readWinners(workspaceId: string, db: Client, contestId: string): Promise<Winner[]> {
  const { rows } = await db.query<Winner>(
    `select position, participant, person_id as person, place, status, notified_at as "notifiedAt", accept_by as "acceptBy",
            decided_at as "decidedAt", paid_at as "paidAt"
       from contest_winner where workspace_id = $1 and contest_id = $2 order by position`,
    [workspaceId, contestId],
  );
  return rows;
}

/** Stores who was drawn, by pseudonym; who she is comes from the list. */
export async function insertWinners(
  workspaceId: string,
  db: Client,
  of: { contestId: string; participants: readonly string[] },
): Promise<void> {
  await db.query(
    `insert into contest_winner (workspace_id, contest_id, position, participant, person_id, status)
     select $1::uuid, $2::uuid, u.position, u.participant, e.person_id, 'waiting'
       from unnest($3::text[]) with ordinality u(participant, position)
       join contest_entry e on e.workspace_id = $1 and e.contest_id = $2 and e.participant = u.participant
         on conflict do nothing`,
    [workspaceId, of.contestId, quoted(of.participants)],
  );
}

/** Writes what became of winners. */
export async function updateWinners(workspaceId: string, db: Client, of: { contestId: string; rows: readonly Winner[] }): Promise<void> {
  const { rows } = of;
  if (rows.length === 0) return;
  await db.query(
    `update contest_winner w set place = u.place, status = u.status, notified_at = u.notified, accept_by = u.accept_by,
            decided_at = u.decided, paid_at = u.paid
       from unnest($3::integer[], $4::integer[], $5::text[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[])
            u(position, place, status, notified, accept_by, decided, paid)
      where w.workspace_id = $1 and w.contest_id = $2 and w.position = u.position`,
    [
      workspaceId,
      of.contestId,
      plain(rows.map((r) => r.position)),
      plain(rows.map((r) => r.place)),
      quoted(rows.map((r) => r.status)),
      plain(rows.map((r) => r.notifiedAt)),
      plain(rows.map((r) => r.acceptBy)),
      plain(rows.map((r) => r.decidedAt)),
      plain(rows.map((r) => r.paidAt)),
    ],
  );
}

/** Keys of contests in which somebody is too late, or accepted and has no prize yet. */
export async function listOpenPrizes(workspaceId: string, db: Client, instant: number): Promise<string[]> {
  const { rows } = await db.query<{ key: string }>(
    `select distinct c.key from contest_winner w join contest c on c.workspace_id = $1 and c.id = w.contest_id
      where w.workspace_id = $1 and ((w.status = 'notified' and w.accept_by < $2) or (w.status = 'accepted' and w.paid_at is null))
      order by 1`,
    [workspaceId, instant],
  );
  return rows.map((r) => r.key);
}

/** Entries that a person has now in a contest's time, whether frozen or not; and her pseudonym once the list is there. */
export async function readOwnEntries(
  workspaceId: string,
  db: Client,
  of: { contest: ContestRow; person: string },
): Promise<{ entries: number; participant: string | null }> {
  const { contest, person } = of;
  const { rows } = await db.query<{ entries: number; participant: string | null }>(
    `select least((select coalesce(sum(r.owed), 0) from reward r where r.workspace_id = $1 and r.recipient_id = $2 and r.program_id = $3
               and r.form = 'entries' and r.at >= $4 and r.at < $5 and r.owed > 0 and r.gate is null), $6)::bigint as entries,
            (select e.participant from contest_entry e where e.workspace_id = $1 and e.contest_id = $7 and e.person_id = $2 limit 1)
              as participant`,
    [
      workspaceId,
      person,
      contest.program,
      contest.startsAt,
      contest.endsAt,
      contest.terms.draw?.entry_cap ?? Number.MAX_SAFE_INTEGER,
      contest.id,
    ],
  );
  return rows[0]!;
}
