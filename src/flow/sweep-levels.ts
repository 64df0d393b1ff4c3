/** Levels that time has changed, and those that the outbox has not brought yet. */
import { inBatch } from "../store/settle-transaction.ts";
import { dispatchOutbox } from "./dispatch-outbox.ts";
import { LEVEL_CHUNK, bringDueLevels, levelsConsumer } from "./levels.ts";
import type { MoneyParts } from "./money-parts.ts";

/** Safe to run twice and beside the dispatcher: both share a cursor. @returns how many levels were due. */
export async function sweepLevels(parts: MoneyParts, workspaceId: string, until: number | undefined): Promise<number> {
  await dispatchOutbox({ pool: parts.pool, log: parts.log, consumers: [levelsConsumer(parts, until)] }, workspaceId);
  for (let total = 0; ; ) {
    const done = await inBatch(parts.pool, workspaceId, async (db, opening) => {
      const head = await opening;
      const instant = until === undefined ? head.instant : Math.min(head.instant, until);
      const world = await parts.worlds.get(db, workspaceId, head.revision);
      return { statements: [], result: await bringDueLevels(parts, { db, workspaceId, instant, world }) };
    });
    total += done;
    if (done < LEVEL_CHUNK) return total;
  }
}
