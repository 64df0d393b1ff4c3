/** Who speaks for a company, in which role, and which mail domains are its own. */
import { quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

export type CompanyPersonRow = { person_id: string; role: string | null };

/** Everybody who belongs to a company by her events, or has a role in it, by id after `after`. */
export async function listCompanyPeople(
  workspaceId: string,
  db: Client,
  of: { companyId: string; after: string | null; limit: number },
): Promise<CompanyPersonRow[]> {
  const { rows } = await db.query<CompanyPersonRow>(
    `select u.id as person_id, r.role from (
       select id from person where workspace_id = $1 and company_id = $2 and merged_into is null
       union select person_id from company_role where workspace_id = $1 and company_id = $2) u(id)
       left join company_role r on r.workspace_id = $1 and r.company_id = $2 and r.person_id = u.id
      where $3::uuid is null or u.id < $3 order by u.id desc limit $4`,
    [workspaceId, of.companyId, of.after, of.limit],
  );
  return rows;
}

/** Gives somebody a role in a company, or another one. */
export async function putCompanyRole(
  workspaceId: string,
  db: Client,
  of: { companyId: string; personId: string; role: string; at: number },
): Promise<void> {
  await db.query(
    `insert into company_role (workspace_id, company_id, person_id, role, at) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, company_id, person_id) do update set role = excluded.role`,
    [workspaceId, of.companyId, of.personId, of.role, of.at],
  );
}

/** @returns false when she had none. */
export async function dropCompanyRole(workspaceId: string, db: Client, of: { companyId: string; personId: string }): Promise<boolean> {
  const { rowCount } = await db.query("delete from company_role where workspace_id = $1 and company_id = $2 and person_id = $3", [
    workspaceId,
    of.companyId,
    of.personId,
  ]);
  return rowCount === 1;
}

/** Makes these the company's domains. @returns those that another company has; nothing of them is changed. */
export async function putCompanyDomains(
  workspaceId: string,
  db: Client,
  of: { companyId: string; domains: readonly string[] },
): Promise<string[]> {
  const values = [workspaceId, of.companyId, quoted(of.domains)];
  await db.query("delete from company_domain where workspace_id = $1 and company_id = $2 and domain <> all($3::text[])", values);
  await db.query(
    `insert into company_domain (workspace_id, company_id, domain) select $1::uuid, $2::uuid, u.domain from unnest($3::text[]) u(domain)
         on conflict do nothing`,
    values,
  );
  const { rows } = await db.query<{ domain: string }>(
    "select domain from company_domain where workspace_id = $1 and company_id <> $2 and domain = any($3::text[]) order by 1",
    values,
  );
  return rows.map((r) => r.domain);
}
