/**
 * Hands what happened in a workspace to whoever has to do something about it: in order, every row at least once. Each consumer has a
 * cursor of its own, so that one that fails does not hold up the others. Where a consumer writes to the database, its writes and its
 * cursor move in one transaction; where it talks to the outside, the cursor moves after it.
 *
 * Nearly always all consumers stand at the same row and those outside have nothing to do with what is new. So a page is read once and
 * handed to all of them in one transaction; only who failed there, is behind or has work outside is served on its own.
 */
import { type Client, type Pool, inWorkspace } from "../store/db.ts";
import type { OutboxRow } from "../store/outbox-cursor.ts";
import * as store from "../store/outbox-cursor.ts";
import type { Log } from "./ports.ts";
import { workspaceNow } from "../store/workspaces.ts";

/** Rows handed over at once: a row holds up to 1,000 events. */
const AT_ONCE = 50;
/** Rows stay this long after they were handed over: a live stream can be taken up again, and mistakes can be looked into. */
const KEPT_DAYS = 7;
const DROPPED_AT_ONCE = 5_000;
/** A page that takes longer than this is heavy load: a thousand events and more. */
const BUSY_MS = 100;

type Handed = { workspaceId: string; rows: readonly OutboxRow[] };

export type Consumer = {
  /** The cursor's name: never changed, or everything is handed over again. */
  name: string;
  /** Where a new consumer begins: with what is still kept, or with what comes now. */
  begins: "kept" | "now";
} & (
  | { inside: (db: Client, handed: Handed) => Promise<void> }
  | {
      /** May be handed the same rows again, after a crash or by two processes at once. */
      outside: (handed: Handed, signal?: AbortSignal) => Promise<void>;
      /** True: these rows leave it nothing to do, and its cursor may pass them. Reads only. */
      isIdle?: (db: Client, handed: Handed) => Promise<boolean>;
    }
);

export type DispatchParts = {
  pool: Pool;
  consumers: readonly Consumer[];
  log: Log;
  /** Somebody waits for it: no rests between heavy pages. */
  hurry?: boolean;
};
/** `more`: the signal ended it before everything was handed over. */
export type Dispatched = { rows: number; more: boolean };

