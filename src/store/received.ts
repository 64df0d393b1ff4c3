/** Facts in the order in which they were received, for whoever follows them. */
import type { Client } from "./db.ts";

/** At most `limit` facts received after `since`, the earliest first. Fewer: there are no more. */
export async function readReceivedSince<T extends { received_at: number }>(
  workspaceId: string,
  db: Client,
  page: { columns: string; since: number; limit: number },
): Promise<T[]> {
  const { rows } = await db.query<T>(
    `select ${page.columns}, received_at from fact where workspace_id = $1 and received_at > $2 order by received_at limit $3`,
    [workspaceId, page.since, page.limit],
  );
  return rows;
}

/** Facts a second above which whoever follows them leaves most of the machine to those who send them. */
const BUSY = 300;

/** Whether so many facts were received within the last second. `now`: the workspace's instant. */
export async function isReceiving(workspaceId: string, db: Client, now: number): Promise<boolean> {
  const { rows } = await db.query<{ n: number }>(
    `select count(*)::int as n from (select from fact where workspace_id = $1 and received_at > $2 limit ${BUSY + 1}) f`,
    [workspaceId, now - 1000],
  );
  return (rows[0]?.n ?? 0) > BUSY;
}
