/** Rankings: counted anew from referrals and rewards, frozen as rows when their time is over, and who does not want to be shown. */
import type { Measure } from "../core/program-contest.ts";
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

/** A stretch of time of a program and what it is ranked by. `currency` is empty unless rewards are added up. */
export type Board = {
  program: string;
  period: string;
  measure: Measure;
  currency: string;
  startsAt: number;
  endsAt: number;
  freezeAt: number;
};

/**
 * The ranks of boards as they are now, whatever their number: one statement. Equal values share a rank and the next ranks are left out
 * (1, 2, 2, 4). A referral counts in the period in which it qualified, as long as it is qualified; a reward in the period of what earned
 * it, with what is left of it, once nobody has to look at it any more. Whoever was erased is in no ranking. `$2`..`$7` are the boards.
 */
const RANKED = `
  board(program, period, measure, currency, starts, ends) as (
    select * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[])),
  score(program, period, person, value) as (
    select b.program, b.period, r.advocate_id, count(*)::bigint
      from board b join referral r on r.workspace_id = $1 and r.program_id = b.program and r.status = 'qualified'
       and r.qualified_at >= b.starts and r.qualified_at < b.ends
     where b.measure = 'qualified_referrals' group by 1, 2, 3
    union all
    select b.program, b.period, w.recipient_id, sum(w.owed)::bigint
      from board b join reward w on w.workspace_id = $1 and w.program_id = b.program and w.at >= b.starts and w.at < b.ends
       and w.owed > 0 and w.gate is null
     where (b.measure = 'points' and w.form = 'points')
        or (b.measure = 'rewards' and w.form in ('cash', 'credit') and w.unit = b.currency) group by 1, 2, 3),
  ranked as (
    select s.program, s.period, s.person, s.value,
           rank() over (partition by s.program, s.period order by s.value desc)::integer as rank
      from score s join person p on p.workspace_id = $1 and p.id = s.person and p.erased_at is null)`;

type Measured = Pick<Board, "program" | "period" | "measure" | "currency" | "startsAt" | "endsAt">;
function valuesOf(workspaceId: string, boards: readonly Measured[]): unknown[] {
  return [
    workspaceId,
    plain(boards.map((b) => b.program)),
    quoted(boards.map((b) => b.period)),
    quoted(boards.map((b) => b.measure)),
    quoted(boards.map((b) => b.currency)),
    plain(boards.map((b) => b.startsAt)),
    plain(boards.map((b) => b.endsAt)),
  ];
}

/** Writes down the ranks of boards whose time is over. @returns how many ranks. */
export async function insertRanks(workspaceId: string, db: Client, boards: readonly Board[]): Promise<number> {
  const { rowCount } = await db.query(
    `with ${RANKED}
     insert into leaderboard_rank (workspace_id, program_id, period, person_id, rank, value)
     select $1::uuid, program, period, person, rank, value from ranked on conflict do nothing`,
    valuesOf(workspaceId, boards),
  );
  return rowCount ?? 0;
}

export type RankRow = {
  person: string;
  name: string | null;
  hidden: boolean;
  /** As frozen, or as it stands while the period lasts; null for who came in by a correction. */
  rank: number | null;
  value: number | null;
  /** As it stands now. Null when she has nothing left. */
  now_rank: number | null;
  now_value: number | null;
};

/**
 * One board with its frozen ranks, where there are, beside the present ones; best first. `only` narrows it to one person; `hidden` shows
 * also those who do not want to be shown.
 */
export async function readRanks(
  workspaceId: string,
  db: Client,
  ask: { board: Measured; frozen: boolean; only: string | null; hidden: boolean; limit: number },
): Promise<RankRow[]> {
  const { rows } = await db.query<RankRow>(
    `with ${RANKED},
     fixed as (select person_id as person, rank, value from leaderboard_rank where workspace_id = $1 and program_id = $8 and period = $9),
     both_of as (
       select coalesce(f.person, r.person) as person, case when $10 then f.rank else r.rank end as rank,
              case when $10 then f.value else r.value end as value, r.rank as now_rank, r.value as now_value
         from fixed f full join ranked r on r.person = f.person)
     select o.person, o.rank, o.value, o.now_rank, o.now_value, v.data->>'name' as name, h.person_id is not null as hidden
       from both_of o
       left join leaderboard_hidden h on h.workspace_id = $1 and h.program_id = $8 and h.person_id = o.person
       left join person_private v on v.workspace_id = $1 and v.person_id = o.person
      where ($11::uuid is null or o.person = $11) and ($12 or h.person_id is null)
      order by o.rank nulls last, o.now_rank, o.person limit $13`,
    [
      ...valuesOf(workspaceId, [ask.board]),
      ask.board.program,
      ask.board.period,
      ask.frozen,
      ask.only,
      ask.hidden || ask.only !== null,
      ask.limit,
    ],
  );
  return rows;
}

