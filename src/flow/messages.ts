/**
 * Messages that follow from what was settled: read from the outbox, so that settling itself writes none. What no outgoing event tells of
 * (a level that ends soon, a step that is due) is added by its own flow or sweep with `insertMessages`, in its own transaction.
 */
import { uuidOf } from "../core/id.ts";
import { FOLLOWS_ON, type Following, messagesOf } from "../core/messages/follow.ts";
import type { NewMessage } from "../core/messages/kinds.ts";
import type { Client } from "../store/db.ts";
import { insertMessages, readTold } from "../store/messages.ts";
import type { Consumer } from "./dispatch-outbox.ts";
import { type NewsItem, readNews } from "./news.ts";
import { tellOfTerms } from "./terms.ts";

/** Messages in one statement. */
const AT_ONCE = 5_000;

/** Their rows and the cursor move in one transaction; keys make a second telling harmless all the same. */
export function messagesConsumer(): Consumer {
  return {
    name: "messages",
    begins: "kept",
    async inside(db, { workspaceId, rows }) {
      const news = await readNews(workspaceId, db, rows);
      const all = withoutEchoes(news).flatMap((item) => messagesOf({ ...item, person: uuidOf("per", item.event.id) }));
      const due = await withoutOrphans(db, workspaceId, all);
      for (let from = 0; from < due.length; from += AT_ONCE) await insertMessages(workspaceId, db, due.slice(from, from + AT_ONCE));
      for (const { event, program, at } of news) {
        const programId = event.type === "program.published" ? event.program : "";
        if (programId !== "" && program !== null) await tellOfTerms(workspaceId, db, { programId, program, at });
      }
    },
  };
}

/** Who is told of her reward is not told besides that the referral it is for counts: one order is one message. */
function withoutEchoes(news: readonly NewsItem[]): NewsItem[] {
  const rewarded = new Set<string>();
  for (const { seq, event, reward } of news) {
    if (event.type === "reward.granted" && reward !== undefined) rewarded.add(`${seq}|${reward.recipient_id}|${reward.friend_id}`);
  }
  return news.filter(({ seq, event, referral }) => {
    if (event.type !== "referral.qualified" || referral === undefined) return true;
    return !rewarded.has(`${seq}|${referral.advocate_id}|${referral.friend_id}`);
  });
}

/** Leaves out what follows on a message that there never was. */
async function withoutOrphans(db: Client, workspaceId: string, all: readonly Following[]): Promise<NewMessage[]> {
  const keyOf = (m: NewMessage, kind: string): string => `${m.person_id}|${kind}|${m.subject_key}`;
  const there = new Set(all.map((m) => keyOf(m, m.kind)));
  const isTold = (m: Following): boolean => m.isFirst === true || (FOLLOWS_ON[m.kind]?.some((kind) => there.has(keyOf(m, kind))) ?? true);
  const asked = all.filter((m) => !isTold(m)).flatMap((m) => (FOLLOWS_ON[m.kind] ?? []).map((kind) => ({ ...m, kind })));
  for (const key of await readTold(workspaceId, db, asked)) there.add(key);
  return all.filter(isTold);
}
