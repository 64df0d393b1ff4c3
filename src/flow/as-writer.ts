/** A change that writes money, identity or programs: as the workspace's one writer, with its audit row. */
import { insertAudit } from "../store/audit.ts";
import type { Client, Pool } from "../store/db.ts";
import type { BatchHead } from "../store/settle-load.ts";
import { inBatch } from "../store/settle-transaction.ts";
import type { By } from "./by.ts";
import { type Deed, auditEntry } from "./change.ts";
import { doneOnce, passed } from "./done-before.ts";
import type { Ids } from "./ports.ts";

/** Runs `work` behind the writer lock at the batch's instant and writes its deeds beside it, or neither. */
export async function asWriter<T>(
  parts: { pool: Pool; ids: Ids },
  by: By,
  work: (db: Client, head: BatchHead) => Promise<{ result: T; deeds: Deed[] }>,
): Promise<T> {
  const done = await inBatch(parts.pool, by.workspaceId, async (client, opening) => {
    const head = await opening;
    const result = await doneOnce(client, by, async () => {
      const { result: made, deeds } = await work(client, head);
      await insertAudit(by.workspaceId, client, ...deeds.map((deed) => auditEntry(parts, by, deed)));
      return made;
    });
    return { statements: [], result };
  });
  passed(by);
  return done;
}
