/** When something of a workspace is due next: one read a workspace, every branch of it one step into an index. */
import type { Client, Pool } from "./db.ts";
import { rows } from "./settle-rows.ts";
import { HAS_COUPONS, hasUnfrozen } from "./sweeps.ts";

/** Ids of all open workspaces, sandboxes too, in order of id after `after`. The directory is global: it holds no personal data. */
export async function listWorkspaceIds(db: Pick<Client, "query"> | Pool, page: { after: string; limit: number }): Promise<string[]> {
  const { rows } = await (db as Client).query<{ workspace_id: string }>(
    "select workspace_id from workspace_directory where workspace_id > $1 and closed_at is null order by workspace_id limit $2",
    [page.after, page.limit],
  );
  return rows.map((row) => row.workspace_id);
}

export type DueRow = {
  /** The workspace's present instant: the database's clock, plus a sandbox's offset. Instants below are on the same clock. */
  now: number;
  /** The next hold that ends and the next wait that is over, in epoch milliseconds; past when a sweep was missed. */
  reward_at: number | null;
  delay_at: number | null;
  /** The next reward of which what is left ends, or will so in 30 days without its holder being told. */
  expiry_at: number | null;
  /** The next level that time may change. */
  level_at: number | null;
  /** The next reminder, or end of an offer, lead or request. */
  case_at: number | null;
  /** The next claim that a rule decides or whose exclusivity ends. */
  claim_at: number | null;
  /** The next review that nobody made in time; now when a reward waits to be scored. */
  review_at: number | null;
  /** Bindings and periods that wait for their program's grace, which is not known here. */
  graces: boolean;
  /** Coupons that are not what their rewards owe. */
  coupons: boolean;
  /** The next ranking or contest that is frozen, or prize that nobody has accepted. */
  board_at: number | null;
  /** The next announcement that is looked at. */
  ask_at: number | null;
  /** Shares that wait for visits, prizes that wait to be given. */
  boards: boolean;
  /** While an import is open nothing matures. */
  importing: boolean;
  resettle: boolean;
  /** Rows that one of `consumers` has not seen. */
  outbox: boolean;
};

/** Null when there is no such workspace. */
export async function readDue(workspaceId: string, db: Client, consumers: readonly string[]): Promise<DueRow | null> {
  // Named: planning its two dozen branches took longer than running them. Planned once, on a new installation's empty tables, it read all
  // rewards for as long as its connection lived: 16 ms a call among 16,000 of them.
  const [found] = await rows<DueRow>(db, "due", {
    text: `select n.now, l.due_at as claim_at, r.available_at as reward_at, d.due_at as delay_at,
            least(e.expires_at, u.expires_at - 2592000000) as expiry_at,
            v.next_at as level_at, k.at as case_at, b.at as board_at,
            (select next_at from announcement where workspace_id = $1 and next_at is not null order by next_at limit 1) as ask_at,
            (select least((select due_at from risk_assessment where workspace_id = $1 and state = 'open' order by due_at limit 1),
              (select n.now from reward where workspace_id = $1 and gate = 'risk' and state = 'pending' limit 1))) as review_at,
            ${hasUnfrozen("n.now")}
              or exists (select from standing where workspace_id = $1 and closed_at is null and period_end <= n.now) as graces,
            ${HAS_COUPONS} as coupons,
            exists (select from share where workspace_id = $1 and status = 'waiting')
              or exists (select from contest_winner where workspace_id = $1 and status = 'accepted' and paid_at is null) as boards,
            exists (select from import where workspace_id = $1 and status = 'open') as importing,
            exists (select from resettle_request where workspace_id = $1) as resettle,
            exists (select from unnest($2::text[]) as known(name)
                      left join outbox_cursor c on c.workspace_id = $1 and c.consumer = known.name
                     where exists (select from outbox o where o.workspace_id = $1 and o.seq > coalesce(c.seq, 0))) as outbox
       from workspace w
      cross join lateral (select (extract(epoch from clock_timestamp()) * 1000)::bigint + w.clock_offset_ms as now) n
       left join lateral (select available_at from reward where workspace_id = $1 and state = 'pending' and gate is null and owed > 0
                           order by available_at limit 1) r on true
       left join lateral (select due_at from delay where workspace_id = $1 and done_at is null order by due_at limit 1) d on true
       left join lateral (select expires_at from reward where workspace_id = $1 and expires_at is not null and matured_at is not null
                             and used < owed order by expires_at limit 1) e on true
       left join lateral (select expires_at from reward where workspace_id = $1 and expires_at is not null and expiry_told_at is null
                             and matured_at is not null and used < owed order by expires_at limit 1) u on true
       left join lateral (select next_at from advocate_level where workspace_id = $1 and next_at is not null
                           order by next_at limit 1) v on true
       cross join lateral (select least(
              (select next_at from case_file where workspace_id = $1 and next_at is not null order by next_at limit 1),
              (select expires_at from case_offer where workspace_id = $1 and state = 'offered' order by expires_at limit 1),
              (select answer_due_at from case_offer where workspace_id = $1 and state = 'accepted' and late_at is null
                order by answer_due_at limit 1),
              (select expires_at from lead where workspace_id = $1 and status = 'open' order by expires_at limit 1),
              (select expires_at from member_request where workspace_id = $1 and status = 'open' order by expires_at limit 1)) as at) k
       left join lateral (select due_at from claim where workspace_id = $1 and due_at is not null order by due_at limit 1) l on true
      cross join lateral (select least(
              (select freeze_at from leaderboard where workspace_id = $1 and frozen_at is null order by freeze_at limit 1),
              (select freeze_at from contest where workspace_id = $1 and frozen_at is null order by freeze_at limit 1),
              (select accept_by + 1 from contest_winner where workspace_id = $1 and status = 'notified' order by accept_by limit 1),
              (select n.now from contest where workspace_id = $1 and frozen_at is not null and awarded_at is null limit 1)) as at) b
      where w.workspace_id = $1`,
    values: [workspaceId, consumers],
  });
  return found ?? null;
}
