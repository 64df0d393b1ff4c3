-- Reports that were kept under a name, and links that show one to whoever has them.

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

do $$
declare t text;
begin
  foreach t in array array['report_view', 'report_link']
  loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
