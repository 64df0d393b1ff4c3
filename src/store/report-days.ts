/**
 * The figures of days, made from the rows that are counted. A day is made whole again whenever something in it changed, so that what comes
 * late, twice or corrected needs no case of its own. One statement a family of figures; what did not change is not written.
 */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";

/** A program's day. */
export type Day = { program: string; day: number };
/** Its first instant, and the next day's. */
export type Span = { from: number; to: number };

/** What is counted together, because it lies together. */
export const FAMILIES = ["cohort", "customers", "qualified", "orders", "firsts", "rewards", "visits", "joined", "asked"] as const;
export type Family = (typeof FAMILIES)[number];

/** `sums`: (metric, expression) over the rows `r` of a day; `dims`: (name, expression). Expressions are never null. */
type Made = {
  from: string;
  day: string;
  unit?: string;
  dims: readonly (readonly [name: string, text: string])[];
  sums: readonly (readonly [metric: string, text: string])[];
  /** A figure that grows with its cohort: that it changed later is no correction. */
  ripens?: true;
};

const FRIEND_DIMS = [
  ["channel", "r.channel"],
  ["country", "r.country"],
  ["evidence", "r.evidence"],
  ["variant", "r.version::text"],
] as const;
const within = (day: string): string => `join wanted w on w.program = r.program_id and w.day = ${day}`;
/**
 * Of a day's ids by their key, whatever is guessed of how many there are: joined, the whole table was read for one day. The program is
 * compared as text, or a plan made before PostgreSQL knows the table reads all rows of the program for each day.
 */
const byId = (table: string): string => `wanted w cross join lateral (
    select t.* from ${table} t where t.workspace_id = $1 and t.id >= w.from_id and t.id < w.to_id
       and t.program_id::text = w.program::text offset 0) r`;
// The friend of each order by its key: nothing is guessed of how many there are (store/report-rows.ts says why).
const ORDERS = `report_order r ${within("r.day")} cross join lateral (
    select f.channel, f.country, f.evidence, f.version, f.advocate_id from report_friend f
     where f.workspace_id = $1 and f.referral_id = r.referral_id offset 0) f`;

/**
 * First orders of friends for whom a rule gave something: once for each reward, so that they are counted by referral. A first order is the
 * first that stands or one before it that was taken back: the others' instants need not be read. The program is compared as text so that
 * no plan reads all of its rewards for each friend, as plans made before the tables knew the program did (30 s for one day).
 */
const FIRSTS = `${ORDERS}
  join lateral (select e.order_id, z.owner_at from report_order e
                 cross join lateral (select t.owner_at from order_state t
                                      where t.workspace_id = $1 and t.order_id = e.order_id offset 0) z
                 where e.workspace_id = $1 and e.referral_id = r.referral_id and e.nth <= 1 order by z.owner_at, e.order_id limit 1) s
    on s.order_id = r.order_id and r.nth <= 1
  cross join lateral (select w.rule, w.form, w.recipient_id, w.friend_id
                        from (select b.friend_id, b.program_id from referral b
                               where b.workspace_id = $1 and b.id = r.referral_id offset 0) b,
                             reward w
                       where w.workspace_id = $1 and w.friend_id = b.friend_id and w.program_id::text = b.program_id::text offset 0) q
  cross join lateral (select r.refunded > 0 and exists (
    select from fact c where c.workspace_id = $1 and c.order_id = r.order_id and c.type in ('refund', 'chargeback')
       and c.at <= s.owner_at + 90 * 86400000::bigint
       and coalesce((select x.status from fact_status x where x.workspace_id = $1 and x.fact_id = c.id), c.status) = 'settled') as back
      offset 0) k`;

/**
 * The version that the friend of a reward is bound to; what was given for nobody's coming is of none. Compared as text for the same
 * reason: in a new workspace's first minute of load one connection read all referrals of the program for each reward of the day.
 */
const BOUND = `cross join lateral (select coalesce((select b.version::text from referral b
    where b.workspace_id = $1 and b.friend_id = r.friend_id and b.program_id::text = r.program_id::text), '') as version offset 0) v`;

