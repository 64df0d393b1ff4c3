/** Reading people. A merged person's id goes on meaning the person it became. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

export type PageInput = { before: string | null; limit: number };
export type IdentityKind = 1 | 2 | 3 | 4;
export type PersonRow = {
  id: string;
  merged_into: string | null;
  company_id: string | null;
  company: string | null;
  created_at: number;
  erased_at: number | null;
  identities: { kind: IdentityKind; value: string }[];
  data: Record<string, unknown> | null;
};

/** Who stands for whom `first` finds. */
const CHAIN = (first: string): string =>
  `with recursive chain as (
     ${first}
     union all
     select p.id, p.merged_into, c.depth + 1
       from chain c join person p on p.workspace_id = $1 and p.id = c.merged_into where c.depth < 50)
   select id from chain where merged_into is null`;

const CANONICAL = CHAIN("select id, merged_into, 1 as depth from person where workspace_id = $1 and id = $2");
const OF_FACT = CHAIN(`select p.id, p.merged_into, 1 as depth from fact f join person p on p.workspace_id = $1 and p.id = f.person_id
      where f.workspace_id = $1 and f.id = $2`);

/** The surviving person behind an id (merges are followed), or null. */
export async function canonicalPerson(workspaceId: string, db: Client, id: string): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>({ name: "canonical_person", text: CANONICAL, values: [workspaceId, id] });
  return rows[0]?.id ?? null;
}

/** Whom a fact is about now, or null. */
export async function personOfFact(workspaceId: string, db: Client, factId: string): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>({ name: "person_of_fact", text: OF_FACT, values: [workspaceId, factId] });
  return rows[0]?.id ?? null;
}

/** Who an identity belongs to, or null. The value is normalised (core/identity.ts). */
export async function personByIdentity(
  workspaceId: string,
  db: Client,
  identity: { kind: IdentityKind; value: string },
): Promise<string | null> {
  const { rows } = await db.query<{ person_id: string }>({
    name: "person_by_identity",
    text: "select person_id from person_identity where workspace_id = $1 and kind = $2 and value = $3",
    values: [workspaceId, identity.kind, identity.value],
  });
  return rows[0]?.person_id ?? null;
}

// One statement for a person and for a page of them. Identities come from every id that was merged into the person.
export const PERSON = `
  select p.id, p.merged_into, p.company_id, c.external_id as company, p.created_at, p.erased_at, v.data,
         coalesce((select json_agg(json_build_object('kind', i.kind, 'value', i.value) order by i.kind, i.value)
                     from person_identity i where i.workspace_id = p.workspace_id and i.person_id = p.id), '[]') as identities
    from person p
    left join person_private v on v.workspace_id = p.workspace_id and v.person_id = p.id
    left join company c on c.workspace_id = p.workspace_id and c.id = p.company_id`;

