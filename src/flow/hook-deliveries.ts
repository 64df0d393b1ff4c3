/**
 * Which deliveries were answered, read and written in groups: what comes while one statement runs is the next statement's. Two transactions
 * a webhook of its own would cost more than what it says.
 */
import { inWorkspace, type Pool } from "../store/db.ts";
import { type Delivery, insertDeliveries, readDeliveries } from "../store/deliveries.ts";

export type HookDeliveries = {
  /** Was this delivery answered before? */
  isKnown(workspaceId: string, of: { source: string; delivery: string }): Promise<boolean>;
  /** Resolves when the delivery is remembered for good. */
  remember(workspaceId: string, delivery: Delivery): Promise<void>;
};

/** Rows in one statement. */
const MOST = 500;

export function createHookDeliveries(pool: Pool): HookDeliveries {
  const read = grouped(async (workspaceId, asked: { source: string; delivery: string }[]) => {
    const found = await inWorkspace(pool, workspaceId, (db) => readDeliveries(workspaceId, db, asked));
    const known = new Set(found.map((each) => `${each.source}|${each.delivery}`));
    return asked.map((each) => known.has(`${each.source}|${each.delivery}`));
  });
  const write = grouped(async (workspaceId, rows: Delivery[]) => {
    await inWorkspace(pool, workspaceId, (db) => insertDeliveries(workspaceId, db, rows));
    return rows.map(() => undefined);
  });
  return { isKnown: read, remember: write };
}

type Waiting<T, R> = { item: T; done(result: R): void; failed(error: unknown): void };

/** One piece of work a workspace at a time, with everything that waits; a failure is everybody's who waited. */
function grouped<T, R>(work: (workspaceId: string, items: T[]) => Promise<R[]>): (workspaceId: string, item: T) => Promise<R> {
  const queues = new Map<string, Waiting<T, R>[]>();
  const serve = async (workspaceId: string, queue: Waiting<T, R>[]): Promise<void> => {
    while (queue.length > 0) {
      const group = queue.splice(0, MOST);
      try {
        const results = await work(
          workspaceId,
          group.map((each) => each.item),
        );
        group.forEach((each, i) => each.done(results[i] as R));
      } catch (error) {
        for (const each of group) each.failed(error);
      }
    }
    queues.delete(workspaceId);
  };
  return (workspaceId, item) =>
    new Promise((done, failed) => {
      const queue = queues.get(workspaceId);
      if (queue !== undefined) return void queue.push({ item, done, failed });
      const fresh = [{ item, done, failed }];
      queues.set(workspaceId, fresh);
      void serve(workspaceId, fresh);
    });
}
