/**
 * Hands what happened in a workspace to whoever has to do something about it: in order, every row at least once. Each consumer has a
 * cursor of its own, so that one that fails does not hold up the others. Where a consumer writes to the database, its writes and its
 * cursor move in one transaction; where it talks to the outside, the cursor moves after it.
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
  /** May be handed the same rows again, after a crash or by two processes at once. */
  | { outside: (handed: Handed, signal?: AbortSignal) => Promise<void> }
);

export type DispatchParts = { pool: Pool; consumers: readonly Consumer[]; log: Log };
/** `more`: the signal ended it before everything was handed over. */
export type Dispatched = { rows: number; more: boolean };

/** Hands over everything there is. Throws the first consumer's error after all others had their turn; what they did stands. */
export async function dispatchOutbox(parts: DispatchParts, workspaceId: string, signal?: AbortSignal): Promise<Dispatched> {
  const done: Dispatched = { rows: 0, more: false };
  const errors: unknown[] = [];
  for (const consumer of parts.consumers) {
    try {
      // The second page that is not full is the last: one for what the consumer itself made happen (who works inside the transaction makes
      // nothing happen). What comes meanwhile has its own wake-up; going on until nothing is left kept a core busy under load and cost up
      // to a quarter of the settled purchases.
      const looks = "inside" in consumer ? 1 : 2;
      for (let taken = 1, short = 0; taken > 0 && short < looks && !done.more; done.rows += taken) {
        const begun = performance.now();
        taken = await handOver({ parts, consumer, signal }, workspaceId);
        if (taken < AT_ONCE) short++;
        await rest(performance.now() - begun);
        done.more = signal?.aborted ?? false;
      }
    } catch (error) {
      parts.log.warn("outbox consumer failed", {
        workspace: workspaceId,
        consumer: consumer.name,
        error: error instanceof Error ? error.message : "",
      });
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
  return done;
}

/** After a page that was much to do, as long as it took: who settles events needs the database more than who is told of them. */
async function rest(ms: number): Promise<void> {
  if (ms > BUSY_MS) await new Promise((wake) => setTimeout(wake, Math.min(ms, 2_000)));
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
