-- What a business writes for those who recommend it: help articles, and counts of who accepted which terms.

create table article (
  workspace_id uuid not null,
  id uuid not null,
  -- Null: shown in every program.
  program text collate "C",
  language text collate "C" not null,
  title text not null,
  text text not null,
  position int not null default 0,
  published boolean not null default false,
  changed_at bigint not null,
  primary key (workspace_id, id)
);

create index terms_acceptance_program on terms_acceptance (workspace_id, program_id, terms, at);

alter table article enable row level security;
alter table article force row level security;
create policy tenant on article using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
