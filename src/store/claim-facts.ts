/** What a claim is judged by: what is known of its claimants, its subject and its order. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";
import { stands } from "./fact-withdraw.ts";

export type ClaimantRow = { person: string; active: boolean; department: string | null; agreed: boolean };

/**
 * Each claimant's place in the program, department, and whether she accepted its terms of this number or later. In the order asked.
 */
export async function readClaimants(
  workspaceId: string,
  db: Client,
  of: { programId: string; people: readonly string[]; terms: number },
): Promise<ClaimantRow[]> {
  const { rows } = await db.query<ClaimantRow>(
    `select u.id as person, coalesce(a.status = 'active', false) as active, v.data->'attributes'->>'department' as department,
            exists (select from terms_acceptance t where t.workspace_id = $1 and t.person_id = u.id and t.program_id = $2
              and t.terms >= $4) as agreed
       from unnest($3::uuid[]) with ordinality u(id, place)
       left join advocate a on a.workspace_id = $1 and a.program_id = $2 and a.person_id = u.id
       left join person_private v on v.workspace_id = $1 and v.person_id = u.id
      order by u.place`,
    [workspaceId, of.programId, plain(of.people), of.terms],
  );
  return rows;
}

export type KnownAsk = { family: readonly string[]; companyId: string | null; deal: string | null; programId: string; since: number };
/** `customer`: has bought. `working`: we have an open deal with her, her company or under that id. `applied`: came by herself. */
export type Known = { customer: boolean; company_customer: boolean; working: boolean; applied: boolean };

/** Whether the business knew somebody before anybody claimed her. */
export async function readKnown(workspaceId: string, db: Client, of: KnownAsk): Promise<Known> {
  const { rows } = await db.query<Known>(
    `select exists (select from fact f where f.workspace_id = $1 and f.person_id = any($2::uuid[])
              and f.type in ('purchase', 'payment')) as customer,
            exists (select from company c where c.workspace_id = $1 and c.first_order_at is not null and (c.id = $3
              or c.id in (select p.company_id from person p where p.workspace_id = $1 and p.id = any($2::uuid[]))
              or c.id in (select d.company_id from person_identity i join company_domain d on d.workspace_id = $1
                   and d.domain = split_part(i.value, '@', 2)
                 where i.workspace_id = $1 and i.person_id = any($2::uuid[]) and i.kind = 2))) as company_customer,
            exists (select from deal d where d.workspace_id = $1 and d.status = 'open'
              and (d.external_id = $4 or d.contact_id = any($2::uuid[]) or d.company_id = $3)) as working,
            exists (select from fact f where f.workspace_id = $1 and f.person_id = any($2::uuid[]) and f.type = 'stage' and f.at >= $6
              and ${stands("f")}
              and f.body->>'program' = (select key from program where workspace_id = $1 and id = $5)
              and not exists (select from referral r where r.workspace_id = $1 and r.program_id = $5
                and r.friend_id = any($2::uuid[]))) as applied`,
    [workspaceId, plain(of.family), of.companyId, of.deal, of.programId, of.since],
  );
  return rows[0]!;
}

/** What somebody's referral of a program has earned anybody so far: true when it is not nothing. */
export async function hasEarned(workspaceId: string, db: Client, of: { programId: string; friendId: string }): Promise<boolean> {
  const { rows } = await db.query(
    "select 1 from reward where workspace_id = $1 and program_id = $2 and friend_id = $3 and owed <> 0 limit 1",
    [workspaceId, of.programId, of.friendId],
  );
  return rows.length > 0;
}

export type ClaimedOrder = { person: string; at: number; client: string };

/** Whose order it is and when it was made, or null while no purchase of that id is known. */
export async function readOrderOwner(workspaceId: string, db: Client, orderId: string): Promise<ClaimedOrder | null> {
  const { rows } = await db.query<ClaimedOrder>(
    `select person_id as person, owner_at as at, owner_client as client from order_state
      where workspace_id = $1 and order_id = $2 and person_id is not null and owner_at is not null`,
    [workspaceId, orderId],
  );
  return rows[0] ?? null;
}

/** True when somebody bought anything before an instant. */
export async function boughtBefore(workspaceId: string, db: Client, of: { family: readonly string[]; at: number }): Promise<boolean> {
  const { rows } = await db.query(
    `select 1 from fact where workspace_id = $1 and person_id = any($2::uuid[]) and type in ('purchase', 'payment') and at < $3 limit 1`,
    [workspaceId, plain(of.family), of.at],
  );
  return rows.length > 0;
}
