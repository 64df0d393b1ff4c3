-- The engine's tables. Rules of the house (docs/decisions): every tenant table carries workspace_id first, in its
-- primary key and every unique index, so that the same schema runs on a laptop, a server and a cluster. No triggers.
-- Instants that rules compare are epoch milliseconds (bigint): the core never parses a date. Text keys use collate "C"
-- so that the database and the core sort alike (and faster: no locale tables).

-- Directories: the few things that are global. No personal data, no row-level security, read by key only.
create table workspace_directory (
  workspace_id uuid not null primary key,
  slug text collate "C" not null unique,
  sandbox_of uuid
);
create table link_directory (
  code text collate "C" not null primary key,
  workspace_id uuid not null
);
create table key_directory (
  key_hash text collate "C" not null primary key,
  workspace_id uuid not null
);
create table rate_bucket (
  bucket text collate "C" not null primary key,
  window_start bigint not null,
  used integer not null
);

create table workspace (
  workspace_id uuid not null primary key,
  slug text not null,
  name text not null,
  zone text not null default 'UTC',
  sandbox_of uuid,
  clock_offset_ms bigint not null default 0,
  programs_revision integer not null default 0,
  -- Erasures so far: salt of new people's derived ids, so that who was erased and comes back is somebody new.
  epoch integer not null default 0,
  backdate_days integer not null default 400,
  settings json not null default '{}',
  created_at timestamptz not null default now()
);

create table api_key (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('secret', 'publishable', 'test')),
  key_hash text collate "C" not null,
  prefix text not null,
  last4 text not null,
  scopes text[] not null default '{}',
  name text not null default '',
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id)
);

-- One-time sign-in links and console sessions: only hashes are kept.
create table sign_in (
  token_hash text collate "C" not null primary key,
  workspace_id uuid not null,
  kind text not null check (kind in ('link', 'session')),
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);

create table company (
  workspace_id uuid not null,
  id uuid not null,
  external_id text collate "C" not null,
  name text not null default '',
  domain text collate "C",
  first_order_at bigint,
  first_order_client text collate "C",
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, external_id)
);

-- state: the saved fold of the person's facts (core/reducer.ts), text because it is only read back.
create table person (
  workspace_id uuid not null,
  id uuid not null,
  has_user_id boolean not null default false,
  merged_into uuid,
  company_id uuid,
  state text not null default '',
  created_at bigint not null,
  erased_at bigint,
  primary key (workspace_id, id)
);
create index person_merged on person (workspace_id, merged_into) where merged_into is not null;
create index person_company on person (workspace_id, company_id) where company_id is not null;

-- kind: 1 user_id, 2 e-mail (normalised), 3 phone (E.164), 4 anonymous id
create table person_identity (
  workspace_id uuid not null,
  kind smallint not null,
  value text collate "C" not null,
  person_id uuid not null,
  primary key (workspace_id, kind, value)
);

-- Everything about a person that must be forgettable: deleting this row and the identities erases the person.
create table person_private (
  workspace_id uuid not null,
  person_id uuid not null,
  data json not null default '{}',
  updated_at bigint not null,
  primary key (workspace_id, person_id)
);
create table event_private (
  workspace_id uuid not null,
  fact_id uuid not null,
  person_id uuid,
  data json not null,
  expires_at bigint not null,
  primary key (workspace_id, fact_id)
);
create index event_private_person on event_private (workspace_id, person_id);

create table merge_suggestion (
  workspace_id uuid not null,
  person_a uuid not null,
  person_b uuid not null,
  reason text not null,
  at bigint not null,
  decided text,
  primary key (workspace_id, person_a, person_b)
);

create table program (
  workspace_id uuid not null,
  id uuid not null,
  key text collate "C" not null,
  status text not null default 'draft' check (status in ('draft', 'live', 'paused', 'ended')),
  draft json,
  version integer not null default 0,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, key)
);
create table program_version (
  workspace_id uuid not null,
  program_id uuid not null,
  version integer not null,
  definition json not null,
  effective_from bigint not null,
  applies_to text not null default 'new_referrals' check (applies_to in ('new_referrals', 'open_referrals')),
  published_at bigint not null,
  primary key (workspace_id, program_id, version),
  foreign key (workspace_id, program_id) references program (workspace_id, id)
);
-- When a program was live, paused or ended: a fold of an old fact asks for its own instant.
create table program_status (
  workspace_id uuid not null,
  program_id uuid not null,
  at bigint not null,
  seq integer not null,
  status text not null,
  primary key (workspace_id, program_id, at, seq),
  foreign key (workspace_id, program_id) references program (workspace_id, id)
);

