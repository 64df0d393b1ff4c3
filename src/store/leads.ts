/** Leads between companies, and what companies hold. */
import type { Client } from "./db.ts";

export type LeadStatus = "open" | "accepted" | "declined" | "returned";
export type LeadRow = {
  id: string;
  program_id: string;
  program: string;
  from_company: string;
  to_company: string;
  person_id: string;
  sender_id: string | null;
  status: LeadStatus;
  sent_at: number;
  expires_at: number;
  decided_at: number | null;
  decider_id: string | null;
  text: string | null;
};

const LEAD = `select l.id, l.program_id, p.key as program, l.from_company, l.to_company, l.person_id, l.sender_id, l.status, l.sent_at,
    l.expires_at, l.decided_at, l.decider_id, t.text
  from lead l join program p on p.workspace_id = $1 and p.id = l.program_id
  left join private_text t on t.workspace_id = $1 and t.thing = l.id and t.nth = 0 where l.workspace_id = $1`;

export async function readLead(workspaceId: string, db: Client, id: string): Promise<LeadRow | null> {
  const { rows } = await db.query<LeadRow>(`${LEAD} and l.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

export type LeadFilter = {
  before: string | null;
  limit: number;
  program: string | null;
  status: string | null;
  fromId: string | null;
  toId: string | null;
};

/** Leads, newest first. */
export async function listLeads(workspaceId: string, db: Client, f: LeadFilter): Promise<LeadRow[]> {
  const { rows } = await db.query<LeadRow>(
    `${LEAD} and ($2::uuid is null or l.id < $2) and ($3::text is null or p.key = $3) and ($4::text is null or l.status = $4)
        and ($5::uuid is null or l.from_company = $5) and ($6::uuid is null or l.to_company = $6)
      order by l.id desc limit $7`,
    [workspaceId, f.before, f.program, f.status, f.fromId, f.toId, f.limit],
  );
  return rows;
}

export type NewLead = Pick<LeadRow, "id" | "program_id" | "from_company" | "to_company" | "person_id" | "sender_id"> & {
  at: number;
  expiresAt: number;
  key: string | null;
};

export async function insertLead(workspaceId: string, db: Client, l: NewLead): Promise<void> {
  await db.query(
    `insert into lead (workspace_id, id, program_id, from_company, to_company, person_id, sender_id, sent_at, expires_at, request_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspaceId, l.id, l.program_id, l.from_company, l.to_company, l.person_id, l.sender_id, l.at, l.expiresAt, l.key],
  );
}

/** Ends an open lead; false when it was not open any more. */
export async function decideLead(
  workspaceId: string,
  db: Client,
  of: { id: string; status: LeadStatus; at: number; deciderId: string | null },
): Promise<boolean> {
  const { rowCount } = await db.query(
    "update lead set status = $3, decided_at = $4, decider_id = $5 where workspace_id = $1 and id = $2 and status = 'open'",
    [workspaceId, of.id, of.status, of.at, of.deciderId],
  );
  return rowCount === 1;
}

/** An answered lead waits for its answer again. */
export async function reopenLead(workspaceId: string, db: Client, id: string): Promise<void> {
  await db.query(
    `update lead set status = 'open', decided_at = null, decider_id = null
      where workspace_id = $1 and id = $2 and status in ('accepted', 'declined')`,
    [workspaceId, id],
  );
}

/** Leads that nobody accepted in time, oldest first. */
export async function readDueLeads(
  workspaceId: string,
  db: Client,
  ask: { instant: number; limit: number },
): Promise<{ id: string; sender_id: string | null; expires_at: number }[]> {
  const { rows } = await db.query<{ id: string; sender_id: string | null; expires_at: number }>(
    `select id, sender_id, expires_at from lead where workspace_id = $1 and status = 'open' and expires_at <= $2
      order by expires_at, id limit $3`,
    [workspaceId, ask.instant, ask.limit],
  );
  return rows;
}

/** What a company received more than it gave, by the ledger, and how many leads wait for its answer. Behind the writer lock. */
export async function readDebt(
  workspaceId: string,
  db: Client,
  of: { companyId: string; instant: number },
): Promise<{ debt: number; open: number }> {
  const { rows } = await db.query<{ debt: number; open: number }>(
    `select (select -coalesce(sum(balance), 0)::bigint from ledger_account where workspace_id = $1 and owner_id = $2 and form = 'leads'
               and kind in ('pending', 'available', 'company')) as debt,
            (select count(*) from lead where workspace_id = $1 and to_company = $2 and status = 'open' and expires_at > $3) as open`,
    [workspaceId, of.companyId, of.instant],
  );
  return rows[0]!;
}

export type CompanyBalance = { unit: string; given: number; received: number; balance: number };

/** What a company gave the others, what it received of them, and the difference, by unit. */
export async function companyBalances(workspaceId: string, db: Client, companyId: string): Promise<CompanyBalance[]> {
  const { rows } = await db.query<CompanyBalance>(
    `select unit, coalesce(sum(balance) filter (where kind <> 'company'), 0)::bigint as given,
            -coalesce(sum(balance) filter (where kind = 'company'), 0)::bigint as received,
            coalesce(sum(balance), 0)::bigint as balance
       from ledger_account where workspace_id = $1 and owner_id = $2 and balance is not null group by unit order by unit`,
    [workspaceId, companyId],
  );
  return rows;
}

/** True when the person belongs to the company by her events, or has a role in it. */
export async function speaksFor(workspaceId: string, db: Client, of: { companyId: string; personId: string }): Promise<boolean> {
  const { rows } = await db.query<{ yes: boolean }>(
    `select exists (select from person where workspace_id = $1 and id = $3 and company_id = $2)
         or exists (select from company_role where workspace_id = $1 and company_id = $2 and person_id = $3) as yes`,
    [workspaceId, of.companyId, of.personId],
  );
  return rows[0]!.yes;
}

/** Who speaks for a company: told of what it is asked. At most 50. */
export async function speakersOf(workspaceId: string, db: Client, companyId: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from person where workspace_id = $1 and company_id = $2 and merged_into is null and erased_at is null
     union select person_id from company_role where workspace_id = $1 and company_id = $2 order by 1 limit 50`,
    [workspaceId, companyId],
  );
  return rows.map((r) => r.id);
}
