-- Cases that go through stages, leads between companies, requests and thanks between members.

-- What people wrote about a case, lead, request or slip. `thing` is its id, `nth` the step of a case (0 elsewhere). Erasing reaches it by
-- whom it is about, and by who wrote it where it is no case.
create table private_text (
  workspace_id uuid not null,
  thing uuid not null,
  nth integer not null default 0,
  kind text collate "C" not null check (kind in ('case', 'lead', 'request', 'slip')),
  about uuid,
  author uuid,
  text text not null,
  primary key (workspace_id, thing, nth)
);
create index private_text_about on private_text (workspace_id, about);
create index private_text_author on private_text (workspace_id, author);

-- A case runs by the program version it was opened under. next_at: the next instant at which a reminder is due.
create table case_file (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  version integer not null,
  person_id uuid not null,
  stage text collate "C" not null,
  status text collate "C" not null default 'open' check (status in ('open', 'closed')),
  outcome text collate "C" check (outcome in ('resolved', 'continue', 'refer_on')),
  owner_id uuid not null,
  coordinator_id uuid,
  steps integer not null default 0,
  opened_at bigint not null,
  stage_at bigint not null,
  stage_step integer not null default 1,
  due_at bigint,
  owner_reminded_at bigint,
  coordinator_reminded_at bigint,
  next_at bigint,
  closed_at bigint,
  request_key text collate "C",
  primary key (workspace_id, id)
);
create index case_file_next on case_file (workspace_id, next_at) where next_at is not null;
create index case_file_person on case_file (workspace_id, person_id);
create unique index case_file_request on case_file (workspace_id, request_key) where request_key is not null;

-- Who may read a case: these people, and these operators (the actor of an API key or session).
create table case_person (
  workspace_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  role text collate "C" not null check (role in ('owner', 'coordinator', 'member', 'place')),
  added_at bigint not null,
  primary key (workspace_id, case_id, person_id)
);
create index case_person_person on case_person (workspace_id, person_id);
create table case_operator (
  workspace_id uuid not null,
  case_id uuid not null,
  actor text collate "C" not null,
  added_at bigint not null,
  primary key (workspace_id, case_id, actor)
);
create index case_operator_actor on case_operator (workspace_id, actor);

-- What happened to a case, with ids and keys only; words stand in private_text under the same number.
create table case_step (
  workspace_id uuid not null,
  case_id uuid not null,
  nth integer not null,
  at bigint not null,
  kind text collate "C" not null,
  actor text collate "C" not null,
  person_id uuid,
  data json not null default '{}',
  primary key (workspace_id, case_id, nth)
);

-- Where a case can go: coordinates in millionths of a degree, and how many cases it takes at once.
create table place (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  external_id text collate "C" not null,
  name text not null,
  latitude integer not null,
  longitude integer not null,
  capacity integer not null check (capacity >= 0),
  person_id uuid not null,
  active boolean not null default true,
  primary key (workspace_id, id),
  constraint place_once unique (workspace_id, program_id, external_id)
);
create index place_person on place (workspace_id, person_id);
-- The nearest places are written down at once, and asked one after the other. `offered` and `accepted` take up capacity.
create table case_offer (
  workspace_id uuid not null,
  case_id uuid not null,
  nth integer not null,
  place_id uuid not null,
  state text collate "C" not null
    check (state in ('next', 'offered', 'accepted', 'declined', 'expired', 'full', 'answered', 'withdrawn', 'ended')),
  meters integer not null,
  offered_at bigint,
  expires_at bigint,
  decided_at bigint,
  answer_due_at bigint,
  answered_at bigint,
  late_at bigint,
  primary key (workspace_id, case_id, nth)
);
create index case_offer_place on case_offer (workspace_id, place_id) where state in ('offered', 'accepted', 'answered');
create index case_offer_expires on case_offer (workspace_id, expires_at) where state = 'offered';
create index case_offer_answer on case_offer (workspace_id, answer_due_at) where state = 'accepted' and late_at is null;

-- A lead that one company sent another. Accepted within its time, or it goes back.
create table lead (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  from_company uuid not null,
  to_company uuid not null,
  person_id uuid not null,
  sender_id uuid,
  status text collate "C" not null default 'open' check (status in ('open', 'accepted', 'declined', 'returned')),
  sent_at bigint not null,
  expires_at bigint not null,
  decided_at bigint,
  decider_id uuid,
  request_key text collate "C",
  primary key (workspace_id, id),
  check (from_company <> to_company)
);
create index lead_expires on lead (workspace_id, expires_at) where status = 'open';
create index lead_to on lead (workspace_id, to_company);
create index lead_from on lead (workspace_id, from_company);
create index lead_person on lead (workspace_id, person_id);
create unique index lead_request on lead (workspace_id, request_key) where request_key is not null;

-- One account a company for what it owes the others: leads that it received are taken from here, and may take it below zero.
alter table ledger_account drop constraint ledger_account_kind_check;
alter table ledger_account add constraint ledger_account_kind_check
  check (kind in ('program_expense', 'pending', 'available', 'in_flight', 'settled', 'expired', 'clearing', 'company'));

-- A member asks another, or all of them (to_id null), for an introduction.
create table member_request (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  from_id uuid not null,
  to_id uuid,
  status text collate "C" not null default 'open' check (status in ('open', 'answered', 'declined', 'expired')),
  asked_at bigint not null,
  expires_at bigint not null,
  decided_at bigint,
  decider_id uuid,
  introduction_id uuid,
  request_key text collate "C",
  primary key (workspace_id, id)
);
create index member_request_expires on member_request (workspace_id, expires_at) where status = 'open';
create index member_request_to on member_request (workspace_id, to_id);
create index member_request_from on member_request (workspace_id, from_id);
create unique index member_request_key on member_request (workspace_id, request_key) where request_key is not null;

-- A referral that a member gave another: person_id is who was introduced.
create table introduction (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  giver_id uuid not null,
  receiver_id uuid not null,
  person_id uuid not null,
  request_id uuid,
  at bigint not null,
  request_key text collate "C",
  primary key (workspace_id, id)
);
create index introduction_giver on introduction (workspace_id, giver_id);
create index introduction_receiver on introduction (workspace_id, receiver_id);
create index introduction_person on introduction (workspace_id, person_id);
create unique index introduction_key on introduction (workspace_id, request_key) where request_key is not null;

-- Thanks for an introduction, with the value of what came of it.
create table slip (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  introduction_id uuid,
  value bigint not null check (value >= 0),
  currency text collate "C" not null,
  at bigint not null,
  request_key text collate "C",
  primary key (workspace_id, id)
);
create index slip_to on slip (workspace_id, to_id);
create index slip_from on slip (workspace_id, from_id);
create unique index slip_key on slip (workspace_id, request_key) where request_key is not null;

do $$
declare t text;
begin
  foreach t in array array['private_text', 'case_file', 'case_person', 'case_operator', 'case_step', 'place', 'case_offer', 'lead',
    'member_request', 'introduction', 'slip']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
