/** Customers as they stood at an instant, and what they did after it: for studies that learn from the one about the other. */
import { type Columns, readColumns } from "./columns.ts";
import { copyOut } from "./copy-out.ts";
import type { Client } from "./db.ts";
import { largeFold } from "./study-buyers.ts";

const KINDS = {
  orders: "int",
  /** In the currency, net of refunds. */
  spent: "float",
  firstAt: "float",
  lastAt: "float",
  /** Orders after the instant. */
  after: "int",
  /** When she first brought somebody; NaN: never. */
  broughtAt: "float",
  /** 1 or 0: she came by a referral, takes part, was asked to. */
  referred: "int",
  joined: "int",
  asked: "int",
} as const;
export type CustomersAt = Columns<typeof KINDS>;

/** Everybody with an order by `at`, and what came after it up to `until` (milliseconds). Who was merged is one. */
export async function readCustomersAt(
  workspaceId: string,
  db: Client,
  ask: { at: number; until: number; currency: string; tell?: (rows: number) => void },
): Promise<CustomersAt> {
  await largeFold(db);
  const values = [workspaceId, ask.at, ask.until, ask.currency];
  return await readColumns(db, { text: CUSTOMERS, values, kinds: KINDS, tell: ask.tell });
}

const CUSTOMERS = `
with bought as (
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
select b.root, b.orders, b.spent, b.first_at::float8, b.last_at::float8, b.after, g.at::float8, (c.root is not null)::int,
       (j.root is not null)::int, (k.root is not null)::int
  from bought b left join brought g on g.root = b.root left join came c on c.root = b.root left join joined j on j.root = b.root
  left join asked k on k.root = b.root`;

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

/** Hears what each customer bought, as her profile has it; of more than `most` as many are drawn by their ids. */
export async function eachBasket(
  workspaceId: string,
  db: Client,
  { most, take }: { most: number; take: (products: readonly string[]) => void },
): Promise<void> {
  const { rows } = await db.query<{ n: number }>(
    "select count(*)::int as n from person_profile where workspace_id = $1 and cardinality(products) > 0",
    [workspaceId],
  );
  const drawn = (rows[0]?.n ?? 0) <= most ? 65_536 : Math.floor((65_536 * most) / rows[0]!.n);
  const text = `select to_json(products)::text from person_profile where workspace_id = $1 and cardinality(products) > 0
    and get_byte(uuid_send(person_id), 12) * 256 + get_byte(uuid_send(person_id), 13) < $2`;
  await copyOut(db, { text, values: [workspaceId, drawn] }, (row) => take(row.json() as string[]));
}

/** The same of some people. */
export async function readBasketsOf(workspaceId: string, db: Client, people: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await db.query<{ person: string; products: string[] }>(
    "select person_id::text as person, products from person_profile where workspace_id = $1 and person_id = any($2::uuid[])",
    [workspaceId, people],
  );
  return new Map(rows.map(({ person, products }) => [person, products]));
}
