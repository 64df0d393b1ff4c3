/** The kinds' own lists, as the portal shows them to one person: what is hers, or what she is asked. */
import type { Client } from "./db.ts";

export type MineOf = { personId: string; programId: string; before: string | null; limit: number };

export type OwnLeadRow = {
  id: string;
  from_company: string;
  to_company: string;
  status: "open" | "accepted" | "declined" | "returned";
  sent_at: number;
  expires_at: number;
  decided_at: number | null;
  text: string | null;
  /** Of whom it is about, for the one who accepted it. */
  contact: { name: string | null; email: string | null } | null;
};

// What somebody handed on is told to whom it was handed, once she has taken it.
const CONTACT = (person: string): string => `
  (select json_build_object('name', v.data ->> 'name', 'email', (select known.value from person_identity known
      where known.workspace_id = $1 and known.person_id = ${person} and known.kind = 2 order by known.value limit 1))
     from person q left join person_private v on v.workspace_id = $1 and v.person_id = q.id
    where q.workspace_id = $1 and q.id = ${person} and q.erased_at is null)`;

/** Leads from or to these companies in a program, newest first. */
export async function listLeadsOf(
  workspaceId: string,
  db: Client,
  of: { companies: readonly string[]; programId: string; before: string | null; limit: number },
): Promise<OwnLeadRow[]> {
  const { rows } = await db.query<OwnLeadRow>(
    `select l.id, l.from_company, l.to_company, l.status, l.sent_at, l.expires_at, l.decided_at, t.text,
            case when l.status = 'accepted' and l.to_company = any($2::uuid[]) then ${CONTACT("l.person_id")} end as contact
       from lead l left join private_text t on t.workspace_id = $1 and t.thing = l.id and t.nth = 0
      where l.workspace_id = $1 and l.program_id = $3 and (l.from_company = any($2::uuid[]) or l.to_company = any($2::uuid[]))
        and ($4::uuid is null or l.id < $4) order by l.id desc limit $5`,
    [workspaceId, of.companies, of.programId, of.before, of.limit],
  );
  return rows;
}

/** Companies of those who take part in a program. */
export async function listPartners(
  workspaceId: string,
  db: Client,
  of: { programId: string; limit: number },
): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.query<{ id: string; name: string }>(
    `select distinct c.id, c.name from advocate a
       join person p on p.workspace_id = $1 and p.id = a.person_id and p.company_id is not null
       join company c on c.workspace_id = $1 and c.id = p.company_id
      where a.workspace_id = $1 and a.program_id = $2 and a.status = 'active' order by c.name, c.id limit $3`,
    [workspaceId, of.programId, of.limit],
  );
  return rows;
}

export type OwnRequestRow = {
  id: string;
  from_id: string;
  to_id: string | null;
  status: "open" | "answered" | "declined" | "expired";
  asked_at: number;
  expires_at: number;
  decided_at: number | null;
  decider_id: string | null;
  introduction_id: string | null;
  text: string | null;
  /** Who was introduced, for the one who asked. */
  contact: { name: string | null; email: string | null } | null;
};

/** What she asked, what she is asked, and, if she is a member, what all members are asked; newest first. */
export async function listRequestsOf(workspaceId: string, db: Client, of: MineOf & { isMember: boolean }): Promise<OwnRequestRow[]> {
  const { rows } = await db.query<OwnRequestRow>(
    `select r.id, r.from_id, r.to_id, r.status, r.asked_at, r.expires_at, r.decided_at, r.decider_id, r.introduction_id, t.text,
            case when r.from_id = $2 and i.id is not null then ${CONTACT("i.person_id")} end as contact
       from member_request r
       left join introduction i on i.workspace_id = $1 and i.id = r.introduction_id
       left join private_text t on t.workspace_id = $1 and t.thing = r.id and t.nth = 0
      where r.workspace_id = $1 and r.program_id = $3 and (r.from_id = $2 or r.to_id = $2 or (r.to_id is null and r.status = 'open' and $6))
        and ($4::uuid is null or r.id < $4) order by r.id desc limit $5`,
    [workspaceId, of.personId, of.programId, of.before, of.limit, of.isMember],
  );
  return rows;
}

export type OwnSlipRow = { id: string; from_id: string; to_id: string; value: number; currency: string; at: number; text: string | null };

/** Thanks to her and from her, newest first. */
export async function listSlipsOf(workspaceId: string, db: Client, of: MineOf): Promise<OwnSlipRow[]> {
  const { rows } = await db.query<OwnSlipRow>(
    `select s.id, s.from_id, s.to_id, s.value, s.currency, s.at, t.text
       from slip s left join private_text t on t.workspace_id = $1 and t.thing = s.id and t.nth = 0
      where s.workspace_id = $1 and s.program_id = $3 and (s.from_id = $2 or s.to_id = $2) and ($4::uuid is null or s.id < $4)
      order by s.id desc limit $5`,
    [workspaceId, of.personId, of.programId, of.before, of.limit],
  );
  return rows;
}

export type OwnPlaceRow = { gathering: string; state: "seat" | "waiting" | "left"; ahead: number };

/** Her places at gatherings; of a waiting one, how many wait before her. */
export async function listPlacesOf(
  workspaceId: string,
  db: Client,
  of: { personId: string; gatherings: readonly string[] },
): Promise<Map<string, OwnPlaceRow>> {
  const { rows } = await db.query<OwnPlaceRow>(
    `select p.gathering_id as gathering, p.state,
            (select count(*) from gathering_place o where o.workspace_id = $1 and o.gathering_id = p.gathering_id and o.state = 'waiting'
                and o.nth < p.nth)::int as ahead
       from gathering_place p where p.workspace_id = $1 and p.person_id = $2 and p.gathering_id = any($3::uuid[])`,
    [workspaceId, of.personId, of.gatherings],
  );
  return new Map(rows.map((row) => [row.gathering, row]));
}

export type ReferralStage = { id: string; stage: string; stage_at: number; bound_at: number };

/** How far referrals are. */
export async function readReferralStages(workspaceId: string, db: Client, ids: readonly string[]): Promise<Map<string, ReferralStage>> {
  const { rows } = await db.query<ReferralStage>(
    "select id, stage, stage_at, bound_at from referral where workspace_id = $1 and id = any($2::uuid[])",
    [workspaceId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
