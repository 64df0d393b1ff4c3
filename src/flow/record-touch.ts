/**
 * Records touches by group commit: what arrives while a workspace's groups are being written goes out together as the next one. A visitor
 * waits until the touch is on disk, or for a short time, whichever comes first: the click id in the URL proves the touch in any case, so a
 * slow database costs a late row and never a visitor.
 */
import { isRetryable, sqlState } from "../store/db.ts";
import type { Pool } from "../store/db.ts";
import { saveTouches } from "../store/touches.ts";
import type { TouchRow } from "../store/touches.ts";
import type { Log } from "./ports.ts";

/** durable: it is on disk. late: the time was up, it is still being written. dropped: there was no room, no row will exist. */
export type TouchOutcome = "durable" | "late" | "dropped";

export type TouchCounts = {
  /** Touches accepted, on disk, answered before they were on disk, turned away, given up after an error that no retry mends. */
  recorded: number;
  durable: number;
  late: number;
  dropped: number;
  refused: number;
  /** Transactions begun, and begun again after a cut. */
  flushes: number;
  retries: number;
  /** Accepted and not yet on disk. */
  buffered: number;
};

export type TouchRecorder = {
  /**
   * Takes a touch. `done` is called once, never before this returns; `dueAt` (on the monotonic clock) is when it is called at the latest.
   */
  record(workspaceId: string, row: TouchRow, wait: { dueAt: number; done: (outcome: TouchOutcome) => void }): void;
  counts(): TouchCounts;
  /** Takes no more, writes what is buffered, and resolves when that is done or `timeoutMs` (5,000) have passed. */
  close(timeoutMs?: number): Promise<void>;
};

export type RecorderOptions = {
  pool: Pool;
  log: Log;
  /** Milliseconds on a clock that never steps back. */
  monotonic: () => number;
  /** Touches kept in memory at most, about 300 bytes each. 50,000: ten seconds of a database cut at 5,000 a second. */
  capacity?: number;
  /** Workspaces written at the same time; each takes one connection of the pool. 4. */
  lanes?: number;
};

const CAPACITY = 50_000;
const LANES = 4;
/**
 * Groups of one workspace on their way at the same time. With one, everybody waits for the disk together and the process has nothing to do
 * meanwhile (24,000 redirects a second against 28,500); with three the groups only get smaller.
 */
const FLYING = 2;
/** Rows in one statement at most. At 20,000 a second groups hold 50 to 150; only a cut makes longer ones. */
const GROUP = 2_000;
/** How often waiting visitors are looked at: one may wait this much longer than asked. */
const TICK_MS = 5;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

type Entry = { row: TouchRow; dueAt: number; done: ((outcome: TouchOutcome) => void) | null };
/** `flying`: groups of this workspace on their way. `isQueued`: it stands in line for a lane. */
type Line = { workspaceId: string; entries: Entry[]; flying: number; isQueued: boolean };

export function createTouchRecorder(options: RecorderOptions): TouchRecorder {
  return new Recorder(options);
}

class Recorder implements TouchRecorder {
  private readonly options: RecorderOptions;
  private readonly capacity: number;
  private readonly lanes: number;
  private readonly lines = new Map<string, Line>();
  /** Workspaces with something to write and nobody writing it, first come first served. */
  private ready: Line[] = [];
  private busy = 0;
  private isScheduled = false;
  private waiting: Entry[] = [];
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;
  private onEmpty: (() => void) | null = null;
  private readonly count: TouchCounts = { recorded: 0, durable: 0, late: 0, dropped: 0, refused: 0, flushes: 0, retries: 0, buffered: 0 };

  constructor(options: RecorderOptions) {
    this.options = options;
    this.capacity = options.capacity ?? CAPACITY;
    this.lanes = options.lanes ?? LANES;
  }

  record(workspaceId: string, row: TouchRow, wait: { dueAt: number; done: (outcome: TouchOutcome) => void }): void {
    if (this.isClosed || this.count.buffered >= this.capacity) {
      this.count.dropped++;
      // Later, as always: the caller has not finished what it does after this call.
      setImmediate(wait.done, "dropped");
      return;
    }
    this.count.recorded++;
    this.count.buffered++;
    const entry: Entry = { row, dueAt: wait.dueAt, done: wait.done };
    this.waiting.push(entry);
    this.timer ??= setInterval(() => this.tick(), TICK_MS);
    let line = this.lines.get(workspaceId);
    if (line === undefined) this.lines.set(workspaceId, (line = { workspaceId, entries: [], flying: 0, isQueued: false }));
    line.entries.push(entry);
    if (!line.isQueued && line.flying < FLYING) this.enqueue(line);
  }

