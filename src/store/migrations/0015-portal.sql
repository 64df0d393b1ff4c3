-- How people sign in to their own side: keys that businesses sign tokens with, sessions, codes by mail, invitations, applications.
-- Instants are the database's own (timestamptz): how long somebody is signed in does not follow a sandbox's clock.

-- A token names its key and nothing else: which workspace it is of stands here.
create table portal_key_directory (
  id uuid not null primary key,
  workspace_id uuid not null
);
-- The secret is sealed (adapters/cipher.ts): signatures are checked with it.
create table portal_key (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  secret text not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (workspace_id, id)
);

-- Cookies of people, by the hash of their secret part. Two limits: idle since seen_at, and ends_at.
create table portal_session (
  workspace_id uuid not null,
  token_hash text collate "C" not null,
  person_id uuid not null,
  program text collate "C",
  how text collate "C" not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  ends_at timestamptz not null,
  primary key (workspace_id, token_hash)
);
create index portal_session_person on portal_session (workspace_id, person_id);

-- A mail with a link and a code. `address` is the address as a keyed hash, `email` is sealed and goes when it was used or is too old.
create table portal_code (
  workspace_id uuid not null,
  id uuid not null,
  address text collate "C" not null,
  email text,
  program text collate "C",
  locale text collate "C",
  invitation text collate "C",
  open boolean not null,
  code_hash text collate "C" not null,
  link_hash text collate "C" not null,
  browser_hash text collate "C" not null,
  tries integer not null default 0,
  created_at timestamptz not null default now(),
  ends_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, id)
);
create unique index portal_code_link on portal_code (workspace_id, link_hash);
create index portal_code_address on portal_code (workspace_id, address, created_at);

-- Who may join a program that one is invited to. `email` is sealed, and goes when she joined.
create table portal_invitation (
  workspace_id uuid not null,
  id uuid not null,
  program_id uuid not null,
  address text collate "C" not null,
  email text,
  locale text collate "C",
  token_hash text collate "C" not null,
  sends integer not null default 1,
  created_at timestamptz not null default now(),
  ends_at timestamptz not null,
  person_id uuid,
  joined_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id)
);
create unique index portal_invitation_token on portal_invitation (workspace_id, token_hash);
create unique index portal_invitation_address on portal_invitation (workspace_id, program_id, address) where revoked_at is null;

-- What somebody answered when she applied: personal data, which goes with her.
create table portal_answers (
  workspace_id uuid not null,
  program_id uuid not null,
  person_id uuid not null,
  data json not null,
  at bigint not null,
  primary key (workspace_id, program_id, person_id)
);
create index portal_answers_person on portal_answers (workspace_id, person_id);

-- A business's own provider (OpenID Connect) that its staff and partners sign in by. The secret is sealed.
create table portal_provider (
  workspace_id uuid not null primary key,
  issuer text collate "C" not null,
  client_id text collate "C" not null,
  secret text not null,
  scopes text collate "C" not null,
  opens_to_new boolean not null,
  label text not null,
  updated_at timestamptz not null default now()
);
-- Between leaving for the provider and coming back.
create table portal_oidc (
  workspace_id uuid not null,
  state_hash text collate "C" not null,
  browser_hash text collate "C" not null,
  verifier text not null,
  nonce text collate "C" not null,
  program text collate "C",
  ends_at timestamptz not null,
  primary key (workspace_id, state_hash)
);

-- When somebody was last erased, by the database's clock: a token that is older brings nobody back.
alter table workspace add column person_erased_at timestamptz;

do $$
declare t text;
begin
  foreach t in array array['portal_key', 'portal_session', 'portal_code', 'portal_invitation', 'portal_answers', 'portal_provider',
    'portal_oidc']
  loop
    execute format('alter table %I enable row level security; alter table %I force row level security', t, t);
    execute format(
      'create policy tenant on %I using (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
