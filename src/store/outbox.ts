/** What happened, for whoever tells the outside: rows that a dispatcher reads in order by cursor. */
import type { OutboxEvent } from "../core/outgoing.ts";
import type { Client } from "./db.ts";

export type { OutboxEvent } from "../core/outgoing.ts";

/** Events in one row: a sweep of 20,000 rewards must not become one message of 2 MB. */
const PER_ROW = 1_000;

/**
 * Adds events in the transaction of what they tell of, which must hold the workspace's writer lock (asWriter, a batch, a sweep): readers
 * go by the order of the commits.
 */
export async function insertOutbox(workspaceId: string, db: Client, news: { at: number; events: readonly OutboxEvent[] }): Promise<void> {
  const { at, events } = news;
  for (let from = 0; from < events.length; from += PER_ROW) {
    const payload = JSON.stringify(events.slice(from, from + PER_ROW));
    const text = "insert into outbox (workspace_id, at, payload) values ($1, $2, $3)";
    await db.query({ name: "insert_outbox", text, values: [workspaceId, at, payload] });
  }
}
