-- Who somebody is (schema auth: better-auth's own tables, as its compileMigrations writes them) and what she may do where (ours).
create schema auth;
create table auth."user" (
  "id" text not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  "twoFactorEnabled" boolean
);
create table auth."session" (
  "id" text not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" ("id") on delete cascade
);
create table auth."account" (
  "id" text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);
create table auth."verification" (
  "id" text not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
create table auth."twoFactor" (
  "id" text not null primary key,
  "secret" text not null,
  "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "verified" boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
create index "session_userId_idx" on auth."session" ("userId");
create index "account_userId_idx" on auth."account" ("userId");
create index "verification_identifier_idx" on auth."verification" ("identifier");
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

-- In which workspaces an account is an operator: read before a workspace is known, like the other directories.
create table operator_directory (
  user_id text collate "C" not null,
  workspace_id uuid not null,
  primary key (user_id, workspace_id)
);

-- What an account may do in one workspace (and in its sandbox).
create table operator (
  workspace_id uuid not null,
  id uuid not null,
  user_id text collate "C" not null,
  role text not null check (role in ('owner', 'manager', 'analyst', 'support', 'finance')),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz,
  disabled_at timestamptz,
  primary key (workspace_id, id)
);
create unique index operator_user on operator (workspace_id, user_id);
alter table operator enable row level security;
alter table operator force row level security;
create policy tenant on operator using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));

-- The address goes when the invitation is accepted, withdrawn or over: it is kept for writing to, and for nothing else.
create table operator_invitation (
  workspace_id uuid not null,
  id uuid not null,
  email text collate "C",
  role text not null check (role in ('owner', 'manager', 'analyst', 'support', 'finance')),
  token_hash text collate "C" not null,
  invited_by text not null,
  created_at timestamptz not null default now(),
  ends_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id)
);
create unique index operator_invitation_token on operator_invitation (workspace_id, token_hash);
create unique index operator_invitation_open on operator_invitation (workspace_id, email)
  where accepted_at is null and revoked_at is null and email is not null;
alter table operator_invitation enable row level security;
alter table operator_invitation force row level security;
create policy tenant on operator_invitation using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));
