-- Experiments: which arms a program was dealt into, and when. Who is in which arm is a hash of `salt` and her id, and stands nowhere.

-- `arms`: [{key, name, weight, patch, version, first, below}]; versions and ranges are given at the start. `first`, `below`: the stretch of
-- 0 to 9,999 that takes part; experiments of one layer that run at a time have stretches of their own.
create table experiment (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  name text not null,
  hypothesis text not null,
  layer text collate "C" not null,
  salt text collate "C" not null,
  status text collate "C" not null default 'draft' check (status in ('draft', 'running', 'stopped')),
  arms json not null,
  design json not null,
  first integer check (first between 0 and 9999),
  below integer check (below between 1 and 10000 and below > first),
  created_at bigint not null,
  started_at bigint,
  ended_at bigint check (ended_at >= started_at),
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program (workspace_id, id),
  check ((status = 'draft') = (started_at is null)),
  check ((status = 'stopped') = (ended_at is not null))
);
-- Versions of a program are one line in time: one experiment of it runs at a time.
create unique index experiment_running on experiment (workspace_id, program_id) where status = 'running';
create index experiment_layer on experiment (workspace_id, layer) where status = 'running';

alter table experiment enable row level security;
alter table experiment force row level security;
create policy tenant on experiment using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
