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
