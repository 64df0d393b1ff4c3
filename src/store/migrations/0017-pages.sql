-- What a friend meets: who recommends, and under which name of the business.

-- What a person chose to show of herself to those she recommends to. Personal data: deleted with the person, never in facts.
create table person_shown (
  workspace_id uuid not null,
  person_id uuid not null,
  name text,
  picture bytea,
  picture_type text collate "C" check (picture_type in ('image/png', 'image/jpeg', 'image/webp')),
  updated_at bigint not null,
  primary key (workspace_id, person_id),
  check ((picture is null) = (picture_type is null))
);

-- Names of the business's own for links and pages. One is believed when its DNS says the token; only then it is in the directory,
-- which is global by nature: a Host header is all that a visitor brings.
create table workspace_domain (
  workspace_id uuid not null,
  domain text collate "C" not null,
  token text collate "C" not null,
  created_at bigint not null,
  checked_at bigint,
  verified_at bigint,
  primary key (workspace_id, domain)
);
create table domain_directory (
  domain text collate "C" not null primary key,
  workspace_id uuid not null
);

do $$
declare t text;
begin
  foreach t in array array['person_shown', 'workspace_domain']
  loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
