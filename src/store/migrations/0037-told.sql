-- What is told of reports: notes on days, and kept views that are sent to operators by mail.

-- What an operator noted about a day. What happened by itself (a launch, a version, a bonus window) is read where it stands.
create table annotation (
  workspace_id uuid not null,
  id uuid not null,
  day integer not null,
  program_id uuid,
  note text not null,
  created_by text not null,
  created_at bigint not null,
  changed_at bigint not null,
  primary key (workspace_id, id)
);
create index annotation_day on annotation (workspace_id, day);

-- A kept view that is sent. `on_day`: of the week from Monday (1 to 7), or of the month (1 to 28). `next_at`: when the next is due.
create table report_schedule (
  workspace_id uuid not null,
  id uuid not null,
  view_id uuid not null,
  every text not null check (every in ('day', 'week', 'month')),
  on_day smallint not null check (on_day between 1 and 28),
  at_hour smallint not null check (at_hour between 0 and 23),
  next_at bigint not null,
  created_by text not null,
  created_at bigint not null,
  primary key (workspace_id, id)
);
create index report_schedule_due on report_schedule (workspace_id, next_at);
create index report_schedule_view on report_schedule (workspace_id, view_id);

-- To whom. `off_at`: she wants it no more. `id`: in the link by which she says so.
create table report_reader (
  workspace_id uuid not null,
  schedule_id uuid not null,
  operator_id uuid not null,
  id uuid not null,
  off_at bigint,
  primary key (workspace_id, schedule_id, operator_id),
  unique (workspace_id, id)
);
create index report_reader_operator on report_reader (workspace_id, operator_id);

-- The language in which an operator works (null: not known yet, the workspace's is taken), and whether she gets the week by mail.
alter table operator add column locale text collate "C", add column weekly boolean not null default true;

do $$
declare t text;
begin
  foreach t in array array['annotation', 'report_schedule', 'report_reader']
  loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
