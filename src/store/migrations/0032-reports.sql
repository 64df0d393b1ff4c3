-- Reports: what they count, by day. A job keeps it from what came in (flow/reports/bring.ts); all of it can be made again from facts,
-- orders, referrals, rewards and touches. Ids, days and amounts only: nothing here says who anybody is.

-- How far it has come: facts by when they were received, the outbox by its number, touches by their id. `backfill_*`: what was there
-- before is still to be counted; null when it was. `zone`: days are those of this zone.
create table report_cursor (
  workspace_id uuid not null primary key,
  zone text not null,
  at bigint not null,
  received_at bigint not null,
  seq bigint not null,
  touch uuid not null,
  retried_at bigint not null default 0,
  asked_at bigint not null default 0,
  backfill_friends uuid,
  backfill_advocates uuid,
  backfill_day integer
);

-- A friend in a program: the referral, and the days (since 1970, in the workspace's zone) on which she took each step.
create table report_friend (
  workspace_id uuid not null,
  referral_id uuid not null,
  program_id uuid not null,
  friend_id uuid not null,
  advocate_id uuid not null,
  channel text collate "C" not null,
  evidence text collate "C" not null,
  country text collate "C" not null,
  stage text collate "C" not null,
  came integer not null,
  signed integer,
  bought integer,
  again integer,
  qualified integer,
  orders integer not null,
  primary key (workspace_id, referral_id)
);
create index report_friend_person on report_friend (workspace_id, friend_id);
create index report_friend_came on report_friend (workspace_id, program_id, came);
create index report_friend_bought on report_friend (workspace_id, program_id, bought) where bought is not null;

-- An order of a friend since she came, with what is kept of it.
create table report_order (
  workspace_id uuid not null,
  order_id text collate "C" not null,
  referral_id uuid not null,
  program_id uuid not null,
  day integer not null,
  nth integer not null,
  total bigint not null,
  refunded bigint not null,
  currency text collate "C" not null,
  primary key (workspace_id, order_id, referral_id)
);
create index report_order_day on report_order (workspace_id, program_id, day);
create index report_order_referral on report_order (workspace_id, referral_id);

-- Somebody who was asked to take part in a program, or takes part.
create table report_advocate (
  workspace_id uuid not null,
  program_id uuid not null,
  person_id uuid not null,
  country text collate "C" not null,
  asked integer,
  joined integer,
  shared boolean not null,
  visited boolean not null,
  referred boolean not null,
  primary key (workspace_id, person_id, program_id)
);
create index report_advocate_joined on report_advocate (workspace_id, program_id, joined) where joined is not null;
create index report_advocate_asked on report_advocate (workspace_id, program_id, asked) where asked is not null;

-- The figures. `dim` '' is the whole. `revised_at`, `was`: the day was over when this changed, and what it said before.
create table report_day (
  workspace_id uuid not null,
  program_id uuid not null,
  metric text collate "C" not null,
  dim text collate "C" not null,
  day integer not null,
  key text collate "C" not null,
  unit text collate "C" not null,
  value bigint not null,
  was bigint,
  revised_at bigint,
  primary key (workspace_id, program_id, metric, dim, day, key, unit)
);
create index report_day_revised on report_day (workspace_id, revised_at) where revised_at is not null and dim = '';

-- Who was asked since an instant.
create index announcement_person_asked on announcement_person (workspace_id, asked_at) where asked_at is not null;
create index outreach_step_asked on outreach_step (workspace_id, asked_at) where asked_at is not null;

-- What other channels cost, as the business enters it: one amount a channel, day and currency. `customers`: whom it won, where known.
create table channel_spend (
  workspace_id uuid not null,
  channel text collate "C" not null,
  day integer not null,
  currency text collate "C" not null,
  amount bigint not null check (amount >= 0),
  customers integer check (customers >= 0),
  entered_at bigint not null,
  primary key (workspace_id, channel, day, currency)
);
create index channel_spend_day on channel_spend (workspace_id, day);

do $$
declare t text;
begin
  foreach t in array array['report_cursor', 'report_friend', 'report_order', 'report_advocate', 'report_day', 'channel_spend']
  loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
