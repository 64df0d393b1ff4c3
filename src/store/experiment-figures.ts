/** What an experiment is judged by: one row an advocate, summed by arm where the rows stand. */
import { idAt } from "./announcement-moments.ts";
import type { Client } from "./db.ts";
import { numberOf, unitOf } from "./dealt.ts";

export type ExperimentAsk = {
  experimentId: string;
  /** Advocates are dealt together: one row is one circle or company. */
  together: boolean;
  programId: string;
  salt: string;
  /** Where each arm's numbers end; the first begins at `first`. */
  first: number;
  below: readonly number[];
  /** The version of each arm. */
  versions: readonly number[];
  /** Counted in [from, to); before it an equally long time, at most 90 days, for what is known of advocates from before. */
  from: number;
  to: number;
  before: number;
  currency: string | null;
};
/**
 * Sums over what is dealt of an arm, an advocate or several as one: m and d (numerator and denominator), x (m before the start), and of
 * several as one s, how many they are (absent in what was kept before it was summed).
 */
export type FigureRow = {
  arm: number;
  metric: string;
  n: number;
  advocates: number;
  m: number;
  d: number;
  x: number;
  mm: number;
  md: number;
  dd: number;
  mx: number;
  xx: number;
  ms?: number;
  ds?: number;
  xs?: number;
  ss?: number;
  largest: number;
};

// What each metric is of one row. Of several advocates as one, a mean is a ratio: what they did to how many they are.
const VALUES = (size: string): string => `
    ('friends', l.friends, ${size}, l.friends_before), ('customers', l.customers, ${size}, l.customers_before),
    ('referring', l.referring, ${size}, l.referring_before), ('conversion', l.customers, l.friends, 0),
    ('rejected_rate', l.rejected, l.friends, 0), ('revenue', l.total - l.refunded, ${size}, 0), ('refund_rate', l.refunded, l.total, 0),
    ('reward_cost', l.owed, ${size}, 0), ('cost_per_customer', l.owed, l.customers, 0)`;

const DID = ["friends", "friends_before", "customers", "customers_before", "referring", "referring_before", "rejected"];
const EARNED = ["total", "refunded", "owed"];
const SUMS = [...DID, ...EARNED];
const WHOLE = `select arm, unit, ${[...SUMS, "size"].map((each) => `sum(${each}) as ${each}`).join(", ")} from each group by 1, 2`;

