/** What other channels cost, as the business enters it. */
import { plain, quoted } from "./arrays.ts";
import type { Client } from "./db.ts";

/** `day`: since 1970. `customers`: whom the channel won on it, where known. */
export type SpendRow = { channel: string; day: number; currency: string; amount: number; customers: number | null };

/** Enters amounts; one that is there for the channel, day and currency is replaced. */
export async function saveSpend(workspaceId: string, db: Client, of: { rows: readonly SpendRow[]; at: number }): Promise<void> {
  await db.query(
    `insert into channel_spend (workspace_id, channel, day, currency, amount, customers, entered_at)
     select distinct on (r.channel, r.day, r.currency) $1::uuid, r.channel, r.day, r.currency, r.amount, r.customers, $7::bigint
       from unnest($2::text[], $3::int[], $4::text[], $5::bigint[], $6::int[]) with ordinality
              as r(channel, day, currency, amount, customers, nth) order by r.channel, r.day, r.currency, r.nth desc
         on conflict (workspace_id, channel, day, currency)
         do update set amount = excluded.amount, customers = excluded.customers, entered_at = excluded.entered_at`,
    [
      workspaceId,
      quoted(of.rows.map((row) => row.channel)),
      plain(of.rows.map((row) => row.day)),
      quoted(of.rows.map((row) => row.currency)),
      plain(of.rows.map((row) => row.amount)),
      plain(of.rows.map((row) => row.customers)),
      of.at,
    ],
  );
}

/** Amounts of a span of days, in order of day. */
export async function listSpend(workspaceId: string, db: Client, of: { from: number; to: number; limit: number }): Promise<SpendRow[]> {
  const { rows } = await db.query<SpendRow>(
    `select channel, day, currency, amount, customers from channel_spend
      where workspace_id = $1 and day between $2 and $3 order by day, channel, currency limit $4`,
    [workspaceId, of.from, of.to, of.limit],
  );
  return rows;
}

export type ChannelSum = { channel: string; currency: string; amount: number; customers: number | null; days: number };

/** Sums by channel and currency; `customers` null where one of the amounts does not say. The dearest first, fifty at most. */
export async function sumSpend(workspaceId: string, db: Client, of: { from: number; to: number }): Promise<ChannelSum[]> {
  const { rows } = await db.query<ChannelSum>(
    `select channel, currency, sum(amount)::bigint as amount,
            case when count(customers) = count(*) then sum(customers)::int end as customers, count(*)::int as days
       from channel_spend where workspace_id = $1 and day between $2 and $3 group by 1, 2 order by 3 desc, 1, 2 limit 50`,
    [workspaceId, of.from, of.to],
  );
  return rows;
}
