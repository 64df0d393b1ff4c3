/**
 * Proofs about the ledger that the database can make by itself: one statement each, over all transfers or rewards of the
 * workspace, in the server's memory and files and not in ours. Each answers with how many rows it looked at, how many are
 * wrong, and the first few of those.
 */
import type { Client } from "./db.ts";

export type Proof = { checked: number; bad: number; examples: string[] };

/** Runs a count of everything and a select of what is wrong (`id` and a word or two). */
export async function prove(db: Client, values: unknown[], of: { count: string; wrong: string }): Promise<Proof> {
  const all = await db.query<{ n: number }>(of.count, values);
  const found = await db.query<{ example: string; bad: number }>(
    `select w.example, count(*) over () as bad from (${of.wrong}) w(example) limit 5`,
    values,
  );
  return { checked: all.rows[0]?.n ?? 0, bad: found.rows[0]?.bad ?? 0, examples: found.rows.map((r) => r.example) };
}

/** I1. Every transfer is one positive amount between two different, known accounts of one form and unit. */
export function proveTransfers(db: Client, ws: string): Promise<Proof> {
  return prove(db, [ws], {
    count: "select count(*) as n from transfer where workspace_id = $1",
    wrong: `select concat('transfer ', t.id, ': ', case when t.amount <= 0 then 'amount not positive' when t.debit = t.credit
      then 'one account'
              when d.id is null or c.id is null then 'account unknown' else 'two units' end)
         from transfer t
         left join ledger_account d on d.workspace_id = $1 and d.id = t.debit
         left join ledger_account c on c.workspace_id = $1 and c.id = t.credit
        where t.workspace_id = $1
          and (t.amount <= 0 or t.debit = t.credit or d.id is null or c.id is null or d.unit <> c.unit or d.form <> c.form)`,
  });
}

/** No balance and no sum over a kind is beyond what can be told exactly (2^53): whoever reads it would be refused. */
export function proveExact(db: Client, ws: string): Promise<Proof> {
  return prove(db, [ws], {
    count: "select count(*) as n from ledger_account where workspace_id = $1",
    wrong: `select concat('account ', id, ' (', kind, ' ', unit, '): balance ', balance) from ledger_account
        where workspace_id = $1 and abs(balance) > 9007199254740991`,
  });
}

/** I2. Every kept balance is the sum of its transfers; pending, available and in flight are always kept, the others never. */
export function proveBalances(db: Client, ws: string): Promise<Proof> {
  return prove(db, [ws], {
    count: "select count(*) as n from ledger_account where workspace_id = $1",
    wrong: `select concat('account ', a.id, ' (', a.kind, ' ', a.unit, '): balance ', coalesce(a.balance::text, 'missing'),
      ', transfers ', coalesce(f.sum, 0))
         from ledger_account a
         left join (select account, sum(amount) as sum
                      from (select credit as account, amount from transfer where workspace_id = $1
                            union all select debit, -amount from transfer where workspace_id = $1) p group by account) f on f.account = a.id
        where a.workspace_id = $1 and case when a.kind in ('pending', 'available', 'in_flight', 'settled', 'expired', 'company')
              then a.balance is distinct from coalesce(f.sum, 0) else a.balance is not null end`,
  });
}

/** I3, counted: one grant under a business key. (That its id follows from the key is proved where rewards are streamed.) */
export function proveGrants(db: Client, ws: string): Promise<Proof> {
  return prove(db, [ws], {
    count: "select count(*) as n from reward where workspace_id = $1",
    wrong: `select concat(count(*), ' grants under ', program_id, ' ', rule, ' ', basis, ' ', recipient_id) from reward
        where workspace_id = $1 group by program_id, rule, basis, recipient_id having count(*) > 1`,
  });
}

/** Posted = owed: what left the program's (or the paying company's) account for a reward, less what came back, is what the reward owes. */
export function provePosted(db: Client, ws: string): Promise<Proof> {
  return prove(db, [ws], {
    count: "select count(*) as n from reward where workspace_id = $1",
    wrong: `select concat('reward ', coalesce(r.id, p.reward_id), ': owed ', coalesce(r.owed::text, 'unknown'), ', posted ',
      coalesce(p.sum, 0), ' ', coalesce(p.unit, r.unit))
         from (select id, owed, unit, form from reward where workspace_id = $1) r
         full join (select x.reward_id, x.unit, x.form, sum(x.amount) as sum
                      from (select t.reward_id, d.unit, d.form, t.amount from transfer t
                              join ledger_account d on d.workspace_id = $1 and d.id = t.debit and d.kind in ('program_expense', 'company')
                             where t.workspace_id = $1 and t.reward_id is not null
                            union all
                            select t.reward_id, c.unit, c.form, -t.amount from transfer t
                              join ledger_account c on c.workspace_id = $1 and c.id = t.credit and c.kind in ('program_expense', 'company')
                             where t.workspace_id = $1 and t.reward_id is not null) x group by 1, 2, 3) p
           on p.reward_id = r.id and p.unit = r.unit and p.form = r.form
        where coalesce(p.sum, 0) <> coalesce(r.owed, 0)`,
  });
}

/** Every unit of every expense belongs to a reward: nothing was paid for nothing. */
export function proveCauses(db: Client, ws: string): Promise<Proof> {
  return prove(db, [ws], {
    count: "select count(*) as n from transfer where workspace_id = $1",
    wrong: `select concat('transfer ', t.id, ': an expense without a reward') from transfer t
         join ledger_account a on a.workspace_id = $1 and a.id in (t.debit, t.credit) and a.kind in ('program_expense', 'company')
        where t.workspace_id = $1 and t.reward_id is null`,
  });
}

