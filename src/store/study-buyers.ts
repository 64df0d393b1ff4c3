/**
 * What lifetime value is worked out from: a row a customer, folded where the orders lie, so that a million customers are read as some
 * megabytes of numbers. Who was merged is one customer; what was wholly refunded is no purchase, what cost nothing is one.
 */
import { type Columns, readColumns } from "./columns.ts";
import type { Client } from "./db.ts";
import { localDay } from "./study-purchases.ts";

export type BuyersAsk = {
  zone: string;
  currency: string;
  /** The last day that counts. */
  to: number;
  /** Where it is cut for the check: a day, or two thirds of the way from the first purchase of who first bought on day `from` or later. */
  cut: number | null;
  from: number | null;
  programs: readonly string[];
  /** What customers are parted by: that they were brought, by which program (its place in `programs`), or that they are among these. */
  by: "referred" | "program" | { members: readonly string[] };
  /** Hears how many rows are there. */
  tell?: (rows: number) => void;
};

/**
 * Of each row, in the order of the statement. Days are numbers since 1970; NaN: there is none. One person has a row for each part that she
 * stands in.
 */
const KINDS = {
  /** 0 in none, else from 1. */
  part: "int",
  /** 1 in the first of somebody's rows. */
  nth: "int",
  /** The first and the last day on which she bought, how many days; and by the cut. No days: she brought people, bought nothing. */
  firstDay: "float",
  lastDay: "float",
  days: "int",
  heldDay: "float",
  heldDays: "int",
  /** Everything she spent, and on her first day. */
  total: "float",
  firstSpend: "float",
  /** By how many referrals she came, and their rewards. */
  came: "int",
  cameCost: "float",
  /** Whom she brought, what those spent since, and the rewards for it. */
  friends: "int",
  gained: "float",
  cost: "float",
  /** The same in each row. */
  cut: "int",
} as const;

export type BuyerRows = Columns<typeof KINDS>;

const BUYERS = `
with bought as materialized (
  select root, day, sum(amount)::float8 as amount from (
    select coalesce(m.merged_into, o.person_id) as root, ${localDay("o.owner_at")} as day, o.total - o.refunded as amount
      from order_state o left join (select id, merged_into from person where workspace_id = $1 and merged_into is not null) m
        on m.id = o.person_id
     where o.workspace_id = $1 and o.currency = $3 and o.owner_at is not null and o.person_id is not null
       and (o.refunded < o.total or o.total = 0)) x
   where day <= $4 group by 1, 2),
cut as materialized (
  select coalesce($5::int, floor(d + (($4 - d) * 2) / 3.0)::int) as day
    from (select min(d) as d from (select min(day) as d from bought group by root) f where $6::int is null or d >= $6::int) f),
buyer as (
  select root, min(day) as first_day, max(day) as last_day, count(*)::int as days, max(day) filter (where day <= c.cut) as held_day,
         count(*) filter (where day <= c.cut)::int as held_days, sum(amount) as total, (array_agg(amount order by day))[1] as first_spend
    from bought cross join (select day as cut from cut) c group by 1),
paid as (
  select program_id, friend_id, sum(owed)::float8 as cost from reward
   where workspace_id = $1 and unit = $3 and friend_id is not null and state not in ('reversed', 'denied') group by 1, 2),
line as materialized (
  select row_number() over () as id, coalesce(a.merged_into, a.id) as advocate, coalesce(f.merged_into, f.id) as friend,
         array_position($7::uuid[], r.program_id) as place, ${localDay("r.bound_at")} as day, coalesce(w.cost, 0) as cost
    from referral r
    join person a on a.workspace_id = $1 and a.id = r.advocate_id
    join person f on f.workspace_id = $1 and f.id = r.friend_id
    left join paid w on w.program_id = r.program_id and w.friend_id = r.friend_id
   where r.workspace_id = $1 and r.status in ('open', 'qualified') and r.program_id = any($7::uuid[]) and ${localDay("r.bound_at")} <= $4),
since as (
  select l.id, l.advocate, l.cost, coalesce(sum(b.amount), 0) as gained
    from line l left join bought b on b.root = l.friend and b.day >= l.day group by 1, 2, 3),
brought as (select advocate as root, count(*)::int as friends, sum(gained) as gained, sum(cost) as cost from since group by 1),
came as (select friend as root, count(*)::int as came, sum(cost) as cost from line group by 1),
part as (select root, place, row_number() over (partition by root order by place) as nth from (PARTS) p)
select root, coalesce(p.place, 0)::int4, coalesce(p.nth, 1)::int4, b.first_day::float8, b.last_day::float8, coalesce(b.days, 0)::int4,
       b.held_day::float8, coalesce(b.held_days, 0)::int4, coalesce(b.total, 0)::float8, coalesce(b.first_spend, 0)::float8,
       coalesce(c.came, 0)::int4, coalesce(c.cost, 0)::float8, coalesce(g.friends, 0)::int4, coalesce(g.gained, 0)::float8,
       coalesce(g.cost, 0)::float8, coalesce((select day from cut), 0)::int4
  from buyer b full join brought g using (root) left join came c using (root) left join part p using (root)`;

const PARTS = {
  referred: "select distinct friend as root, 1 as place from line",
  program: "select distinct friend as root, place from line",
  members: "select id as root, 1 as place from unnest($8::uuid[]) as m(id)",
};

/** Everybody who bought or brought somebody. */
export async function readBuyers(workspaceId: string, db: Client, ask: BuyersAsk): Promise<BuyerRows> {
  await largeFold(db);
  const [by, members] = typeof ask.by === "string" ? [ask.by, []] : (["members", ask.by.members] as const);
  const text = BUYERS.replace("PARTS", PARTS[by]);
  const values = [workspaceId, ask.zone, ask.currency, ask.to, ask.cut, ask.from, ask.programs, members];
  return await readColumns(db, { text, values, kinds: KINDS, tell: ask.tell });
}

/** What studies fold does not fit into what a page's read may use; and compiling a statement costs more than it saves. */
export async function largeFold(db: Client): Promise<void> {
  await db.query("set local work_mem = '64MB'");
  await db.query("set local jit = off");
}
