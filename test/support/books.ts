/**
 * The books of a workspace, recomputed from the transfers and compared with everything that is kept beside them. For tests: written apart
 * from the product's own `verify`, so that the two do not share a mistake.
 */
import { expect } from "vitest";

type Books = { rows<T = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]> };

/** Each query returns what is wrong; all must be empty. $1 is the workspace. */
const CHECKS: Record<string, string> = {
  "a transfer is positive and between two accounts of one form and unit": `
    select t.id from transfer t
      left join ledger_account d on d.workspace_id = t.workspace_id and d.id = t.debit
      left join ledger_account c on c.workspace_id = t.workspace_id and c.id = t.credit
     where t.workspace_id = $1 and (t.amount <= 0 or d.id is null or c.id is null or d.unit <> c.unit or d.form <> c.form)`,
  "the trial balance is zero for every unit": `
    select unit, sum(amount) from (
      select a.unit, t.amount from transfer t join ledger_account a on a.workspace_id = $1 and a.id = t.credit where t.workspace_id = $1
      union all
      select a.unit, -t.amount from transfer t join ledger_account a on a.workspace_id = $1 and a.id = t.debit where t.workspace_id = $1) x
     group by unit having sum(amount) <> 0`,
  "a balance is the sum of its transfers": `
    select a.id, a.kind, a.owner_id, a.unit, a.balance, coalesce(s.amount, 0) as folded from ledger_account a left join (
      select account, sum(amount) as amount from (
        select credit as account, amount from transfer where workspace_id = $1 union all select debit, -amount from transfer where workspace_id = $1) x
      group by account) s on s.account = a.id
     where a.workspace_id = $1 and case when a.kind in ('pending', 'available', 'in_flight') then a.balance is distinct from coalesce(s.amount, 0)
                                        else a.balance is not null end`,
  "what was posted for a reward is what it owes": `
    select r.id, r.rule, r.basis, r.owed, coalesce(s.amount, 0) as posted from reward r left join (
      select t.reward_id, sum(case when c.kind = 'program_expense' then -t.amount else t.amount end) as amount
        from transfer t join ledger_account c on c.workspace_id = $1 and c.id = t.credit
       where t.workspace_id = $1 and t.kind in ('grant', 'adjust') group by t.reward_id) s on s.reward_id = r.id
     where r.workspace_id = $1 and coalesce(s.amount, 0) <> r.owed`,
  "a grant is there once": `
    select program_id, rule, basis, recipient_id, count(*) from reward where workspace_id = $1 group by 1, 2, 3, 4 having count(*) > 1`,
  "pending, available and in flight are what the rewards say": `
    select * from (
      select recipient_id as owner, form, unit,
             sum(case when matured_at is null then owed else 0 end) as pending, sum(case when matured_at is null then 0 else owed - used end) as available,
             sum(flying) as in_flight from reward where workspace_id = $1 group by 1, 2, 3) r
      full join (
      select owner_id as owner, form, unit, sum(balance) filter (where kind = 'pending') as pending, sum(balance) filter (where kind = 'available') as available,
             sum(balance) filter (where kind = 'in_flight') as in_flight from ledger_account
       where workspace_id = $1 and kind in ('pending', 'available', 'in_flight') group by 1, 2, 3) a using (owner, form, unit)
     where coalesce(r.pending, 0) <> coalesce(a.pending, 0)
        or (coalesce(r.available, 0) <> coalesce(a.available, 0) and not exists (select from transfer t where t.workspace_id = $1 and t.kind = 'carry'))
        or (coalesce(r.in_flight, 0) <> coalesce(a.in_flight, 0) and not exists (select from transfer t where t.workspace_id = $1 and t.kind = 'carry'))`,
  "a reward's state is what the ledger says": `
    select id, state, owed, used, flying, matured_at, gate from reward where workspace_id = $1 and state <> case
      when owed = 0 then case when gate = 'denied' or revision = 0 then 'denied' else 'reversed' end
      when matured_at is null then 'pending' when used < owed then 'available' when flying > 0 then 'in_flight' else 'fulfilled' end`,
  "a maturing moved what its rewards held then": `
    select t.id, t.amount, sum(p.amount) from transfer t
      join reward r on r.workspace_id = $1 and r.matured_transfer = t.id
      join lateral (select coalesce(sum(case when c.kind = 'pending' then x.amount when d.kind = 'pending' then -x.amount else 0 end), 0) as amount
                      from transfer x join ledger_account c on c.workspace_id = $1 and c.id = x.credit join ledger_account d on d.workspace_id = $1 and d.id = x.debit
                     where x.workspace_id = $1 and x.reward_id = r.id and x.kind in ('grant', 'adjust')) p on true
     where t.workspace_id = $1 and t.kind = 'mature' group by t.id, t.amount having t.amount <> sum(p.amount)`,
  "every maturing has its rewards": `
    select t.id from transfer t where t.workspace_id = $1 and t.kind = 'mature'
       and not exists (select from reward r where r.workspace_id = $1 and r.matured_transfer = t.id)`,
  "in flight is what undecided payouts hold, and each was carried by its rewards": `
    select p.id, p.amount, p.state, sum(i.amount) from payout p left join payout_reward i on i.workspace_id = $1 and i.payout_id = p.id
     where p.workspace_id = $1 group by p.id, p.amount, p.state having p.amount is distinct from sum(i.amount)`,
  "a payout left once and landed once": `
    select p.id, p.state from payout p where p.workspace_id = $1 and (
      (select count(*) from transfer t where t.workspace_id = $1 and t.cause = p.id and t.kind = 'payout' and t.amount = p.amount) <> 1
      or (select count(*) from transfer t where t.workspace_id = $1 and t.cause = p.id and t.kind = case p.state when 'settled' then 'settle' else 'payout_failed' end)
         <> case p.state when 'in_flight' then 0 else 1 end)`,
  "a coupon is there for what its reward has given": `
    select r.id, r.used, count(c.code) filter (where c.voided_at is null) from reward r left join coupon c on c.workspace_id = $1 and c.reward_id = r.id
     where r.workspace_id = $1 and r.form = 'coupon' group by r.id, r.used having r.used <> count(c.code) filter (where c.voided_at is null)`,
  "a budget's counter is the sum of what is owed on it": `
    select b.program_id, b.key, b.used, sum(r.owed) from budget b
      join reward r on r.workspace_id = $1 and r.program_id = b.program_id and b.key = 'rule:' || r.rule and b.period = 'ever'
     where b.workspace_id = $1 group by 1, 2, 3 having b.used <> sum(r.owed)`,
};

/** Fails with the first thing in the books of the workspace that does not agree with the transfers. */
export async function assertBooks(engine: Books, workspace: string): Promise<void> {
  for (const [what, sql] of Object.entries(CHECKS)) expect(await engine.rows(sql, [workspace]), what).toEqual([]);
}
