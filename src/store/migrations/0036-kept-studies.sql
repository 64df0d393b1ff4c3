-- Answers of studies, kept: what was asked (`asked` as it was asked, `ask` with its days), how far facts had come, when and how long it
-- took, and when somebody last looked. They hold people's ids: erasing anybody empties the table of the workspace.
create table kept_study (
  workspace_id uuid not null,
  name text collate "C" not null,
  asked text collate "C" not null,
  ask json not null,
  mark text collate "C" not null,
  at bigint not null,
  ms integer not null,
  found json not null,
  wanted_at bigint not null,
  primary key (workspace_id, name, asked)
);

-- Events by the five minutes in which they were received, and by type: how many, how many came late, and by how much the slowest.
create table report_arrival (
  workspace_id uuid not null,
  slot bigint not null,
  type text collate "C" not null,
  events integer not null,
  late integer not null,
  slowest bigint not null,
  primary key (workspace_id, slot, type)
);
-- From when on arrivals are counted; null: not yet.
alter table report_cursor add column arrivals_from bigint;

do $$
declare t text;
begin
  foreach t in array array['kept_study', 'report_arrival']
  loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
