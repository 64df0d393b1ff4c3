/** Writing payout batches. What leaves the available balance is decided in core/fulfilment/payout.ts. */
import type { KnownPayout, Payable, Payout, PayoutLine } from "../core/fulfilment/payout.ts";
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";
import { stateAfterUse } from "./reward-state.ts";

/** Accounts that hold something to pay out: `some` says which, `a` is the account. Each with the person its owner is now. */
const PAYABLE = (some: string): string => `with recursive held as (
       select a.owner_id, a.balance from ledger_account a
        where a.workspace_id = $1 and a.kind = 'available' and a.form = $2 and a.unit = $3 and (${some})),
     chain(owner_id, person, next) as (
       select h.owner_id, p.merged_into, m.merged_into from held h
         join person p on p.workspace_id = $1 and p.id = h.owner_id and p.merged_into is not null
         join person m on m.workspace_id = $1 and m.id = p.merged_into
       union all
       select c.owner_id, c.next, m.merged_into from chain c join person m on m.workspace_id = $1 and m.id = c.next),
     payable(owner, person, balance) as (
       select h.owner_id, coalesce(c.person, h.owner_id), h.balance from held h
         left join chain c on c.owner_id = h.owner_id and c.next is null)`;

/**
 * Available balances of a form and unit that are not zero, each with the person its owner is now (`coalesce` of the merges), so that
 * people who turned out to be one are paid as one.
 */
export async function readPayable(workspaceId: string, db: Client, of: { form: string; unit: string }): Promise<Payable[]> {
  // Of somebody merged also what is zero: what she was overpaid may have been brought to the one who stays already.
  const some = `a.balance <> 0 or exists (select from person o where o.workspace_id = $1 and o.id = a.owner_id
            and o.merged_into is not null)`;
  const { rows } = await db.query<Payable>(`${PAYABLE(some)} select owner, person, balance from payable order by 2, 1`, [
    workspaceId,
    of.form,
    of.unit,
  ]);
  return rows;
}

export type DueSum = { people: number; total: number; lines: PayoutLine[] };

/** What a payout would come to, as `payoutLines` says it, with the largest `lines` of it (null: all), and no account is sent. */
export async function readDueSum(
  workspaceId: string,
  db: Client,
  of: { form: string; unit: string; minimum: number; lines: number | null },
): Promise<DueSum> {
  const { rows } = await db.query<DueSum>(
    `${PAYABLE("a.balance <> 0")},
     due as materialized (select person, sum(balance)::bigint as amount from payable
       group by person having sum(balance) >= greatest($4::bigint, 1))
     select count(*)::int as people, coalesce(sum(amount), 0)::bigint as total,
            (select coalesce(json_agg(json_build_object('personId', l.person, 'amount', l.amount)), '[]')
               from (select person, amount from due order by amount desc, person limit $5) l) as lines from due`,
    [workspaceId, of.form, of.unit, of.minimum, of.lines],
  );
  return rows[0]!;
}

/** The batch that was made for a request, or null. */
export async function findBatchOf(workspaceId: string, db: Client, requestKey: string): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>("select id from payout_batch where workspace_id = $1 and request_key = $2", [
    workspaceId,
    requestKey,
  ]);
  return rows[0]?.id ?? null;
}

export type NewBatch = { id: string; unit: string; form: string; at: number; maker: string; requestKey: string | null };

/** Stores a batch and its payouts, all in flight. */
export async function insertBatch(workspaceId: string, db: Client, batch: NewBatch & { payouts: readonly Payout[] }): Promise<void> {
  await db.query(
    "insert into payout_batch (workspace_id, id, unit, form, created_at, maker, request_key) values ($1, $2, $3, $4, $5, $6, $7)",
    [workspaceId, batch.id, batch.unit, batch.form, batch.at, batch.maker, batch.requestKey],
  );
  await db.query(
    `insert into payout (workspace_id, id, batch_id, person_id, unit, form, amount, created_at)
     select $1, u.id, $2, u.person, $3, $4, u.amount, $5
       from unnest($6::uuid[], $7::uuid[], $8::bigint[]) u(id, person, amount) returning 1`,
    [
      workspaceId,
      batch.id,
      batch.unit,
      batch.form,
      batch.at,
      plain(batch.payouts.map((p) => p.id)),
      plain(batch.payouts.map((p) => p.person)),
      plain(batch.payouts.map((p) => p.amount)),
    ],
  );
}

export type Carried = { form: string; unit: string; owners: readonly string[]; payoutOf: readonly string[] };

