-- The home page: goals, and what was counted a while ago.

-- One goal of a workspace (program: all zeros) and one of each program. `since`: counted from there.
create table goal (
  workspace_id uuid not null,
  program_id uuid not null,
  metric text collate "C" not null check (metric in ('referrals', 'customers', 'advocates', 'clicks')),
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

-- What happened in a week, counted where it stands.
create index referral_qualified on referral (workspace_id, qualified_at) where qualified_at is not null;
create index advocate_joined on advocate (workspace_id, joined_at);
create index advocate_applied on advocate (workspace_id, program_id) where status = 'applied';