/** Rows `r` (of orders also the friend `f`), each in its day `w.day` of the wanted ones. */
export const MADE: Readonly<Record<Family, Made>> = {
  cohort: {
    from: `report_friend r ${within("r.came")}`,
    day: "r.came",
    dims: [...FRIEND_DIMS, ["stage", "r.stage"]],
    sums: [
      ["friends_came", "count(*)"],
      ["friends_signed_up", "count(*) filter (where r.signed is not null or r.bought is not null)"],
      ["friends_bought", "count(*) filter (where r.bought is not null)"],
      ["friends_bought_again", "count(*) filter (where r.again is not null)"],
    ],
    ripens: true,
  },
  customers: { from: `report_friend r ${within("r.bought")}`, day: "r.bought", dims: FRIEND_DIMS, sums: [["new_customers", "count(*)"]] },
  qualified: {
    from: `report_friend r ${within("r.qualified")}`,
    day: "r.qualified",
    dims: FRIEND_DIMS,
    sums: [["qualified", "count(*)"]],
  },
  orders: {
    from: ORDERS,
    day: "r.day",
    unit: "r.currency",
    dims: [
      ["channel", "f.channel"],
      ["country", "f.country"],
      ["evidence", "f.evidence"],
      ["variant", "f.version::text"],
      ["newness", "case r.nth when 0 then 'taken_back' when 1 then 'first' else 'repeat' end"],
    ],
    sums: [
      ["orders", "count(*) filter (where r.nth > 0)"],
      ["revenue", "sum(r.total - r.refunded)"],
      ["refunds", "sum(r.refunded)"],
    ],
  },
  firsts: {
    from: FIRSTS,
    day: "r.day",
    dims: [
      ["rule", "q.rule"],
      ["form", "q.form"],
      ["side", "case when q.recipient_id = q.friend_id then 'friend' else 'advocate' end"],
      ["variant", "f.version::text"],
    ],
    sums: [
      ["first_orders", "count(distinct r.referral_id)"],
      ["first_orders_refunded", "count(distinct r.referral_id) filter (where k.back)"],
    ],
  },
  rewards: {
    from: `${byId("reward")} ${BOUND}`,
    day: "w.day",
    unit: "r.unit",
    dims: [
      ["rule", "r.rule"],
      ["form", "r.form"],
      ["side", "case when r.recipient_id = r.friend_id then 'friend' else 'advocate' end"],
      ["variant", "v.version"],
    ],
    sums: [
      ["rewards_granted", "count(*) filter (where r.state <> 'denied')"],
      ["rewards", "count(*) filter (where r.owed <> 0)"],
      ["rewards_taken_back", "count(*) filter (where r.state = 'reversed')"],
      ["reward_cost", "sum(r.owed)"],
    ],
  },
  visits: { from: byId("touch"), day: "w.day", dims: [["channel", "coalesce(r.channel, '')"]], sums: [["visits", "count(*)"]] },
  joined: {
    from: `report_advocate r ${within("r.joined")}`,
    day: "r.joined",
    dims: [["country", "r.country"]],
    sums: [
      ["advocates_joined", "count(*)"],
      ["advocates_shared", "count(*) filter (where r.shared or r.visited or r.referred)"],
      ["advocates_visited", "count(*) filter (where r.visited or r.referred)"],
      ["advocates_referred", "count(*) filter (where r.referred)"],
    ],
    ripens: true,
  },
  asked: {
    from: `report_advocate r ${within("r.asked")}`,
    day: "r.asked",
    dims: [["country", "r.country"]],
    sums: [
      ["advocates_asked", "count(*)"],
      ["asked_joined", "count(*) filter (where r.joined >= r.asked)"],
    ],
    ripens: true,
  },
};

/** Counts the family's figures of the wanted days. `$2` to `$5`: programs, days, and where the ids of each begin and end. */
function figuresOf({ from, day, unit, dims, sums }: Made): string {
  const sets = [...dims.map(([, text]) => text), "''"].map(
    (text) => `(r.program_id, ${day}${unit ? `, ${unit}` : ""}${text === "''" ? "" : `, ${text}`})`,
  );
  const name = dims.reduceRight((rest, [dim, text]) => `case when grouping(${text}) = 0 then '${dim}' else ${rest} end`, "''");
  const values = sums.map(([metric], i) => `('${metric}', g.v${i})`).join(", ");
  return `with wanted as (select * from unnest($2::uuid[], $3::int[], $4::uuid[], $5::uuid[]) as w(program, day, from_id, to_id))
    select g.program, g.day, m.metric, g.dim, g.key, g.unit, m.value
      from (select r.program_id as program, ${day} as day, ${unit ?? "''"} as unit, ${name} as dim,
                   coalesce(${dims.map(([, text]) => text).join(", ")}, '') as key,
                   ${sums.map(([, text], i) => `coalesce(${text}, 0)::bigint as v${i}`).join(", ")}
              from ${from} where r.workspace_id = $1 group by grouping sets (${sets.join(", ")})) g,
           lateral (values ${values}) as m(metric, value)
     where m.value <> 0`;
}

