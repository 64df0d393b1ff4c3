-- From messages that are due to mail that was sent.

-- `claims` is the fence (who was overtaken cannot write down a result); `ended` of them are known not to have sent anything, `tries` count
-- towards giving up; `retry_at`: not before then.
alter table message add column retry_at bigint;
alter table message add column tries integer not null default 0;
alter table message add column claims integer not null default 0;
alter table message add column ended integer not null default 0;
drop index message_due;
create index message_next on message (workspace_id, (coalesce(retry_at, due_at))) where status = 'due';
create index message_kept on message (workspace_id, person_id, decided_at) where reason = 'digest';

-- What was sent, as it was sent: personal data, kept for some days and erased with the person. `about`: others whom it names.
create table mail (
  workspace_id uuid not null,
  message_id uuid not null,
  person_id uuid not null,
  about uuid[] not null default '{}',
  recipient text,
  subject text,
  html text,
  body text,
  at bigint not null,
  primary key (workspace_id, message_id)
);
create index mail_old on mail (workspace_id, at);
create index mail_person on mail (workspace_id, person_id);
create index mail_about on mail using gin (about);

-- Every try. `code` is what the mail server answered; `error` a word of ours.
create table mail_attempt (
  workspace_id uuid not null,
  message_id uuid not null,
  nth integer not null,
  at bigint not null,
  ms integer not null,
  code integer,
  error text collate "C",
  primary key (workspace_id, message_id, nth)
);

-- What came back. The address is a keyed hash, as in suppression.
create table mail_bounce (
  workspace_id uuid not null,
  id uuid not null,
  address text collate "C" not null,
  person_id uuid,
  kind text collate "C" not null check (kind in ('hard', 'soft', 'complaint')),
  source text collate "C" not null,
  at bigint not null,
  primary key (workspace_id, id)
);
create index mail_bounce_address on mail_bounce (workspace_id, address, at);

-- Mails that an advocate had sent to a friend: one a friend (address) and program, ever. The address itself is kept until it was sent.
create table mail_invitation (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  advocate_id uuid not null,
  address text collate "C" not null,
  email text,
  name text,
  note text,
  locale text collate "C" not null,
  at bigint not null,
  primary key (workspace_id, id)
);
create unique index mail_invitation_once on mail_invitation (workspace_id, program_id, address);
create index mail_invitation_advocate on mail_invitation (workspace_id, advocate_id, at);

-- When a workspace's regular mails (the weekly ones, the reminder of a link) are looked at next.
create table mail_calendar (
  workspace_id uuid not null,
  next_at bigint not null,
  week text collate "C" not null,
  primary key (workspace_id)
);

do $$
declare t text;
begin
  foreach t in array array['mail', 'mail_attempt', 'mail_bounce', 'mail_invitation', 'mail_calendar']
  loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
