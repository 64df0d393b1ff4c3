-- What people and other systems are to be told, and what people agreed to.

-- A message that is due: a kind of the closed list (core/messages/kinds.ts), a person (all zeros: the operators) and the thing it is about.
-- Ids and keys only, never words or personal data.
create table message (
  workspace_id uuid not null,
  id uuid not null,
  kind text collate "C" not null,
  person_id uuid not null,
  subject_key text collate "C" not null,
  locale text collate "C" not null,
  data json not null default '{}',
  due_at bigint not null,
  status text collate "C" not null default 'due' check (status in ('due', 'delivered', 'dropped')),
  reason text collate "C",
  decided_at bigint,
  primary key (workspace_id, id),
  constraint message_once unique (workspace_id, person_id, kind, subject_key)
);
create index message_due on message (workspace_id, due_at) where status = 'due';

-- Webhooks out. `types` empty: all of them. `since`: outbox rows after this one. Secrets are sealed (adapters/cipher.ts).
create table webhook_endpoint (
  workspace_id uuid not null,
  id uuid not null,
  url text not null,
  description text not null default '',
  types text[] not null default '{}',
  version text collate "C" not null,
  secret text not null,
  old_secret text,
  old_until bigint,
  status text collate "C" not null default 'enabled' check (status in ('enabled', 'disabled')),
  reason text collate "C",
  lane text collate "C" not null default 'fast' check (lane in ('fast', 'slow')),
  since bigint not null,
  created_at bigint not null,
  primary key (workspace_id, id)
);
create table webhook_event (
  workspace_id uuid not null,
  id uuid not null,
  type text collate "C" not null,
  at bigint not null,
  data json not null,
  primary key (workspace_id, id)
);
-- `tries` of this round (a resend begins a new one); `claims` is the fence: who was overtaken cannot write down a result.
create table webhook_delivery (
  workspace_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  type text collate "C" not null,
  status text collate "C" not null default 'waiting' check (status in ('waiting', 'delivered', 'dead')),
  tries integer not null default 0,
  claims integer not null default 0,
  due_at bigint not null,
  created_at bigint not null,
  decided_at bigint,
  error text collate "C",
  primary key (workspace_id, id),
  unique (workspace_id, endpoint_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (workspace_id, endpoint_id, due_at) where status = 'waiting';
create index webhook_delivery_old on webhook_delivery (workspace_id, decided_at) where decided_at is not null;
create table webhook_attempt (
  workspace_id uuid not null,
  delivery_id uuid not null,
  nth integer not null,
  at bigint not null,
  ms integer not null,
  http_status integer,
  error text collate "C",
  primary key (workspace_id, delivery_id, nth)
);

-- Who agreed to what, when, in which words, by which door. Rows are added and never changed: the newest of a purpose and channel counts.
-- What would name the person (the address it came from) is in consent_private.
create table consent (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text collate "C" not null,
  channel text collate "C" not null,
  granted boolean not null,
  wording text collate "C" not null,
  source text collate "C" not null,
  at bigint not null,
  actor text not null,
  primary key (workspace_id, id)
);
create index consent_person on consent (workspace_id, person_id, purpose, channel, at);
create table consent_private (
  workspace_id uuid not null,
  consent_id uuid not null,
  person_id uuid not null,
  data json not null,
  primary key (workspace_id, consent_id)
);
create index consent_private_person on consent_private (workspace_id, person_id);

-- Do not contact: a person, or an address as a keyed hash, so that it outlives the person.
create table suppression (
  workspace_id uuid not null,
  id uuid not null,
  person_id uuid,
  address text collate "C",
  channel text collate "C" not null default 'all',
  reason text collate "C" not null,
  source text collate "C" not null,
  at bigint not null,
  lifted_at bigint,
  primary key (workspace_id, id)
);
create unique index suppression_person on suppression (workspace_id, person_id, channel)
  where person_id is not null and lifted_at is null;
create unique index suppression_address on suppression (workspace_id, address, channel) where address is not null and lifted_at is null;

-- Terms accepted, by their number: terms are numbered through a program's published versions, a new number where their words changed.
create table terms_acceptance (
  workspace_id uuid not null,
  person_id uuid not null,
  program_id uuid not null,
  terms integer not null,
  language text collate "C" not null,
  at bigint not null,
  source text collate "C" not null,
  primary key (workspace_id, person_id, program_id, terms)
);

do $$
declare t text;
begin
  foreach t in array array['message', 'webhook_endpoint', 'webhook_event', 'webhook_delivery', 'webhook_attempt', 'consent',
    'consent_private', 'suppression', 'terms_acceptance']
  loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