create table advocate (
  workspace_id uuid not null,
  program_id uuid not null,
  person_id uuid not null,
  joined_at bigint not null,
  status text not null default 'active' check (status in ('active', 'left', 'applied', 'refused')),
  primary key (workspace_id, program_id, person_id)
);
create index advocate_person on advocate (workspace_id, person_id);

create table link (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  person_id uuid not null,
  code text collate "C" not null,
  code_key text collate "C" not null,
  kind text not null check (kind in ('random', 'vanity', 'coupon')),
  channel text,
  created_at bigint not null,
  disabled_at bigint,
  primary key (workspace_id, id),
  unique (workspace_id, code_key)
);
create index link_person on link (workspace_id, person_id, program_id);

create table touch (
  workspace_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  program_id uuid not null,
  person_id uuid not null,
  at bigint not null,
  channel text,
  primary key (workspace_id, id)
);

-- A fact is written once, with its outcome. Later outcomes go to decision_revision.
create table fact (
  workspace_id uuid not null,
  id uuid not null,
  client_id text collate "C" not null,
  hash text collate "C" not null,
  type text collate "C" not null,
  person_id uuid,
  order_id text collate "C",
  at bigint not null,
  received_at bigint not null,
  status text collate "C" not null check (status in ('settled', 'parked', 'rejected', 'failed')),
  body json not null,
  outcome json not null,
  primary key (workspace_id, client_id)
);
create unique index fact_id on fact (workspace_id, id);
create index fact_person on fact (workspace_id, person_id);
-- Corrections find their order and the order finds them, whichever comes first. Partial: purchases pay nothing for it.
create index fact_correction on fact (workspace_id, order_id)
  where order_id is not null and type in ('refund', 'chargeback', 'order_updated');
create index fact_attention on fact (workspace_id, status) where status in ('failed', 'parked');

create table decision_revision (
  workspace_id uuid not null,
  fact_id uuid not null,
  revision integer not null,
  at bigint not null,
  cause uuid,
  outcome json not null,
  primary key (workspace_id, fact_id, revision)
);

-- An order is one row, made by whichever comes first: the purchase or its refund (parked, no person yet).
create table order_state (
  workspace_id uuid not null,
  order_id text collate "C" not null,
  person_id uuid,
  owner_at bigint,
  owner_client text collate "C",
  currency text collate "C" not null,
  total bigint not null default 0,
  refunded bigint not null default 0,
  primary key (workspace_id, order_id),
  check (refunded >= 0)
);
create index order_state_parked on order_state (workspace_id, order_id) where person_id is null;

create table referral (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  friend_id uuid not null,
  advocate_id uuid not null,
  link_id uuid,
  evidence text collate "C" not null,
  evidence_at bigint not null,
  bound_at bigint not null,
  bound_client text collate "C" not null,
  version integer not null,
  stage text collate "C" not null,
  stage_at bigint not null,
  qualified_at bigint,
  qualified_client text collate "C",
  rank_at bigint,
  rank_client text collate "C",
  period text collate "C",
  status text collate "C" not null default 'open' check (status in ('open', 'qualified', 'rejected', 'superseded')),
  frozen_at bigint,
  manual boolean not null default false,
  primary key (workspace_id, id),
  unique (workspace_id, program_id, friend_id)
);
create index referral_advocate on referral (workspace_id, advocate_id, program_id);
create index referral_unfrozen on referral (workspace_id, bound_at) where frozen_at is null;

-- The saved fold of advocate x program x period: ordinals, caps, tiers.
create table standing (
  workspace_id uuid not null,
  program_id uuid not null,
  owner_id uuid not null,
  period text collate "C" not null,
  period_end bigint,
  state text not null,
  closed_at bigint,
  primary key (workspace_id, program_id, owner_id, period)
);
create index standing_open on standing (workspace_id, period_end) where closed_at is null and period_end is not null;