/** One person as stored under exactly this id, or null. */
export async function readPerson(workspaceId: string, db: Client, id: string): Promise<PersonRow | null> {
  const { rows } = await db.query<PersonRow>(`${PERSON} where p.workspace_id = $1 and p.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Whom these ids mean now (merges are followed), each with the id that was asked for. */
export async function readPeopleOf(workspaceId: string, db: Client, ids: readonly string[]): Promise<(PersonRow & { asked: string })[]> {
  const { rows } = await db.query<PersonRow & { asked: string }>(
    `with recursive chain as (
       select id as asked, id, merged_into, 1 as depth from person where workspace_id = $1 and id = any($2::uuid[])
       union all
       select c.asked, p.id, p.merged_into, c.depth + 1
         from chain c join person p on p.workspace_id = $1 and p.id = c.merged_into where c.depth < 50)
     select k.asked, s.* from chain k
      cross join lateral (${PERSON} where p.workspace_id = $1 and p.id = k.id) s where k.merged_into is null`,
    [workspaceId, plain(ids)],
  );
  return rows;
}

/** Surviving people, newest first. */
export async function listPeople(workspaceId: string, db: Client, page: PageInput): Promise<PersonRow[]> {
  const { rows } = await db.query<PersonRow>(
    `${PERSON} where p.workspace_id = $1 and p.merged_into is null and ($2::uuid is null or p.id < $2) order by p.id desc limit $3`,
    [workspaceId, page.before, page.limit],
  );
  return rows;
}

export type BalanceRow = { unit: string; pending: number; available: number; in_flight: number; settled: number; expired: number };

/** What a person holds, by unit. Every id that was merged into the person counts. */
export async function balancesOf(workspaceId: string, db: Client, personId: string): Promise<BalanceRow[]> {
  const { rows } = await db.query<BalanceRow>(
    `with recursive family as (
       select $2::uuid as id
       union all
       select p.id from family f join person p on p.workspace_id = $1 and p.merged_into = f.id)
     select a.unit,
            coalesce(sum(a.balance) filter (where a.kind = 'pending'), 0)::bigint as pending,
            coalesce(sum(a.balance) filter (where a.kind = 'available'), 0)::bigint as available,
            coalesce(sum(a.balance) filter (where a.kind = 'in_flight'), 0)::bigint as in_flight,
            coalesce(sum(a.balance) filter (where a.kind = 'settled'), 0)::bigint as settled,
            coalesce(sum(a.balance) filter (where a.kind = 'expired'), 0)::bigint as expired
       from family f join ledger_account a on a.workspace_id = $1 and a.owner_id = f.id
      group by a.unit order by a.unit`,
    [workspaceId, personId],
  );
  return rows;
}

export type StandingRow = {
  program: string;
  program_id: string;
  status: string;
  joined_at: number;
  referrals: number;
  qualified: number;
  pending: number;
  owed: number;
  unit: string | null;
};

/** How an advocate stands in each program: referrals, qualified ones, and what is owed by unit (one row a unit). */
export async function standingOf(workspaceId: string, db: Client, personId: string): Promise<StandingRow[]> {
  const { rows } = await db.query<StandingRow>(
    `select g.key as program, a.program_id, a.status, a.joined_at,
            n.referrals, n.qualified,
            w.unit, coalesce(w.pending, 0) as pending, coalesce(w.owed, 0) as owed
       from advocate a
       join program g on g.workspace_id = a.workspace_id and g.id = a.program_id
       left join lateral (
         select count(*) filter (where r.status <> 'superseded') as referrals, count(*) filter (where r.status = 'qualified') as qualified
           from referral r where r.workspace_id = $1 and r.advocate_id = a.person_id and r.program_id = a.program_id) n on true
       left join lateral (
         select r.unit, sum(r.owed)::bigint as owed, coalesce(sum(r.owed) filter (where r.state = 'pending'), 0)::bigint as pending
           from reward r where r.workspace_id = $1 and r.recipient_id = a.person_id and r.program_id = a.program_id
          group by r.unit) w on true
      where a.workspace_id = $1 and a.person_id = $2 order by g.key, w.unit`,
    [workspaceId, personId],
  );
  return rows;
}

export type CompanyRow = {
  id: string;
  external_id: string;
  name: string;
  domain: string | null;
  domains: string[];
  first_order_at: number | null;
  created_at: number;
  people: number;
};

const COMPANY = `
  select c.id, c.external_id, c.name, c.domain, c.first_order_at, c.created_at,
         array(select d.domain from company_domain d where d.workspace_id = c.workspace_id and d.company_id = c.id order by 1) as domains,
         (select count(*) from person p where p.workspace_id = c.workspace_id and p.company_id = c.id and p.merged_into is null) as people
    from company c where c.workspace_id = $1`;

/** A company by its id of ours or the business's own id. */
export async function readCompany(
  workspaceId: string,
  db: Client,
  by: { id: string | null; externalId: string | null },
): Promise<CompanyRow | null> {
  const { rows } = await db.query<CompanyRow>(`${COMPANY} and (c.id = $2 or c.external_id = $3)`, [workspaceId, by.id, by.externalId]);
  return rows[0] ?? null;
}

/** Companies, newest first. */
export async function listCompanies(workspaceId: string, db: Client, page: PageInput): Promise<CompanyRow[]> {
  const { rows } = await db.query<CompanyRow>(`${COMPANY} and ($2::uuid is null or c.id < $2) order by c.id desc limit $3`, [
    workspaceId,
    page.before,
    page.limit,
  ]);
  return rows;
}

/** Makes a company or changes its name and domain; returns its id. */
export async function upsertCompany(
  workspaceId: string,
  db: Client,
  company: { id: string; externalId: string; name: string; domain: string | null },
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into company as c (workspace_id, id, external_id, name, domain) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, external_id) do update set name = excluded.name, domain = coalesce(excluded.domain, c.domain) returning id`,
    [workspaceId, company.id, company.externalId, company.name, company.domain],
  );
  return rows[0]!.id;
}
