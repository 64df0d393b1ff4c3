/** Figures about money: how long rewards take, what is owed and for how long. Bounded, so that they cost the same in any workspace. */
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";

const DAY = 86_400_000;
/** Rewards looked at, the newest first. */
export const SAMPLE = 20_000;
/** Later than promised by more than this is late. */
export const LATE_MS = 3_600_000;

export type TimesRow = {
  rewards: number;
  pending: number;
  matured: number;
  paid: number;
  available_p50: number | null;
  available_p95: number | null;
  paid_p50: number | null;
  paid_p95: number | null;
  on_time: number;
  late: number;
  oldest_at: number | null;
};
export type TimesAsk = { programId: string | null; since: number };

const SAMPLED = `select r.id, r.program_id, r.recipient_id, r.form, r.unit, r.owed, r.at, r.available_at, r.matured_at,
       r.state, r.gate from reward r
    where r.workspace_id = $1 and r.id >= $2 and ($3::uuid is null or r.program_id = $3) order by r.id desc limit ${SAMPLE}`;
const SHARE = (share: number, of: string, where: string): string =>
  `percentile_cont(${share}) within group (order by (${of})::float8) filter (where ${where})`;

/** From the conversion to available, and to paid by a payout: medians and 95th percentiles over the newest rewards. */
export async function readTimes(ws: string, db: Client, ask: TimesAsk): Promise<TimesRow> {
  const { rows } = await db.query<TimesRow>(
    `with sampled as (${SAMPLED}),
     paid as (select s.id, min(p.decided_at) as paid_at from sampled s
       join payout_reward i on i.workspace_id = $1 and i.reward_id = s.id and i.amount > 0
       join payout p on p.workspace_id = $1 and p.id = i.payout_id and p.state = 'settled' group by s.id)
     select count(*)::int as rewards, count(*) filter (where s.state = 'pending')::int as pending,
            count(s.matured_at)::int as matured, count(paid.paid_at)::int as paid,
            ${SHARE(0.5, "s.matured_at - s.at", "s.matured_at is not null")} as available_p50,
            ${SHARE(0.95, "s.matured_at - s.at", "s.matured_at is not null")} as available_p95,
            ${SHARE(0.5, "paid.paid_at - s.at", "paid.paid_at is not null")} as paid_p50,
            ${SHARE(0.95, "paid.paid_at - s.at", "paid.paid_at is not null")} as paid_p95,
            count(*) filter (where s.matured_at <= s.available_at + ${LATE_MS})::int as on_time,
            count(*) filter (where s.matured_at > s.available_at + ${LATE_MS})::int as late, min(s.at) as oldest_at
       from sampled s left join paid on paid.id = s.id`,
    [ws, idFloor(ask.since), ask.programId],
  );
  return rows[0]!;
}

export type LateRow = {
  id: string;
  program: string;
  recipient_id: string;
  unit: string;
  owed: number;
  at: number;
  available_at: number;
  matured_at: number | null;
  gate: string | null;
};

/** What a reward may wait for besides time. */
const GATES = ["review", "choice", "risk", "risk_review", "licence"] as const;

/**
 * Rewards whose promised instant has passed and that are not available yet, by what they wait for; then those that came late. Each in the
 * order of its index: without one the server expects to meet fifty soon in the table itself, and reads all of it where there are none.
 */
export async function readLate(ws: string, db: Client, ask: TimesAsk & { now: number; limit: number }): Promise<LateRow[]> {
  const columns = "r.id, r.program_id, r.recipient_id, r.unit, r.owed, r.at, r.available_at, r.matured_at, r.gate";
  const due = (gate: string, order: string): string => `(select ${columns} from reward r where r.workspace_id = $1 and r.state = 'pending'
       and r.gate ${gate} and r.available_at < $4::bigint - ${LATE_MS} and ($3::uuid is null or r.program_id = $3)
     order by ${order} limit $5)`;
  const { rows } = await db.query<LateRow>(
    `select l.id, p.key as program, l.recipient_id, l.unit, l.owed, l.at, l.available_at, l.matured_at, l.gate
       from (${due("is null", "r.available_at")} union all ${GATES.map((gate) => due(`= '${gate}'`, "r.id")).join(" union all ")}
             union all (select s.id, s.program_id, s.recipient_id, s.unit, s.owed, s.at, s.available_at, s.matured_at, s.gate
               from (${SAMPLED}) s where s.matured_at > s.available_at + ${LATE_MS} limit $5)) l
       join program p on p.workspace_id = $1 and p.id = l.program_id
      order by l.matured_at is not null, l.available_at limit $5`,
    [ws, idFloor(ask.since), ask.programId, ask.now, ask.limit],
  );
  return rows;
}

/** What is open of the rewards whose conversion was on `day` (whole days since 1970, UTC). */
export type OwedDay = { form: string; unit: string; day: number; pending: number; available: number; in_flight: number; rewards: number };

/**
 * What is owed by the day of its reward, folded from all open rewards: about a second for a million, so flow/kept-sums.ts keeps it. The
 * inner statement keeps to itself what the days are made of: else the planner expects a group for each instant, and sorts on disk.
 */
export async function readOwedDays(ws: string, db: Client): Promise<OwedDay[]> {
  const { rows } = await db.query<OwedDay>(
    `select form, unit, day, sum(pending)::bigint as pending, sum(available)::bigint as available, sum(flying)::bigint as in_flight,
            count(*)::int as rewards
       from (select form, unit, (at / ${DAY})::int as day, case when state = 'pending' then owed else 0 end as pending,
                    case when state = 'pending' then 0 else owed - used end as available, flying
               from reward where workspace_id = $1 and state in ('pending', 'available', 'in_flight') offset 0) r
      group by 1, 2, 3 order by 2, 1, 3`,
    [ws],
  );
  return rows;
}

export type HeldRow = { kind: "pending" | "available" | "in_flight" | "settled"; form: string; unit: string; amount: string };

/** What people's accounts hold, from the books. Digits, because a sum may pass what a number holds. Kept by flow/kept-sums.ts. */
export async function readHeld(ws: string, db: Client): Promise<HeldRow[]> {
  const { rows } = await db.query<HeldRow>(
    `select kind, form, unit, sum(balance)::text as amount from ledger_account
      where workspace_id = $1 and kind in ('pending', 'available', 'in_flight', 'settled')
      group by 1, 2, 3 having sum(balance) <> 0 order by 3, 2, 1`,
    [ws],
  );
  return rows;
}

export type DueRow = { form: string; unit: string; week: number; amount: number; rewards: number };

/** What becomes available in the next weeks, as far as only time stands in between. Week 0 is what is due by seven days from now. */
export async function readComing(ws: string, db: Client, of: { now: number; weeks: number }): Promise<DueRow[]> {
  const { rows } = await db.query<DueRow>(
    `select form, unit, greatest(0, floor((available_at - $2::bigint) / ${7 * DAY}.0))::int as week,
            sum(owed)::bigint as amount, count(*)::int as rewards
       from reward where workspace_id = $1 and state = 'pending' and gate is null and available_at < $2::bigint + $3::bigint * ${7 * DAY}
      group by 1, 2, 3 order by 2, 1, 3`,
    [ws, of.now, of.weeks],
  );
  return rows;
}
