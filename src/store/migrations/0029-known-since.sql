-- People in the order in which they became known: their ids are made of what they are called by, not of time.
alter table person_profile add column known_at bigint not null default 0;
create index person_profile_known on person_profile (workspace_id, known_at, person_id);
-- What was kept before says nothing of it: made again.
update person_profile set computed_at = 0;
