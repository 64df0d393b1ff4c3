/** What becomes due by time alone. Every statement runs behind the writer lock, at an instant that is handed in. */
import type { DueReward } from "../core/fulfilment/mature.ts";
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

/** What may be due at an instant. Read without the lock, so that an idle workspace is never locked for nothing. */
export type DueKinds = {
  rewards: boolean;
  expiries: boolean;
  /** Something ends within a month, and its holder was not told. */
  expiring: boolean;
  referrals: boolean;
  standings: boolean;
  delays: boolean;
  coupons: boolean;
  levels: boolean;
  cases: boolean;
  claims: boolean;
  /** Rewards that wait to be scored, and reviews that nobody made in time. */
  reviews: boolean;
  announcements: boolean;
  importing: boolean;
};

// Reminders, offers and their answers, leads and requests: each a step into an index.
const CASES_DUE = `(exists (select from case_file where workspace_id = $1 and next_at <= $2)
   or exists (select from case_offer where workspace_id = $1 and state = 'offered' and expires_at <= $2)
   or exists (select from case_offer where workspace_id = $1 and state = 'accepted' and late_at is null and answer_due_at <= $2)
   or exists (select from lead where workspace_id = $1 and status = 'open' and expires_at <= $2)
   or exists (select from member_request where workspace_id = $1 and status = 'open' and expires_at <= $2))`;

/**
 * Whether an index has a first row. The server takes conditions for unrelated: of rewards nearly all became available long ago and many are
 * pending, so it expects to meet one soon in the table itself, and reads all of it where there is none (6 s of 1.8 million). An order says
 * which index, but not inside `exists`, which drops it.
 */
const isFirst = (rest: string, order: string): string => `coalesce((select true from ${rest} order by ${order} limit 1), false)`;

const COUPONS = "reward where workspace_id = $1 and form = 'coupon' and matured_at is not null and used <> owed";
/** Whether a coupon is not what its reward owes. */
export const HAS_COUPONS = isFirst(COUPONS, "id");
const REWARDS_DUE = "reward where workspace_id = $1 and state = 'pending' and gate is null and available_at <= $2";
const UNFROZEN = "referral where workspace_id = $1 and frozen_at is null and bound_at";
/** Whether a referral that is not frozen was bound by then. */
export const hasUnfrozen = (instant: string): string => isFirst(`${UNFROZEN} <= ${instant}`, "bound_at");

/** Referrals and standings are due when their grace has passed too: this asks without it. */
export async function readDueKinds(workspaceId: string, db: Client, instant: number): Promise<DueKinds> {
  const { rows } = await db.query<DueKinds>(
    `select ${isFirst(REWARDS_DUE, "available_at")} as rewards,
            exists (select from reward where workspace_id = $1 and expires_at is not null and matured_at is not null and used < owed
              and expires_at <= $2) as expiries,
            exists (select from reward where workspace_id = $1 and expires_at is not null and expiry_told_at is null
              and matured_at is not null and used < owed and expires_at <= $2 + 2592000000) as expiring,
            ${hasUnfrozen("$2")} as referrals,
            exists (select from standing where workspace_id = $1 and closed_at is null and period_end <= $2) as standings,
            exists (select from delay where workspace_id = $1 and done_at is null and due_at <= $2) as delays,
            ${HAS_COUPONS} as coupons,
            ${CASES_DUE} as cases,
            exists (select from claim where workspace_id = $1 and due_at is not null and due_at <= $2) as claims,
            exists (select from program_version where workspace_id = $1 and definition->'levels' is not null) as levels,
            exists (select from risk_assessment where workspace_id = $1 and state = 'open' and due_at <= $2)
              or exists (select from reward where workspace_id = $1 and gate = 'risk' and state = 'pending')
              or exists (select from reward where workspace_id = $1 and gate = 'licence' and state = 'pending'
                and reason is null) as reviews,
            exists (select from announcement where workspace_id = $1 and next_at <= $2) as announcements,
            exists (select from import where workspace_id = $1 and status = 'open') as importing`,
    [workspaceId, instant],
  );
  return rows[0]!;
}

