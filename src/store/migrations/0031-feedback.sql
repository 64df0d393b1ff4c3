-- How easy was it? Asked on people's own side after a good moment, each moment once: when she answered, or did not want to.
create table portal_asked (
  workspace_id uuid not null,
  person_id uuid not null,
  moment text collate "C" not null check (moment in ('share', 'reward')),
  at bigint not null,
  primary key (workspace_id, person_id, moment)
);
alter table portal_asked enable row level security;
alter table portal_asked force row level security;
create policy tenant on portal_asked using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));

-- Scores by month.
create index portal_help_score on portal_help (workspace_id, at) where score is not null;
