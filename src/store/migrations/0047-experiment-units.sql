-- Advocates who are dealt together in an experiment, settled when it starts: `unit` is the one whose number all of them have. Who is not
-- here is dealt by herself.
create table experiment_unit (
  workspace_id uuid not null,
  experiment_id uuid not null,
  person_id uuid not null,
  unit uuid not null,
  primary key (workspace_id, experiment_id, person_id)
);
alter table experiment_unit enable row level security;
alter table experiment_unit force row level security;
create policy tenant on experiment_unit using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
