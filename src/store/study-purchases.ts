/** What studies of purchases have in common: the day of an instant, and the currency that they count. */
import type { Client } from "./db.ts";

/** The local day (since 1970) of an instant in milliseconds, in the zone $2. */
export const localDay = (at: string): string => `((to_timestamp(${at} / 1000.0) at time zone $2)::date - date '1970-01-01')`;

/** The currency of most orders; null where there is none. */
export async function usualCurrency(workspaceId: string, db: Client): Promise<string | null> {
  const { rows } = await db.query<{ currency: string }>(
    `select currency from (select currency from order_state where workspace_id = $1 and person_id is not null limit 100000) o
      group by 1 order by count(*) desc, 1 limit 1`,
    [workspaceId],
  );
  return rows[0]?.currency ?? null;
}
