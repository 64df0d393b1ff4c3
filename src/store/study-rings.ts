/** What the search for rings reads: accounts, what they were seen with (keyed hashes), and what operators decided. */
import type { Account } from "../core/analytics/rings/rings.ts";
import type { Trace } from "../core/analytics/rings/components.ts";
import type { Client } from "./db.ts";

/** Everybody of whom something was seen or who stands in a referral. Who was merged is one account. */
export async function readRingAccounts(workspaceId: string, db: Client): Promise<Account[]> {
  const { rows } = await db.query<Account>(
    `with near as (
       select person_id as id from risk_signal where workspace_id = $1
       union select friend_id from referral where workspace_id = $1
       union select advocate_id from referral where workspace_id = $1),
     root as (
       select distinct coalesce(p.merged_into, p.id) as id from near n join person p on p.workspace_id = $1 and p.id = n.id),
     came as (
       select distinct on (1) coalesce(f.merged_into, f.id) as id, coalesce(a.merged_into, a.id) as advocate
         from referral r
         join person f on f.workspace_id = $1 and f.id = r.friend_id
         join person a on a.workspace_id = $1 and a.id = r.advocate_id
        where r.workspace_id = $1 and r.status <> 'superseded' order by 1, r.bound_at)
     select r.id::text, p.created_at as born, c.advocate::text as referrer
       from root r join person p on p.workspace_id = $1 and p.id = r.id left join came c on c.id = r.id
      order by r.id`,
    [workspaceId],
  );
  return rows;
}

/** The kinds of risk_signal by the names of rings/components.ts. */
export async function readRingTraces(workspaceId: string, db: Client): Promise<Trace[]> {
  const { rows } = await db.query<Trace>(
    `select distinct coalesce(p.merged_into, p.id)::text as account,
            case s.kind when 'payment' then 'card' when 'network' then 'ip' else s.kind end as kind, s.hash as key
       from risk_signal s join person p on p.workspace_id = $1 and p.id = s.person_id where s.workspace_id = $1`,
    [workspaceId],
  );
  return rows;
}

/** Friends whose referral an operator approved or refused. */
export async function readRingDecisions(workspaceId: string, db: Client): Promise<{ account: string; refused: boolean }[]> {
  const { rows } = await db.query<{ account: string; refused: boolean }>(
    `select coalesce(p.merged_into, p.id)::text as account, bool_or(a.state = 'refused') as refused
       from risk_assessment a join person p on p.workspace_id = $1 and p.id = a.friend_id
      where a.workspace_id = $1 and a.decided_by = 'operator' and a.state in ('approved', 'refused') group by 1`,
    [workspaceId],
  );
  return rows;
}
