/** Reading the ledger. A transfer is one positive amount between two accounts; outside it is shown as two postings. */
import type { Client } from "./db.ts";

export type AccountRow = {
  id: string;
  kind: string;
  owner_id: string;
  /** The owner is a company and no person. */
  company: boolean;
  form: string;
  unit: string;
  balance: number | null;
};

/** Whether an account's owner is a company. */
const COMPANY = (account: string): string => `exists (select from company k where k.workspace_id = $1 and k.id = ${account}.owner_id)`;

/** Accounts, by id. `balance` is null where none is kept (expense, clearing): the trial balance folds those. */
export async function listAccounts(
  workspaceId: string,
  db: Client,
  filter: { after: string | null; limit: number; ownerId: string | null; kind: string | null },
): Promise<AccountRow[]> {
  const { rows } = await db.query<AccountRow>(
    `select id, kind, owner_id, ${COMPANY("ledger_account")} as company, form, unit, balance from ledger_account
      where workspace_id = $1 and ($2::uuid is null or id > $2) and ($3::uuid is null or owner_id = $3) and ($4::text is null or kind = $4)
      order by id limit $5`,
    [workspaceId, filter.after, filter.ownerId, filter.kind, filter.limit],
  );
  return rows;
}

export type TransferRow = {
  id: string;
  group_id: string;
  kind: string;
  reward_id: string | null;
  cause: string;
  at: number;
  amount: number;
  unit: string;
  debit: string;
  debit_kind: string;
  debit_owner: string;
  debit_company: boolean;
  credit: string;
  credit_kind: string;
  credit_owner: string;
  credit_company: boolean;
};

export type TransferFilter = {
  before: string | null;
  limit: number;
  kind: string | null;
  accountId: string | null;
  rewardId: string | null;
};

/** Transfers with both accounts, newest first. */
export async function listTransfers(workspaceId: string, db: Client, filter: TransferFilter): Promise<TransferRow[]> {
  const values: unknown[] = [workspaceId, filter.before, filter.kind, filter.limit];
  const at = (value: string): string => `$${values.push(value)}::uuid`;
  let narrow = "";
  if (filter.rewardId !== null) narrow += `and t.id in (${ofReward(at(filter.rewardId))})`;
  if (filter.accountId !== null) narrow += ofAccount(at(filter.accountId), filter.rewardId === null);
  const { rows } = await db.query<TransferRow>(
    `select t.id, t.group_id, t.kind, t.reward_id, t.cause, t.at, t.amount, d.unit,
            t.debit, d.kind as debit_kind, d.owner_id as debit_owner, t.credit, c.kind as credit_kind, c.owner_id as credit_owner,
            ${COMPANY("d")} as debit_company, ${COMPANY("c")} as credit_company
       from transfer t
       join ledger_account d on d.workspace_id = t.workspace_id and d.id = t.debit
       join ledger_account c on c.workspace_id = t.workspace_id and c.id = t.credit
      where t.workspace_id = $1 and ($2::uuid is null or t.id < $2) and ($3::text is null or t.kind = $3) ${narrow}
      order by t.id desc limit $4`,
    values,
  );
  return rows;
}

/** By the account's two indexes, a page from each: an account of a program may have millions. */
function ofAccount(account: string, byIndex: boolean): string {
  if (!byIndex) return ` and (t.debit = ${account} or t.credit = ${account})`;
  const side = (name: string): string => `(select s.id from transfer s where s.workspace_id = $1 and s.${name} = ${account}
    and ($2::uuid is null or s.id < $2) and ($3::text is null or s.kind = $3) order by s.id desc limit $4)`;
  return ` and t.id in (${side("debit")} union all ${side("credit")})`;
}

/** By the accounts of its recipient, and of whoever she was before: transfers are not found by their reward alone. */
function ofReward(reward: string): string {
  const side = (name: string): string =>
    `select s.id from held h join transfer s on s.workspace_id = $1 and s.${name} = h.id and s.reward_id = ${reward}`;
  return `with recursive family(id) as (
       select r.recipient_id from reward r where r.workspace_id = $1 and r.id = ${reward}
       union select p.id from family f join person p on p.workspace_id = $1 and p.merged_into = f.id),
     held as (select a.id from family f join ledger_account a on a.workspace_id = $1 and a.owner_id = f.id)
     ${side("debit")} union ${side("credit")}`;
}

/** `amount` in digits: the sum over everybody may pass what a number holds exactly. */
export type TrialRow = { kind: string; unit: string; amount: string };

/** The sum of all postings by account kind and unit, folded from the transfers themselves and not from kept balances. */
export async function trialBalance(workspaceId: string, db: Client): Promise<TrialRow[]> {
  const { rows } = await db.query<TrialRow>(
    `select a.kind, a.unit, sum(p.amount)::text as amount
       from (select credit as account, sum(amount) as amount from transfer where workspace_id = $1 group by credit
             union all
             select debit, -sum(amount) from transfer where workspace_id = $1 group by debit) p
       join ledger_account a on a.workspace_id = $1 and a.id = p.account
      group by a.kind, a.unit order by a.unit, a.kind`,
    [workspaceId],
  );
  return rows;
}