/**
 * Writes down which rewards the payouts carry: everything that is left of each, and what is overdrawn of those taken back after an
 * earlier payout. Aborts unless the rewards of each payout sum to its amount: the balance and the rewards say the same, or nobody is paid.
 */
export async function carryRewards(workspaceId: string, db: Client, c: Carried): Promise<void> {
  await db.query(
    `insert into payout_reward (workspace_id, payout_id, reward_id, amount)
     select $1, k.payout, r.id, r.owed - r.used from unnest($2::uuid[], $3::uuid[]) k(owner, payout)
       join reward r on r.workspace_id = $1 and r.recipient_id = k.owner
      where r.form = $4 and r.unit = $5 and r.matured_at is not null and r.used <> r.owed returning 1`,
    [workspaceId, plain(c.owners), plain(c.payoutOf), c.form, c.unit],
  );
  const payouts = plain([...new Set(c.payoutOf)]);
  await db.query(
    `update reward r set used = r.used + i.amount, flying = r.flying + i.amount,
            state = ${stateAfterUse("r.used + i.amount", "r.flying + i.amount")}
       from payout_reward i where i.workspace_id = $1 and i.payout_id = any($2::uuid[]) and r.workspace_id = $1 and r.id = i.reward_id`,
    [workspaceId, payouts],
  );
  await db.query(
    `select assert_batch('payouts whose rewards sum to another amount', 0, count(*)) from payout p
      where p.workspace_id = $1 and p.id = any($2::uuid[])
        and p.amount is distinct from (select sum(i.amount) from payout_reward i where i.workspace_id = $1 and i.payout_id = p.id)`,
    [workspaceId, payouts],
  );
}

export type BatchHolding = { id: string; form: string; unit: string };

/** The batch with its payouts, or null. */
export async function readBatchPayouts(
  workspaceId: string,
  db: Client,
  batchId: string,
): Promise<{ batch: BatchHolding; payouts: KnownPayout[] } | null> {
  const found = await db.query<BatchHolding>("select id, form, unit from payout_batch where workspace_id = $1 and id = $2", [
    workspaceId,
    batchId,
  ]);
  if (found.rows[0] === undefined) return null;
  const { rows } = await db.query<KnownPayout>(
    "select id, person_id as person, amount, state from payout where workspace_id = $1 and batch_id = $2",
    [workspaceId, batchId],
  );
  return { batch: found.rows[0], payouts: rows };
}

export type Decision = { id: string; state: "settled" | "failed"; reference: string | null; error: string | null };

/** Writes results; a batch without anything in flight is closed. Aborts when one of them was decided before. */
export async function decidePayouts(
  workspaceId: string,
  db: Client,
  of: { batchId: string; decisions: readonly Decision[]; at: number },
): Promise<void> {
  const { decisions } = of;
  const { rowCount } = await db.query(
    `update payout p set state = u.state, reference = u.reference, error = u.error, decided_at = $2
       from unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) u(id, state, reference, error)
      where p.workspace_id = $1 and p.id = u.id and p.state = 'in_flight'`,
    [
      workspaceId,
      of.at,
      plain(decisions.map((d) => d.id)),
      quoted(decisions.map((d) => d.state)),
      quoted(decisions.map((d) => d.reference)),
      quoted(decisions.map((d) => d.error)),
    ],
  );
  await db.query("select assert_batch('decided payouts', $1, $2)", [decisions.length, rowCount]);
  await db.query(
    `update payout_batch b set status = 'closed' where b.workspace_id = $1 and b.id = $2
        and not exists (select from payout p where p.workspace_id = $1 and p.batch_id = $2 and p.state = 'in_flight')`,
    [workspaceId, of.batchId],
  );
}

export type Landed = { id: string; program: string; state: string };

/**
 * The rewards of decided payouts follow: settled, they are paid; failed, what the payout took of them is left again.
 * @returns those that are paid now.
 */
export async function landRewards(
  workspaceId: string,
  db: Client,
  of: { payouts: readonly string[]; state: "settled" | "failed" },
): Promise<Landed[]> {
  if (of.payouts.length === 0) return [];
  const back = of.state === "failed" ? "i.amount" : "0";
  const { rows } = await db.query<Landed>(
    `update reward r set used = r.used - ${back}, flying = r.flying - i.amount,
            state = ${stateAfterUse(`r.used - ${back}`, "r.flying - i.amount")}
       from payout_reward i where i.workspace_id = $1 and i.payout_id = any($2::uuid[]) and r.workspace_id = $1 and r.id = i.reward_id
     returning r.id, r.program_id as program, r.state`,
    [workspaceId, plain(of.payouts)],
  );
  return rows.filter((r) => r.state === "fulfilled");
}
