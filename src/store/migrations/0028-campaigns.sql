-- What is written to people on purpose (announcements, and asks after a good moment), calls that were refused, keys that may be shown.

-- An announcement goes once to an audience; one with a `moment` goes, again and again, to whoever has just had it. `next_at`: not looked
-- at before then; null: nothing to do. `cursor`: the audience is spread down to this person. `looked_to`: moments up to this instant.
create table announcement (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  program_id uuid,
  audience json not null,
  moment json,
  texts json not null,
  settings json not null,
  status text collate "C" not null default 'draft' check (status in ('draft', 'scheduled', 'running', 'sent', 'cancelled')),
  created_at bigint not null,
  scheduled_at bigint,
  started_at bigint,
  ended_at bigint,
  next_at bigint,
  cursor uuid,
  spread boolean not null default false,
  looked_to bigint,
  slot_at bigint not null default 0,
  asked integer not null default 0,
  held json not null default '{}',
  primary key (workspace_id, id)
);
create index announcement_next on announcement (workspace_id, next_at) where next_at is not null;

-- Who is meant by it, and what became of that: a row once a person and moment (`about`: the fact; zeros where there is none), so that
-- nobody is asked twice for one thing.
create table announcement_person (
  workspace_id uuid not null,
  announcement_id uuid not null,
  person_id uuid not null,
  about uuid not null,
  status text collate "C" not null default 'waiting' check (status in ('waiting', 'asked', 'held')),
  reason text collate "C",
  ready_at bigint not null,
  asked_at bigint,
  clicked_at bigint,
  dismissed_at bigint,
  primary key (workspace_id, announcement_id, person_id, about)
);
create index announcement_person_ready on announcement_person (workspace_id, announcement_id, ready_at, person_id) where status = 'waiting';
create index announcement_person_own on announcement_person (workspace_id, person_id, asked_at);

-- Calls that were refused or failed: who called what, and why not. No bodies, no ids in paths, the last thousand of a day.
create table request_log (
  workspace_id uuid not null,
  id uuid not null,
  at bigint not null,
  actor text collate "C" not null,
  method text collate "C" not null,
  path text collate "C" not null,
  status integer not null,
  code text collate "C" not null,
  ms integer not null,
  request_id text collate "C" not null,
  primary key (workspace_id, id)
);

-- A publishable key is no secret: its text is kept, so that a snippet can be shown with it.
alter table api_key add column shown text;

do $$
declare t text;
begin
  foreach t in array array['announcement', 'announcement_person', 'request_log']
  loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
