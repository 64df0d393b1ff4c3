-- Coupons from pools and with several uses, what the till writes, what a referral's risk is judged by, and licences.

-- How many times it was used. redeemed_at is set when nothing of it is left; a coupon with one use has it after the first.
alter table coupon add column uses integer not null default 0;
-- As its maker writes it (an uploaded code with its dashes); null: as the code itself.
alter table coupon add column written text;

-- One row a use. till: the key that redeemed it; receipt: the till's own number, by which a repeat is known.
create table coupon_use (
  workspace_id uuid not null,
  code text collate "C" not null,
  nth integer not null,
  person_id uuid,
  order_id text collate "C",
  receipt text collate "C",
  till text collate "C" not null,
  request_key text collate "C",
  combinable boolean not null,
  discount bigint,
  currency text collate "C",
  at bigint not null,
  primary key (workspace_id, code, nth)
);
-- The backstop: one till's receipt uses a coupon once.
create unique index coupon_use_receipt on coupon_use (workspace_id, code, till, receipt) where receipt is not null;
create index coupon_use_bill on coupon_use (workspace_id, till, receipt) where receipt is not null;
create index coupon_use_order on coupon_use (workspace_id, order_id) where order_id is not null;
create index coupon_use_person on coupon_use (workspace_id, person_id) where person_id is not null;

-- Codes that the business uploaded for a rule, given out in the order in which they came.
create table coupon_pool_code (
  workspace_id uuid not null,
  code text collate "C" not null,
  written text not null,
  program_id uuid not null,
  rule text collate "C" not null,
  position bigint not null,
  added_at bigint not null,
  taken_at bigint,
  reward_id uuid,
  primary key (workspace_id, code)
);
create index coupon_pool_free on coupon_pool_code (workspace_id, program_id, rule, position) where taken_at is null;
create index coupon_pool_rule on coupon_pool_code (workspace_id, program_id, rule, position);

-- What people were seen with, as keyed hashes that nobody can turn back, for a limited time.
-- kind: device, payment, address, network.
create table risk_signal (
  workspace_id uuid not null,
  kind text collate "C" not null,
  hash text collate "C" not null,
  person_id uuid not null,
  last_at bigint not null,
  expires_at bigint not null,
  primary key (workspace_id, kind, hash, person_id)
);
create index risk_signal_person on risk_signal (workspace_id, person_id);
create index risk_signal_expiry on risk_signal (workspace_id, expires_at);

-- What was made of a referral, and what was read for it (inputs: yes, no and numbers, never an identifier). state: allowed (nothing to
-- decide), open (held until somebody decides), approved, refused. decided_by: policy, operator, or nobody (the time was over).
create table risk_assessment (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  friend_id uuid not null,
  advocate_id uuid not null,
  version integer not null,
  score integer not null,
  verdict text collate "C" not null check (verdict in ('allow', 'hold', 'refuse')),
  reasons json not null,
  inputs json not null,
  scored_at bigint not null,
  state text collate "C" not null check (state in ('allowed', 'open', 'approved', 'refused')),
  due_at bigint,
  decided_at bigint,
  decided_by text collate "C" check (decided_by in ('policy', 'operator', 'nobody')),
  note text,
  primary key (workspace_id, id)
);
create unique index risk_assessment_friend on risk_assessment (workspace_id, friend_id, program_id);
create index risk_assessment_advocate on risk_assessment (workspace_id, advocate_id, program_id);
create index risk_assessment_open on risk_assessment (workspace_id, due_at) where state = 'open';

-- What the business trusts and what it does not. Devices, payments and addresses as the same keyed hashes.
create table risk_list (
  workspace_id uuid not null,
  id uuid not null,
  list text collate "C" not null check (list in ('allow', 'block')),
  kind text collate "C" not null check (kind in ('email_domain', 'person', 'device', 'payment', 'address', 'ip_range')),
  value text collate "C" not null,
  note text,
  added_at bigint not null,
  expires_at bigint,
  primary key (workspace_id, id)
);
create unique index risk_list_value on risk_list (workspace_id, kind, value);

-- Licences: who they are of is known elsewhere; the number is private data and goes with the person.
create table licence (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text collate "C" not null,
  region text collate "C" not null,
  number text not null,
  valid_from bigint not null,
  valid_until bigint not null,
  status text collate "C" not null default 'unchecked' check (status in ('unchecked', 'checked', 'refused')),
  decided_at bigint,
  added_at bigint not null,
  primary key (workspace_id, id)
);
create index licence_person on licence (workspace_id, person_id, kind);

-- Rewards that wait for something other than time. Empty where no program has such gates.
create index reward_gate on reward (workspace_id, gate, id) where gate in ('risk', 'risk_review', 'licence');

do $$
declare t text;
begin
  foreach t in array array['coupon_use', 'coupon_pool_code', 'risk_signal', 'risk_assessment', 'risk_list', 'licence']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using
      (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