/** Rewards whose hold is over and that nobody has to approve, by that instant and id; `only` narrows it to some. */
export async function readDueRewards(
  workspaceId: string,
  db: Client,
  ask: { instant: number; limit: number; only?: readonly string[] },
): Promise<DueReward[]> {
  const only = ask.only === undefined ? "" : " and id = any($4::uuid[])";
  const { rows } = await db.query<DueReward>(
    `select id, recipient_id as recipient, form, unit, owed, program_id as program, friend_id as friend from reward
      where workspace_id = $1 and state = 'pending' and gate is null and owed > 0 and available_at <= $2${only}
      order by available_at, id limit $3`,
    ask.only === undefined ? [workspaceId, ask.instant, ask.limit] : [workspaceId, ask.instant, ask.limit, plain(ask.only)],
  );
  return rows;
}

/** Marks rewards available, each with the transfer that carried it. Aborts when one of them is not pending any more. */
export async function markMatured(
  workspaceId: string,
  db: Client,
  m: { ids: readonly string[]; transferOf: readonly string[]; instant: number },
): Promise<void> {
  const { rowCount } = await db.query(
    `update reward r set state = 'available', matured_at = $2, matured_transfer = u.transfer
       from unnest($3::uuid[], $4::uuid[]) u(id, transfer) where r.workspace_id = $1 and r.id = u.id and r.state = 'pending'`,
    [workspaceId, m.instant, plain(m.ids), plain(m.transferOf)],
  );
  await db.query("select assert_batch('matured rewards', $1, $2)", [m.ids.length, rowCount]);
}

/** Freezes the bindings that these programs' rewards rest on: the first reward of the friend is available. */
export async function freezeReferrals(
  workspaceId: string,
  db: Client,
  of: { programs: readonly string[]; friends: readonly string[]; instant: number },
): Promise<void> {
  if (of.programs.length === 0) return;
  await db.query(
    `update referral r set frozen_at = $2 from unnest($3::uuid[], $4::uuid[]) k(program, friend)
      where r.workspace_id = $1 and r.program_id = k.program and r.friend_id = k.friend and r.frozen_at is null`,
    [workspaceId, of.instant, plain(of.programs), plain(of.friends)],
  );
}

/** Until when a thing must have happened for its grace to be over: by program, and by version where the thing has one. */
export type Cutoffs = { programs: string[]; versions: number[]; cutoffs: number[] };

/** Freezes up to `limit` bindings whose grace has passed; returns how many. */
export async function freezeOldReferrals(
  workspaceId: string,
  db: Client,
  of: Cutoffs & { instant: number; limit: number },
): Promise<number> {
  if (of.cutoffs.length === 0) return 0;
  const { rowCount } = await db.query(
    `update referral set frozen_at = $2 where workspace_id = $1 and id = any(array(
       select o.id from unnest($3::uuid[], $4::integer[], $5::bigint[]) k(program, version, cutoff) cross join lateral (
         select r.id from referral r where r.workspace_id = $1 and r.program_id = k.program and r.version = k.version
            and r.bound_at <= k.cutoff and r.frozen_at is null order by r.bound_at limit $6) o limit $6))`,
    [workspaceId, of.instant, plain(of.programs), plain(of.versions), plain(of.cutoffs), of.limit],
  );
  return rowCount ?? 0;
}

/** Closes up to `limit` standings whose period and grace are over; returns how many. */
export async function closeStandings(
  workspaceId: string,
  db: Client,
  of: { programs: string[]; cutoffs: number[]; instant: number; limit: number },
): Promise<number> {
  if (of.cutoffs.length === 0) return 0;
  const { rowCount } = await db.query(
    `update standing s set closed_at = $2 from (
       select t.program_id, t.owner_id, t.period from unnest($3::uuid[], $4::bigint[]) k(program, cutoff)
         join standing t on t.workspace_id = $1 and t.program_id = k.program and t.period_end <= k.cutoff
        where t.closed_at is null limit $5) d
      where s.workspace_id = $1 and s.program_id = d.program_id and s.owner_id = d.owner_id and s.period = d.period`,
    [workspaceId, of.instant, plain(of.programs), plain(of.cutoffs), of.limit],
  );
  return rowCount ?? 0;
}

