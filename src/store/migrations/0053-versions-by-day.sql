-- Figures of days by the version of the program: counted from rows they took up to nine seconds at ten million facts, and the rows behind
-- such a figure were looked for through all days. A friend's row knows the version that she is bound to; days are made again once, a few
-- at a time, the newest first.
alter table report_friend add column version integer not null default 0;
-- What is kept of friends already. The owner is held by the policies too while they are forced.
alter table report_friend no force row level security;
alter table referral no force row level security;
alter table report_cursor no force row level security;
update report_friend f set version = r.version from referral r where r.workspace_id = f.workspace_id and r.id = f.referral_id;
update report_cursor set backfill_day = 2147483647;
alter table report_friend force row level security;
alter table referral force row level security;
alter table report_cursor force row level security;
alter table report_friend alter column version drop default;
