/** The rows behind a figure, the latest first. */
import { plain } from "./arrays.ts";
import type { Condition } from "../core/condition.ts";
import { conditionSql } from "./condition-sql.ts";
import type { Client } from "./db.ts";
import { idFloor } from "./id-floor.ts";
import { segmentLeaf } from "./segment-sql.ts";

export const DRILLED = ["referral", "order", "reward", "visit", "advocate"] as const;
export type DrillRow = {
  id: string;
  day: number | null;
  at: number | null;
  program_id: string;
  person_id: string;
  amount: number | null;
  unit: string | null;
};
/** What advocates in it now brought: asked of one row at a time. */
export type SegmentOf = { condition: Condition; now: number };
/** `from_at`, `to_at`: the instants where the days begin and end. `after`: the last row of the page before. `of`: of whom, besides. */
export type DrillAsk = {
  metric: string;
  programs: readonly string[];
  from: number;
  to: number;
  from_at: number;
  to_at: number;
  by: string | null;
  key: string;
  of: SegmentOf | null;
  after: { day: number; id: string } | null;
  limit: number;
};

/** `dims`: the condition for a group, whose key is $5. */
type Source = { kind: (typeof DRILLED)[number]; from: string; day: string; columns: string; dims: Record<string, string>; tie: string };

const FRIEND_DIMS = {
  channel: "f.channel = $5",
  country: "f.country = $5",
  evidence: "f.evidence = $5",
  stage: "f.stage = $5",
  variant: "f.version::text = $5",
};
const friends = (day: string): Source => ({
  kind: "referral",
  from: "report_friend f",
  day,
  columns: "f.referral_id::text as id, null::bigint as at, f.program_id, f.friend_id as person_id, null::bigint as amount, null as unit",
  dims: FRIEND_DIMS,
  tie: "f.referral_id::text",
});
const ORDERS: Source = {
  kind: "order",
  from: "report_order r join report_friend f on f.workspace_id = $1 and f.referral_id = r.referral_id",
  day: "r.day",
  columns: `r.order_id as id, null::bigint as at, r.program_id, f.friend_id as person_id, r.total - r.refunded as amount,
    r.currency as unit`,
  dims: { ...FRIEND_DIMS, newness: "case r.nth when 0 then 'taken_back' when 1 then 'first' else 'repeat' end = $5" },
  tie: "r.order_id",
};
/** Of the same, those for whose friend a rule gave something: a group is of what was given, to either side. */
const GIVEN = `select from referral b join reward w on w.workspace_id = $1 and w.friend_id = b.friend_id and w.program_id = b.program_id
  where b.workspace_id = $1 and b.id = r.referral_id`;
const FIRST_ORDERS: Source = {
  ...ORDERS,
  dims: {
    rule: `exists (${GIVEN} and w.rule = $5)`,
    form: `exists (${GIVEN} and w.form = $5)`,
    side: `exists (${GIVEN} and case when w.recipient_id = w.friend_id then 'friend' else 'advocate' end = $5)`,
    variant: "f.version::text = $5",
  },
};
/** As report-days.ts counts it: the first that stands, or one before it that was taken back. */
const IS_FIRST = `r.nth <= 1 and exists (${GIVEN}) and r.order_id = (
  select e.order_id from report_order e join order_state z on z.workspace_id = $1 and z.order_id = e.order_id
   where e.workspace_id = $1 and e.referral_id = r.referral_id and e.nth <= 1 order by z.owner_at, e.order_id limit 1)`;
const WAS_REFUNDED = `r.refunded > 0 and exists (
  select from fact c join order_state z on z.workspace_id = $1 and z.order_id = c.order_id
   where c.workspace_id = $1 and c.order_id = r.order_id and c.type in ('refund', 'chargeback')
     and c.at <= z.owner_at + 90 * 86400000::bigint
     and coalesce((select x.status from fact_status x where x.workspace_id = $1 and x.fact_id = c.id), c.status) = 'settled')`;
const advocates = (day: string): Source => ({
  kind: "advocate",
  from: "report_advocate f",
  day,
  columns: "f.person_id::text as id, null::bigint as at, f.program_id, f.person_id, null::bigint as amount, null as unit",
  dims: { country: "f.country = $5" },
  tie: "f.person_id::text",
});
const REWARDS: Source = {
  kind: "reward",
  from: "reward f",
  day: "f.id",
  columns: "f.id::text as id, f.at, f.program_id, f.recipient_id as person_id, f.owed as amount, f.unit",
  dims: {
    rule: "f.rule = $5",
    form: "f.form = $5",
    side: "case when f.recipient_id = f.friend_id then 'friend' else 'advocate' end = $5",
    variant: `coalesce((select b.version::text from referral b where b.workspace_id = $1 and b.program_id = f.program_id
      and b.friend_id = f.friend_id), '') = $5`,
  },
  tie: "f.id::text",
};
const VISITS: Source = {
  kind: "visit",
  from: "touch f",
  day: "f.id",
  columns: "f.id::text as id, f.at, f.program_id, f.person_id, null::bigint as amount, null as unit",
  dims: { channel: "coalesce(f.channel, '') = $5" },
  tie: "f.id::text",
};

