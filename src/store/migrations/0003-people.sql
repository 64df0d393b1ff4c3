-- People: what becomes of a fact after it was stored, and the indexes that merging, erasing and folding again need.

-- The present status of a fact where it is no longer the one it was stored with: a failed fact that was tried again and settled,
-- a parked refund whose purchase came, a settled fact that a later fold could not take. The fact's own row is never changed.
create table fact_status (
  workspace_id uuid not null,
  fact_id uuid not null,
  status text collate "C" not null,
  at bigint not null,
  primary key (workspace_id, fact_id)
);
alter table fact_status add constraint fact_status_known check (status in ('settled', 'parked', 'failed'));

-- A person's identities (erasing, lists) and referrals as a friend (every full fold). Without these both read the workspace's
-- whole index: their unique keys begin with other columns.
create index person_identity_person on person_identity (workspace_id, person_id);
create index referral_friend on referral (workspace_id, friend_id);
-- The standings of one owner, whatever the program (merging).
create index standing_owner on standing (workspace_id, owner_id);

alter table fact_status enable row level security;
alter table fact_status force row level security;
create policy tenant on fact_status using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
