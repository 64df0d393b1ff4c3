-- What people asked for about themselves: how they want to be told, and their questions.

-- `off`: topics of mail that she does not want.
create table portal_preference (
  workspace_id uuid not null,
  person_id uuid not null,
  locale text collate "C",
  zone text collate "C",
  off text[] not null default '{}',
  digest text collate "C" not null default 'each' check (digest in ('each', 'weekly', 'none')),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, person_id)
);

-- Questions and remarks, with the answer. Personal data, which goes with the person.
create table portal_help (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  program text collate "C",
  topic text collate "C" not null,
  text text not null,
  page text,
  at bigint not null,
  answer text,
  answered_at bigint,
  primary key (workspace_id, id)
);
create index portal_help_person on portal_help (workspace_id, person_id);

do $$
declare t text;
begin
  foreach t in array array['portal_preference', 'portal_help']
  loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
