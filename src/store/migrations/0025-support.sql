-- Support: questions become tickets with a state and somebody who looks after them; notes about people; answers kept for reuse.

-- `kind`: a question that wants an answer, or feedback that wants to be remembered. `assigned`: an operator's id.
alter table portal_help
  add column kind text collate "C" not null default 'ticket' check (kind in ('ticket', 'feedback')),
  add column state text collate "C" not null default 'open'
    check (state in ('open', 'waiting', 'answered', 'closed', 'new', 'planned', 'done')),
  add column assigned text collate "C",
  add column tags text[] not null default '{}',
  add column score smallint,
  add column changed_at bigint;
-- The owner is held by the policies too while they are forced, and would find nothing to change.
alter table portal_help no force row level security;
update portal_help set state = 'answered' where answered_at is not null;
update portal_help set kind = 'feedback', state = case when answered_at is null then 'new' else 'done' end where topic = 'feedback';
alter table portal_help force row level security;
create index portal_help_state on portal_help (workspace_id, kind, state, id desc);

-- What operators write down about somebody, for each other. Personal data, which goes with the person.
create table person_note (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  text text not null,
  author text collate "C" not null,
  at bigint not null,
  primary key (workspace_id, id)
);
create index person_note_person on person_note (workspace_id, person_id, id desc);

-- Answers that are given often, with places for the person's name and the like.
create table canned_answer (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  text text not null,
  language text collate "C",
  at bigint not null,
  changed_at bigint not null,
  primary key (workspace_id, id)
);

-- Boards and inboxes read one column at a time, newest first.
create index referral_stage on referral (workspace_id, program_id, stage, id desc);
create index referral_ended on referral (workspace_id, status, id desc) where status in ('rejected', 'superseded');
create index claim_status on claim (workspace_id, status, id desc);
create index deliverable_status_id on deliverable (workspace_id, status, id desc);
create index lead_status on lead (workspace_id, program_id, status, id desc);
-- What was done to one thing: its page shows it.
create index audit_target on audit (workspace_id, target, id desc);

do $$
declare t text;
begin
  foreach t in array array['person_note', 'canned_answer']
  loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
