/** The rows that reports count: friends and their orders, made from what is stored of them, and kept. */
import type { FriendInput, FriendRow, OrderLine } from "../core/analytics/report-rows.ts";
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

/** Every id of the people who these stand for: themselves and who was merged into them. */
export async function readFamilies(workspaceId: string, db: Client, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const { rows } = await db.query<{ root: string; id: string }>(
    `with root as (select distinct coalesce(merged_into, id) as id from person where workspace_id = $1 and id = any($2::uuid[]))
     select id as root, id from root
      union all select r.id, m.id from root r join person m on m.workspace_id = $1 and m.merged_into = r.id`,
    [workspaceId, plain(people)],
  );
  return new Map(rows.map((row) => [row.id, row.root]));
}

type ReferralInput = Omit<FriendInput, "friend" | "signups" | "orders" | "boundAt" | "qualifiedAt"> & {
  friend_id: string;
  bound_at: number;
  qualified_at: number | null;
};

// The click that the evidence names says the channel where the link has none. Ids of clicks begin with their instant.
const FLOOR = (at: string): string =>
  `(substr(lpad(to_hex(${at}), 12, '0'), 1, 8) || '-' || substr(lpad(to_hex(${at}), 12, '0'), 9, 4) || '-0000-0000-000000000000')::uuid`;
const CLICKED = `select t.channel from touch t where t.workspace_id = $1 and t.id >= ${FLOOR("r.evidence_at")}
    and t.id < ${FLOOR("r.evidence_at + 1")} and t.link_id = r.link_id and t.channel is not null limit 1`;

/** Where somebody lives, as the business said; '' when it did not. */
export const COUNTRY = `coalesce(left(nullif(v.data #>> '{attributes,country}', ''), 64), '')`;

/** Of these people (a map of every id to whom it stands for) as friends: referrals that stand, with their facts and orders. */
export async function readFriendInputs(workspaceId: string, db: Client, families: ReadonlyMap<string, string>): Promise<FriendInput[]> {
  const ids = plain([...families.keys()]);
  // Each person's rows by index, whatever is guessed of how many there are: while a workspace is young, all of its rows are guessed to be
  // fewer than these people's, and each page of 500 read the workspace whole.
  const { rows: referrals } = await db.query<ReferralInput>(
    `select r.id as referral, r.program_id as program, r.friend_id, r.advocate_id as advocate, r.version, r.evidence, r.stage,
            r.bound_at, r.qualified_at,
            coalesce((select l.channel from link l where l.workspace_id = $1 and l.id = r.link_id), (${CLICKED}), '') as channel,
            coalesce((select ${COUNTRY} from person_private v where v.workspace_id = $1 and v.person_id = r.friend_id), '') as country
       from unnest($2::uuid[]) w(id) cross join lateral (
         select * from referral r where r.workspace_id = $1 and r.friend_id = w.id and r.status in ('open', 'qualified') offset 0) r`,
    [workspaceId, ids],
  );
  if (referrals.length === 0) return [];
  const roots = new Set(referrals.map((row) => families.get(row.friend_id)!));
  const own = plain([...families].filter(([, root]) => roots.has(root)).map(([id]) => id));
  const { rows: signups } = await db.query<{ person_id: string; at: number }>(
    `select f.person_id, f.at from unnest($2::uuid[]) w(id) cross join lateral (
       select f.person_id, f.at from fact f where f.workspace_id = $1 and f.person_id = w.id and f.type in ('signup', 'lead')
          and coalesce((select s.status from fact_status s where s.workspace_id = $1 and s.fact_id = f.id), f.status) = 'settled'
       offset 0) f`,
    [workspaceId, own],
  );
  const { rows: orders } = await db.query<OrderOf>(
    `select o.order_id as id, o.person_id, o.owner_at as at, o.total, o.refunded, o.currency
       from (select distinct f.order_id from unnest($2::uuid[]) w(id) cross join lateral (
               select f.order_id from fact f where f.workspace_id = $1 and f.person_id = w.id and f.type in ('purchase', 'payment')
                  and f.order_id is not null offset 0) f) f
      cross join lateral (
        select * from order_state o where o.workspace_id = $1 and o.order_id = f.order_id and o.owner_at is not null offset 0) o
      where o.person_id = any($2::uuid[])`,
    [workspaceId, own],
  );
  return assemble({ families, referrals, signups, orders });
}

type OrderOf = { id: string; person_id: string; at: number; total: number; refunded: number; currency: string };
type Found = {
  families: ReadonlyMap<string, string>;
  referrals: readonly ReferralInput[];
  signups: readonly { person_id: string; at: number }[];
  orders: readonly OrderOf[];
};

