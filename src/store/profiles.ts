/** What is known of people at a glance: read together from facts, orders and referrals, kept in one row a person. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

/** What a profile is made of; `typical` is what an average customer ordered for. */
export type ProfileInputs = {
  id: string;
  created_at: number;
  data: Record<string, unknown> | null;
  has_email: boolean;
  orders: number;
  value: number;
  currency: string | null;
  products: string[];
  first_order_at: number | null;
  last_order_at: number | null;
  seen_at: number | null;
  engagement: number;
  nps: number | null;
  referrals: number;
  qualified: number;
  referred: boolean;
  joined_at: number | null;
};

/** Products remembered of a person. */
const PRODUCTS = 50;

/** Of these people who stand for themselves and are not erased; what was merged into them counts. */
export async function readProfileInputs(workspaceId: string, db: Client, ids: readonly string[]): Promise<ProfileInputs[]> {
  const { rows } = await db.query<ProfileInputs>(
    `with who as materialized (
       select id, created_at from person where workspace_id = $1 and id = any($2::uuid[]) and merged_into is null and erased_at is null),
     family as materialized (
       select id as own, id from who
       union all select w.id, m.id from who w join person m on m.workspace_id = $1 and m.merged_into = w.id),
     seen as materialized (
       select y.own, f.type, f.at, f.order_id, case when f.type in ('purchase', 'survey_response') then f.body end as body
         from family y join fact f on f.workspace_id = $1 and f.person_id = y.id where f.status = 'settled'),
     told as (
       select own, max(at) as seen_at, min(at) filter (where type = 'purchase') as first_order_at,
              max(at) filter (where type = 'purchase') as last_order_at,
              count(*) filter (where type in ('visit', 'lead', 'activity', 'share', 'survey_response')) as engagement,
              (array_agg((body ->> 'value')::numeric::int order by at desc)
                filter (where type = 'survey_response' and body ->> 'name' = 'nps' and (body ->> 'value')::numeric <= 10))[1] as nps
         from seen group by own),
     bought as (
       select s.own, o.currency, count(*) as orders, sum(o.total - o.refunded) as value
         from (select distinct own, order_id from seen where type = 'purchase' and order_id is not null) s
         join order_state o on o.workspace_id = $1 and o.order_id = s.order_id
        where o.total = 0 or o.refunded < o.total group by s.own, o.currency),
     paid as (select distinct on (own) own, currency, value, sum(orders) over (partition by own) as orders
                from bought order by own, value desc),
     things as (
       select own, (array_agg(distinct sku))[1:${PRODUCTS}] as products
         from seen, json_array_elements(coalesce(body #> '{order,items}', '[]')) item, lateral (select item ->> 'sku' as sku) k
        where type = 'purchase' and sku is not null group by own),
     brought as (
       select advocate_id as own, count(*) as referrals, count(*) filter (where status = 'qualified') as qualified
         from referral where workspace_id = $1 and advocate_id = any($2::uuid[]) and status <> 'superseded' group by advocate_id),
     joined as (
       select person_id as own, min(joined_at) as joined_at from advocate
        where workspace_id = $1 and person_id = any($2::uuid[]) and status = 'active' group by person_id)
     select w.id, w.created_at, v.data,
            exists (select from person_identity i where i.workspace_id = $1 and i.person_id = w.id and i.kind = 2) as has_email,
            coalesce(p.orders, 0)::int as orders, coalesce(p.value, 0)::bigint as value, p.currency,
            coalesce(g.products, '{}') as products, t.first_order_at, t.last_order_at, t.seen_at,
            coalesce(t.engagement, 0)::int as engagement,
            t.nps, coalesce(b.referrals, 0)::int as referrals, coalesce(b.qualified, 0)::int as qualified,
            exists (select from referral r where r.workspace_id = $1 and r.friend_id = w.id and r.status <> 'superseded') as referred,
            j.joined_at
       from who w
       left join person_private v on v.workspace_id = $1 and v.person_id = w.id
       left join told t on t.own = w.id left join paid p on p.own = w.id left join things g on g.own = w.id
       left join brought b on b.own = w.id left join joined j on j.own = w.id`,
    [workspaceId, plain(ids)],
  );
  return rows;
}

