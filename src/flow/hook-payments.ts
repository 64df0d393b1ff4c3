/**
 * Which orders payments are of, and what waits to learn its order: written and read in groups, as deliveries are. Three transactions a
 * webhook of its own made a shop whose refunds name payments four times as slow as one whose refunds name orders.
 */
import type { HookFact, Loose, OrderRef } from "../core/ingest/commerce.ts";
import { ofOrder } from "../core/ingest/hook-facts.ts";
import { inWorkspace, type Client, type Pool } from "../store/db.ts";
import * as store from "../store/deliveries.ts";
import { grouped } from "./grouped.ts";

/** A source of a workspace. */
type Source = { workspaceId: string; id: string };
export type Ready = { id: string; event: Loose };

export type HookPayments = {
  /** Resolves when the payments are known and what waits is kept, for good. */
  keep(source: Source, of: { refs: readonly OrderRef[]; waiting: readonly store.Waiting[] }): Promise<void>;
  /** What waited for payments of these names and has found its order. */
  ready(source: Source, names: readonly string[]): Promise<Ready[]>;
};

/** Webhooks in one group. */
const MOST = 100;

type Keeping = { source: Source; refs: readonly OrderRef[]; waiting: readonly store.Waiting[] };
type Asking = { source: Source; names: readonly string[] };

export function createHookPayments(pool: Pool): HookPayments {
  const keep = grouped(MOST, async (_key, items: Keeping[]) => {
    const { workspaceId, id } = items[0]!.source;
    const payments = paymentsOf(items.flatMap((each) => each.refs));
    const waiting = items.flatMap((each) => each.waiting).toSorted((a, b) => (a.client_id < b.client_id ? -1 : 1));
    await inWorkspace(pool, workspaceId, async (db) => {
      if (payments.length > 0) await store.insertPayments(workspaceId, db, { source: id, payments });
      if (waiting.length > 0) await store.insertWaiting(workspaceId, db, { source: id, waiting });
    });
    return items.map(() => undefined);
  });
  const ready = grouped(MOST, async (_key, items: Asking[]) => {
    const { source } = items[0]!;
    return inWorkspace(pool, source.workspaceId, (db) => readReady(db, source, items));
  });
  return { keep: (source, of) => keep(source.id, { source, ...of }), ready: (source, names) => ready(source.id, { source, names }) };
}

/**
 * Each payment once, as if they had been told one after the other: the first word stands, except that an order replaces a mere other name.
 * In one order everywhere, so that two processes never wait for each other crosswise.
 */
function paymentsOf(refs: readonly OrderRef[]): store.PaymentRow[] {
  const known = new Map<string, store.PaymentRow>();
  for (const each of refs) {
    const row = { order: null, total: null, via: null, ...each };
    const first = known.get(row.ref);
    if (first === undefined) known.set(row.ref, row);
    else if (first.order === null && row.order !== null) known.set(row.ref, { ...row, via: null });
  }
  return [...known.values()].toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
}

/** For each who asks, what waited for one of her names and has found its order. */
async function readReady(db: Client, source: Source, items: readonly Asking[]): Promise<Ready[][]> {
  const { workspaceId: ws, id } = source;
  const waiting = await store.readWaiting(ws, db, { source: id, refs: [...new Set(items.flatMap((each) => each.names))] });
  if (waiting.length === 0) return items.map(() => []);
  // More than one answer holds: each asks for herself, so that nobody's share depends on who asks beside her.
  if (waiting.length === store.MOST_WAITING && items.length > 1) {
    const each: Ready[][] = [];
    for (const item of items) each.push((await readReady(db, source, [item]))[0]!);
    return each;
  }
  const orders = await store.readPaidOrders(ws, db, { source: id, refs: [...new Set(waiting.map((one) => one.ref))] });
  return items.map(({ names }) => {
    const asked = new Set(names);
    const found = new Map<string, Ready>();
    for (const one of waiting) {
      const order = orders.find((paid) => paid.ref === one.ref);
      if (asked.has(one.name) && order !== undefined)
        found.set(one.client_id, { id: one.client_id, event: ofOrder(one.fact as HookFact, order) });
    }
    return [...found.values()];
  });
}
