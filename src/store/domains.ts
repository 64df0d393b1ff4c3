/** Names of a business's own for its links and pages. */
import type { Client, Pool } from "./db.ts";

export type DomainRow = { domain: string; token: string; created_at: number; checked_at: number | null; verified_at: number | null };

const DOMAIN = "select domain, token, created_at, checked_at, verified_at from workspace_domain where workspace_id = $1";

export async function listDomains(workspaceId: string, db: Client): Promise<DomainRow[]> {
  return (await db.query<DomainRow>(`${DOMAIN} order by domain`, [workspaceId])).rows;
}

export async function readDomain(workspaceId: string, db: Client, domain: string): Promise<DomainRow | null> {
  return (await db.query<DomainRow>(`${DOMAIN} and domain = $2`, [workspaceId, domain])).rows[0] ?? null;
}

/** The name that links are given out under: of the verified ones the first, or null. */
export async function readMainDomain(workspaceId: string, db: Client): Promise<string | null> {
  const text =
    "select domain from workspace_domain where workspace_id = $1 and verified_at is not null order by verified_at, domain limit 1";
  const { rows } = await db.query<{ domain: string }>({ name: "read_main_domain", text, values: [workspaceId] });
  return rows[0]?.domain ?? null;
}

/** Notes a domain that is not verified yet; one that is there stays as it is. */
export async function insertDomain(workspaceId: string, db: Client, of: { domain: string; token: string; at: number }): Promise<void> {
  await db.query(
    `insert into workspace_domain (workspace_id, domain, token, created_at) values ($1, $2, $3, $4)
         on conflict (workspace_id, domain) do nothing`,
    [workspaceId, of.domain, of.token, of.at],
  );
}

/** Notes the outcome of a look at its DNS. One that was verified before stays so: a look may fail for a moment. */
export async function markChecked(workspaceId: string, db: Client, of: { domain: string; at: number; verified: boolean }): Promise<void> {
  await db.query(
    `update workspace_domain set checked_at = $3, verified_at = case when $4 then coalesce(verified_at, $3) else verified_at end
      where workspace_id = $1 and domain = $2`,
    [workspaceId, of.domain, of.at, of.verified],
  );
}

/** Gives a domain to a workspace in the directory: true unless it is another's. */
export async function enterDomain(workspaceId: string, db: Client, domain: string): Promise<boolean> {
  const { rows } = await db.query<{ workspace_id: string }>(
    `insert into domain_directory as d (domain, workspace_id) values ($2, $1)
         on conflict (domain) do update set domain = excluded.domain returning d.workspace_id`,
    [workspaceId, domain],
  );
  return rows[0]?.workspace_id === workspaceId;
}

/** Forgets a domain: true when it was there. */
export async function deleteDomain(workspaceId: string, db: Client, domain: string): Promise<boolean> {
  await db.query("delete from domain_directory where domain = $2 and workspace_id = $1", [workspaceId, domain]);
  const { rowCount } = await db.query("delete from workspace_domain where workspace_id = $1 and domain = $2", [workspaceId, domain]);
  return rowCount === 1;
}

export type HostRow = { domain: string; workspace_id: string; slug: string };

/** Every verified domain with its workspace. Global by nature: a Host header is all that a visitor brings. */
export async function readHosts(db: Pool): Promise<HostRow[]> {
  const { rows } = await db.query<HostRow>(
    "select d.domain, d.workspace_id, w.slug from domain_directory d join workspace_directory w on w.workspace_id = d.workspace_id " +
      "where w.closed_at is null",
  );
  return rows;
}

/** Whether a name is a verified domain of anybody's. */
export async function isHost(db: Pool, domain: string): Promise<boolean> {
  const { rowCount } = await db.query("select from domain_directory where domain = $1", [domain]);
  return rowCount === 1;
}
