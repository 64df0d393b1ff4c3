/** What the home page counts: each by an index whose order is time, or to a limit. Nothing here reads a whole table. */
import type { Client } from "./db.ts";
import type { OutboxRow } from "./outbox-cursor.ts";

/** Instants, and the ids that begin with them: ids of clicks, referrals and rewards are in the order of time. */
export type Cuts = { at: readonly [number, number, number, number]; ids: readonly [string, string, string, string] };
/** In the last 28 days, in last week, in last week up to now's place in it, and in this week. */
export type Flow = { month: number; last: number; last_so_far: number; week: number };

const NAMES = `count(*) filter (where %c >= $2) as month, count(*) filter (where %c >= $3 and %c < $5) as last,
  count(*) filter (where %c >= $3 and %c < $4) as last_so_far, count(*) filter (where %c >= $5) as week`;
const counts = (column: string): string => NAMES.replaceAll("%c", column);

const REFERRALS = `select ${counts("id")} from referral where workspace_id = $1 and id >= least($2::uuid, $3::uuid)`;

const FLOWS = {
  clicks: `select ${counts("id")} from touch where workspace_id = $1 and id >= least($2::uuid, $3::uuid)`,
  // Those of every status less those that a later one took the place of: both are counted within an index.
  referrals: `select a.month - b.month as month, a.last - b.last as last, a.last_so_far - b.last_so_far as last_so_far,
      a.week - b.week as week
    from (${REFERRALS}) a, (${REFERRALS} and status = 'superseded') b`,
  rewards: `select ${counts("id")} from reward where workspace_id = $1 and id >= least($2::uuid, $3::uuid)`,
  customers: `select ${counts("qualified_at")} from referral
    where workspace_id = $1 and qualified_at >= least($2::bigint, $3::bigint) and status = 'qualified'`,
  advocates: `select ${counts("joined_at")} from advocate where workspace_id = $1 and joined_at >= least($2::bigint, $3::bigint)`,
} as const;
export type FlowName = keyof typeof FLOWS;
const BY_ID: ReadonlySet<FlowName> = new Set(["clicks", "referrals", "rewards"]);

/** How much of each there was. */
export async function readFlows(workspaceId: string, db: Client, cuts: Cuts): Promise<Record<FlowName, Flow>> {
  const names = Object.keys(FLOWS) as FlowName[];
  const found = await Promise.all(
    names.map((name) => db.query<Flow>(FLOWS[name], [workspaceId, ...(BY_ID.has(name) ? cuts.ids : cuts.at)])),
  );
  return Object.fromEntries(names.map((name, i) => [name, found[i]!.rows[0]!])) as Record<FlowName, Flow>;
}

export type UnitSum = { unit: string; form: string; last: number; week: number };

/** What rewards were worth when they are looked at, by unit: what was taken back since is not in it. */
export async function readGiven(workspaceId: string, db: Client, cuts: Cuts): Promise<UnitSum[]> {
  const { rows } = await db.query<UnitSum>(
    `select unit, form, coalesce(sum(owed) filter (where id < $3), 0)::bigint as last,
            coalesce(sum(owed) filter (where id >= $3), 0)::bigint as week
       from reward where workspace_id = $1 and id >= $2 and owed > 0 group by unit, form order by 4 desc, 1, 2 limit 12`,
    [workspaceId, cuts.ids[1], cuts.ids[3]],
  );
  return rows;
}

