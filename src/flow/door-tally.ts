/**
 * Counts what comes in by each door, whatever becomes of it. In memory until a few seconds are over, then one statement a workspace: the
 * path of an event runs no statement more. So a process that is killed loses the counts of its last seconds, and never counts twice what it
 * was told once; a database that is away is waited for.
 */
import type { EventOutcome } from "../core/event.ts";
import { type Pool, inWorkspace } from "../store/db.ts";
import { type DoorRow, addDoorCounts } from "../store/door-counts.ts";
import type { Log } from "./ports.ts";

/** What is known of an accepted event beside its outcome: `late`, and `again`, about an order that another event had told. */
export const LATE = 1;
export const AGAIN = 2;

export type DoorTally = {
  /** One event's outcome. `mark`: LATE and AGAIN. */
  heard(workspaceId: string, door: string, of: { outcome: EventOutcome; mark?: number }): void;
  /** Something that is no event yet: `duplicate` for a delivery that came before, `refused:...` for one that was not taken. */
  add(workspaceId: string, door: string, of: { what: string; events?: number }): void;
  /** Writes what waits. Called by itself every few seconds, and when the process ends. */
  flush(): Promise<void>;
};

const WAIT_MS = 5_000;
/** Kinds of reasons in memory for one door: more than there are codes. */
const MOST = 200;

type Counts = Map<string, number>;

export function createDoorTally({ pool, log }: { pool: Pool; log: Log }): DoorTally {
  let waiting = new Map<string, Map<string, Counts>>();
  let timer: NodeJS.Timeout | null = null;
  const add: DoorTally["add"] = (workspaceId, door, { what, events = 1 }) => {
    let doors = waiting.get(workspaceId);
    if (doors === undefined) waiting.set(workspaceId, (doors = new Map<string, Counts>()));
    let counts = doors.get(door);
    if (counts === undefined) doors.set(door, (counts = new Map<string, number>()));
    const key = counts.size < MOST || counts.has(what) ? what : "refused:other";
    counts.set(key, (counts.get(key) ?? 0) + events);
    timer ??= setTimeout(() => void flush(), WAIT_MS).unref();
  };
  const flush = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const all = waiting;
    waiting = new Map();
    for (const [workspaceId, doors] of all) {
      const rows = rowsOf(doors);
      await inWorkspace(pool, workspaceId, (db) => addDoorCounts(workspaceId, db, rows)).catch((error: Error) => {
        log.warn("counts by door wait for the database", { workspace: workspaceId, error: error.message });
        for (const { door, what, events } of rows) add(workspaceId, door, { what, events });
      });
    }
  };
  return {
    add,
    flush,
    heard(workspaceId, door, { outcome, mark = 0 }) {
      add(workspaceId, door, { what: wordOf(outcome) });
      if (mark === 0 || outcome.status === "rejected" || outcome.status === "duplicate") return;
      if ((mark & LATE) !== 0) add(workspaceId, door, { what: "late" });
      if ((mark & AGAIN) !== 0) add(workspaceId, door, { what: "again" });
    },
  };
}

function wordOf(outcome: EventOutcome): string {
  if (outcome.status === "duplicate") return "duplicate";
  if (outcome.status !== "rejected") return "accepted";
  if (outcome.error?.code === "event_conflict") return "retold";
  return `refused:${outcome.error?.errors?.[0]?.code ?? outcome.error?.code ?? "event_refused"}`.slice(0, 80);
}

/** In the order of their keys. */
function rowsOf(doors: ReadonlyMap<string, Counts>): DoorRow[] {
  const rows = [...doors].flatMap(([door, counts]) => [...counts].map(([what, events]) => ({ door, what, events })));
  const key = (row: DoorRow): string => `${row.door} ${row.what}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
