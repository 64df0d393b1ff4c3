/** What the worth of subscribers is worked out from: how many stayed how long and what they paid meanwhile, grouped where the facts lie. */
import type { Client } from "./db.ts";
import { largeFold } from "./study-buyers.ts";
import { localDay } from "./study-purchases.ts";

export type SubscribersAsk = {
  zone: string;
  /** Null: nothing was ordered yet. */
  currency: string | null;
  /** Who subscribed on this day or later; null: all. */
  from: number | null;
  /** The last day that counts. */
  to: number;
  /** Months from one renewal to the next. */
  months: number;
  programs: readonly string[];
};

/** `lost`: left at renewal `periods`, else stayed through so many. `squares`: of what each of them paid. */
export type SubscriberRow = { referred: boolean; lost: boolean; periods: number; customers: number; paid: number; squares: number };

/*
 * Somebody subscribes once: from her first start to the first cancellation after it. A renewal falls on the day of the month on which she
 * began, or on the month's last; who cancels on that day has not renewed. What she pays is every order of hers meanwhile, less refunds.
 */
const SUBSCRIBERS = `
with said as materialized (
  select coalesce(p.merged_into, p.id) as root, f.type = 'subscription_started' as starts, ${localDay("f.at")} as day
    from fact f join person p on p.workspace_id = $1 and p.id = f.person_id
   where f.workspace_id = $1 and f.type in ('subscription_started', 'subscription_cancelled')
     and coalesce((select s.status from fact_status s where s.workspace_id = $1 and s.fact_id = f.id), f.status) = 'settled'),
begun as (select root, min(day) as day from said where starts and day <= $4 group by 1),
stay as materialized (
  select b.root, b.day as first_day, min(e.day) as end_day
    from begun b left join said e on e.root = b.root and not e.starts and e.day between b.day and $4
   where $5::int is null or b.day >= $5::int group by 1, 2),
came as (
  select distinct coalesce(f.merged_into, f.id) as root from referral r join person f on f.workspace_id = $1 and f.id = r.friend_id
   where r.workspace_id = $1 and r.status in ('open', 'qualified') and r.program_id = any($6::uuid[]) and ${localDay("r.bound_at")} <= $4),
paid as (
  select s.root, sum(o.total - o.refunded)::float8 as amount
    from order_state o
    left join (select id, merged_into from person where workspace_id = $1 and merged_into is not null) m on m.id = o.person_id
    join stay s on s.root = coalesce(m.merged_into, o.person_id)
   where o.workspace_id = $1 and o.currency = $3 and o.owner_at is not null
     and ${localDay("o.owner_at")} between s.first_day and coalesce(s.end_day, $4) group by 1),
dated as (
  select root, end_day is not null as lost, date '1970-01-01' + first_day as d0, date '1970-01-01' + coalesce(end_day, $4) as d1 from stay),
counted as (
  select root, lost, d0, d1,
         ((extract(year from d1) - extract(year from d0)) * 12 + extract(month from d1) - extract(month from d0))::int as m
    from dated),
aged as (
  select root, lost, case when lost then greatest(1, m + (d0 + make_interval(months => m) < d1)::int)
                          else m - (d0 + make_interval(months => m) > d1)::int end as months from counted)
select c.root is not null as referred, a.lost,
       (case when a.lost then ceil(a.months::float8 / $7::int) else floor(a.months::float8 / $7::int) end)::int as periods,
       count(*)::int as customers, coalesce(sum(p.amount), 0)::float8 as paid, coalesce(sum(p.amount * p.amount), 0)::float8 as squares
  from aged a left join came c using (root) left join paid p using (root) group by 1, 2, 3 order by 1, 2, 3`;

/** Everybody who subscribed, by how long she stayed. */
export async function readSubscribers(workspaceId: string, db: Client, ask: SubscribersAsk): Promise<SubscriberRow[]> {
  await largeFold(db);
  const { zone, currency, to, from, programs, months } = ask;
  const { rows } = await db.query<SubscriberRow>(SUBSCRIBERS, [workspaceId, zone, currency, to, from, programs, months]);
  return rows;
}
