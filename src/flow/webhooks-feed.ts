/** From the outbox to deliveries: one row an event and endpoint that asked for its type. Sending is deliver-webhooks.ts. */
import { derivedUuid } from "../core/id.ts";
import { webhookData } from "../core/webhook.ts";
import { type Listener, insertDeliveries, readListeners } from "../store/webhook-deliveries.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { Consumer } from "./dispatch-outbox.ts";
import { type NewsItem, readNews } from "./news.ts";
import type { Hashes } from "./ports.ts";

/** Events in one statement. */
const AT_ONCE = 2_000;

/** Rows and cursor move in one transaction, and ids are made of the event's place: nothing is lost or there twice. */
export function webhooksConsumer(parts: { hashes: Pick<Hashes, "digest"> }): Consumer {
  return {
    name: "webhooks",
    begins: "kept",
    async inside(db, { workspaceId, rows }) {
      const listeners = await readListeners(workspaceId, db);
      if (listeners.length === 0) return;
      const asked = rows.filter((row) =>
        row.payload.some((event) => listeners.some((l) => hears(l, { seq: row.seq, type: event.type }))),
      );
      if (asked.length === 0) return;
      const news = await readNews(workspaceId, db, asked);
      const at = await workspaceNow(workspaceId, db);
      for (let from = 0; from < news.length; from += AT_ONCE) {
        await insertDeliveries(workspaceId, db, {
          ...feed(parts, workspaceId, { news: news.slice(from, from + AT_ONCE), listeners }),
          at,
        });
      }
    },
  };
}

function hears(listener: Listener, event: { seq: number; type: string }): boolean {
  return event.seq > listener.since && (listener.types.length === 0 || listener.types.includes(event.type));
}

type Feed = Pick<Parameters<typeof insertDeliveries>[2], "events" | "deliveries">;

function feed(
  { hashes }: { hashes: Pick<Hashes, "digest"> },
  workspaceId: string,
  of: { news: NewsItem[]; listeners: Listener[] },
): Feed {
  const events = [];
  const deliveries = [];
  for (const item of of.news) {
    const { event, at } = item;
    const to = of.listeners.filter((l) => hears(l, { seq: item.seq, type: event.type }));
    if (to.length === 0) continue;
    const id = derivedUuid(hashes.digest(`announcement|${workspaceId}|${item.seq}|${item.nth}`), at);
    events.push({ id, type: event.type, at, data: webhookData(event, item) });
    for (const l of to) {
      deliveries.push({ id: derivedUuid(hashes.digest(`delivery|${l.id}|${id}`), at), endpoint: l.id, event: id, type: event.type });
    }
  }
  return { events, deliveries };
}