/** What each counted metric counts: the rows, and which of them. */
const OF: Record<string, readonly [source: Source, which: string]> = {
  friends_came: [friends("f.came"), "true"],
  friends_signed_up: [friends("f.came"), "(f.signed is not null or f.bought is not null)"],
  friends_bought: [friends("f.came"), "f.bought is not null"],
  friends_bought_again: [friends("f.came"), "f.again is not null"],
  new_customers: [friends("f.bought"), "f.bought is not null"],
  qualified: [friends("f.qualified"), "f.qualified is not null"],
  orders: [ORDERS, "r.nth > 0"],
  revenue: [ORDERS, "r.total <> r.refunded"],
  refunds: [ORDERS, "r.refunded > 0"],
  first_orders: [FIRST_ORDERS, IS_FIRST],
  first_orders_refunded: [FIRST_ORDERS, `${IS_FIRST} and ${WAS_REFUNDED}`],
  rewards_granted: [REWARDS, "f.state <> 'denied'"],
  rewards: [REWARDS, "f.owed <> 0"],
  rewards_taken_back: [REWARDS, "f.state = 'reversed'"],
  reward_cost: [REWARDS, "f.owed <> 0"],
  visits: [VISITS, "true"],
  advocates_asked: [advocates("f.asked"), "f.asked is not null"],
  asked_joined: [advocates("f.asked"), "f.joined >= f.asked"],
  advocates_joined: [advocates("f.joined"), "f.joined is not null"],
  advocates_shared: [advocates("f.joined"), "(f.shared or f.visited or f.referred)"],
  advocates_visited: [advocates("f.joined"), "(f.visited or f.referred)"],
  advocates_referred: [advocates("f.joined"), "f.referred"],
};

/** What the rows of a metric are; null where it counts none. */
export const drilledKind = (metric: string): (typeof DRILLED)[number] | null => (Object.hasOwn(OF, metric) ? OF[metric]![0].kind : null);
/** Whether the rows of a metric that counts some can be cut by it. */
export function canDrill(metric: string, by: string): boolean {
  return by === "segment" || Object.hasOwn(OF[metric]![0].dims, by);
}

/** The advocate that a row is by. */
const ADVOCATE: Readonly<Record<Source["kind"], string>> = {
  referral: "f.advocate_id",
  order: "f.advocate_id",
  reward: "f.advocate_id",
  visit: "(select l.person_id from link l where l.workspace_id = $1 and l.id = f.link_id)",
  advocate: "f.person_id",
};
const FIRST = 9;

/** Asked of one row at a time: a page is full long before all of them were looked at. */
function segmentSql(kind: Source["kind"], of: SegmentOf | null): { text: string; values: readonly unknown[] } {
  if (of === null) return { text: "true", values: [] };
  const sql = conditionSql(of.condition, FIRST, segmentLeaf(of.now));
  const text = `exists (select from person p
      left join person_profile f on f.workspace_id = p.workspace_id and f.person_id = p.id
      left join person_private v on v.workspace_id = p.workspace_id and v.person_id = p.id
      left join company c on c.workspace_id = p.workspace_id and c.id = p.company_id
     where p.workspace_id = $1 and p.id = k.advocate and p.merged_into is null and p.erased_at is null and ${sql.text})`;
  return { text: `exists (select from (select ${ADVOCATE[kind]} as advocate offset 0) k where ${text})`, values: sql.values };
}

/** A page of them. Rows of rewards and visits go by their ids, which begin with their instant; the others by day. */
export async function readDrill(workspaceId: string, db: Client, ask: DrillAsk): Promise<DrillRow[]> {
  const [source, which] = OF[ask.metric]!;
  const isById = source.day === "f.id";
  const cut = ask.by === null ? "$5::text is null" : source.dims[ask.by]!;
  const group = segmentSql(source.kind, ask.of);
  const main = source.from.startsWith("report_order") ? "r" : "f";
  const after = isById
    ? "($6::text is null or f.id < $6::uuid) and $7::int is not null"
    : `($6::text is null or (${source.day}, ${source.tie}) < ($7::int, $6))`;
  const order = (of: string): string => (isById ? `${of}.id desc` : `${of}.day desc, ${of}.id desc`);
  // Program by program: only so is the order that of an index.
  const { rows } = await db.query<DrillRow>(
    `select x.* from unnest($2::uuid[]) as p(program) cross join lateral (
       select ${isById ? "null::int" : source.day} as day, ${source.columns} from ${source.from}
        where ${main}.workspace_id = $1 and ${main}.program_id = p.program
          and ${source.day} >= $3 and ${source.day} ${isById ? "<" : "<="} $4 and ${which} and ${cut} and ${after} and ${group.text}
        order by ${isById ? "f.id desc" : `${source.day} desc, ${source.tie} desc`} limit $8) x
      order by ${order("x")} limit $8`,
    [
      workspaceId,
      plain(ask.programs),
      isById ? idFloor(ask.from_at) : ask.from,
      isById ? idFloor(ask.to_at) : ask.to,
      ask.by === null ? null : ask.key,
      ask.after?.id ?? null,
      ask.after?.day ?? 0,
      ask.limit,
      ...group.values,
    ],
  );
  return rows;
}
