-- What is known of each person at a glance, segments over it, where customers say they came from, and plans to ask people.

-- A job keeps it (flow/profiles.ts): everything here can be made again from facts, orders and referrals. Goes with the person.
create table person_profile (
  workspace_id uuid not null,
  person_id uuid not null,
  country text collate "C",
  language text collate "C",
  tags text[] not null default '{}',
  has_email boolean not null default false,
  orders integer not null default 0,
  value bigint not null default 0,
  currency text collate "C",
  products text[] not null default '{}',
  first_order_at bigint,
  last_order_at bigint,
  seen_at bigint,
  engagement integer not null default 0,
  nps integer,
  referrals integer not null default 0,
  qualified integer not null default 0,
  referred boolean not null default false,
  joined_at bigint,
  score integer not null default 0,
  computed_at bigint not null,
  primary key (workspace_id, person_id)
);
create index person_profile_score on person_profile (workspace_id, score, person_id);
create index person_profile_country on person_profile (workspace_id, country, person_id);
create index person_profile_old on person_profile (workspace_id, computed_at);

-- How far profiles have come: facts by when they were received, the outbox by its number, people known before by their id.
create table profile_cursor (
  workspace_id uuid not null primary key,
  received_at bigint not null,
  seq bigint not null,
  backfill uuid,
  typical bigint not null default 0,
  typical_at bigint not null default 0
);
-- Facts are written in the order in which they are received: a range of pages says enough, and costs a write next to nothing.
create index fact_received on fact using brin (received_at) with (pages_per_range = 32, autosummarize = on);
create index fact_answer on fact (workspace_id, id) where type = 'survey_response';

create table segment (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  description text not null default '',
  filter json not null,
  created_at bigint not null,
  updated_at bigint not null,
  primary key (workspace_id, id)
);

-- Counts by source, as they were when it was made: never counted again. One is the baseline.
create table source_audit (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  origin text collate "C" not null check (origin in ('answers', 'orders', 'given')),
  from_at bigint,
  to_at bigint,
  counts json not null,
  baseline boolean not null default false,
  created_at bigint not null,
  primary key (workspace_id, id)
);
create unique index source_audit_baseline on source_audit (workspace_id) where baseline;

create table source_group (
  workspace_id uuid not null,
  id uuid not null,
  kind text collate "C" not null check (kind in ('segment', 'partners', 'employees', 'influencers', 'communities', 'other')),
  name text not null,
  owner text not null default '',
  segment_id uuid,
  size integer,
  consent text collate "C" not null default 'unknown' check (consent in ('given', 'some', 'none', 'unknown')),
  note text not null default '',
  created_at bigint not null,
  primary key (workspace_id, id)
);

create table outreach_plan (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  program_id uuid not null,
  starts_at bigint not null,
  mails integer not null,
  notes integer not null,
  created_at bigint not null,
  ended_at bigint,
  primary key (workspace_id, id)
);
-- Who is asked in which week (counted from 0), by which way. `person_id` null: a group whose people are not known here.
create table outreach_step (
  workspace_id uuid not null,
  plan_id uuid not null,
  nth integer not null,
  week integer not null,
  way text collate "C" not null check (way in ('mail', 'note')),
  group_id uuid not null,
  person_id uuid,
  asked_at bigint,
  skipped_at bigint,
  primary key (workspace_id, plan_id, nth)
);
create index outreach_step_person on outreach_step (workspace_id, person_id) where person_id is not null;

do $$
declare t text;
begin
  foreach t in array array['person_profile', 'profile_cursor', 'segment', 'source_audit', 'source_group',
    'outreach_plan', 'outreach_step']
  loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
