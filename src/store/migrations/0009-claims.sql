-- Claims: somebody, or several together, say that this candidate, deal, company or order is theirs. Vacancies, deals the business knows
-- by itself, and the people and domains of companies, because claims are judged by them.

create table claim (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  subject text collate "C" not null,
  -- The business's own id of the deal or order.
  reference text collate "C",
  friend_id uuid not null,
  company_id uuid,
  vacancy_id uuid,
  department text,
  status text collate "C" not null,
  reason text collate "C",
  claimed_at bigint not null,
  -- From when the evidence counts: for an order just before it, for everything else when it was claimed.
  evidence_at bigint not null,
  exclusive_until bigint not null,
  blocks_until bigint not null,
  -- What time does next: decides a pending claim, ends the exclusivity of an accepted one.
  due_at bigint,
  decided_at bigint,
  decided_by text,
  primary key (workspace_id, id)
);
alter table claim add constraint claim_subject check (subject in ('candidate', 'deal', 'company', 'order'));
alter table claim add constraint claim_status check (status in ('pending', 'accepted', 'refused', 'withdrawn', 'expired', 'ended'));
create index claim_due on claim (workspace_id, due_at) where due_at is not null;
create index claim_friend on claim (workspace_id, friend_id, program_id);

-- Who claims, in order: the first is the advocate of the referral. `share` is a weight (60 and 40).
create table claim_share (
  workspace_id uuid not null,
  claim_id uuid not null,
  person_id uuid not null,
  place smallint not null,
  share integer not null check (share > 0),
  primary key (workspace_id, claim_id, person_id)
);
create index claim_share_person on claim_share (workspace_id, person_id);

-- Who holds a subject now (`deal:4711`, `person:<id>`, `company:<id>`, `order:4711`): one row a subject, whoever asks at once.
create table claim_hold (
  workspace_id uuid not null,
  program_id uuid not null,
  subject text collate "C" not null,
  claim_id uuid not null,
  at bigint not null,
  until_at bigint not null,
  primary key (workspace_id, program_id, subject)
);
create index claim_hold_claim on claim_hold (workspace_id, claim_id);

-- What somebody wrote to prove a claim, and the words of a decision: personal, so apart and forgettable.
create table claim_evidence (
  workspace_id uuid not null,
  claim_id uuid not null,
  text text not null,
  note text,
  primary key (workspace_id, claim_id)
);

create table vacancy (
  workspace_id uuid not null,
  id uuid not null,
  external_id text collate "C" not null,
  program_id uuid not null,
  title text not null,
  department text not null default '',
  country text collate "C" not null default '',
  grade text collate "C" not null default '',
  manager_id uuid,
  recruiter_id uuid,
  bonus bigint,
  currency text collate "C",
  status text collate "C" not null default 'open',
  created_at bigint not null,
  primary key (workspace_id, id),
  unique (workspace_id, external_id)
);
alter table vacancy add constraint vacancy_status check (status in ('open', 'closed'));

-- Deals that the business works on by itself: a claim on one of them is `already_known`.
create table deal (
  workspace_id uuid not null,
  external_id text collate "C" not null,
  contact_id uuid,
  company_id uuid,
  status text collate "C" not null default 'open',
  updated_at bigint not null,
  primary key (workspace_id, external_id)
);
alter table deal add constraint deal_status check (status in ('open', 'won', 'lost'));
create index deal_contact on deal (workspace_id, contact_id) where contact_id is not null;
create index deal_company on deal (workspace_id, company_id) where company_id is not null;

create table company_role (
  workspace_id uuid not null,
  company_id uuid not null,
  person_id uuid not null,
  role text collate "C" not null,
  at bigint not null,
  primary key (workspace_id, company_id, person_id)
);
create index company_role_person on company_role (workspace_id, person_id);
create table company_domain (
  workspace_id uuid not null,
  domain text collate "C" not null,
  company_id uuid not null,
  primary key (workspace_id, domain)
);
create index company_domain_company on company_domain (workspace_id, company_id);

do $$
declare name text;
begin
  foreach name in array array['claim', 'claim_share', 'claim_hold', 'claim_evidence', 'vacancy', 'deal', 'company_role', 'company_domain']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', name);
  end loop;
end $$;
