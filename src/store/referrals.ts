/** Reading referrals, and the shape of the tree they make. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";

export type ReferralRow = {
  id: string;
  program: string;
  program_id: string;
  advocate_id: string;
  friend_id: string;
  link_id: string | null;
  evidence: string;
  evidence_at: number;
  bound_at: number;
  version: number;
  stage: string;
  stage_at: number;
  qualified_at: number | null;
  status: string;
  frozen_at: number | null;
  manual: boolean;
};

const REFERRAL = `
  select r.id, p.key as program, r.program_id, r.advocate_id, r.friend_id, r.link_id, r.evidence, r.evidence_at, r.bound_at, r.version,
         r.stage, r.stage_at, r.qualified_at, r.status, r.frozen_at, r.manual
    from referral r join program p on p.workspace_id = r.workspace_id and p.id = r.program_id
   where r.workspace_id = $1`;

/** One referral, or null. */
export async function readReferral(workspaceId: string, db: Client, id: string): Promise<ReferralRow | null> {
  const { rows } = await db.query<ReferralRow>(`${REFERRAL} and r.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

export async function readReferralsOf(workspaceId: string, db: Client, ids: readonly string[]): Promise<ReferralRow[]> {
  const { rows } = await db.query<ReferralRow>(`${REFERRAL} and r.id = any($2::uuid[])`, [workspaceId, plain(ids)]);
  return rows;
}

export type ReferralFilter = {
  before: string | null;
  limit: number;
  program: string | null;
  advocateId: string | null;
  friendId: string | null;
  status: string | null;
  stage: string | null;
  /** Bound at this instant or later; their ids begin with it. */
  since?: number | null;
};

/** Referrals, newest first. Filters that are null do not filter. */
export async function listReferrals(workspaceId: string, db: Client, filter: ReferralFilter): Promise<ReferralRow[]> {
  const { rows } = await db.query<ReferralRow>(
    `${REFERRAL} and ($2::uuid is null or r.id < $2)
        and ($3::text is null or r.program_id = (select id from program where workspace_id = $1 and key = $3))
        and ($4::uuid is null or r.advocate_id = $4) and ($5::uuid is null or r.friend_id = $5) and ($6::text is null or r.status = $6)
        and ($7::text is null or r.stage = $7) and ($8::uuid is null or r.id >= $8)
      order by r.id desc limit $9`,
    [
      workspaceId,
      filter.before,
      filter.program,
      filter.advocateId,
      filter.friendId,
      filter.status,
      filter.stage,
      filter.since == null ? null : idFloor(filter.since),
      filter.limit,
    ],
  );
  return rows;
}

export type CountRow = { value: number; people: number };

/** How many of a program's people referred 0, 1, 2... others. People are its advocates and everyone in a referral that stands. */
export async function offspringCounts(workspaceId: string, db: Client, programId: string): Promise<CountRow[]> {
  const { rows } = await db.query<CountRow>(
    `with edge as (
            select advocate_id, friend_id from referral where workspace_id = $1 and program_id = $2 and status in ('open', 'qualified')),
          node as (select person_id as id from advocate where workspace_id = $1 and program_id = $2
                   union select advocate_id from edge union select friend_id from edge)
     select coalesce(e.n, 0)::integer as value, count(*) as people
       from node left join (select advocate_id, count(*) as n from edge group by advocate_id) e on e.advocate_id = node.id
      group by 1 order by 1`,
    [workspaceId, programId],
  );
  return rows;
}

/**
 * How many people stand 0, 1, 2... referrals below somebody nobody referred. Circles (A referred B before B's friend
 * referred A) have no such root and are not in any row: the difference to the number of people is their size.
 */
export async function depthCounts(workspaceId: string, db: Client, programId: string): Promise<CountRow[]> {
  const { rows } = await db.query<CountRow>(
    `with recursive edge as materialized (
            select advocate_id, friend_id from referral where workspace_id = $1 and program_id = $2 and status in ('open', 'qualified')),
          node as (select person_id as id from advocate where workspace_id = $1 and program_id = $2
                   union select advocate_id from edge union select friend_id from edge),
          tree as (
            select id, 0 as depth from node where not exists (select from edge where edge.friend_id = node.id)
            union all
            select edge.friend_id, tree.depth + 1 from tree join edge on edge.advocate_id = tree.id)
     select depth as value, count(*) as people from tree group by depth order by depth`,
    [workspaceId, programId],
  );
  return rows;
}
