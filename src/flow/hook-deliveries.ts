/**
 * Which deliveries were answered, read and written in groups: what comes while one statement runs is the next statement's. Two transactions
 * a webhook of its own would cost more than what it says.
 */
import { inWorkspace, type Pool } from "../store/db.ts";
import { type Delivery, insertDeliveries, readDeliveries } from "../store/deliveries.ts";
import { grouped } from "./grouped.ts";

export type HookDeliveries = {
  /** Was this delivery answered before? */
  isKnown(workspaceId: string, of: { source: string; delivery: string }): Promise<boolean>;
  /** Resolves when the delivery is remembered for good. */
  remember(workspaceId: string, delivery: Delivery): Promise<void>;
};

/** Rows in one statement. */
const MOST = 500;

export function createHookDeliveries(pool: Pool): HookDeliveries {
  const read = grouped(MOST, async (workspaceId, asked: { source: string; delivery: string }[]) => {
    const found = await inWorkspace(pool, workspaceId, (db) => readDeliveries(workspaceId, db, asked));
    const known = new Set(found.map((each) => `${each.source}|${each.delivery}`));
    return asked.map((each) => known.has(`${each.source}|${each.delivery}`));
  });
  const write = grouped(MOST, async (workspaceId, rows: Delivery[]) => {
    await inWorkspace(pool, workspaceId, (db) => insertDeliveries(workspaceId, db, rows));
    return rows.map(() => undefined);
  });
  return { isKnown: read, remember: write };
}
