-- The home page: goals, and what was counted a while ago.

-- One goal of a workspace (program: all zeros) and one of each program. `since`: counted from there.
create table goal (
  workspace_id uuid not null,
  program_id uuid not null,
  metric text collate "C" not null check (metric in ('referrals', 'customers', 'advocates')),
  target bigint not null check (target > 0),
  since bigint not null,
  until bigint not null,
  changed_at bigint not null,
  primary key (workspace_id, program_id)
);

-- Sums that take a while where there are millions of accounts: kept with when they were made, what was new then, and how long it took.
create table home_sum (
  workspace_id uuid not null,
  seq bigint not null,
  at bigint not null,
  ms integer not null,
  sums json not null,
  primary key (workspace_id)
);

alter table goal enable row level security;
alter table goal force row level security;
create policy tenant on goal using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
alter table home_sum enable row level security;
alter table home_sum force row level security;
create policy tenant on home_sum using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));

-- Names that can be found by their beginning. Columns and not expressions: below row-level security only a bare column is compared within
-- an index. They go with their row.
alter table person_private
  add column name_key text collate "C" generated always as (left(lower(data ->> 'name'), 80)) stored,
  add column last_name_key text collate "C" generated always as (left(lower(substring(data ->> 'name' from '\s(\S+)\s*$')), 80)) stored;
create index person_name on person_private (workspace_id, name_key) where name_key is not null;
create index person_last_name on person_private (workspace_id, last_name_key) where last_name_key is not null;

-- What happened in a week, counted where it stands.
create index referral_qualified on referral (workspace_id, qualified_at) include (program_id, status) where qualified_at is not null;
create index advocate_joined on advocate (workspace_id, joined_at) include (program_id);
create index advocate_applied on advocate (workspace_id, program_id) where status = 'applied';
-- What waits for somebody, counted to a limit.
create index claim_pending on claim (workspace_id, id) where status = 'pending';
create index deliverable_waiting on deliverable (workspace_id, id) where status = 'submitted';
create index webhook_disabled on webhook_endpoint (workspace_id, id) where status = 'disabled' and reason is not null;
create index webhook_dead on webhook_delivery (workspace_id, decided_at) where status = 'dead';
