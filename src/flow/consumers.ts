/** Who is told of what happens in a workspace, each with a cursor of its own (flow/dispatch-outbox.ts). */
import { readCouponRewards } from "../store/coupons.ts";
import { type Client, inWorkspace } from "../store/db.ts";
import type { OutboxRow } from "../store/outbox-cursor.ts";
import { hasGates } from "../store/risk-gates.ts";
import { issueCoupons } from "./coupons.ts";
import type { Consumer } from "./dispatch-outbox.ts";
import { levelsConsumer } from "./levels.ts";
import { messagesConsumer } from "./messages.ts";
import { friendsConsumer } from "./friends-join.ts";
import type { MoneyParts, SweepParts } from "./money-parts.ts";
import { passGates } from "./risk/pass-gates.ts";
import { webhooksConsumer } from "./webhooks-feed.ts";

const FIRST = "00000000-0000-0000-0000-000000000000";

/** In the order in which they are served. */
export function createConsumers(parts: SweepParts): Consumer[] {
  return [gates(parts), coupons(parts), levelsConsumer(parts), messagesConsumer(), friendsConsumer(parts), webhooksConsumer(parts)];
}

/** Rewards at their first gates are looked at as soon as they were granted; a program without such gates asks one index. */
function gates(parts: MoneyParts): Consumer {
  return {
    name: "gates",
    begins: "now",
    isIdle: async (db, { workspaceId, rows }) => !tellsOfRewards(rows) || !(await hasGates(workspaceId, db)),
    async outside({ workspaceId, rows }) {
      if (tellsOfRewards(rows)) await passGates(parts, workspaceId);
    },
  };
}

/**
 * The door issues a coupon before it answers the event that earned it. What it could not (a crash in between, rewards that an operator
 * or a later fold changed) is done here. Issuing is decided by the rewards' state, so that being told twice does nothing twice.
 */
function coupons(parts: MoneyParts): Consumer {
  return {
    name: "coupons",
    begins: "kept",
    // The writer lock is taken only when there is something to bring right: nearly never.
    isIdle: async (db, { workspaceId, rows }) => !tellsOfRewards(rows) || !(await hasCouponsToBring(workspaceId, db)),
    async outside({ workspaceId, rows }) {
      if (!tellsOfRewards(rows)) return;
      if (await inWorkspace(parts.pool, workspaceId, (db) => hasCouponsToBring(workspaceId, db))) await issueCoupons(parts, workspaceId);
    },
  };
}

function tellsOfRewards(rows: readonly OutboxRow[]): boolean {
  return rows.some((row) => row.payload.some((event) => event.type.startsWith("reward.")));
}

async function hasCouponsToBring(workspaceId: string, db: Client): Promise<boolean> {
  return (await readCouponRewards(workspaceId, db, { after: FIRST, limit: 1 })).length > 0;
}
