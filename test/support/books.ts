/**
 * The books of a workspace, recomputed from the transfers and compared with everything that is kept beside them. For tests: written apart
 * from the product's own `verify`, so that the two do not share a mistake.
 */
import { expect } from "vitest";

type Books = { rows<T = Record<string, unknown>>(text: string, values?: unknown[]): Promise<T[]> };

/** Every transfer as two postings, with the account of each. $1 is the workspace. */
const POSTINGS = `(
  select t.id, t.kind, t.reward_id, t.cause, a.id as account, a.kind as side, a.owner_id, a.form, a.unit, p.amount
    from transfer t cross join lateral (values (t.credit, t.amount), (t.debit, -t.amount)) p(account, amount)
    join ledger_account a on a.workspace_id = $1 and a.id = p.account
   where t.workspace_id = $1)`;

/** Each query returns what is wrong; all must be empty. */
const CHECKS: Record<string, string> = {
  "a transfer is positive and between two accounts of one form and unit": `
    select t.id from transfer t
      left join ledger_account d on d.workspace_id = t.workspace_id and d.id = t.debit
      left join ledger_account c on c.workspace_id = t.workspace_id and c.id = t.credit
     where t.workspace_id = $1 and (t.amount <= 0 or d.id is null or c.id is null or d.unit <> c.unit or d.form <> c.form)`,
  "the trial balance is zero for every unit": `
    select unit, sum(amount) from ${POSTINGS} p group by unit having sum(amount) <> 0`,
  "a balance is the sum of its transfers": `
    select a.id, a.kind, a.owner_id, a.unit, a.balance, coalesce(s.amount, 0) as folded from ledger_account a
      left join (select account, sum(amount) as amount from ${POSTINGS} p group by account) s on s.account = a.id
     where a.workspace_id = $1 and case when a.kind in ('pending', 'available', 'in_flight', 'settled', 'expired', 'company')
       then a.balance is distinct from coalesce(s.amount, 0) else a.balance is not null end`,
  "what was posted for a reward is what it owes": `
    select r.id, r.rule, r.basis, r.owed, coalesce(s.amount, 0) as posted from reward r
      left join (select reward_id, sum(amount) as amount from ${POSTINGS} p
                  where kind in ('grant', 'adjust') and side not in ('program_expense', 'company') group by 1) s on s.reward_id = r.id
     where r.workspace_id = $1 and coalesce(s.amount, 0) <> r.owed`,
  "a grant is there once": `
    select program_id, rule, basis, recipient_id, count(*) from reward where workspace_id = $1 group by 1, 2, 3, 4 having count(*) > 1`,
  // People who were joined hold together: what is on its way stays with the one whom it was sent to.
  "pending, available and in flight are what the rewards say": `
    with roots as (select id, coalesce(merged_into, id) as root from person where workspace_id = $1),
    r as (select coalesce(t.root, r.recipient_id) as owner, form, unit,
                 sum(case when matured_at is null then owed else 0 end) as pending,
                 sum(case when matured_at is null then 0 else owed - used end) as available, sum(flying) as in_flight
            from reward r left join roots t on t.id = r.recipient_id where workspace_id = $1 group by 1, 2, 3),
    a as (select coalesce(t.root, a.owner_id) as owner, form, unit, sum(balance) filter (where kind = 'pending') as pending,
                 sum(balance) filter (where kind = 'available') as available, sum(balance) filter (where kind = 'in_flight') as in_flight
            from ledger_account a left join roots t on t.id = a.owner_id
           where workspace_id = $1 and balance is not null group by 1, 2, 3)
    select * from r full join a on r.owner is not distinct from a.owner and r.form = a.form and r.unit = a.unit
     where coalesce(r.pending, 0) <> coalesce(a.pending, 0) or coalesce(r.available, 0) <> coalesce(a.available, 0)
        or coalesce(r.in_flight, 0) <> coalesce(a.in_flight, 0)`,
  "a reward's state is what the ledger says": `
    select id, state, owed, used, flying, matured_at, gate from reward where workspace_id = $1 and state <> case
      when owed = 0 then case when gate is distinct from 'reversed'
        and (gate = 'denied' or nominal = 0 or reason in ('cap_reached', 'budget_exhausted')) then 'denied' else 'reversed' end
      when matured_at is null then 'pending' when used < owed then 'available' when flying > 0 then 'in_flight'
      when expired > 0 then 'expired' else 'fulfilled' end`,
  "a maturing moved what its rewards held then, and has rewards": `
    select t.id, t.amount, h.amount as held from transfer t
      left join (select r.matured_transfer as id, sum(p.amount) as amount from reward r
                   join ${POSTINGS} p on p.reward_id = r.id and p.kind in ('grant', 'adjust') and p.side = 'pending'
                  where r.workspace_id = $1 group by 1) h on h.id = t.id
     where t.workspace_id = $1 and t.kind = 'mature' and h.amount is distinct from t.amount`,
  "a payout is the sum of the rewards it carries": `
    select p.id, p.amount, p.state, sum(i.amount) from payout p
      left join payout_reward i on i.workspace_id = $1 and i.payout_id = p.id
     where p.workspace_id = $1 group by p.id, p.amount, p.state having p.amount is distinct from sum(i.amount)`,
  "a payout left once and landed at most once": `
    select p.id, p.state, t.left_as, t.settled, t.failed from payout p
      left join (select cause, count(*) filter (where kind = 'payout' and side = 'in_flight') as left_as,
                        count(*) filter (where kind = 'settle' and side = 'in_flight') as settled,
                        count(*) filter (where kind = 'payout_failed' and side = 'in_flight') as failed from ${POSTINGS} x group by cause) t
        on t.cause = p.id
     where p.workspace_id = $1 and (t.left_as <> 1 or t.settled <> (p.state = 'settled')::int or t.failed <> (p.state = 'failed')::int)`,
  // One that ended before it could be issued (who issues it died, and the clock ran on) counts as used, and there never was a code of it.
  "a coupon is there for what its reward has given": `
    select r.id, r.used, r.expired, count(c.code) from reward r
      left join coupon c on c.workspace_id = $1 and c.reward_id = r.id and c.voided_at is null
     where r.workspace_id = $1 and r.form = 'coupon' group by r.id, r.used, r.expired having r.used - r.expired <> count(c.code)`,
  "a budget of one rule for ever is the sum of what is owed on it": `
    select b.program_id, b.key, b.used, sum(r.owed) from budget b
      join reward r on r.workspace_id = $1 and r.program_id = b.program_id and b.key = 'rule:' || r.rule and b.period = 'ever'
     where b.workspace_id = $1 group by 1, 2, 3 having b.used <> sum(r.owed)`,
};

/** Fails with the first thing in the books of the workspace that does not agree with the transfers. */
export async function assertBooks(engine: Books, workspace: string): Promise<void> {
  for (const [what, sql] of Object.entries(CHECKS)) expect(await engine.rows(sql, [workspace]), what).toEqual([]);
}
