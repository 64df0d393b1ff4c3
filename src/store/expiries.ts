/** What ends unspent. Runs behind the writer lock, at an instant that is handed in. */
import type { Ended, Holding } from "../core/fulfilment/expire.ts";
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";
import { stateAfterUse } from "./reward-state.ts";

/** People, forms and units with something that is due; people as they stand now, whomever they were merged into. */
export type DueHolder = { person: string; form: string; unit: string };

export async function readDueHolders(workspaceId: string, db: Client, ask: { instant: number; limit: number }): Promise<DueHolder[]> {
  const { rows } = await db.query<DueHolder>(
    `select distinct coalesce(p.merged_into, d.recipient_id) as person, d.form, d.unit
       from (select recipient_id, form, unit from reward
              where workspace_id = $1 and expires_at is not null and matured_at is not null and used < owed and expires_at <= $2
              order by expires_at limit $3) d
       join person p on p.workspace_id = $1 and p.id = d.recipient_id
      order by 1, 2, 3`,
    [workspaceId, ask.instant, ask.limit],
  );
  return rows;
}

export type HeldReward = Holding & { person: string; form: string; unit: string; program: string };

/** Everything of these holders that is available or overdrawn, each holder's oldest first. */
export async function readHoldings(workspaceId: string, db: Client, holders: readonly DueHolder[]): Promise<HeldReward[]> {
  const { rows } = await db.query<HeldReward>(
    `select k.person, r.id, r.recipient_id as recipient, r.owed, r.used, r.expires_at as "expiresAt", r.form, r.unit,
            r.program_id as program
       from unnest($2::uuid[], $3::text[], $4::text[]) with ordinality k(person, form, unit, place)
      cross join lateral (
        select w.* from reward w
         where w.workspace_id = $1 and w.form = k.form and w.unit = k.unit and w.matured_at is not null and w.used <> w.owed
           and w.recipient_id in (select k.person
             union all select m.id from person m where m.workspace_id = $1 and m.merged_into = k.person) offset 0) r
      order by k.place, r.matured_at, r.at, r.client_id, r.id`,
    [workspaceId, plain(holders.map((h) => h.person)), holders.map((h) => h.form), holders.map((h) => h.unit)],
  );
  return rows;
}

/** Writes down what ended and what was set off. Aborts unless every reward was there. */
export async function endRewards(workspaceId: string, db: Client, ended: readonly Ended[]): Promise<void> {
  const { rowCount } = await db.query(
    `update reward r set used = r.used + u.used, expired = r.expired + u.expired,
            state = ${stateAfterUse("r.used + u.used", "r.flying", "r.expired + u.expired")}
       from unnest($2::uuid[], $3::bigint[], $4::bigint[]) u(id, used, expired) where r.workspace_id = $1 and r.id = u.id`,
    [workspaceId, plain(ended.map((e) => e.id)), plain(ended.map((e) => e.used)), plain(ended.map((e) => e.expired))],
  );
  await db.query("select assert_batch('ended rewards', $1, $2)", [ended.length, rowCount]);
}

/** What ends next of a person's, by form, unit and instant. */
export type Ending = { form: string; unit: string; at: number; amount: number };

export async function readEndings(workspaceId: string, db: Client, people: readonly string[]): Promise<Ending[]> {
  const { rows } = await db.query<Ending>(
    `select form, unit, expires_at as at, sum(owed - used)::bigint as amount from reward
      where workspace_id = $1 and recipient_id = any($2::uuid[]) and expires_at is not null and matured_at is not null and used < owed
      group by 1, 2, 3 order by 3, 1, 2`,
    [workspaceId, plain(people)],
  );
  return rows;
}

/** Who is to be told what of hers ends by `until`: marks the rewards as told. At most `limit` rewards. */
export async function takeUntold(
  workspaceId: string,
  db: Client,
  ask: { now: number; until: number; limit: number },
): Promise<(DueHolder & { at: number; amount: number; rewards: number })[]> {
  const { rows } = await db.query<DueHolder & { at: number; amount: number; rewards: number }>(
    `with told as (
       update reward r set expiry_told_at = $2 where r.workspace_id = $1 and r.id in (
         select id from reward
          where workspace_id = $1 and expires_at is not null and expiry_told_at is null and matured_at is not null and used < owed
            and expires_at <= $3
          order by expires_at limit $4)
       returning r.recipient_id, r.form, r.unit, r.expires_at, r.owed - r.used as amount)
     select coalesce(p.merged_into, p.id) as person, t.form, t.unit, min(t.expires_at) as at, sum(t.amount)::bigint as amount,
            count(*) as rewards
       from told t join person p on p.workspace_id = $1 and p.id = t.recipient_id
      group by 1, 2, 3 order by 1, 2, 3`,
    [workspaceId, ask.now, ask.until, ask.limit],
  );
  return rows;
}
