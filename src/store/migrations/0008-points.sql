-- Points that end, a catalogue to spend them on, levels, gatherings, and what people say of us.

-- expires_at: when what is left of the reward ends; null for never.
-- expired: the part of `used` that ended so instead of leaving. settled balance = sum of used - flying - expired; expired balance = sum
--   of expired; available stays the sum of owed - used.
alter table reward add column expires_at bigint;
alter table reward add column expired bigint not null default 0 check (expired >= 0);
-- Its holder was told that it ends soon.
alter table reward add column expiry_told_at bigint;
create index reward_untold on reward (workspace_id, expires_at)
  where expires_at is not null and expiry_told_at is null and matured_at is not null and used < owed;
create index reward_expiry on reward (workspace_id, expires_at)
  where expires_at is not null and matured_at is not null and used < owed;

-- What may be had for points or credit. stock: what is left, null without end. program_id and level: who may take it, anybody when null.
create table catalogue_item (
  workspace_id uuid not null,
  id uuid not null,
  key text collate "C" not null,
  name text not null,
  description text not null default '',
  program_id uuid,
  level text collate "C",
  form text collate "C" not null,
  unit text collate "C" not null,
  price bigint not null check (price > 0),
  stock bigint check (stock >= 0),
  per_person integer check (per_person > 0),
  active boolean not null default true,
  created_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, key)
);

alter table redemption add column item_id uuid;
alter table redemption add column cancelled_at bigint;
create index redemption_item on redemption (workspace_id, item_id, person_id) where item_id is not null;
-- What a redemption took of which reward, so that it can be given back to where it came from.
create table redemption_reward (
  workspace_id uuid not null,
  redemption_id uuid not null,
  reward_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (workspace_id, redemption_id, reward_id)
);

-- Where an advocate stands in a program's levels. points: earned within the window when it was last looked at. next_at: when time alone may
-- change it (a reward leaves the window, a notice is over).
create table advocate_level (
  workspace_id uuid not null,
  program_id uuid not null,
  person_id uuid not null,
  level text collate "C",
  since bigint,
  points bigint not null default 0,
  notice_level text collate "C",
  notice_at bigint,
  notice_due bigint,
  next_at bigint,
  checked_at bigint not null,
  primary key (workspace_id, program_id, person_id)
);
create index advocate_level_next on advocate_level (workspace_id, next_at) where next_at is not null;
create index advocate_level_person on advocate_level (workspace_id, person_id);
create table level_change (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  person_id uuid not null,
  at bigint not null,
  kind text collate "C" not null check (kind in ('reached', 'notice', 'kept', 'lost')),
  from_level text collate "C",
  to_level text collate "C",
  points bigint not null,
  primary key (workspace_id, id)
);
create index level_change_person on level_change (workspace_id, person_id, at);

create table gathering (
  workspace_id uuid not null,
  id uuid not null,
  title text not null,
  description text not null default '',
  starts_at bigint not null,
  seats integer not null check (seats > 0),
  program_id uuid,
  level text collate "C",
  status text collate "C" not null default 'open' check (status in ('open', 'cancelled')),
  created_at bigint not null,
  primary key (workspace_id, id)
);
-- nth: the order of joining, which is the order of the waiting list.
create table gathering_place (
  workspace_id uuid not null,
  gathering_id uuid not null,
  person_id uuid not null,
  state text collate "C" not null check (state in ('seat', 'waiting', 'left')),
  nth bigint not null,
  joined_at bigint not null,
  seated_at bigint,
  left_at bigint,
  primary key (workspace_id, gathering_id, person_id)
);
create unique index gathering_place_nth on gathering_place (workspace_id, gathering_id, nth);
create index gathering_place_person on gathering_place (workspace_id, person_id);

-- What people say of the business, in their words: personal data, deleted with the person. Facts hold its id only.
create table testimonial (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  person_id uuid not null,
  activity text collate "C" not null,
  body text not null,
  rating smallint check (rating between 0 and 10),
  shown_as text,
  consent boolean not null,
  status text collate "C" not null default 'pending' check (status in ('pending', 'approved', 'refused')),
  reason text,
  at bigint not null,
  decided_at bigint,
  primary key (workspace_id, id)
);
create index testimonial_person on testimonial (workspace_id, person_id);
create index testimonial_status on testimonial (workspace_id, status, id);

do $$
declare t text;
begin
  foreach t in array array['catalogue_item', 'redemption_reward', 'advocate_level', 'level_change', 'gathering', 'gathering_place',
    'testimonial']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using
      (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