export type ProfileRow = Omit<ProfileInputs, "id" | "created_at" | "data"> & {
  person_id: string;
  country: string | null;
  language: string | null;
  tags: string[];
  known_at: number;
  score: number;
};

/** Keeps them as they are now; of those in `ids` without a row here what was kept goes. */
export async function saveProfiles(
  workspaceId: string,
  db: Client,
  of: { ids: readonly string[]; rows: readonly ProfileRow[]; at: number },
): Promise<void> {
  const kept = new Set(of.rows.map((row) => row.person_id));
  const gone = of.ids.filter((id) => !kept.has(id));
  if (gone.length > 0)
    await db.query("delete from person_profile where workspace_id = $1 and person_id = any($2::uuid[])", [workspaceId, plain(gone)]);
  if (of.rows.length === 0) return;
  await db.query(
    `insert into person_profile (workspace_id, person_id, country, language, tags, has_email, orders, value, currency, products,
        first_order_at, last_order_at, seen_at, engagement, nps, referrals, qualified, referred, joined_at, known_at, score,
        computed_at)
     select $1, r.person_id, r.country, r.language, r.tags, r.has_email, r.orders, r.value, r.currency, r.products, r.first_order_at,
            r.last_order_at, r.seen_at, r.engagement, r.nps, r.referrals, r.qualified, r.referred, r.joined_at, r.known_at,
            r.score, $3
       from json_to_recordset($2) as r(person_id uuid, country text, language text, tags text[], has_email boolean, orders int,
            value bigint, currency text, products text[], first_order_at bigint, last_order_at bigint, seen_at bigint, engagement int,
            nps int, referrals int, qualified int, referred boolean, joined_at bigint, known_at bigint,
            score int)
      order by r.person_id
         on conflict (workspace_id, person_id) do update set country = excluded.country, language = excluded.language,
            tags = excluded.tags, has_email = excluded.has_email, orders = excluded.orders, value = excluded.value,
            currency = excluded.currency, products = excluded.products, first_order_at = excluded.first_order_at,
            last_order_at = excluded.last_order_at, seen_at = excluded.seen_at, engagement = excluded.engagement, nps = excluded.nps,
            referrals = excluded.referrals, qualified = excluded.qualified, referred = excluded.referred,
            joined_at = excluded.joined_at, known_at = excluded.known_at, score = excluded.score, computed_at = excluded.computed_at`,
    [workspaceId, JSON.stringify(of.rows), of.at],
  );
}

/** $1 workspace, $2 the id that goes, $3 the id that stays: what is known of both is counted again. */
export const MOVE_PROFILES = [
  "delete from person_profile where workspace_id = $1 and person_id = $2::uuid and person_id <> $3::uuid",
  "update person_profile set computed_at = 0 where workspace_id = $1 and person_id = $3::uuid and person_id <> $2::uuid",
  "update outreach_step set person_id = $3::uuid where workspace_id = $1 and person_id = $2::uuid",
];

/** $1 workspace, $2 all ids of the person. */
export const ERASE_PROFILES = [
  "delete from person_profile where workspace_id = $1 and person_id = any($2::uuid[])",
  `update outreach_step set person_id = null, skipped_at = coalesce(skipped_at, case when asked_at is null then 0 end)
     where workspace_id = $1 and person_id = any($2::uuid[])`,
];

/** Whether anything is kept of her yet. */
export async function hasProfile(workspaceId: string, db: Client, personId: string): Promise<boolean> {
  const { rowCount } = await db.query("select from person_profile where workspace_id = $1 and person_id = $2", [workspaceId, personId]);
  return rowCount === 1;
}
