/** A workspace's own provider, and who is on her way to it. Instants are the database's own. */
import type { Client } from "./db.ts";

export type ProviderRow = { issuer: string; client_id: string; secret: string; scopes: string; opens_to_new: boolean; label: string };

export async function readProvider(workspaceId: string, db: Client): Promise<ProviderRow | null> {
  const { rows } = await db.query<ProviderRow>(
    "select issuer, client_id, secret, scopes, opens_to_new, label from portal_provider where workspace_id = $1",
    [workspaceId],
  );
  return rows[0] ?? null;
}

export async function saveProvider(workspaceId: string, db: Client, p: ProviderRow): Promise<void> {
  await db.query(
    `insert into portal_provider (workspace_id, issuer, client_id, secret, scopes, opens_to_new, label) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (workspace_id) do update set issuer = excluded.issuer, client_id = excluded.client_id, secret = excluded.secret,
            scopes = excluded.scopes, opens_to_new = excluded.opens_to_new, label = excluded.label, updated_at = transaction_timestamp()`,
    [workspaceId, p.issuer, p.client_id, p.secret, p.scopes, p.opens_to_new, p.label],
  );
}

/** False when there was none. */
export async function dropProvider(workspaceId: string, db: Client): Promise<boolean> {
  const { rowCount } = await db.query("delete from portal_provider where workspace_id = $1", [workspaceId]);
  return rowCount === 1;
}

export type Leaving = {
  stateHash: string;
  browserHash: string;
  verifier: string;
  nonce: string;
  program: string | null;
  seconds: number;
};

export async function insertLeaving(workspaceId: string, db: Client, l: Leaving): Promise<void> {
  await db.query(
    `insert into portal_oidc (workspace_id, state_hash, browser_hash, verifier, nonce, program, ends_at)
     values ($1, $2, $3, $4, $5, $6, transaction_timestamp() + make_interval(secs => $7))`,
    [workspaceId, l.stateHash, l.browserHash, l.verifier, l.nonce, l.program, l.seconds],
  );
}

export type Returned = { verifier: string; nonce: string; program: string | null; now: number };

/** Whoever comes back in the browser that left, once. */
export async function takeLeaving(
  workspaceId: string,
  db: Client,
  of: { stateHash: string; browserHash: string },
): Promise<Returned | null> {
  const { rows } = await db.query<Returned>(
    `delete from portal_oidc where workspace_id = $1 and state_hash = $2 and browser_hash = $3 and ends_at > transaction_timestamp()
     returning verifier, nonce, program, (extract(epoch from clock_timestamp()) * 1000)::bigint as now`,
    [workspaceId, of.stateHash, of.browserHash],
  );
  return rows[0] ?? null;
}