/** `person` is who the wait is about now: people may have been joined since. */
export type DueDelay = {
  person_id: string;
  person: string;
  program_id: string;
  program: string;
  rule: string;
  basis: string;
  /** What is known of the referral's advocate, for the wait's condition. */
  advocate: Record<string, unknown> | null;
};

/** Waits that are over, oldest first, with the program's key. */
export async function readDueDelays(workspaceId: string, db: Client, ask: { instant: number; limit: number }): Promise<DueDelay[]> {
  const { rows } = await db.query<DueDelay>(
    `select d.person_id, root.id as person, d.program_id, p.key as program, d.rule, d.basis,
            (select v.data->'attributes' from referral r
               join person_private v on v.workspace_id = $1 and v.person_id = r.advocate_id
              where r.workspace_id = $1 and r.program_id = d.program_id and r.friend_id = root.id) as advocate
       from delay d
       join program p on p.workspace_id = $1 and p.id = d.program_id
       cross join lateral (
         with recursive chain as (
           select id, merged_into from person where workspace_id = $1 and id = d.person_id
           union all select n.id, n.merged_into from chain c join person n on n.workspace_id = $1 and n.id = c.merged_into)
         select id from chain where merged_into is null) root
      where d.workspace_id = $1 and d.done_at is null and d.due_at <= $2
      order by d.due_at, d.rule, d.basis, d.person_id limit $3`,
    [workspaceId, ask.instant, ask.limit],
  );
  return rows;
}

/** Marks waits as recorded at an instant. */
export async function finishDelays(
  workspaceId: string,
  db: Client,
  of: { delays: readonly DueDelay[]; instant: number },
): Promise<number> {
  const { delays } = of;
  const { rowCount } = await db.query(
    `update delay d set done_at = $2 from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[]) k(person, program, rule, basis)
      where d.workspace_id = $1 and d.person_id = k.person and d.program_id = k.program and d.rule = k.rule and d.basis = k.basis
        and d.done_at is null`,
    [
      workspaceId,
      of.instant,
      plain(delays.map((d) => d.person_id)),
      plain(delays.map((d) => d.program_id)),
      quoted(delays.map((d) => d.rule)),
      quoted(delays.map((d) => d.basis)),
    ],
  );
  return rowCount ?? 0;
}

/**
 * Forgets up to `limit` rows of free properties, IP and user agent whose time is over. Fact ids begin with the instant at which the fact
 * happened, so that the primary key finds the old ones: no index by expiry, which every event would pay for.
 */
export async function dropPrivateEvents(
  workspaceId: string,
  db: Client,
  ask: { before: string; now: number; limit: number },
): Promise<number> {
  const { rowCount } = await db.query(
    `delete from event_private where workspace_id = $1 and fact_id in (
       select fact_id from event_private where workspace_id = $1 and fact_id < $2 and expires_at <= $3 order by fact_id limit $4)`,
    [workspaceId, ask.before, ask.now, ask.limit],
  );
  return rowCount ?? 0;
}

/** Forgets sign-in links and sessions that ended a month ago. */
export async function dropOldSignIns(workspaceId: string, db: Client): Promise<number> {
  const { rowCount } = await db.query(
    "delete from sign_in where workspace_id = $1 and expires_at < transaction_timestamp() - interval '30 days'",
    [workspaceId],
  );
  return rowCount ?? 0;
}

/** A sandbox's clock: how far it is ahead, or null when the workspace is no sandbox. */
export async function readClockOffset(workspaceId: string, db: Client): Promise<number | null> {
  const { rows } = await db.query<{ clock_offset_ms: number; sandbox: boolean }>(
    "select clock_offset_ms, sandbox_of is not null as sandbox from workspace where workspace_id = $1",
    [workspaceId],
  );
  return rows[0]?.sandbox ? rows[0].clock_offset_ms : null;
}

/** Puts a sandbox's clock forward. */
export async function advanceClock(workspaceId: string, db: Client, byMs: number): Promise<void> {
  await db.query("update workspace set clock_offset_ms = clock_offset_ms + $2 where workspace_id = $1 and sandbox_of is not null", [
    workspaceId,
    byMs,
  ]);
}