function assemble({ families, referrals, signups, orders }: Found): FriendInput[] {
  const signupsOf = Map.groupBy(signups, (row) => families.get(row.person_id)!);
  const ordersOf = Map.groupBy(orders, (row) => families.get(row.person_id)!);
  return referrals.map(({ friend_id, bound_at, qualified_at, ...rest }) => {
    const friend = families.get(friend_id)!;
    return {
      ...rest,
      friend,
      boundAt: bound_at,
      qualifiedAt: qualified_at,
      signups: (signupsOf.get(friend) ?? []).map((row) => row.at),
      orders: (ordersOf.get(friend) ?? []).map(({ person_id: _owner, ...order }) => order),
    };
  });
}

export type KeptOrder = OrderLine & { referral_id: string; program_id: string };
export type KeptFriend = { row: FriendRow; orders: KeptOrder[] };

/** What is kept of these people as friends, under any id. */
export async function readKeptFriends(workspaceId: string, db: Client, ids: readonly string[]): Promise<KeptFriend[]> {
  const { rows: friends } = await db.query<FriendRow>(
    `select referral_id, program_id, friend_id, advocate_id, version, channel, evidence, country, stage, came, signed, bought, again,
            qualified, orders
       from report_friend where workspace_id = $1 and friend_id = any($2::uuid[])`,
    [workspaceId, plain(ids)],
  );
  if (friends.length === 0) return [];
  const { rows: orders } = await db.query<KeptOrder>(
    `select order_id, referral_id, program_id, day, nth, total, refunded, currency from report_order
      where workspace_id = $1 and referral_id = any($2::uuid[])`,
    [workspaceId, plain(friends.map((row) => row.referral_id))],
  );
  const of = Map.groupBy(orders, (row) => row.referral_id);
  return friends.map((row) => ({ row, orders: of.get(row.referral_id) ?? [] }));
}

/** Rewards that were given for these friends. */
export async function readRewardsFor(
  workspaceId: string,
  db: Client,
  friends: readonly string[],
): Promise<{ id: string; program: string }[]> {
  if (friends.length === 0) return [];
  const { rows } = await db.query<{ id: string; program: string }>(
    `select r.id, r.program_id as program from (select distinct id from unnest($2::uuid[]) u(id)) w cross join lateral (
       select r.id, r.program_id from reward r where r.workspace_id = $1 and r.friend_id = w.id offset 0) r`,
    [workspaceId, plain(friends)],
  );
  return rows;
}

/** Replaces what is kept of `gone` referrals by `made`. */
export async function saveFriends(
  workspaceId: string,
  db: Client,
  of: { gone: readonly string[]; made: readonly KeptFriend[] },
): Promise<void> {
  if (of.gone.length > 0) {
    const gone = plain(of.gone);
    await db.query("delete from report_order where workspace_id = $1 and referral_id = any($2::uuid[])", [workspaceId, gone]);
    await db.query("delete from report_friend where workspace_id = $1 and referral_id = any($2::uuid[])", [workspaceId, gone]);
  }
  if (of.made.length === 0) return;
  await db.query(
    `insert into report_friend (workspace_id, referral_id, program_id, friend_id, advocate_id, version, channel, evidence, country, stage,
            came, signed, bought, again, qualified, orders)
     select $1, r.* from json_to_recordset($2) as r(referral_id uuid, program_id uuid, friend_id uuid, advocate_id uuid, version int,
            channel text, evidence text, country text, stage text, came int, signed int, bought int, again int, qualified int, orders int)
         on conflict do nothing`,
    [workspaceId, JSON.stringify(of.made.map((each) => each.row))],
  );
  const orders = of.made.flatMap((each) => each.orders);
  if (orders.length === 0) return;
  await db.query(
    `insert into report_order (workspace_id, order_id, referral_id, program_id, day, nth, total, refunded, currency)
     select $1, r.* from unnest($2::text[], $3::uuid[], $4::uuid[], $5::int[], $6::int[], $7::bigint[], $8::bigint[], $9::text[]) r
         on conflict do nothing`,
    [
      workspaceId,
      quoted(orders.map((o) => o.order_id)),
      plain(orders.map((o) => o.referral_id)),
      plain(orders.map((o) => o.program_id)),
      plain(orders.map((o) => o.day)),
      plain(orders.map((o) => o.nth)),
      plain(orders.map((o) => o.total)),
      plain(orders.map((o) => o.refunded)),
      quoted(orders.map((o) => o.currency)),
    ],
  );
}
