/** What happened, for whoever tells the outside: rows that a dispatcher reads in order by cursor. */
import type { Client } from "./db.ts";

/** `id` is an external id (rwd_..., pay_...). `program` is the program's uuid; empty for what belongs to none. */
export type OutboxEvent = { type: string; id: string; program: string; reason?: string | null };

/** Events in one row: a sweep of 20,000 rewards must not become one message of 2 MB. */
const PER_ROW = 1_000;

/** Adds events in the transaction of what they tell of. */
export async function insertOutbox(workspaceId: string, db: Client, news: { at: number; events: readonly OutboxEvent[] }): Promise<void> {
  const { at, events } = news;
  for (let from = 0; from < events.length; from += PER_ROW) {
    const payload = JSON.stringify(events.slice(from, from + PER_ROW));
    await db.query("insert into outbox (workspace_id, at, payload) values ($1, $2, $3)", [workspaceId, at, payload]);
  }
}
