-- What came in by each door, by the quarter of an hour in which it was answered: how much was accepted, sent again, told otherwise, refused
-- and why, late, or about an order that was known already. And what a shop's own list of orders was found to hold that never came.
create table door_count (
  workspace_id uuid not null,
  slot bigint not null,
  door text collate "C" not null,
  what text collate "C" not null,
  events integer not null,
  primary key (workspace_id, slot, door, what)
);
alter table door_count enable row level security;
alter table door_count force row level security;
create policy tenant on door_count using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
