/**
 * Sums of money over millions of rows, for pages that show them at once: kept, made anew when something happened since, and where that
 * is slow, made while the old ones are shown. They say of which instant they are.
 */
import { type Pool, inWorkspace } from "../store/db.ts";
import { type KeptRow, type Newest, keep, readKept, readNewest } from "../store/kept-sums.ts";
import { type HeldRow, type OwedDay, readHeld, readOwedDays } from "../store/money-reports.ts";
import type { Log } from "./ports.ts";

/** Under which they are kept. */
const NAME = "money";
/** What a reader may be made to wait for a fold. */
const QUICK_MS = 80;
/** Slow ones are made anew so often at most, */
const REST_MS = 60_000;
/** and whoever finds older ones waits so long for the new. */
const PATIENCE_MS = 150;
/** A batch of the same millisecond as the newest, that was not done yet, may have ids that sort below it. No batch takes longer. */
const BATCH_MS = 10_000;

export type MoneySums = {
  /** Of which instant they are. */
  at: number;
  /** What people's accounts hold, by kind, form and unit. */
  books: HeldRow[];
  /** What is open of rewards, by form, unit and the day of their conversion. */
  owed: OwedDay[];
};
/** `now`: the workspace's instant. */
export type ReadMoneySums = (workspaceId: string, now: number) => Promise<MoneySums>;
export type KeptParts = { pool: Pool; log: Log };
type Kept = KeptRow<Omit<MoneySums, "at">>;

/** Both are made together, so that two pages that show the same sum show one. */
export function createMoneySums(parts: KeptParts): ReadMoneySums {
  const makeOnce = oneAtATime((workspaceId, now) => make(parts.pool, workspaceId, now), parts.log);

  return async (workspaceId, now) => {
    const { kept, newest } = await inWorkspace(parts.pool, workspaceId, async (db) => {
      const [row, mark] = await Promise.all([readKept<Kept["sums"]>(workspaceId, db, NAME), readNewest(workspaceId, db)]);
      return { kept: row, newest: mark };
    });
    if (kept !== null && isOfNow(kept, newest)) return { at: now, ...kept.sums };
    const { at, sums } = await refreshed(kept);
    return { at, ...sums };

    async function refreshed(old: Kept | null): Promise<Kept> {
      if (old === null) return await makeOnce(workspaceId, now);
      if (old.ms <= QUICK_MS) return await make(parts.pool, workspaceId, now);
      return now - old.at <= REST_MS ? old : await soonOr(makeOnce(workspaceId, now), old);
    }
  };
}

/** One at a time for a workspace. It may have begun before the reader's own change: so only where a reader may get old ones anyway. */
export function oneAtATime<T>(make: (workspaceId: string, now: number) => Promise<T>, log: Log): typeof make {
  const making = new Map<string, Promise<T>>();
  return (workspaceId, now) => {
    const known = making.get(workspaceId);
    if (known !== undefined) return known;
    const made = make(workspaceId, now).finally(() => making.delete(workspaceId));
    making.set(workspaceId, made);
    made.catch((error: Error) => log.warn("sums were not made", { workspace: workspaceId, error: error.message }));
    return made;
  };
}

async function make(pool: Pool, workspaceId: string, now: number): Promise<Kept> {
  return await inWorkspace(pool, workspaceId, async (db) => {
    const { mark } = await readNewest(workspaceId, db);
    const began = performance.now();
    const [books, owed] = await Promise.all([readHeld(workspaceId, db), readOwedDays(workspaceId, db)]);
    const kept = { mark, at: now, ms: Math.round(performance.now() - began), sums: { books, owed } };
    await keep(workspaceId, db, { ...kept, name: NAME });
    return kept;
  });
}

/** Nothing happened since: they are those of now. */
function isOfNow(kept: { mark: string; at: number }, newest: Newest): boolean {
  return kept.mark === newest.mark && kept.at > newest.at + BATCH_MS;
}

/** The new ones, or the old when those do not come soon. */
export async function soonOr<T>(coming: Promise<T>, old: T): Promise<T> {
  const { promise: late, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(old), PATIENCE_MS);
  try {
    return await Promise.race([coming.catch(() => old), late]);
  } finally {
    clearTimeout(timer);
  }
}
