/**
 * Sums over millions of rows, for pages that show them at once: kept, made anew when something happened since, and where that is slow,
 * made while the old ones are shown. Each says of which instant it is.
 */
import { type Client, type Pool, inWorkspace } from "../store/db.ts";
import { type KeptRow, type Newest, foldInMemory, keep, readKept, readNewest } from "../store/kept-sums.ts";
import { type HeldRow, type OwedDay, readHeld, readOwedDays } from "../store/money-reports.ts";
import type { Log } from "./ports.ts";

/** What a reader may be made to wait for a fold. */
const QUICK_MS = 80;
/** Slow ones are made anew so often at most, */
const REST_MS = 60_000;
/** and whoever finds older ones waits so long for the new. */
const PATIENCE_MS = 150;
/** A batch of the same millisecond as the newest, that was not done yet, may have ids that sort below it. No batch takes longer. */
const BATCH_MS = 10_000;

export type Sums<T> = { at: number; sums: T };
/** `now`: the workspace's instant. */
export type ReadSums<T> = (workspaceId: string, now: number) => Promise<Sums<T>>;
export type KeptSums = {
  /** What people's accounts hold, by kind, form and unit. */
  books: ReadSums<HeldRow[]>;
  /** What is open of rewards, by form, unit and the day of their conversion. */
  owed: ReadSums<OwedDay[]>;
};
export type KeptParts = { pool: Pool; log: Log };

export function createKeptSums(parts: KeptParts): KeptSums {
  return { books: keptSum(parts, { name: "books", read: readHeld }), owed: keptSum(parts, { name: "owed", read: readOwedDays }) };
}

type Fold<T> = { name: string; read: (workspaceId: string, db: Client) => Promise<T> };

/** One sum that is kept under its name. */
export function keptSum<T>(parts: KeptParts, fold: Fold<T>): ReadSums<T> {
  const making = new Map<string, Promise<KeptRow<T>>>();

  async function make(workspaceId: string, now: number): Promise<KeptRow<T>> {
    return await inWorkspace(parts.pool, workspaceId, async (db) => {
      const { mark } = await readNewest(workspaceId, db);
      await foldInMemory(db);
      const began = performance.now();
      const sums = await fold.read(workspaceId, db);
      const kept = { mark, at: now, ms: Math.round(performance.now() - began), sums };
      await keep(workspaceId, db, { ...kept, name: fold.name });
      return kept;
    });
  }

  /** One at a time for a workspace. It may have begun before the reader's own change: so only where a reader may get old ones anyway. */
  function makeOnce(workspaceId: string, now: number): Promise<KeptRow<T>> {
    const known = making.get(workspaceId);
    if (known !== undefined) return known;
    const made = make(workspaceId, now).finally(() => making.delete(workspaceId));
    making.set(workspaceId, made);
    made.catch((error: Error) => parts.log.warn("sums were not made", { workspace: workspaceId, name: fold.name, error: error.message }));
    return made;
  }

  return async (workspaceId, now) => {
    const { kept, newest } = await inWorkspace(parts.pool, workspaceId, async (db) => {
      const [row, mark] = await Promise.all([readKept<T>(workspaceId, db, fold.name), readNewest(workspaceId, db)]);
      return { kept: row, newest: mark };
    });
    if (kept === null) return await makeOnce(workspaceId, now);
    if (isOfNow(kept, newest)) return { at: now, sums: kept.sums };
    if (kept.ms <= QUICK_MS) return await make(workspaceId, now);
    if (now - kept.at <= REST_MS) return kept;
    return await soonOr(makeOnce(workspaceId, now), kept);
  };
}

/** Nothing happened since: they are those of now. */
function isOfNow(kept: { mark: string; at: number }, newest: Newest): boolean {
  return kept.mark === newest.mark && kept.at > newest.at + BATCH_MS;
}

async function soonOr<T>(coming: Promise<T>, old: T): Promise<T> {
  const { promise: late, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(old), PATIENCE_MS);
  try {
    return await Promise.race([coming.catch(() => old), late]);
  } finally {
    clearTimeout(timer);
  }
}
