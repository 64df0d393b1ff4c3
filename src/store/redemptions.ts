/** Spending a balance: store credit, points and the like. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";
import type { OpenReward, Used } from "../core/fulfilment/spend.ts";

/** A person with everyone who was joined to her. */
export async function readUnion(workspaceId: string, db: Client, personId: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `with recursive union_of as (
       select id from person where workspace_id = $1 and id = $2
       union select p.id from union_of u join person p on p.workspace_id = $1 and p.merged_into = u.id)
     select id from union_of`,
    [workspaceId, personId],
  );
  return rows.map((r) => r.id);
}

/** Rewards of these people with something left of them, the oldest first. */
export async function readOpenRewards(
  workspaceId: string,
  db: Client,
  of: { owners: readonly string[]; form: string; unit: string },
): Promise<OpenReward[]> {
  const { rows } = await db.query<OpenReward>(
    `select id, owed, used from reward
      where workspace_id = $1 and recipient_id = any($2::uuid[]) and form = $3 and unit = $4 and matured_at is not null and used < owed
      order by matured_at, at, client_id, id`,
    [workspaceId, plain(of.owners), of.form, of.unit],
  );
  return rows;
}

export type Redemption = {
  id: string;
  personId: string;
  form: string;
  unit: string;
  amount: number;
  reference: string | null;
  at: number;
  requestKey: string | null;
  itemId: string | null;
  /** Of which rewards it took how much. */
  used: readonly Used[];
};

export async function insertRedemption(workspaceId: string, db: Client, r: Redemption): Promise<void> {
  await db.query(
    `insert into redemption (workspace_id, id, person_id, form, unit, amount, reference, at, request_key, item_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [workspaceId, r.id, r.personId, r.form, r.unit, r.amount, r.reference, r.at, r.requestKey, r.itemId],
  );
  await db.query(
    `insert into redemption_reward (workspace_id, redemption_id, reward_id, amount)
     select $1, $2, u.reward, u.amount from unnest($3::uuid[], $4::bigint[]) u(reward, amount)`,
    [workspaceId, r.id, plain(r.used.map((u) => u.id)), plain(r.used.map((u) => u.by))],
  );
}

/** The redemption that a request made, or null. */
export async function findRedemptionOf(
  workspaceId: string,
  db: Client,
  requestKey: string,
): Promise<{ id: string; amount: number } | null> {
  const { rows } = await db.query<{ id: string; amount: number }>(
    "select id, amount from redemption where workspace_id = $1 and request_key = $2",
    [workspaceId, requestKey],
  );
  return rows[0] ?? null;
}

export type RedemptionRow = {
  id: string;
  person_id: string;
  form: string;
  unit: string;
  amount: number;
  reference: string | null;
  at: number;
  item_id: string | null;
  item: string | null;
  item_name: string | null;
  cancelled_at: number | null;
};

const REDEMPTION = `
  select r.id, r.person_id, r.form, r.unit, r.amount, r.reference, r.at, r.item_id, i.key as item, i.name as item_name, r.cancelled_at
    from redemption r left join catalogue_item i on i.workspace_id = r.workspace_id and i.id = r.item_id
   where r.workspace_id = $1`;

export async function readRedemption(workspaceId: string, db: Client, id: string): Promise<RedemptionRow | null> {
  const { rows } = await db.query<RedemptionRow>(`${REDEMPTION} and r.id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Newest first; of one person, of one item when given. */
export async function listRedemptions(
  workspaceId: string,
  db: Client,
  filter: { before: string | null; limit: number; personId: string | null; item: string | null },
): Promise<RedemptionRow[]> {
  const { rows } = await db.query<RedemptionRow>(
    `${REDEMPTION} and ($2::uuid is null or r.id < $2) and ($3::uuid is null or r.person_id = $3) and ($4::text is null or i.key = $4)
      order by r.id desc limit $5`,
    [workspaceId, filter.before, filter.personId, filter.item, filter.limit],
  );
  return rows;
}

/** Marks a redemption as cancelled: true for exactly one caller. */
export async function cancelRow(workspaceId: string, db: Client, of: { id: string; at: number }): Promise<boolean> {
  const { rowCount } = await db.query(
    "update redemption set cancelled_at = $3 where workspace_id = $1 and id = $2 and cancelled_at is null",
    [workspaceId, of.id, of.at],
  );
  return rowCount === 1;
}

/** What a redemption took of which reward. */
export async function readTaken(workspaceId: string, db: Client, redemptionId: string): Promise<{ reward: string; amount: number }[]> {
  const { rows } = await db.query<{ reward: string; amount: number }>(
    "select reward_id as reward, amount from redemption_reward where workspace_id = $1 and redemption_id = $2",
    [workspaceId, redemptionId],
  );
  return rows;
}

/** What was given back of rewards that had ended can be spent until then. */
export async function prolong(
  workspaceId: string,
  db: Client,
  of: { rewards: readonly string[]; now: number; until: number },
): Promise<void> {
  await db.query("update reward set expires_at = $4 where workspace_id = $1 and id = any($2::uuid[]) and expires_at <= $3", [
    workspaceId,
    plain(of.rewards),
    of.now,
    of.until,
  ]);
}
