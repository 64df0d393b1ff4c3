/**
 * What everybody is owed and was paid, for the home page. The sum over millions of accounts takes a while: it is kept, made anew when
 * something happened since, and where that is slow, made while the old one is shown.
 */
import { type Pool, inWorkspace } from "../store/db.ts";
import { type KeptSums, keepSums, readKeptSums, sumMoney } from "../store/home.ts";
import { readNewestSeq } from "../store/outbox-cursor.ts";
import type { Log } from "./ports.ts";

/** What a reader may be made to wait. */
const QUICK_MS = 80;
/** A slow one is made anew so often at most. */
const REST_MS = 60_000;

export type HomeSumsParts = { pool: Pool; log: Log };
export type HomeSums = (workspaceId: string, now: number) => Promise<KeptSums>;

/** `now`: the workspace's instant, kept with the sums. */
export function createHomeSums(parts: HomeSumsParts): HomeSums {
  const making = new Map<string, Promise<KeptSums>>();

  async function make(workspaceId: string, now: number): Promise<KeptSums> {
    return await inWorkspace(parts.pool, workspaceId, async (db) => {
      const seq = await readNewestSeq(workspaceId, db);
      const began = performance.now();
      const sums = await sumMoney(workspaceId, db);
      const kept = { seq, at: now, ms: Math.round(performance.now() - began), sums };
      await keepSums(workspaceId, db, kept);
      return kept;
    });
  }

  function makeOnce(workspaceId: string, now: number): Promise<KeptSums> {
    const known = making.get(workspaceId);
    if (known !== undefined) return known;
    const made = make(workspaceId, now).finally(() => making.delete(workspaceId));
    making.set(workspaceId, made);
    return made;
  }

  return async (workspaceId, now) => {
    const { kept, seq } = await inWorkspace(parts.pool, workspaceId, async (db) => ({
      kept: await readKeptSums(workspaceId, db),
      seq: await readNewestSeq(workspaceId, db),
    }));
    if (kept === null) return await makeOnce(workspaceId, now);
    // Nothing happened since: they are those of now.
    if (kept.seq === seq) return { ...kept, at: now };
    if (kept.ms <= QUICK_MS) return await makeOnce(workspaceId, now);
    if (now - kept.at > REST_MS)
      void makeOnce(workspaceId, now).catch((error: Error) =>
        parts.log.warn("the sums of the home page were not made", { workspace: workspaceId, error: error.message }),
      );
    return kept;
  };
}
