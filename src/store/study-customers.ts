/** Customers as they stood at an instant, and what they did after it: for studies that learn from the one about the other. */
import type { Client } from "./db.ts";

export type CustomerAt = {
  root: string;
  orders: number;
  /** In the currency, net of refunds. */
  spent: number;
  first_at: number;
  last_at: number;
  /** Orders after the instant. */
  after: number;
  /** When she first brought somebody; null: never. */
  brought_at: number | null;
  referred: boolean;
  joined: boolean;
  asked: boolean;
};

/** Everybody with an order by `at`, and what came after it up to `until` (milliseconds). Who was merged is one. */
export async function readCustomersAt(
  workspaceId: string,
  db: Client,
  ask: { at: number; until: number; currency: string },
): Promise<CustomerAt[]> {
  const { rows } = await db.query<CustomerAt>(
    `with bought as (
       select coalesce(p.merged_into, p.id) as root, count(*) filter (where o.owner_at <= $2)::int as orders,
              coalesce(sum(o.total - o.refunded) filter (where o.owner_at <= $2 and o.currency = $4), 0)::float8 as spent,
              min(o.owner_at) as first_at, max(o.owner_at) filter (where o.owner_at <= $2) as last_at,
              count(*) filter (where o.owner_at > $2)::int as after
         from order_state o join person p on p.workspace_id = $1 and p.id = o.person_id and p.erased_at is null
        where o.workspace_id = $1 and o.owner_at <= $3 and (o.refunded < o.total or o.total = 0)
        group by 1 having min(o.owner_at) <= $2),
     brought as (
       select coalesce(p.merged_into, p.id) as root, min(r.bound_at) as at
         from referral r join person p on p.workspace_id = $1 and p.id = r.advocate_id
        where r.workspace_id = $1 and r.status in ('open', 'qualified') and r.bound_at <= $3 group by 1),
     came as (
       select distinct coalesce(p.merged_into, p.id) as root
         from referral r join person p on p.workspace_id = $1 and p.id = r.friend_id
        where r.workspace_id = $1 and r.status in ('open', 'qualified') and r.bound_at <= $2),
     joined as (
       select distinct coalesce(p.merged_into, p.id) as root
         from advocate a join person p on p.workspace_id = $1 and p.id = a.person_id
        where a.workspace_id = $1 and a.status in ('active', 'left') and a.joined_at <= $2),
     asked as (select distinct person_id as root from report_advocate where workspace_id = $1 and asked is not null)
     select b.root::text, b.orders, b.spent, b.first_at, b.last_at, b.after, g.at as brought_at, c.root is not null as referred,
            j.root is not null as joined, k.root is not null as asked
       from bought b left join brought g on g.root = b.root left join came c on c.root = b.root left join joined j on j.root = b.root
       left join asked k on k.root = b.root`,
    [workspaceId, ask.at, ask.until, ask.currency],
  );
  return rows;
}

/** How many advocates brought how many friends, those who brought nobody too. */
export async function readFriendCounts(workspaceId: string, db: Client): Promise<{ friends: number; advocates: number }[]> {
  const { rows } = await db.query<{ friends: number; advocates: number }>(
    `with edge as (
       select coalesce(p.merged_into, p.id) as root, count(*)::int as n
         from referral r join person p on p.workspace_id = $1 and p.id = r.advocate_id
        where r.workspace_id = $1 and r.status in ('open', 'qualified') group by 1),
     every as (
       select coalesce(p.merged_into, p.id) as root
         from advocate a join person p on p.workspace_id = $1 and p.id = a.person_id
        where a.workspace_id = $1 and a.status in ('active', 'left')
       union select root from edge)
     select coalesce(e.n, 0) as friends, count(*)::int as advocates from every v left join edge e on e.root = v.root group by 1 order by 1`,
    [workspaceId],
  );
  return rows;
}

/** What each customer bought, as her profile has it. */
export async function readBaskets(workspaceId: string, db: Client): Promise<{ person: string; products: string[] }[]> {
  const { rows } = await db.query<{ person: string; products: string[] }>(
    `select person_id::text as person, products from person_profile where workspace_id = $1 and cardinality(products) > 0`,
    [workspaceId],
  );
  return rows;
}
