-- Who brought how many: a row a program's day, holding its friends by the advocate they came by. Every advocate of the day is 32 bytes: her
-- id, and four numbers of four bytes (friends, signed up, bought, bought again). Sums over any days are made from some hundred rows, where
-- grouping the friends themselves took a second. Kept by the follower of reports (flow/reports/days.ts). Ids and counts only.
create table report_brought (
  workspace_id uuid not null,
  program_id uuid not null,
  day integer not null,
  brought bytea not null,
  primary key (workspace_id, program_id, day)
);
-- Ids do not get smaller by compressing.
alter table report_brought alter column brought set storage external;

-- What is kept of friends already. The owner is held by the policies too while they are forced.
alter table report_friend no force row level security;
insert into report_brought (workspace_id, program_id, day, brought)
select workspace_id, program_id, came,
       string_agg(uuid_send(advocate_id) || int4send(friends) || int4send(signed) || int4send(bought) || int4send(again), ''
                  order by advocate_id)
  from (select workspace_id, program_id, came, advocate_id, count(*)::int as friends,
               count(*) filter (where signed is not null or bought is not null)::int as signed, count(bought)::int as bought,
               count(again)::int as again
          from report_friend group by 1, 2, 3, 4) f
 group by 1, 2, 3;
alter table report_friend force row level security;

alter table report_brought enable row level security;
alter table report_brought force row level security;
create policy tenant on report_brought using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