// Everybody who takes part by the end counts, whether she did anything or not: rows that are alike are summed as one with its weight `w`.
// What is joined to them is worked out once (materialized): before the server has statistics it was worked out anew for each advocate.
const figures = (together: boolean): string => `
with who as ${together ? "" : "not "}materialized (
  select a.person_id, ${together ? unitOf("$10::uuid", "a.person_id") : "a.person_id"} as unit
    from advocate a
   where a.workspace_id = $1 and a.program_id = $2 and a.status in ('active', 'left') and a.joined_at < $7 and $10::uuid is not null),
dealt as materialized (select person_id, unit, ${numberOf("$3", "unit")} as number from who),
arm as (
  select person_id, unit, width_bucket(d.number::int, $5::int[]) as arm
    from dealt d where d.number >= $4 and d.number < (select max(below) from unnest($5::int[]) as b(below))),
brought as materialized (
  select r.advocate_id,
         count(*) filter (where r.bound_at >= $6) as friends,
         count(*) filter (where r.bound_at < $6) as friends_before,
         count(*) filter (where r.bound_at >= $6 and r.status = 'qualified' and r.qualified_at < $7) as customers,
         count(*) filter (where r.status = 'qualified' and r.qualified_at < $6) as customers_before,
         count(*) filter (where r.bound_at >= $6 and r.status = 'rejected') as rejected
    from referral r
   where r.workspace_id = $1 and r.program_id = $2 and r.bound_at >= $8 and r.bound_at < $7 and r.status <> 'superseded'
   group by r.advocate_id),
bought as materialized (
  select r.advocate_id, sum(o.total) as total, sum(o.refunded) as refunded
    from referral r join report_order o on o.workspace_id = r.workspace_id and o.referral_id = r.id and o.currency = $9
   where r.workspace_id = $1 and r.program_id = $2 and r.bound_at >= $6 and r.bound_at < $7 and r.status <> 'superseded'
   group by r.advocate_id),
owed as materialized (
  select coalesce(w.advocate_id, w.recipient_id) as advocate_id, sum(w.owed) as owed
    from reward w
   where w.workspace_id = $1 and w.program_id = $2 and w.at >= $6 and w.at < $7 and w.unit = $9 and w.state not in ('reversed', 'denied')
   group by 1),
each as (
  select a.arm, a.unit, coalesce(b.friends, 0)::float8 as friends, coalesce(b.friends_before, 0)::float8 as friends_before,
         coalesce(b.customers, 0)::float8 as customers, coalesce(b.customers_before, 0)::float8 as customers_before,
         least(coalesce(b.customers, 0), 1)::float8 as referring, least(coalesce(b.customers_before, 0), 1)::float8 as referring_before,
         coalesce(b.rejected, 0)::float8 as rejected, coalesce(g.total, 0)::float8 as total, coalesce(g.refunded, 0)::float8 as refunded,
         coalesce(o.owed, 0)::float8 as owed, 1::float8 as size
    from arm a left join brought b on b.advocate_id = a.person_id left join bought g on g.advocate_id = a.person_id
      left join owed o on o.advocate_id = a.person_id),
whole as (${together ? WHOLE : "select * from each"}),
line as (select arm, ${SUMS.join(", ")}, size, count(*)::float8 as w from whole group by arm, ${SUMS.join(", ")}, size)
select l.arm, v.metric, sum(l.w)::int as n, sum(l.w * l.size)::int as advocates, sum(l.w * v.m) as m, sum(l.w * v.d) as d,
       sum(l.w * v.x) as x, sum(l.w * v.m * v.m) as mm, sum(l.w * v.m * v.d) as md, sum(l.w * v.d * v.d) as dd,
       sum(l.w * v.m * v.x) as mx, sum(l.w * v.x * v.x) as xx, sum(l.w * v.m * l.size) as ms, sum(l.w * v.d * l.size) as ds,
       sum(l.w * v.x * l.size) as xs, sum(l.w * l.size * l.size) as ss, max(v.m) as largest
  from line l cross join lateral (values ${VALUES(together ? "l.size" : "0")}) as v(metric, m, d, x)
 group by l.arm, v.metric order by l.arm, v.metric`;
const ALONE = figures(false);
const TOGETHER = figures(true);

export async function experimentFigures(workspaceId: string, db: Client, ask: ExperimentAsk): Promise<FigureRow[]> {
  const { programId, salt, first, below, from, to, before, currency, experimentId } = ask;
  const values = [workspaceId, programId, salt, first, below, from, to, before, currency, experimentId];
  const { rows } = await db.query<FigureRow>(ask.together ? TOGETHER : ALONE, values);
  return rows;
}

/** `moved`: bound under another arm's version than the advocate's whom they count for. Absent in what was kept before it was counted. */
export type Mixed = { friends: number; both: number; moved?: number };

/** Friends bound during the experiment, and those of them whom links of advocates of several arms had reached before they bound. */
export async function reachedByBoth(workspaceId: string, db: Client, ask: ExperimentAsk): Promise<Mixed> {
  const { rows } = await db.query<Mixed>(
    `with friend as (
       select r.friend_id, r.bound_at, r.advocate_id, r.version from referral r
        where r.workspace_id = $1 and r.program_id = $2 and r.bound_at >= $6 and r.bound_at < $7 and r.status <> 'superseded'),
     reached as (
       select f.friend_id, (select count(*) from unnest($5::int[]) as b(below) where d.number >= b.below) as arm
         from touch t
         join person p on p.workspace_id = $1 and p.id = t.person_id
         join friend f on f.friend_id = coalesce(p.merged_into, p.id) and t.at <= f.bound_at
         join link l on l.workspace_id = $1 and l.id = t.link_id
        cross join lateral (select ${unitOf("$9::uuid", "l.person_id")} as unit) u
        cross join lateral (select ${numberOf("$3", "u.unit")} as number) d
        where t.workspace_id = $1 and t.program_id = $2 and t.id >= $8 and t.at >= $6
          and d.number >= $4 and d.number < (select max(below) from unnest($5::int[]) as b(below)))
     select (select count(*) from friend)::int as friends,
            (select count(*) from (select friend_id from reached group by friend_id having count(distinct arm) > 1) x)::int as both,
            (select count(*) from friend f
              cross join lateral (select ${unitOf("$9::uuid", "f.advocate_id")} as unit) u
              cross join lateral (select ${numberOf("$3", "u.unit")} as number) d
              where f.version = any($10::int[]) and d.number >= $4 and d.number < (select max(below) from unnest($5::int[]) as b(below))
                and f.version <> ($10::int[])[1 + (select count(*) from unnest($5::int[]) as b(below) where d.number >= b.below)]
            )::int as moved`,
    [workspaceId, ask.programId, ask.salt, ask.first, ask.below, ask.from, ask.to, idAt(ask.from), ask.experimentId, ask.versions],
  );
  return rows[0] ?? { friends: 0, both: 0, moved: 0 };
}