  counts(): TouchCounts {
    return { ...this.count };
  }

  async close(timeoutMs = 5_000): Promise<void> {
    this.isClosed = true;
    if (this.count.buffered > 0) {
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([
        new Promise<void>((resolve) => {
          this.onEmpty = resolve;
        }),
        new Promise<void>((resolve) => {
          timer = setTimeout(resolve, timeoutMs);
        }),
      ]);
      clearTimeout(timer);
      if (this.count.buffered > 0) this.options.log.error("Touches were not written before the end.", { touches: this.count.buffered });
    }
    clearInterval(this.timer);
  }

  private enqueue(line: Line): void {
    line.isQueued = true;
    this.ready.push(line);
    // Not at once: the requests that were read from the sockets in the same turn of the loop join the group.
    if (this.isScheduled) return;
    this.isScheduled = true;
    setImmediate(() => {
      this.isScheduled = false;
      this.startLanes();
    });
  }

  private startLanes(): void {
    while (this.busy < this.lanes && this.ready.length > 0) {
      const line = this.ready.shift()!;
      line.isQueued = false;
      line.flying++;
      this.busy++;
      void this.write(line).finally(() => {
        this.busy--;
        line.flying--;
        // Whoever has more to write goes to the end of the queue: a busy workspace does not keep others waiting.
        if (line.entries.length > 0 && !line.isQueued) this.enqueue(line);
        else if (line.flying === 0 && !line.isQueued) this.lines.delete(line.workspaceId);
        this.startLanes();
        if (this.count.buffered === 0) this.onEmpty?.();
      });
    }
  }

  /** Writes one group of a workspace, again and again while the database cannot be reached. Never throws. */
  private async write(line: Line): Promise<void> {
    const group = line.entries.splice(0, GROUP);
    const rows = group.map((entry) => entry.row);
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      this.count.flushes++;
      try {
        await saveTouches(line.workspaceId, this.options.pool, rows);
        this.count.durable += group.length;
        this.settle(group, "durable");
        return;
      } catch (error) {
        const fields = { touches: group.length, state: sqlState(error), error: (error as Error).message };
        if (!mayMend(error)) {
          this.count.refused += group.length;
          this.options.log.error("Touches could not be written and are given up.", fields);
          this.settle(group, "late");
          return;
        }
        this.count.retries++;
        if (pause === FIRST_PAUSE_MS) this.options.log.warn("Touches wait for the database.", fields);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  private settle(group: Entry[], outcome: TouchOutcome): void {
    this.count.buffered -= group.length;
    for (const entry of group) this.answer(entry, outcome);
  }

  private answer(entry: Entry, outcome: TouchOutcome): void {
    const { done } = entry;
    if (done === null) return;
    entry.done = null;
    if (outcome === "late") this.count.late++;
    try {
      done(outcome);
    } catch (error) {
      // One visitor's answer must not keep the others of the group from theirs.
      this.options.log.error("An answer to a visitor failed.", { error: (error as Error).message });
    }
  }

  /** Answers those whose time is up and forgets those who were answered. */
  private tick(): void {
    const now = this.options.monotonic();
    let kept = 0;
    for (const entry of this.waiting) {
      if (entry.done === null) continue;
      if (entry.dueAt <= now) this.answer(entry, "late");
      else this.waiting[kept++] = entry;
    }
    this.waiting.length = kept;
    if (kept > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}

/**
 * True unless the database said no to the rows themselves. A lost answer to COMMIT counts as a cut: the ids make a repeat harmless.
 * 08, 53, 57, 58 and XX are connection, resources, operator, system and internal; 25006 is a standby that is not yet the primary.
 */
function mayMend(error: unknown): boolean {
  const state = sqlState(error);
  return state === null || isRetryable(error) || ["08", "53", "57", "58", "XX"].includes(state.slice(0, 2)) || state === "25006";
}