/** Ranks as they were frozen, best first, down to a rank: who wins the places of a contest. */
export async function readFrozenRanks(
  workspaceId: string,
  db: Client,
  ask: { program: string; period: string; to: number },
): Promise<{ person: string; rank: number; value: number }[]> {
  const { rows } = await db.query<{ person: string; rank: number; value: number }>(
    `select person_id as person, rank, value from leaderboard_rank
      where workspace_id = $1 and program_id = $2 and period = $3 and rank <= $4 order by rank, person_id`,
    [workspaceId, ask.program, ask.period, ask.to],
  );
  return rows;
}

/** The best of several boards that are frozen, down to a rank. */
export async function readBest(
  workspaceId: string,
  db: Client,
  ask: { boards: readonly Board[]; to: number },
): Promise<{ program: string; period: string; person: string; rank: number }[]> {
  const { rows } = await db.query<{ program: string; period: string; person: string; rank: number }>(
    `select r.program_id as program, r.period, r.person_id as person, r.rank
       from unnest($2::uuid[], $3::text[]) u(program, period)
       join leaderboard_rank r on r.workspace_id = $1 and r.program_id = u.program and r.period = u.period and r.rank <= $4`,
    [workspaceId, plain(ask.boards.map((b) => b.program)), quoted(ask.boards.map((b) => b.period)), ask.to],
  );
  return rows;
}

const BOARD = `program_id as program, period, measure, currency, starts_at as "startsAt", ends_at as "endsAt", freeze_at as "freezeAt"`;

/** One board as it was planned or frozen, or null. */
export async function readBoard(
  workspaceId: string,
  db: Client,
  key: { program: string; period: string },
): Promise<(Board & { frozenAt: number | null }) | null> {
  const { rows } = await db.query<Board & { frozenAt: number | null }>(
    `select ${BOARD}, frozen_at as "frozenAt" from leaderboard where workspace_id = $1 and program_id = $2 and period = $3`,
    [workspaceId, key.program, key.period],
  );
  return rows[0] ?? null;
}

/** Plans boards. One that is not frozen yet takes over what is said now; a frozen one stays as it is. */
export async function planBoards(workspaceId: string, db: Client, boards: readonly Board[]): Promise<void> {
  if (boards.length === 0) return;
  await db.query(
    `insert into leaderboard as l (workspace_id, program_id, period, measure, currency, starts_at, ends_at, freeze_at)
     select $1::uuid, u.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::bigint[]) u
         on conflict (workspace_id, program_id, period) do update set measure = excluded.measure, currency = excluded.currency,
            starts_at = excluded.starts_at, ends_at = excluded.ends_at, freeze_at = excluded.freeze_at
      where l.frozen_at is null`,
    [...valuesOf(workspaceId, boards), plain(boards.map((b) => b.freezeAt))],
  );
}

/** Boards of a program that are planned and not to be any more. Frozen ones are history. */
export async function dropBoards(workspaceId: string, db: Client, of: { program: string; keep: readonly string[] }): Promise<void> {
  await db.query(
    `delete from leaderboard where workspace_id = $1 and program_id = $2 and frozen_at is null and period <> all ($3::text[])
        and period not like 'contest:%'`,
    [workspaceId, of.program, quoted(of.keep)],
  );
}

/** Locks the boards that are due at an instant, so that of two processes one freezes them. */
export async function lockDueBoards(workspaceId: string, db: Client, ask: { instant: number; limit: number }): Promise<Board[]> {
  const { rows } = await db.query<Board>(
    `select ${BOARD} from leaderboard where workspace_id = $1 and frozen_at is null and freeze_at <= $2
      order by freeze_at, program_id, period limit $3 for update`,
    [workspaceId, ask.instant, ask.limit],
  );
  return rows;
}

/** Marks boards as frozen. */
export async function markFrozen(workspaceId: string, db: Client, of: { boards: readonly Board[]; at: number }): Promise<void> {
  await db.query(
    `update leaderboard l set frozen_at = $2 from unnest($3::uuid[], $4::text[]) u(program, period)
      where l.workspace_id = $1 and l.program_id = u.program and l.period = u.period and l.frozen_at is null`,
    [workspaceId, of.at, plain(of.boards.map((b) => b.program)), quoted(of.boards.map((b) => b.period))],
  );
}

/** Shows or hides a person in a program's rankings. @returns whether that changed anything. */
export async function setHidden(
  workspaceId: string,
  db: Client,
  of: { program: string; person: string; hidden: boolean },
): Promise<boolean> {
  const { rowCount } = await db.query(
    of.hidden
      ? "insert into leaderboard_hidden (workspace_id, program_id, person_id) values ($1, $2, $3) on conflict do nothing"
      : "delete from leaderboard_hidden where workspace_id = $1 and program_id = $2 and person_id = $3",
    [workspaceId, of.program, of.person],
  );
  return (rowCount ?? 0) > 0;
}