/** Hands over everything there is. Throws the first consumer's error after all others had their turn; what they did stands. */
export async function dispatchOutbox(parts: DispatchParts, workspaceId: string, signal?: AbortSignal): Promise<Dispatched> {
  const together = await handAllTogether(parts, workspaceId, signal);
  if (together.rest.length === 0) return together.done;
  const done = together.done;
  const errors: unknown[] = [];
  for (const consumer of together.rest) {
    try {
      // The second page that is not full is the last: one for what the consumer itself made happen (who works inside the transaction makes
      // nothing happen). What comes meanwhile has its own wake-up; going on until nothing is left kept a core busy under load and cost up
      // to a quarter of the settled purchases.
      const looks = "inside" in consumer ? 1 : 2;
      for (let taken = 1, short = 0; taken > 0 && short < looks && !done.more; done.rows += taken) {
        const begun = performance.now();
        taken = await handOver({ parts, consumer, signal }, workspaceId);
        if (taken < AT_ONCE) short++;
        await pause(parts, performance.now() - begun);
        done.more = signal?.aborted ?? false;
      }
    } catch (error) {
      const said = error instanceof Error ? error.message : "";
      parts.log.warn("outbox consumer failed", { workspace: workspaceId, consumer: consumer.name, error: said });
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
  // What they made happen is news for the others.
  if (done.more) return done;
  const after = await handAllTogether(parts, workspaceId, signal);
  return { rows: done.rows + after.done.rows, more: after.done.more };
}

/** `rest`: who is to be served on its own. */
type Together = { done: Dispatched; rest: readonly Consumer[] };

/** Pages for all consumers at once, until one is not full. */
async function handAllTogether(parts: DispatchParts, workspaceId: string, signal: AbortSignal | undefined): Promise<Together> {
  const done: Dispatched = { rows: 0, more: false };
  let consumers = parts.consumers;
  for (let isMore = true; isMore && consumers.length > 0 && !done.more; ) {
    const begun = performance.now();
    // Whose fault it was shows when each is served on its own; it is reported there.
    const handed = await handTogether({ pool: parts.pool, consumers }, workspaceId).catch(() => null);
    if (handed === null) return { done, rest: parts.consumers };
    // One that stays behind would hold the page where it stands.
    consumers = consumers.filter((each) => !handed.rest.includes(each));
    done.rows += handed.moved;
    isMore = handed.isFull;
    await pause(parts, performance.now() - begun);
    done.more = signal?.aborted ?? false;
  }
  return { done, rest: parts.consumers.filter((each) => !consumers.includes(each)) };
}

/** `moved`: rows handed over, summed over the consumers. */
type Page = { moved: number; isFull: boolean; rest: Consumer[] };

/** The page after the one that stands furthest back, to each what it has not seen. Whoever another process is serving is left to it. */
async function handTogether({ pool, consumers }: Pick<DispatchParts, "pool" | "consumers">, workspaceId: string): Promise<Page> {
  return await inWorkspace(pool, workspaceId, async (db) => {
    const { at, rows } = await store.takeCursors(workspaceId, db, { readers: consumers, limit: AT_ONCE });
    const isFull = rows.length === AT_ONCE;
    const news = consumers.flatMap((consumer) => {
      const seen = at.get(consumer.name);
      return seen === undefined ? [] : [{ consumer, rows: rows.filter((row) => row.seq > seen) }];
    });
    const asked = news.filter((each) => each.rows.length > 0);
    // On a pipelined connection they wait for the database together.
    const passes = await Promise.allSettled(asked.map((each) => passesIn(each.consumer, db, { workspaceId, rows: each.rows })));
    // Only now that nobody sends statements any more: the connection goes back to the pool when this throws.
    for (const each of passes) if (each.status === "rejected") throw each.reason;
    const passed = asked.filter((_, i) => passes[i]?.status === "fulfilled" && passes[i].value);
    const to = rows.at(-1)?.seq ?? 0;
    if (passed.length > 0) await store.moveCursors(workspaceId, db, { consumers: passed.map((each) => each.consumer.name), to });
    const rest = news.filter((each) => !passed.includes(each) && (each.rows.length > 0 || isFull)).map((each) => each.consumer);
    return { moved: passed.reduce((sum, each) => sum + each.rows.length, 0), isFull: isFull && news.length > 0, rest };
  });
}

/** Whether a consumer is done with these rows in this transaction. */
async function passesIn(consumer: Consumer, db: Client, handed: Handed): Promise<boolean> {
  if (!("inside" in consumer)) return (await consumer.isIdle?.(db, handed)) ?? false;
  await consumer.inside(db, handed);
  return true;
}

/** After a page that was much to do, as long as it took: who settles events needs the database more than who is told of them. */
async function pause({ hurry }: DispatchParts, ms: number): Promise<void> {
  if (ms > BUSY_MS && hurry !== true) await new Promise((wake) => setTimeout(wake, Math.min(ms, 2_000)));
}

type Handing<C = Consumer> = { parts: DispatchParts; consumer: C; signal: AbortSignal | undefined };

/** Rows handed over; 0 also when another process is at it. */
async function handOver({ parts, consumer, signal }: Handing, workspaceId: string): Promise<number> {
  if (!("inside" in consumer)) return await handOutside({ parts, consumer, signal }, workspaceId);
  return await inWorkspace(parts.pool, workspaceId, async (db) => {
    const after = await begin(db, workspaceId, consumer);
    if (after === null) return 0;
    const rows = await store.readOutbox(workspaceId, db, { after, limit: AT_ONCE });
    const last = rows.at(-1);
    if (last === undefined) return 0;
    await consumer.inside(db, { workspaceId, rows });
    await store.moveCursor(workspaceId, db, { consumer: consumer.name, to: last.seq });
    return rows.length;
  });
}

/** No transaction is open while the consumer is out. */
async function handOutside(
  { parts, consumer, signal }: Handing<Extract<Consumer, { outside: unknown }>>,
  workspaceId: string,
): Promise<number> {
  const rows = await inWorkspace(parts.pool, workspaceId, async (db) => {
    const after = await begin(db, workspaceId, consumer);
    return after === null ? [] : await store.readOutbox(workspaceId, db, { after, limit: AT_ONCE });
  });
  const last = rows.at(-1);
  if (last === undefined) return 0;
  await consumer.outside({ workspaceId, rows }, signal);
  await inWorkspace(parts.pool, workspaceId, (db) => store.moveCursor(workspaceId, db, { consumer: consumer.name, to: last.seq }));
  return rows.length;
}

async function begin(db: Client, workspaceId: string, consumer: Consumer): Promise<number | null> {
  const first = consumer.begins === "kept" ? 0 : await store.readNewestSeq(workspaceId, db);
  return await store.takeCursor(workspaceId, db, { consumer: consumer.name, first });
}

/** Drops what was handed over and is old, a few thousand rows a transaction; returns how many. */
export async function pruneOutbox(parts: DispatchParts, workspaceId: string, signal?: AbortSignal): Promise<number> {
  const consumers = parts.consumers.map((each) => each.name);
  for (let all = 0; ; ) {
    const dropped = await inWorkspace(parts.pool, workspaceId, async (db) => {
      const before = (await workspaceNow(workspaceId, db)) - KEPT_DAYS * 86_400_000;
      return await store.dropOldOutbox(workspaceId, db, { consumers, before, limit: DROPPED_AT_ONCE });
    });
    all += dropped;
    if (dropped < DROPPED_AT_ONCE || signal?.aborted) return all;
  }
}