// Where each is looked after, one statement that stops at $2. $3: a week ago.
const NEEDS = {
  reviews: "select 1 from risk_assessment where workspace_id = $1 and state = 'open'",
  approvals: "select 1 from reward where workspace_id = $1 and gate = 'review' and state = 'pending'",
  claims: "select 1 from claim where workspace_id = $1 and status = 'pending'",
  applications: "select 1 from advocate where workspace_id = $1 and status = 'applied'",
  deliverables: "select 1 from deliverable where workspace_id = $1 and status = 'submitted'",
  testimonials: "select 1 from testimonial where workspace_id = $1 and status = 'pending'",
  tickets: "select 1 from portal_help where workspace_id = $1 and kind = 'ticket' and state = 'open'",
  webhooks: "select 1 from webhook_endpoint where workspace_id = $1 and status = 'disabled' and reason is not null",
  deliveries: "select 1 from webhook_delivery where workspace_id = $1 and status = 'dead' and decided_at > $3",
  failed_events: `select 1 from fact f left join fact_status s on s.workspace_id = $1 and s.fact_id = f.id
                   where f.workspace_id = $1 and f.status = 'failed' and coalesce(s.status, 'failed') = 'failed'`,
  parked_events: `select 1 from fact f left join fact_status s on s.workspace_id = $1 and s.fact_id = f.id
                   where f.workspace_id = $1 and f.status = 'parked' and coalesce(s.status, 'parked') = 'parked' and f.received_at < $3`,
  refused_by_budget: "select 1 from reward where workspace_id = $1 and gate = 'budget' and id > $4",
} as const;
export type Need = keyof typeof NEEDS;
export const NEED_KINDS = [...(Object.keys(NEEDS) as Need[]), "low_pools", "tracking"] as const;

/** How much waits for somebody, each counted to a limit. */
export async function countNeeds(
  workspaceId: string,
  db: Client,
  of: { kinds: readonly Need[]; limit: number; since: number; sinceId: string },
): Promise<Record<string, number>> {
  if (of.kinds.length === 0) return {};
  const parts = of.kinds.map((kind) => `(select count(*) from (${NEEDS[kind]} limit $2) n) as ${kind}`);
  const text = `select ${parts.join(", ")} where $3::bigint is not null and $4::uuid is not null`;
  const { rows } = await db.query<Record<string, number>>(text, [workspaceId, of.limit, of.since, of.sinceId]);
  return rows[0]!;
}

/** Pools of coupon codes of these rules that have come to their warning. */
export async function readLowPools(
  workspaceId: string,
  db: Client,
  pools: readonly { programId: string; rule: string; low: number }[],
): Promise<number> {
  if (pools.length === 0) return 0;
  const { rows } = await db.query<{ n: number }>(
    `select count(*) as n from unnest($2::uuid[], $3::text[], $4::int[]) k(program, rule, low)
      where (select count(*) from (select 1 from coupon_pool_code c where c.workspace_id = $1 and c.program_id = k.program
               and c.rule = k.rule and c.taken_at is null limit k.low + 1) f) <= k.low`,
    [workspaceId, pools.map((p) => p.programId), pools.map((p) => p.rule), pools.map((p) => p.low)],
  );
  return rows[0]?.n ?? 0;
}

/** The last rows of the outbox, oldest first: for what happened lately, in words. */
export async function readLatestNews(workspaceId: string, db: Client, limit: number): Promise<OutboxRow[]> {
  const { rows } = await db.query<OutboxRow>("select seq, at, payload from outbox where workspace_id = $1 order by seq desc limit $2", [
    workspaceId,
    limit,
  ]);
  return rows.reverse();
}

/** What people are called, of those who have a name. */
export async function readNames(workspaceId: string, db: Client, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const { rows } = await db.query<{ person_id: string; name: string }>(
    `select v.person_id, v.data ->> 'name' as name from person_private v
      where v.workspace_id = $1 and v.person_id = any($2::uuid[]) and v.data ->> 'name' is not null`,
    [workspaceId, people],
  );
  return new Map(rows.map((row) => [row.person_id, row.name]));
}

/** Of a table, by its key: with `exists` the table itself is read, up to the first row of this workspace. */
const hasAny = (table: string, key: string): string =>
  `coalesce((select true from ${table} where workspace_id = $1 order by ${key} limit 1), false)`;

/** Whether anybody has ever come, clicked, or been rewarded here. */
export async function readBeginnings(
  workspaceId: string,
  db: Client,
): Promise<{ fact: boolean; click: boolean; reward: boolean; webhook: boolean; source: boolean }> {
  const { rows } = await db.query<{ fact: boolean; click: boolean; reward: boolean; webhook: boolean; source: boolean }>(
    `select ${hasAny("fact", "id")} as fact, ${hasAny("touch", "id")} as click, ${hasAny("reward", "id")} as reward,
            exists (select from webhook_endpoint where workspace_id = $1) as webhook,
            exists (select from source where workspace_id = $1) as source`,
    [workspaceId],
  );
  return rows[0]!;
}
