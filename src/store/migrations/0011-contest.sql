-- Leaderboards, contests and their draws, shares that count by their visits, deliverables of influencers.

-- counted: who visits this link is told apart (a share's own link). visitor: one of 65,536 buckets that the visitor's network falls
-- into for this link, keyed by the installation's secret. Thousands of networks share a bucket, so it is nobody's data; two visitors in
-- one bucket count as one. Null for links that do not ask.
alter table link add column counted boolean not null default false;
alter table touch add column visitor smallint;
drop function record_touches(uuid, uuid[], uuid[], uuid[], uuid[], bigint[], text[]);
create function record_touches(
  ws uuid, ids uuid[], links uuid[], programs uuid[], people uuid[], ats bigint[], channels text[], visitors smallint[]
) returns void language plpgsql as $$
begin
  execute format('set local app.workspace_id = %L', ws);
  insert into touch (workspace_id, id, link_id, program_id, person_id, at, channel, visitor)
  select ws, u.id, u.link, u.program, u.person, u.at, u.channel, u.visitor
    from unnest(ids, links, programs, people, ats, channels, visitors) as u(id, link, program, person, at, channel, visitor)
      on conflict do nothing;
end $$;

-- A ranking of a stretch of time. Its row is made ahead, so that the sweep finds by freeze_at what is over; the row of the stretch that
-- follows is made when it is frozen. period: "week:2030-W02", "month:2030-01", "quarter:2030-Q1", "contest:<key>".
create table leaderboard (
  workspace_id uuid not null,
  program_id uuid not null,
  period text collate "C" not null,
  measure text collate "C" not null,
  currency text collate "C" not null default '',
  starts_at bigint not null,
  ends_at bigint not null,
  freeze_at bigint not null,
  frozen_at bigint,
  primary key (workspace_id, program_id, period)
);
alter table leaderboard add constraint leaderboard_measure check (measure in ('qualified_referrals', 'points', 'rewards'));
create index leaderboard_due on leaderboard (workspace_id, freeze_at) where frozen_at is null;

-- The ranks as they were when the ranking was frozen; what was corrected since is counted anew and shown beside them.
create table leaderboard_rank (
  workspace_id uuid not null,
  program_id uuid not null,
  period text collate "C" not null,
  person_id uuid not null,
  rank integer not null,
  value bigint not null,
  primary key (workspace_id, program_id, period, person_id)
);
create index leaderboard_rank_person on leaderboard_rank (workspace_id, person_id);

-- Who does not want to be shown. She is ranked all the same, so that nobody else's rank tells that she left.
create table leaderboard_hidden (
  workspace_id uuid not null,
  program_id uuid not null,
  person_id uuid not null,
  primary key (workspace_id, program_id, person_id)
);

-- A contest of a program. seed is drawn when the program is published and its hash shown from then on; the seed itself only after the
-- draw. terms: the program's section as it was published.
create table contest (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  key text collate "C" not null,
  terms json not null,
  starts_at bigint not null,
  ends_at bigint not null,
  freeze_at bigint not null,
  seed text collate "C" not null,
  seed_hash text collate "C" not null,
  frozen_at bigint,
  entries_hash text collate "C",
  entrants bigint,
  entries bigint,
  awarded_at bigint,
  drawn_at bigint,
  beacon text,
  primary key (workspace_id, id),
  unique (workspace_id, key)
);
create index contest_due on contest (workspace_id, freeze_at) where frozen_at is null;
create index contest_unawarded on contest (workspace_id) where frozen_at is not null and awarded_at is null;

-- The published list: a pseudonym a person that is no other contest's, and how many entries it has.
create table contest_entry (
  workspace_id uuid not null,
  contest_id uuid not null,
  participant text collate "C" not null,
  person_id uuid,
  weight bigint not null,
  primary key (workspace_id, contest_id, participant)
);
alter table contest_entry add constraint contest_entry_weight check (weight > 0);
create index contest_entry_person on contest_entry (workspace_id, person_id);

-- Whom the draw chose, in its order. place: the prize that she is to have; null for an alternate who waits.
create table contest_winner (
  workspace_id uuid not null,
  contest_id uuid not null,
  position integer not null,
  participant text collate "C" not null,
  person_id uuid,
  place integer,
  status text collate "C" not null,
  notified_at bigint,
  accept_by bigint,
  decided_at bigint,
  paid_at bigint,
  primary key (workspace_id, contest_id, position)
);
alter table contest_winner add constraint contest_winner_status check (status in ('waiting', 'notified', 'accepted', 'declined', 'lapsed'));
create index contest_winner_due on contest_winner (workspace_id, accept_by) where status = 'notified';
create index contest_winner_unpaid on contest_winner (workspace_id) where status = 'accepted' and paid_at is null;
create index contest_winner_person on contest_winner (workspace_id, person_id);

-- A share on a network, with a link of its own; it counts when enough different visitors came through that link.
create table share (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  person_id uuid not null,
  link_id uuid not null,
  channel text collate "C" not null,
  url text,
  needed integer not null,
  status text collate "C" not null default 'waiting',
  shared_at bigint not null,
  expires_at bigint not null,
  verified_at bigint,
  primary key (workspace_id, id),
  unique (workspace_id, link_id)
);
alter table share add constraint share_status check (status in ('waiting', 'verified', 'expired'));
create index share_waiting on share (workspace_id, expires_at) where status = 'waiting';
create index share_person on share (workspace_id, person_id);

-- The different visitors of a share that waits, each with the first time; dropped when it is decided.
create table share_visit (
  workspace_id uuid not null,
  share_id uuid not null,
  visitor smallint not null,
  at bigint not null,
  primary key (workspace_id, share_id, visitor)
);
-- Up to which touch the shares' visits are counted.
create table share_cursor (
  workspace_id uuid not null primary key,
  touch_id uuid not null
);

-- What an influencer made: an address that an operator approves. It is personal, and emptied when she is erased.
create table deliverable (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  person_id uuid not null,
  url text collate "C" not null,
  status text collate "C" not null default 'submitted',
  submitted_at bigint not null,
  decided_at bigint,
  reason text,
  primary key (workspace_id, id),
  unique (workspace_id, program_id, url)
);
alter table deliverable add constraint deliverable_status check (status in ('submitted', 'approved', 'refused'));
create index deliverable_person on deliverable (workspace_id, person_id);

do $$
declare t text;
begin
  foreach t in array array['leaderboard', 'leaderboard_rank', 'leaderboard_hidden', 'contest', 'contest_entry', 'contest_winner', 'share',
    'share_visit', 'share_cursor', 'deliverable']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
