/** How far a workspace's facts and decisions, and what reports count of them, have come: the same mark, the same study. */
import type { Client } from "./db.ts";

export async function readMark(workspaceId: string, db: Client): Promise<string> {
  const { rows } = await db.query<{ mark: string }>(
    `select concat_ws(' ', (select id from fact where workspace_id = $1 order by id desc limit 1),
            (select seq from outbox where workspace_id = $1 order by seq desc limit 1),
            (select id from audit where workspace_id = $1 order by id desc limit 1),
            (select id from touch where workspace_id = $1 order by id desc limit 1),
            (select concat_ws(' ', zone, seq, touch, retried_at, backfill_friends, backfill_advocates, backfill_day)
               from report_cursor where workspace_id = $1),
            (select string_agg(concat_ws(' ', slot, type, events), ' ' order by type) from report_arrival
              where workspace_id = $1 and slot = (select max(slot) from report_arrival where workspace_id = $1))) as mark`,
    [workspaceId],
  );
  return rows[0]!.mark;
}
