/** What studies of lifetime value read: who bought on which day for how much, and who brought whom. Ids, days and amounts only. */
import type { Purchase } from "../core/analytics/value/summary.ts";
import type { Client } from "./db.ts";

/** The local day (since 1970) of an instant in milliseconds, in the zone $2. */
export const localDay = (at: string): string => `((to_timestamp(${at} / 1000.0) at time zone $2)::date - date '1970-01-01')`;

/** The currency of most orders; null where there is none. */
export async function usualCurrency(workspaceId: string, db: Client): Promise<string | null> {
  const { rows } = await db.query<{ currency: string }>(
    `select currency from (select currency from order_state where workspace_id = $1 and person_id is not null limit 100000) o
      group by 1 order by count(*) desc, 1 limit 1`,
    [workspaceId],
  );
  return rows[0]?.currency ?? null;
}

export type PurchasesAsk = { zone: string; currency: string; to: number };

/**
 * Days on which somebody bought, up to the day `to`, net of refunds: who was merged is one customer, what was wholly refunded is no
 * purchase, what cost nothing is one.
 */
export async function readPurchases(workspaceId: string, db: Client, ask: PurchasesAsk): Promise<Purchase[]> {
  const { rows } = await db.query<[string, number, number]>({
    text: `select root, day, sum(amount)::float8 from (
       select coalesce(p.merged_into, p.id)::text as root, ${localDay("o.owner_at")} as day, o.total - o.refunded as amount
         from order_state o join person p on p.workspace_id = $1 and p.id = o.person_id
        where o.workspace_id = $1 and o.currency = $3 and o.owner_at is not null and (o.refunded < o.total or o.total = 0)) x
      where day <= $4 group by 1, 2`,
    values: [workspaceId, ask.zone, ask.currency, ask.to],
    rowMode: "array",
  });
  return rows.map(([customer, day, amount]) => ({ customer, day, amount }));
}

/** `cost`: rewards for this referral to either side, in the currency. */
export type FriendLine = { advocate: string; friend: string; program: string; day: number; cost: number };

/** Referrals that stand, up to the day `to`. */
export async function readFriendLines(
  workspaceId: string,
  db: Client,
  ask: PurchasesAsk & { programs: readonly string[] },
): Promise<FriendLine[]> {
  const { rows } = await db.query<FriendLine>(
    `with paid as (
       select program_id, friend_id, sum(owed)::float8 as cost from reward
        where workspace_id = $1 and unit = $3 and friend_id is not null and state not in ('reversed', 'denied') group by 1, 2)
     select coalesce(a.merged_into, a.id)::text as advocate, coalesce(f.merged_into, f.id)::text as friend, r.program_id::text as program,
            ${localDay("r.bound_at")} as day, coalesce(w.cost, 0) as cost
       from referral r
       join person a on a.workspace_id = $1 and a.id = r.advocate_id
       join person f on f.workspace_id = $1 and f.id = r.friend_id
       left join paid w on w.program_id = r.program_id and w.friend_id = r.friend_id
      where r.workspace_id = $1 and r.status in ('open', 'qualified') and r.program_id = any($4::uuid[])
        and ${localDay("r.bound_at")} <= $5`,
    [workspaceId, ask.zone, ask.currency, ask.programs, ask.to],
  );
  return rows;
}