/**
 * The rewards' own numbers against the accounts of the people who hold them: pending = owed and not matured, available = owed
 * less used, in flight = flying, expired = what ended, settled = used and arrived. People who were merged hold together: a payout brings
 * their balances to one account, and what it carried of a grant stays where the grant is.
 */
export function proveHoldings(db: Client, ws: string): Promise<Proof> {
  return prove(db, [ws], {
    count: "select count(*) as n from (select from reward where workspace_id = $1 group by recipient_id, form, unit) x",
    wrong: `select concat('person ', coalesce(h.owner, r.owner), ' ', coalesce(h.form, r.form), ' ', coalesce(h.unit, r.unit),
      ': accounts ',
              concat_ws('/', coalesce(h.pending, 0), coalesce(h.available, 0), coalesce(h.in_flight, 0), coalesce(h.settled, 0),
                coalesce(h.expired, 0)),
                ', rewards ',
              concat_ws('/', coalesce(r.pending, 0), coalesce(r.available, 0), coalesce(r.in_flight, 0), coalesce(r.settled, 0),
                coalesce(r.expired, 0)),
              ' (pending/available/in flight/settled/expired)')
         from (select coalesce(p.merged_into, a.owner_id) as owner, a.form, a.unit,
                      sum(a.balance) filter (where a.kind = 'pending') as pending,
                        sum(a.balance) filter (where a.kind = 'available') as available,
                      sum(a.balance) filter (where a.kind = 'in_flight') as in_flight,
                        sum(a.balance) filter (where a.kind = 'settled') as settled,
                        sum(a.balance) filter (where a.kind = 'expired') as expired
                 from ledger_account a left join person p on p.workspace_id = $1 and p.id = a.owner_id
                where a.workspace_id = $1 and a.kind in ('pending', 'available', 'in_flight', 'settled', 'expired') group by 1, 2, 3) h
         full join (select coalesce(p.merged_into, w.recipient_id) as owner, w.form, w.unit,
                      sum(w.owed) filter (where w.matured_at is null) as pending,
                      sum(w.owed - w.used) filter (where w.matured_at is not null) as available,
                      sum(w.flying) as in_flight, sum(w.used - w.flying - w.expired) as settled,
                      sum(w.expired) as expired
                 from reward w left join person p on p.workspace_id = $1 and p.id = w.recipient_id
                where w.workspace_id = $1 group by 1, 2, 3) r using (owner, form, unit)
        where coalesce(h.pending, 0) <> coalesce(r.pending, 0) or coalesce(h.available, 0) <> coalesce(r.available, 0)
           or coalesce(h.in_flight, 0) <> coalesce(r.in_flight, 0) or coalesce(h.settled, 0) <> coalesce(r.settled, 0)
           or coalesce(h.expired, 0) <> coalesce(r.expired, 0)`,
  });
}

/** The state that a reward shows is the one that its numbers say. */
export function proveStates(db: Client, ws: string): Promise<Proof> {
  return prove(db, [ws], {
    count: "select count(*) as n from reward where workspace_id = $1",
    wrong: `select concat('reward ', id, ': ', state, ' with owed ', owed, ', used ', used, ', matured ',
      matured_at is not null) from reward
        where workspace_id = $1 and not case state
          when 'pending' then matured_at is null and owed > 0
          when 'available' then matured_at is not null and owed > used
          when 'in_flight' then matured_at is not null and owed <= used and flying > 0
          when 'fulfilled' then matured_at is not null and owed <= used and flying <= 0 and expired = 0
          when 'expired' then matured_at is not null and owed > 0 and owed <= used and flying <= 0 and expired > 0
          else owed = 0 end
        union all
       select concat('reward ', id, ': owed ', owed) from reward where workspace_id = $1 and owed < 0`,
  });
}

/** I7. A payout is the sum of the rewards that it carries, and what is in flight is what undecided payouts say. */
export function provePayouts(db: Client, ws: string): Promise<Proof> {
  return prove(db, [ws], {
    count: "select count(*) as n from payout where workspace_id = $1",
    wrong: `select concat('payout ', p.id, ': ', p.amount, ', its rewards ', coalesce(sum(i.amount), 0)) from payout p
         left join payout_reward i on i.workspace_id = $1 and i.payout_id = p.id
        where p.workspace_id = $1 group by p.id, p.amount having p.amount <> coalesce(sum(i.amount), 0)
        union all
       select concat('payout ', p.id, ': ', p.state, ', ', count(t.id), ' transfers of ', coalesce(sum(t.amount), 0)) from payout p
         left join transfer t on t.workspace_id = $1 and t.group_id = p.batch_id and t.cause = p.id
              and t.kind = case p.state when 'in_flight' then 'payout' when 'settled' then 'settle' else 'payout_failed' end
        where p.workspace_id = $1 group by p.id, p.state, p.amount having count(t.id) <> 1 or sum(t.amount) <> p.amount
        union all
       select concat('reward ', r.id, ': flying ', r.flying, ', payouts ', coalesce(sum(i.amount), 0)) from reward r
         left join (select i.reward_id, i.amount from payout_reward i
                      join payout p on p.workspace_id = $1 and p.id = i.payout_id and p.state = 'in_flight' where i.workspace_id = $1) i
           on i.reward_id = r.id
        where r.workspace_id = $1 group by r.id, r.flying having r.flying <> coalesce(sum(i.amount), 0)`,
  });
}
