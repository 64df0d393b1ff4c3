-- Advocates who turned out to be somebody else. Evidence in stored facts names the advocate by the id that she had then; every batch
-- knows these few (they are loaded with the programs), so that a touch of last month binds to the person who stands for her now.
create table advocate_alias (
  workspace_id uuid not null,
  alias_id uuid not null,
  person_id uuid not null,
  primary key (workspace_id, alias_id)
);
alter table advocate_alias enable row level security;
alter table advocate_alias force row level security;
create policy tenant on advocate_alias using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