export type Figure = { program: string; day: number; metric: string; dim: string; key: string; unit: string; value: number };
export type DaysAsk = { family: Family; days: readonly (Day & Span)[] };

const daysOf = (workspaceId: string, { days }: DaysAsk): unknown[] => [
  workspaceId,
  plain(days.map((each) => each.program)),
  plain(days.map((each) => each.day)),
  plain(days.map((each) => idFloor(each.from))),
  plain(days.map((each) => idFloor(each.to))),
];

/** The family's figures of these days, counted from the rows. */
export async function countDays(workspaceId: string, db: Client, ask: DaysAsk): Promise<Figure[]> {
  const { rows } = await db.query<Figure>(figuresOf(MADE[ask.family]), daysOf(workspaceId, ask));
  return rows;
}

/** What is kept of the family's figures of these days: whose value is 0 was something once. */
export async function readKeptDays(workspaceId: string, db: Client, ask: DaysAsk): Promise<Figure[]> {
  const { rows } = await db.query<Figure>(
    `select t.program_id as program, t.day, t.metric, t.dim, t.key, t.unit, t.value
       from (select distinct program, day from unnest($2::uuid[], $3::int[]) as u(program, day)) w
       cross join unnest($4::text[]) as m(metric)
       join report_day t on t.workspace_id = $1 and t.program_id = w.program and t.metric = m.metric and t.day = w.day`,
    [...daysOf(workspaceId, ask).slice(0, 3), MADE[ask.family].sums.map(([metric]) => metric)],
  );
  return rows;
}

/** A figure that a day has now; `was`: what a day that was over had said, null where nothing is corrected. */
export type Change = Figure & { was: number | null };

/** Whether a change of this family's figures in a day that is over is a correction. */
export const isCorrected = (family: Family): boolean => MADE[family].ripens !== true;

export async function saveDays(workspaceId: string, db: Client, of: { changes: readonly Change[]; now: number }): Promise<void> {
  if (of.changes.length === 0) return;
  await db.query(
    `insert into report_day as t (workspace_id, program_id, metric, dim, day, key, unit, value, was, revised_at)
     select $1, r.program, r.metric, r.dim, r.day, r.key, r.unit, r.value, r.was, case when r.was is not null then $3::bigint end
       from json_to_recordset($2) as r(program uuid, metric text, dim text, day int, key text, unit text, value bigint, was bigint)
         on conflict (workspace_id, program_id, metric, dim, day, key, unit) do update
        set value = excluded.value, was = coalesce(excluded.was, t.was), revised_at = coalesce(excluded.revised_at, t.revised_at)`,
    [workspaceId, JSON.stringify(of.changes), of.now],
  );
}

/** Adds to what is kept: for figures whose rows say what they were counted for. */
export async function addToDays(workspaceId: string, db: Client, changes: readonly Figure[]): Promise<void> {
  if (changes.length === 0) return;
  await db.query(
    `insert into report_day as t (workspace_id, program_id, metric, dim, day, key, unit, value)
     select $1, r.program, r.metric, r.dim, r.day, r.key, r.unit, r.value
       from json_to_recordset($2) as r(program uuid, metric text, dim text, day int, key text, unit text, value bigint)
         on conflict (workspace_id, program_id, metric, dim, day, key, unit) do update set value = t.value + excluded.value`,
    [workspaceId, JSON.stringify(changes)],
  );
}

/** Figures that are about as large as what counting a day of their family reads. */
const SIZES = ["friends_came", "orders", "rewards_granted", "visits", "advocates_joined"];

/** Whether a day between these (each of them included) holds so much in some program that counting it anew takes its time. */
export async function isHeavyDay(workspaceId: string, db: Client, of: { from: number; to: number; above: number }): Promise<boolean> {
  const { rows } = await db.query<{ heavy: boolean }>(
    `select exists (select from program p cross join unnest($2::text[]) m(metric) cross join lateral (
              select from report_day t where t.workspace_id = $1 and t.program_id = p.id and t.metric = m.metric and t.dim = ''
                 and t.day between $3 and $4 and t.value > $5 offset 0) d
            where p.workspace_id = $1) as heavy`,
    [workspaceId, SIZES, of.from, of.to, of.above],
  );
  return rows[0]?.heavy === true;
}
