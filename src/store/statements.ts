/** A person's statement: what came into and left her available balances. And the payouts of a batch, page by page. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";

export type StatementLine = {
  id: string;
  kind: string;
  at: number;
  form: string;
  unit: string;
  /** Into her balance, or out of it where it is negative. */
  amount: number;
  /** What is on the other side: pending, in_flight, settled, expired. */
  other: string;
  reward_id: string | null;
};

const ACCOUNTS = `accounts as (
  select id, form, unit from ledger_account where workspace_id = $1 and owner_id = any($2::uuid[]) and kind = 'available')`;

/** Transactions of her available balances in a span, oldest first. Between two accounts of her own nothing comes or goes. */
export async function readStatementLines(
  ws: string,
  db: Client,
  of: { owners: readonly string[]; from: number; to: number; limit: number },
): Promise<StatementLine[]> {
  const { rows } = await db.query<StatementLine>(
    `with ${ACCOUNTS}
     select t.id, t.kind, t.at, a.form, a.unit, t.amount, o.kind as other, t.reward_id from accounts a
       join transfer t on t.workspace_id = $1 and t.credit = a.id and t.id >= $3 and t.id < $4
       join ledger_account o on o.workspace_id = $1 and o.id = t.debit where not exists (select from accounts b where b.id = t.debit)
     union all
     select t.id, t.kind, t.at, a.form, a.unit, -t.amount, o.kind as other, t.reward_id from accounts a
       join transfer t on t.workspace_id = $1 and t.debit = a.id and t.id >= $3 and t.id < $4
       join ledger_account o on o.workspace_id = $1 and o.id = t.credit where not exists (select from accounts b where b.id = t.credit)
      order by 3, 1 limit $5`,
    [ws, plain(of.owners), idFloor(of.from), idFloor(of.to), of.limit],
  );
  return rows;
}

/** What her available balances stood at before an instant. */
export async function readOpening(
  ws: string,
  db: Client,
  of: { owners: readonly string[]; at: number },
): Promise<{ form: string; unit: string; amount: number }[]> {
  const { rows } = await db.query<{ form: string; unit: string; amount: number }>(
    `with ${ACCOUNTS}
     select a.form, a.unit,
            sum(coalesce((select sum(t.amount) from transfer t where t.workspace_id = $1 and t.credit = a.id and t.id < $3), 0)
              - coalesce((select sum(t.amount) from transfer t where t.workspace_id = $1 and t.debit = a.id and t.id < $3), 0)
            )::bigint as amount
       from accounts a group by a.form, a.unit order by a.unit, a.form`,
    [ws, plain(of.owners), idFloor(of.at)],
  );
  return rows;
}

export type PayoutItemRow = {
  id: string;
  person_id: string;
  unit: string;
  form: string;
  amount: number;
  state: string;
  reference: string | null;
  error: string | null;
  created_at: number;
  decided_at: number | null;
};
export type PayoutItemFilter = {
  batchId: string | null;
  personId: string | null;
  state: string | null;
  before: string | null;
  limit: number;
};

/** Payouts, newest first, of a batch or of a person. */
export async function listPayoutItems(ws: string, db: Client, of: PayoutItemFilter): Promise<PayoutItemRow[]> {
  const { rows } = await db.query<PayoutItemRow>(
    `select p.id, p.person_id, p.unit, p.form, p.amount, p.state, p.reference, p.error, p.created_at, p.decided_at from payout p
      where p.workspace_id = $1 and ($2::uuid is null or p.batch_id = $2) and ($3::uuid is null or p.person_id = $3)
        and ($4::text is null or p.state = $4) and ($5::uuid is null or p.id < $5) order by p.id desc limit $6`,
    [ws, of.batchId, of.personId, of.state, of.before, of.limit],
  );
  return rows;
}
