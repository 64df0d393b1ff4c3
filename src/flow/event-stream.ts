/**
 * What happens in a workspace, as it happens, for whoever listens in this process (a console's live page). A tail of the outbox: it
 * sees what other processes settled too, and a listener that was away takes up where it stopped, for as long as rows are kept.
 */
import { type Client, type Pool, inWorkspace } from "../store/db.ts";
import { readNewestFactId } from "../store/events.ts";
import { type OutboxRow, readNewestSeq, readOutbox } from "../store/outbox-cursor.ts";
import type { Log } from "./ports.ts";

/** Looks for what other processes wrote. What this process wrote is announced (`announce`). */
const LOOK_MS = 1_000;
const AT_ONCE = 100;

/** `fact`: the newest event of the workspace, where it is another than before; an event that nobody earned by has no row. */
export type EventListener = (rows: readonly OutboxRow[], fact: string | null) => void;

export type EventStream = {
  /** Rows after `after`, in order, each once; null begins with what comes next. Ends with the function that is given back. */
  listen(workspaceId: string, after: number | null, listener: EventListener): () => void;
  /** Something was settled here. Costs nothing for a workspace that nobody listens to. */
  announce(workspaceId: string): void;
  close(): void;
};

type Tail = {
  workspaceId: string;
  after: number | null;
  fact: string | null | undefined;
  listener: EventListener;
  isReading: boolean;
  again: boolean;
};

export function createEventStream(options: { pool: Pool; log: Log; lookMs?: number }): EventStream {
  const tails = new Set<Tail>();
  let timer: NodeJS.Timeout | undefined;

  async function read(tail: Tail): Promise<void> {
    if (tail.isReading) {
      tail.again = true;
      return;
    }
    tail.isReading = true;
    try {
      do {
        tail.again = false;
        const { rows, fact } = await inWorkspace(options.pool, tail.workspaceId, (db) => readNew(db, tail));
        if (!tails.has(tail)) return;
        tail.after = rows.at(-1)?.seq ?? tail.after;
        const isNew = tail.fact !== undefined && fact !== tail.fact;
        tail.fact = fact;
        if (rows.length > 0 || isNew) tail.listener(rows, isNew ? fact : null);
        tail.again ||= rows.length === AT_ONCE;
      } while (tail.again);
    } catch (error) {
      // The next look tries again; nothing is skipped, because the place did not move.
      options.log.warn("the live stream could not be read", {
        workspace: tail.workspaceId,
        error: error instanceof Error ? error.message : "",
      });
    } finally {
      tail.isReading = false;
    }
  }

  return {
    listen(workspaceId, after, listener) {
      const tail: Tail = { workspaceId, after, fact: undefined, listener, isReading: false, again: false };
      tails.add(tail);
      timer ??= setInterval(() => {
        for (const each of tails) void read(each);
      }, options.lookMs ?? LOOK_MS).unref();
      void read(tail);
      return () => {
        tails.delete(tail);
        if (tails.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    announce(workspaceId) {
      for (const tail of tails) if (tail.workspaceId === workspaceId) void read(tail);
    },
    close() {
      tails.clear();
      clearInterval(timer);
    },
  };
}

async function readNew(db: Client, tail: Tail): Promise<{ rows: OutboxRow[]; fact: string | null }> {
  const fact = await readNewestFactId(tail.workspaceId, db);
  if (tail.after !== null) return { rows: await readOutbox(tail.workspaceId, db, { after: tail.after, limit: AT_ONCE }), fact };
  tail.after = await readNewestSeq(tail.workspaceId, db);
  return { rows: [], fact };
}
