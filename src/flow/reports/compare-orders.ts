/** Loss, measured: what a shop's own list of orders holds that no event told of. */
import { LIST } from "../../core/analytics/doors.ts";
import { addDoorCounts, readKnownOrders } from "../../store/door-counts.ts";
import type { By } from "../by.ts";
import { type ChangeParts, change } from "../change.ts";

export type Compared = { here: number; missing: string[] };

/** Looks for orders, each once, and keeps how many there were. */
export async function compareOrders(parts: ChangeParts, by: By, orders: readonly string[]): Promise<Compared> {
  return await change(parts, by, async (db) => {
    const asked = [...new Set(orders)];
    const known = await readKnownOrders(by.workspaceId, db, asked);
    const missing = asked.filter((order) => !known.has(order));
    const rows = [
      { door: LIST, what: "here", events: known.size },
      { door: LIST, what: "missing", events: missing.length },
    ];
    await addDoorCounts(by.workspaceId, db, rows);
    const detail = { listed: asked.length, missing: missing.length };
    return { result: { here: known.size, missing }, deed: { action: "orders.compared", target: "reports", detail } };
  });
}
