-- Sums over millions of rows: kept by name, with what was newest when they were made, when that was, and how long it took.
drop table home_sum;
create table kept_sum (
  workspace_id uuid not null,
  name text collate "C" not null,
  mark text collate "C" not null,
  at bigint not null,
  ms integer not null,
  sums json not null,
  primary key (workspace_id, name)
);
alter table kept_sum enable row level security;
alter table kept_sum force row level security;
create policy tenant on kept_sum using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));

-- What is owed by age is kept now: the columns that it was folded from made this the largest index of the table, written with every reward.
drop index reward_open;
create index reward_open on reward (workspace_id, state, id) where state in ('pending', 'available', 'in_flight');