-- A grant is unique by its business key; its amount changes by adjustments (revision) and may go to zero and come back.
create table reward (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  version integer not null,
  rule text collate "C" not null,
  basis text collate "C" not null,
  recipient_id uuid not null,
  friend_id uuid,
  advocate_id uuid,
  fact_id uuid not null,
  parent_id uuid,
  at bigint not null,
  client_id text collate "C" not null,
  rank_at bigint not null,
  rank_client text collate "C" not null,
  period text collate "C" not null default '',
  form text collate "C" not null,
  unit text collate "C" not null,
  nominal bigint not null,
  kept_num bigint not null default 1,
  kept_den bigint not null default 1,
  counts boolean not null default true,
  owed bigint not null,
  revision integer not null default 0,
  state text collate "C" not null check (state in ('pending', 'available', 'in_flight', 'fulfilled', 'reversed', 'denied', 'expired')),
  reason text collate "C",
  gate text collate "C",
  available_at bigint not null,
  matured_at bigint,
  payload json,
  primary key (workspace_id, id),
  unique (workspace_id, program_id, rule, basis, recipient_id)
);
create index reward_friend on reward (workspace_id, friend_id);
create index reward_recipient on reward (workspace_id, recipient_id, program_id, period);
create index reward_due on reward (workspace_id, available_at) where state = 'pending';

create table budget (
  workspace_id uuid not null,
  program_id uuid not null,
  key text collate "C" not null,
  period text collate "C" not null,
  used bigint not null default 0,
  used_count bigint not null default 0,
  spent_at bigint,
  primary key (workspace_id, program_id, key, period)
);

-- Conditions that wait (when.after): a recorded time fact is made when the instant comes.
create table delay (
  workspace_id uuid not null,
  person_id uuid not null,
  program_id uuid not null,
  rule text collate "C" not null,
  basis text collate "C" not null,
  due_at bigint not null,
  done_at bigint,
  primary key (workspace_id, person_id, program_id, rule, basis)
);
create index delay_due on delay (workspace_id, due_at) where done_at is null;

create table ledger_account (
  workspace_id uuid not null,
  id uuid not null,
  kind text collate "C" not null check (kind in ('program_expense', 'pending', 'available', 'in_flight', 'settled', 'expired', 'clearing')),
  owner_id uuid not null,
  form text collate "C" not null,
  unit text collate "C" not null,
  balance bigint,
  primary key (workspace_id, id)
);
create index ledger_account_owner on ledger_account (workspace_id, owner_id);

-- One positive amount from one account to another of the same unit: every row balances by construction.
create table transfer (
  workspace_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  kind text collate "C" not null,
  reward_id uuid,
  cause uuid not null,
  at bigint not null,
  debit uuid not null,
  credit uuid not null,
  amount bigint not null check (amount > 0),
  primary key (workspace_id, id),
  check (debit <> credit)
);

create table outbox (
  workspace_id uuid not null,
  seq bigint generated always as identity,
  at bigint not null,
  payload json not null,
  primary key (workspace_id, seq)
);
create table outbox_cursor (
  workspace_id uuid not null,
  consumer text collate "C" not null,
  seq bigint not null default 0,
  primary key (workspace_id, consumer)
);

create table coupon (
  workspace_id uuid not null,
  code text collate "C" not null,
  reward_id uuid not null,
  person_id uuid not null,
  terms json not null,
  valid_until bigint,
  issued_at bigint not null,
  redeemed_at bigint,
  redeemed_order text,
  receipt text,
  primary key (workspace_id, code)
);
create index coupon_person on coupon (workspace_id, person_id);

create table payout_batch (
  workspace_id uuid not null,
  id uuid not null,
  unit text collate "C" not null,
  form text collate "C" not null,
  status text not null default 'open' check (status in ('open', 'closed')),
  created_at bigint not null,
  primary key (workspace_id, id)
);
create table payout (
  workspace_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  person_id uuid not null,
  unit text collate "C" not null,
  form text collate "C" not null,
  amount bigint not null check (amount > 0),
  state text not null default 'in_flight' check (state in ('in_flight', 'settled', 'failed')),
  reference text,
  error text,
  created_at bigint not null,
  decided_at bigint,
  primary key (workspace_id, id),
  unique (workspace_id, batch_id, person_id)
);
create index payout_person on payout (workspace_id, person_id);

