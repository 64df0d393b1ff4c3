/** Outgoing events with what they are about: read once for a page of the outbox, for messages and webhooks alike. */
import { uuidOf } from "../core/id.ts";
import type { OutboxEvent } from "../core/outgoing.ts";
import type { Client } from "../store/db.ts";
import * as store from "../store/news.ts";
import type { OutboxRow } from "../store/outbox-cursor.ts";

/** One event. `nth` is its place in its row: with `seq` it names the event. */
export type NewsItem = {
  seq: number;
  nth: number;
  at: number;
  event: OutboxEvent;
  /** The program's key, where there is one. */
  program: string | null;
  reward?: store.RewardNews;
  referral?: store.ReferralNews;
  payout?: store.PayoutNews;
};

/** The events of these rows, in order, as what they are about stands now. */
export async function readNews(workspaceId: string, db: Client, rows: readonly OutboxRow[]): Promise<NewsItem[]> {
  const events = rows.flatMap((row) => row.payload.map((event, nth) => ({ seq: row.seq, nth, at: row.at, event })));
  const ids = (prefix: "rwd" | "ref" | "pay"): string[] => [
    ...new Set(events.map(({ event }) => uuidOf(prefix, event.id)).filter((id) => id !== null)),
  ];
  const programs = [...new Set(events.map(({ event }) => event.program).filter((id) => id !== ""))];
  const [rewards, referrals, payouts, keys] = await Promise.all([
    store.readRewardNews(workspaceId, db, ids("rwd")),
    store.readReferralNews(workspaceId, db, ids("ref")),
    store.readPayoutNews(workspaceId, db, ids("pay")),
    store.readProgramKeys(workspaceId, db, programs),
  ]);
  return events.map((each) => {
    const { id, program } = each.event;
    return {
      ...each,
      program: keys.get(program) ?? null,
      reward: rewards.get(uuidOf("rwd", id) ?? ""),
      referral: referrals.get(uuidOf("ref", id) ?? ""),
      payout: payouts.get(uuidOf("pay", id) ?? ""),
    };
  });
}
