/** Facts in the order in which they were received, for whoever follows them. */
import type { Client } from "./db.ts";

/** From an instant on. Each window is read by itself: the index knows pages only, and all that was received since would be sorted. */
const WINDOWS_MS = [2_000, 60_000, 1_800_000, 54_000_000, 1_600_000_000];

/** At most `limit` facts received after `since`, the earliest first. Fewer: there are no more. `now`: the workspace's instant. */
export async function readReceivedSince<T extends { received_at: number }>(
  workspaceId: string,
  db: Client,
  page: { columns: string; since: number; now: number; limit: number },
): Promise<T[]> {
  const found: T[] = [];
  let from = page.since;
  for (const width of [...WINDOWS_MS, Infinity]) {
    const to = page.since + width;
    const isLast = to >= page.now;
    const { rows } = await db.query<T>(
      `select ${page.columns}, received_at from fact where workspace_id = $1 and received_at > $2${isLast ? "" : " and received_at <= $4"}
        order by received_at limit $3`,
      [workspaceId, from, page.limit - found.length, ...(isLast ? [] : [to])],
    );
    found.push(...rows);
    if (isLast || found.length >= page.limit) break;
    from = to;
  }
  return found;
}