create table import (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  status text not null default 'open' check (status in ('open', 'closed', 'cancelled')),
  mapping json not null default '{}',
  source text not null default '',
  byte_offset bigint not null default 0,
  row_number bigint not null default 0,
  accepted bigint not null default 0,
  refused bigint not null default 0,
  opened_at bigint not null,
  closed_at bigint,
  primary key (workspace_id, id)
);
create index import_open on import (workspace_id) where status = 'open';

create table resettle_request (
  workspace_id uuid not null,
  kind text not null check (kind in ('person', 'standing')),
  key text collate "C" not null,
  requested_at bigint not null,
  primary key (workspace_id, kind, key)
);

create table idempotency (
  workspace_id uuid not null,
  key text collate "C" not null,
  route text not null,
  hash text not null,
  status integer,
  body text,
  created_at timestamptz not null default now(),
  primary key (workspace_id, key)
);

create table audit (
  workspace_id uuid not null,
  id uuid not null,
  at bigint not null,
  actor text not null,
  action text not null,
  target text not null,
  detail json not null default '{}',
  request_id text,
  primary key (workspace_id, id)
);
create index audit_at on audit (workspace_id, at);

-- Row-level security works with `set local` only (not set_config), on one server and on a cluster.
create function set_workspace(ws uuid) returns void language plpgsql as $$
begin
  execute format('set local app.workspace_id = %L', ws);
end $$;

-- One writer at a time per workspace: everything that writes money or identity begins here. The lock is taken before
-- any read of the batch, so that what follows sees every earlier commit. The instant is the database's own clock
-- (plus the sandbox's offset): no application clock ever decides.
create function begin_batch(
  ws uuid, out instant bigint, out revision integer, out epoch integer, out backdate_days integer, out importing boolean
)
language plpgsql as $$
begin
  execute format('set local app.workspace_id = %L', ws);
  perform pg_advisory_xact_lock(hashtextextended(ws::text, 4400));
  select (extract(epoch from clock_timestamp()) * 1000)::bigint + w.clock_offset_ms, w.programs_revision, w.epoch, w.backdate_days,
         exists (select 1 from import i where i.workspace_id = ws and i.status = 'open')
    into instant, revision, epoch, backdate_days, importing from workspace w where w.workspace_id = ws;
end $$;

-- The workspace's present instant without the writer's lock (reads, redirects).
create function workspace_now(ws uuid) returns bigint language plpgsql as $$
declare result bigint;
begin
  execute format('set local app.workspace_id = %L', ws);
  select (extract(epoch from clock_timestamp()) * 1000)::bigint + w.clock_offset_ms into result from workspace w where w.workspace_id = ws;
  return result;
end $$;

-- Newer words win, attributes one by one. Personal data only, so json is good enough.
create function merge_private(old json, new json) returns json language plpgsql immutable as $$
begin
  return (old::jsonb || new::jsonb || case when (new::jsonb) ? 'attributes'
    then jsonb_build_object('attributes', coalesce(old::jsonb->'attributes', '{}') || (new::jsonb->'attributes'))
    else '{}'::jsonb end)::json;
end $$;

-- The batch's last statement before commit: counts must be what was decided, or nothing is written.
create function assert_batch(what text, expected bigint, found bigint) returns void language plpgsql as $$
begin
  if expected is distinct from found then
    raise exception 'assertion failed: % expected %, found %', what, expected, found using errcode = 'GV001';
  end if;
end $$;

do $$
declare t text;
begin
  for t in select c.table_name from information_schema.columns c join information_schema.tables x using (table_schema, table_name)
            where c.table_schema = current_schema() and c.column_name = 'workspace_id' and x.table_type = 'BASE TABLE'
              and c.table_name not in ('workspace_directory', 'link_directory', 'key_directory', 'sign_in')
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using (workspace_id = nullif(current_setting(''app.workspace_id'', true), '''')::uuid)', t);
  end loop;
end $$;
