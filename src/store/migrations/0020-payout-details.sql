-- Where people want their money: sealed, so that a copy of the database shows nobody's account. `hint` is what she sees of it again.

create table payout_detail (
  workspace_id uuid not null,
  person_id uuid not null,
  method text collate "C" not null check (method in ('bank', 'paypal', 'other')),
  sealed text collate "C" not null,
  hint text not null,
  at bigint not null,
  primary key (workspace_id, person_id)
);
alter table payout_detail enable row level security;
alter table payout_detail force row level security;
create policy tenant on payout_detail using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
