-- Counts what happened to keys (one was revoked, a workspace was closed or opened again). A process that keeps keys' answers asks for this
-- one number and keeps all answers that are no older: two reads a key and half second were a sixth of the work of 200 busy workspaces.
create table key_news (
  id smallint primary key default 1 check (id = 1),
  number bigint not null
);
insert into key_news (number) values (0);
