-- What the console's money pages read and write: adjustments that a second operator approves, proofs of the books, and the indexes that
-- lists by state, figures by age and an account's transactions are read by.

-- What is waiting to be decided by an operator or by its holder: the queue of approvals.
create index reward_waits on reward (workspace_id, gate, id) where gate in ('review', 'choice') and state = 'pending';
-- By state, newest first; what is owed by age is folded from the index alone.
create index reward_open on reward (workspace_id, state, id) include (at, form, unit, owed, used, flying)
  where state in ('pending', 'available', 'in_flight');
create index reward_closed on reward (workspace_id, state, id) where state in ('fulfilled', 'reversed', 'denied', 'expired');
-- What leaves by hand and has not left yet.
create index reward_to_give on reward (workspace_id, id) where state = 'available' and form in ('gift_card', 'free_time', 'perk', 'custom');

-- An account's transactions, newest first, from either side.
create index transfer_debit on transfer (workspace_id, debit, id);
create index transfer_credit on transfer (workspace_id, credit, id);

-- Payouts of a batch by state: those that failed, those that wait for their result.
create index payout_state on payout (workspace_id, batch_id, state, id);

-- A change of somebody's balance by hand. state: waiting (for a second operator), approved (being done), done, refused.
-- proposed_by and decided_by are actors as the audit log names them. reason is kept without names.
create table adjustment (
  workspace_id uuid not null,
  id uuid not null,
  kind text collate "C" not null check (kind in ('grant', 'spend', 'reverse')),
  person_id uuid not null,
  program_id uuid,
  reward_id uuid,
  redemption_id uuid,
  form text collate "C" not null,
  unit text collate "C" not null,
  amount bigint not null check (amount > 0),
  reason text not null,
  state text collate "C" not null check (state in ('waiting', 'approved', 'done', 'refused')),
  proposed_by text collate "C" not null,
  proposed_at bigint not null,
  decided_by text collate "C",
  decided_at bigint,
  note text,
  primary key (workspace_id, id)
);
create index adjustment_person on adjustment (workspace_id, person_id);
create index adjustment_waiting on adjustment (workspace_id, id) where state in ('waiting', 'approved');

-- Proofs of the books that somebody asked for. beat_at: when the run last said how far it is; checks: what was proved, once it has ended.
create table ledger_proof (
  workspace_id uuid not null,
  id uuid not null,
  actor text collate "C" not null,
  started_at bigint not null,
  beat_at bigint not null,
  ended_at bigint,
  state text collate "C" not null check (state in ('running', 'ended', 'failed')),
  checked bigint not null default 0,
  step text not null default '',
  ok boolean,
  waiting bigint,
  checks json not null default '[]',
  balance json,
  primary key (workspace_id, id)
);
create unique index ledger_proof_running on ledger_proof (workspace_id) where state = 'running';

do $$
declare t text;
begin
  foreach t in array array['adjustment', 'ledger_proof']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using
      (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