/** Of active advocates: who brought whom, up to `limit` of them; and how many friends of each qualified in [from, to). */
export async function readTies(
  workspaceId: string,
  db: Client,
  of: { programId: string; from: number; to: number; limit: number },
): Promise<{ ties: [string, string][]; won: Map<string, number> }> {
  const ties = await db.query<{ advocate_id: string; friend_id: string }>(
    `select r.advocate_id, r.friend_id from referral r
       join advocate a on a.workspace_id = $1 and a.program_id = $2 and a.person_id = r.friend_id and a.status = 'active'
       join advocate b on b.workspace_id = $1 and b.program_id = $2 and b.person_id = r.advocate_id and b.status = 'active'
      where r.workspace_id = $1 and r.program_id = $2 and r.status in ('open', 'qualified') limit $3`,
    [workspaceId, of.programId, of.limit],
  );
  const won = await db.query<{ advocate_id: string; customers: number }>(
    `select r.advocate_id, count(*)::int as customers from referral r
       join advocate a on a.workspace_id = $1 and a.program_id = $2 and a.person_id = r.advocate_id and a.status = 'active'
      where r.workspace_id = $1 and r.program_id = $2 and r.status = 'qualified' and r.qualified_at >= $3 and r.qualified_at < $4
      group by 1`,
    [workspaceId, of.programId, of.from, of.to],
  );
  return {
    ties: ties.rows.map(({ advocate_id: advocate, friend_id: friend }) => [advocate, friend]),
    won: new Map(won.rows.map(({ advocate_id: id, customers }) => [id, customers])),
  };
}

/** What a plan starts from: advocates now, those who joined on each of the last 28 days, and what each brought in that time. */
export type BaselineRow = { advocates: number; customers: number; squares: number; referring: number };

export async function readBaseline(
  workspaceId: string,
  db: Client,
  of: { programId: string; from: number; to: number },
): Promise<BaselineRow & { per_day: number[] }> {
  const { rows } = await db.query<BaselineRow & { per_day: number[] }>(
    `with mine as (
       select a.person_id, a.joined_at from advocate a
        where a.workspace_id = $1 and a.program_id = $2 and a.status = 'active' and a.joined_at < $4),
     came as (select (joined_at - $3::bigint) / 86400000 as n, count(*)::int as some from mine where joined_at >= $3 group by 1),
     won as (
       select r.advocate_id, count(*)::float8 as customers from referral r
        where r.workspace_id = $1 and r.program_id = $2 and r.status = 'qualified' and r.qualified_at >= $3 and r.qualified_at < $4
        group by r.advocate_id)
     select count(*)::int as advocates, coalesce(sum(w.customers), 0) as customers, coalesce(sum(w.customers * w.customers), 0) as squares,
            count(w.advocate_id)::int as referring,
            (select array_agg(coalesce(c.some, 0) order by d.n)
               from generate_series(0, (($4::bigint - $3::bigint) / 86400000) - 1) as d(n) left join came c on c.n = d.n) as per_day
       from mine m left join won w on w.advocate_id = m.person_id`,
    [workspaceId, of.programId, of.from, of.to],
  );
  return rows[0] ?? { advocates: 0, customers: 0, squares: 0, referring: 0, per_day: [] };
}
