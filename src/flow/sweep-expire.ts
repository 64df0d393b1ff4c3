/** Points that end: what is unspent of a due reward moves from available to expired, the oldest first, and the news of it. */
import { type Ended, planExpiry } from "../core/fulfilment/expire.ts";
import { movement } from "../core/fulfilment/movement.ts";
import { externalId } from "../core/id.ts";
import type { Client } from "../store/db.ts";
import * as store from "../store/expiries.ts";
import { insertMessages } from "../store/messages.ts";
import { insertOutbox } from "../store/outbox.ts";
import { saveTransfers } from "../store/postings.ts";
import type { MoneyParts } from "./money-parts.ts";

type In = { db: Client; workspaceId: string; instant: number };

/** Ends what is due of up to `limit` rewards. @returns how many rewards moved; behind the writer lock. */
export async function expireRewards(parts: Pick<MoneyParts, "hashes" | "ids">, in_: In, limit: number): Promise<number> {
  const holders = await store.readDueHolders(in_.workspaceId, in_.db, { instant: in_.instant, limit });
  return holders.length === 0 ? 0 : await expireOf(parts, in_, holders);
}

/** So long before it ends its holder is told. */
export const TOLD_BEFORE_MS = 30 * 86_400_000;

/** Tells who holds something that ends soon. @returns how many rewards; behind the writer lock. */
export async function tellExpiring(in_: In, limit: number): Promise<number> {
  const { db, workspaceId, instant: now } = in_;
  const ending = await store.takeUntold(workspaceId, db, { now, until: now + TOLD_BEFORE_MS, limit });
  await insertMessages(
    workspaceId,
    db,
    ending.map(({ person, form, unit, at, amount }) => ({
      kind: "points_expiring" as const,
      person_id: person,
      subject_key: `${form}:${unit}:${at}`,
      data: { form, unit, amount, at },
      due_at: now,
    })),
  );
  return ending.reduce((sum, e) => sum + e.rewards, 0);
}

/** Ends what is due of one person's, before she spends: what was due a moment ago must not be spent. */
export async function expireBefore(parts: Pick<MoneyParts, "hashes" | "ids">, in_: In, holder: store.DueHolder): Promise<void> {
  await expireOf(parts, in_, [holder]);
}

async function expireOf(parts: Pick<MoneyParts, "hashes" | "ids">, in_: In, holders: readonly store.DueHolder[]): Promise<number> {
  const { db, workspaceId, instant } = in_;
  const held = await store.readHoldings(workspaceId, db, holders);
  const byId = new Map(held.map((r) => [r.id, r]));
  const groups = Map.groupBy(held, (r) => `${r.person}|${r.form}|${r.unit}`);
  const ended = [...groups.values()].flatMap((rewards) => planExpiry(rewards, instant));
  if (ended.length === 0) return 0;
  const sweep = parts.ids.uuid();
  const due = ended.filter((e) => e.expired > 0);
  const transfers = due.map((e) => ending(parts, e, { reward: byId.get(e.id)!, sweep, instant }));
  const news = due.map((e) => ({ type: "reward.expired" as const, id: externalId("rwd", e.id), program: byId.get(e.id)!.program }));
  await Promise.all([
    store.endRewards(workspaceId, db, ended),
    saveTransfers(workspaceId, db, transfers),
    insertOutbox(workspaceId, db, { at: instant, events: news }),
  ]);
  return ended.length;
}

function ending(parts: Pick<MoneyParts, "hashes">, e: Ended, of: { reward: store.HeldReward; sweep: string; instant: number }) {
  const { reward, sweep, instant } = of;
  return movement(
    parts.hashes.digest,
    { owner: e.recipient, form: reward.form, unit: reward.unit },
    {
      key: `expire|${sweep}|${e.id}`,
      group: sweep,
      kind: "expire",
      cause: sweep,
      at: instant,
      amount: e.expired,
      from: "available",
      to: "expired",
      reward: e.id,
    },
  );
}
