/** Deals that the business works on by itself: a claim on one of them comes too late. */
import type { Client } from "./db.ts";

export type DealRow = {
  external_id: string;
  contact_id: string | null;
  company: string | null;
  status: string;
  updated_at: number;
  /** The newest referral of its contact that goes on. */
  referral_id: string | null;
  program: string | null;
  stage: string | null;
};

export type DealWrite = { externalId: string; contactId: string | null; companyId: string | null; status: string; at: number };

/** Writes a deal down; contact and company stay where they are not said again. */
export async function upsertDeal(workspaceId: string, db: Client, d: DealWrite): Promise<void> {
  await db.query(
    `insert into deal as t (workspace_id, external_id, contact_id, company_id, status, updated_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (workspace_id, external_id) do update set contact_id = coalesce(excluded.contact_id, t.contact_id),
       company_id = coalesce(excluded.company_id, t.company_id), status = excluded.status, updated_at = excluded.updated_at`,
    [workspaceId, d.externalId, d.contactId, d.companyId, d.status, d.at],
  );
}

const DEAL = `select d.external_id, d.contact_id, c.external_id as company, d.status, d.updated_at, r.id as referral_id, r.program, r.stage
   from deal d
   left join company c on c.workspace_id = $1 and c.id = d.company_id
   left join lateral (
        select r.id, p.key as program, r.stage from referral r join program p on p.workspace_id = r.workspace_id and p.id = r.program_id
         where r.workspace_id = $1 and r.friend_id = d.contact_id and r.status in ('open', 'qualified')
         order by r.bound_at desc, r.id desc limit 1) r on true
  where d.workspace_id = $1`;

/** A deal by the business's own id, or null. */
export async function readDeal(workspaceId: string, db: Client, externalId: string): Promise<DealRow | null> {
  const { rows } = await db.query<DealRow>(`${DEAL} and d.external_id = $2`, [workspaceId, externalId]);
  return rows[0] ?? null;
}

export type DealPage = { after: string; limit: number; status: string | null; contactId: string | null; companyId: string | null };

/** Deals by their ids, after `after`. */
export async function listDeals(workspaceId: string, db: Client, page: DealPage): Promise<DealRow[]> {
  const { rows } = await db.query<DealRow>(
    `${DEAL} and d.external_id > $2 and ($3::text is null or d.status = $3)
        and ($5::uuid is null or d.contact_id = $5) and ($6::uuid is null or d.company_id = $6) order by d.external_id limit $4`,
    [workspaceId, page.after, page.status, page.limit, page.contactId, page.companyId],
  );
  return rows;
}
