-- Shops that send webhooks: where each comes from, what it sent, and which payment belongs to which order. Nothing here names a person.

-- A source's address holds its id and nothing else: which workspace it is of stands here.
create table source_directory (
  id uuid not null primary key,
  workspace_id uuid not null
);

create table source (
  workspace_id uuid not null,
  id uuid not null,
  provider text collate "C" not null check (provider in ('stripe', 'shopify', 'woocommerce')),
  name text not null,
  status text collate "C" not null default 'active' check (status in ('active', 'disabled')),
  -- Sealed (AES-256-GCM): the signature is checked with the secret itself, so a hash will not do.
  secret text collate "C" not null,
  former_secret text collate "C",
  former_until bigint,
  options json not null,
  created_at bigint not null,
  rotated_at bigint,
  -- The provider said that its side was uninstalled.
  disconnected_at bigint,
  refused integer not null default 0,
  refused_at bigint,
  refused_reason text collate "C",
  primary key (workspace_id, id)
);

-- What came, by the provider's own id: a second delivery of the same is answered and does nothing. Never what was in it.
create table source_delivery (
  workspace_id uuid not null,
  source_id uuid not null,
  delivery text collate "C" not null,
  topic text collate "C" not null,
  status text collate "C" not null,
  reason text collate "C",
  at bigint not null,
  primary key (workspace_id, source_id, delivery)
);
create index source_delivery_at on source_delivery (workspace_id, source_id, at);

-- The provider's name of a payment, and the order it paid: directly, or by way of another name (a payment of an invoice).
create table source_payment (
  workspace_id uuid not null,
  source_id uuid not null,
  ref text collate "C" not null,
  order_id text collate "C",
  total bigint,
  via text collate "C",
  primary key (workspace_id, source_id, ref)
);
create index source_payment_via on source_payment (workspace_id, source_id, via) where via is not null;

-- What was said of a payment before anybody said which order it is of: a refund that came first.
create table source_waiting (
  workspace_id uuid not null,
  source_id uuid not null,
  client_id text collate "C" not null,
  ref text collate "C" not null,
  fact json not null,
  at bigint not null,
  primary key (workspace_id, source_id, client_id)
);
create index source_waiting_ref on source_waiting (workspace_id, source_id, ref);

do $$
declare t text;
begin
  foreach t in array array['source', 'source_delivery', 'source_payment', 'source_waiting']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy tenant on %I using
      (workspace_id = (select nullif(current_setting(''app.workspace_id'', true), '''')::uuid))', t);
  end loop;
end $$;
