-- What becomes of rewards once they are available: which part has left, how, and which payout or coupon carried it.

-- used: how much of the reward has left or is leaving (paid, redeemed, given), net of what later payouts took back for it; it may
--   pass owed (taken back after it was paid) and, when a payout fails afterwards, go below zero.
-- flying: the part of used that is in a payout whose result is not known yet.
-- Always, for each recipient, form and unit: available balance = sum of owed - used over matured rewards; in_flight balance = sum of
-- flying; pending balance = sum of owed over rewards that have not matured.
alter table reward add column used bigint not null default 0;
alter table reward add column flying bigint not null default 0;
alter table reward add column matured_transfer uuid;

-- A reward in review may be due for months: it is not looked at by every sweep.
drop index reward_due;
create index reward_due on reward (workspace_id, available_at) where state = 'pending' and gate is null;
-- Coupons to issue or to void. Empty nearly always.
create index reward_coupon on reward (workspace_id, id) where form = 'coupon' and matured_at is not null and used <> owed;
-- What a spent budget refused: read when an operator opens it again.
create index reward_refused on reward (workspace_id, program_id) where gate = 'budget';

-- The n-th coupon of its reward (a doubled reward gives two). voided_at: the reward was taken back before it was redeemed.
alter table coupon add column nth integer not null default 1;
alter table coupon add column voided_at bigint;
alter table coupon add column redeemed_key text collate "C";
create unique index coupon_reward on coupon (workspace_id, reward_id, nth);

-- maker: who made the batch. request_key: the caller's Idempotency-Key, so that a repeat after a crash finds the batch.
alter table payout_batch add column maker text not null default '';
alter table payout_batch add column request_key text collate "C";
create unique index payout_batch_request on payout_batch (workspace_id, request_key) where request_key is not null;

-- Which rewards a payout carries, each with what was left of it. Negative where it had been taken back after an earlier payout.
create table payout_reward (
  workspace_id uuid not null,
  payout_id uuid not null,
  reward_id uuid not null,
  amount bigint not null,
  primary key (workspace_id, payout_id, reward_id)
);
create index payout_reward_reward on payout_reward (workspace_id, reward_id);

-- Store credit, points and the like spent by the person who holds them.
create table redemption (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  form text collate "C" not null,
  unit text collate "C" not null,
  amount bigint not null check (amount > 0),
  reference text,
  at bigint not null,
  request_key text collate "C",
  primary key (workspace_id, id)
);
create index redemption_person on redemption (workspace_id, person_id);
create unique index redemption_request on redemption (workspace_id, request_key) where request_key is not null;

-- The parameter was called `found`, which PL/pgSQL takes for its own boolean: every call failed.
drop function assert_batch(text, bigint, bigint);
create function assert_batch(what text, expected bigint, counted bigint) returns void language plpgsql as $$
begin
  if expected is distinct from counted then
    raise exception 'assertion failed: % expected %, found %', what, expected, counted using errcode = 'GV001';
  end if;
end $$;

do $$
declare t text;
begin
  foreach t in array array['payout_reward', 'redemption']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)', t);
  end loop;
end $$;
