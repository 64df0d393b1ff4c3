-- Reports that were kept under a name, links that show one to whoever has them, and mails that bring one.

create table report_view (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  report text collate "C" not null,
  query json not null,
  created_by text not null,
  created_at bigint not null,
  changed_at bigint not null,
  primary key (workspace_id, id)
);

-- Shows a view as it is asked for, until it expires or is revoked. Only the token's hash is kept.
create table report_link (
  workspace_id uuid not null,
  id uuid not null,
  view_id uuid not null,
  token_hash text collate "C" not null,
  expires_at bigint not null,
  revoked_at bigint,
  seen integer not null default 0,
  created_by text not null,
  created_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash)
);
create index report_link_view on report_link (workspace_id, view_id);

-- An operator who wants a view by mail: on Mondays, or on the first of the month.
create table report_mail (
  workspace_id uuid not null,
  view_id uuid not null,
  operator_id uuid not null,
  every text collate "C" not null check (every in ('week', 'month')),
  next_at bigint not null,
  sent_at bigint,
  created_at bigint not null,
  primary key (workspace_id, view_id, operator_id)
);
create index report_mail_next on report_mail (workspace_id, next_at);

do $$
declare t text;
begin
  foreach t in array array['report_view', 'report_link', 'report_mail']
  loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
