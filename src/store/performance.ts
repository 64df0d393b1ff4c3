/** What came of somebody's links in a stretch of time: visits, sign-ups, orders, what they came to and what they earned her. */
import type { Client } from "./db.ts";

export type PerformanceOf = { program: string; person: string; from: number; to: number; fromTouch: string; toTouch: string };
export type Sum = { link: string | null; unit: string; amount: number };
export type LinkNumbers = {
  link: string;
  code: string;
  kind: "random" | "vanity" | "coupon";
  channel: string | null;
  visits: number;
  signups: number;
  customers: number;
  orders: number;
};

// What her friends did since they were hers, under every id that they had.
const DONE = `
  done as (
    select r.link_id as link, r.friend_id as friend, f.type, f.order_id
      from referral r
      join lateral (select r.friend_id as id union all
                    select p.id from person p where p.workspace_id = $1 and p.merged_into = r.friend_id) w on true
      join fact f on f.workspace_id = $1 and f.person_id = w.id and f.type in ('signup', 'purchase', 'payment')
       and f.at >= greatest(r.bound_at, $4) and f.at < $5
     where r.workspace_id = $1 and r.advocate_id = $3 and r.program_id = $2 and r.status in ('open', 'qualified'))`;

/** One row a link of hers in the program. */
export async function linkNumbers(workspaceId: string, db: Client, of: PerformanceOf): Promise<LinkNumbers[]> {
  const { rows } = await db.query<LinkNumbers>(
    `with ${DONE},
     seen as (select t.link_id as link, count(*) as visits
                from touch t join link k on k.workspace_id = $1 and k.id = t.link_id and k.person_id = $3
               where t.workspace_id = $1 and t.id > $6 and t.id <= $7 group by 1),
     sums as (select link, count(distinct friend) filter (where type = 'signup') as signups,
                     count(distinct friend) filter (where type <> 'signup') as customers, count(distinct order_id) as orders
                from done group by 1)
     select l.id as link, l.code, l.kind, l.channel, coalesce(s.visits, 0)::integer as visits, coalesce(d.signups, 0)::integer as signups,
            coalesce(d.customers, 0)::integer as customers, coalesce(d.orders, 0)::integer as orders
       from link l left join seen s on s.link = l.id left join sums d on d.link = l.id
      where l.workspace_id = $1 and l.person_id = $3 and l.program_id = $2 order by l.created_at, l.id limit 500`,
    [workspaceId, of.program, of.person, of.from, of.to, of.fromTouch, of.toTouch],
  );
  return rows;
}

/** What those orders came to, without what was returned, by link and currency. */
export async function linkRevenue(workspaceId: string, db: Client, of: PerformanceOf): Promise<Sum[]> {
  const { rows } = await db.query<Sum>(
    `with ${DONE}
     select d.link, o.currency as unit, sum(o.total - o.refunded)::bigint as amount
       from (select distinct link, order_id from done where order_id is not null) d
       join order_state o on o.workspace_id = $1 and o.order_id = d.order_id group by 1, 2 order by 1, 2`,
    [workspaceId, of.program, of.person, of.from, of.to],
  );
  return rows;
}

/** What she earned, by the link that brought the friend (null: what no friend brought, such as deliverables), and unit. */
export async function linkEarned(workspaceId: string, db: Client, of: PerformanceOf): Promise<Sum[]> {
  const { rows } = await db.query<Sum>(
    `select f.link_id as link, w.unit, sum(w.owed)::bigint as amount
       from reward w left join referral f on f.workspace_id = $1 and f.friend_id = w.friend_id and f.program_id = w.program_id
      where w.workspace_id = $1 and w.program_id = $2 and w.recipient_id = $3 and w.at >= $4 and w.at < $5 and w.owed > 0
      group by 1, 2 order by 1, 2`,
    [workspaceId, of.program, of.person, of.from, of.to],
  );
  return rows;
}
