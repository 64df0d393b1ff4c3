-- What the friends whom an advocate brought on a day ordered for since: kept by the difference that each order makes, as retention is
-- (flow/reports/people.ts). The twenty best of a report may have brought tens of thousands, whose orders took seconds to read.
create table report_worth (
  workspace_id uuid not null,
  program_id uuid not null,
  advocate_id uuid not null,
  day integer not null,
  unit text collate "C" not null,
  value bigint not null,
  primary key (workspace_id, program_id, advocate_id, day, unit)
);

-- What is kept of orders already. The owner is held by the policies too while they are forced.
alter table report_friend no force row level security;
alter table report_order no force row level security;
insert into report_worth (workspace_id, program_id, advocate_id, day, unit, value)
select f.workspace_id, f.program_id, f.advocate_id, f.came, o.currency, sum(o.total - o.refunded)::bigint
  from report_friend f join report_order o on o.workspace_id = f.workspace_id and o.referral_id = f.referral_id
 group by 1, 2, 3, 4, 5 having sum(o.total - o.refunded) <> 0;
alter table report_friend force row level security;
alter table report_order force row level security;

alter table report_worth enable row level security;
alter table report_worth force row level security;
create policy tenant on report_worth using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
