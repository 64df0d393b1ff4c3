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
  // Everything of a person is asked of her own row, by index: joins between what was found of thousands of people were guessed to be of
  // few rows, became loops in loops, and kept a processor busy for half a minute a page.
  const { rows } = await db.query<Omit<ProfileInputs, keyof Brought>>(
    `select w.id, w.created_at, (select v.data from person_private v where v.workspace_id = $1 and v.person_id = w.id) as data,
            exists (select from person_identity i where i.workspace_id = $1 and i.person_id = w.id and i.kind = 2) as has_email,
            coalesce(p.orders, 0)::int as orders, coalesce(p.value, 0)::bigint as value, p.currency,
            coalesce(g.products, '{}') as products, t.first_order_at, t.last_order_at, t.seen_at, t.engagement::int as engagement,
            t.nps,
            exists (select from referral r where r.workspace_id = $1 and r.friend_id = w.id and r.status <> 'superseded') as referred,
            j.joined_at
       from person w
      cross join lateral (
        select w.id || array(select m.id from person m where m.workspace_id = $1 and m.merged_into = w.id) as ids) k
      cross join lateral (
        select max(f.at) as seen_at, min(f.at) filter (where f.type = 'purchase') as first_order_at,
               max(f.at) filter (where f.type = 'purchase') as last_order_at,
               count(*) filter (where f.type in ('visit', 'lead', 'activity', 'share', 'survey_response')) as engagement,
               (array_agg((f.body ->> 'value')::numeric::int order by f.at desc)
                 filter (where f.type = 'survey_response' and f.body ->> 'name' = 'nps' and (f.body ->> 'value')::numeric <= 10))[1] as nps,
               array_agg(distinct f.order_id) filter (where f.type = 'purchase' and f.order_id is not null) as orders,
               array_agg(f.body #> '{order,items}') filter (where f.type = 'purchase' and f.body #> '{order,items}' is not null) as items
          from fact f where f.workspace_id = $1 and f.person_id = any(k.ids) and f.status = 'settled') t
       left join lateral (
        select o.currency, sum(o.total - o.refunded) as value, sum(count(*)) over () as orders
          from order_state o where o.workspace_id = $1 and o.order_id = any(t.orders) and (o.total = 0 or o.refunded < o.total)
         group by o.currency order by 2 desc, 1 limit 1) p on true
      cross join lateral (
        select (array_agg(distinct item ->> 'sku'))[1:${PRODUCTS}] as products
          from unnest(t.items) sold, json_array_elements(sold) item where item ->> 'sku' is not null) g
      cross join lateral (
        select min(a.joined_at) as joined_at from advocate a
         where a.workspace_id = $1 and a.person_id = w.id and a.status = 'active') j
      where w.workspace_id = $1 and w.id = any($2::uuid[]) and w.merged_into is null and w.erased_at is null`,
    [workspaceId, plain(ids)],
  );
  const brought = await readBrought(workspaceId, db, ids);
  return rows.map((row) => ({ ...row, ...(brought.get(row.id) ?? { referrals: 0, qualified: 0 }) }));
}

type Brought = { referrals: number; qualified: number };

/** Whom these people brought, counted for all at once: where one advocate has nearly all referrals, each of the others would read hers. */
async function readBrought(workspaceId: string, db: Client, ids: readonly string[]): Promise<Map<string, Brought>> {
  const { rows } = await db.query<Brought & { id: string }>(
    `select advocate_id as id, count(*)::int as referrals, (count(*) filter (where status = 'qualified'))::int as qualified
       from referral where workspace_id = $1 and advocate_id = any($2::uuid[]) and status <> 'superseded' group by advocate_id`,
    [workspaceId, plain(ids)],
  );
  return new Map(rows.map(({ id, referrals, qualified }) => [id, { referrals, qualified }]));
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
