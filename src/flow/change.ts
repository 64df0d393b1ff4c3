/** A change by somebody, outside the settle path: one transaction in one workspace, with its audit row. */
import { type AuditEntry, insertAudit } from "../store/audit.ts";
import { inWorkspace } from "../store/db.ts";
import type { Client, Pool } from "../store/db.ts";
import type { By } from "./by.ts";
import { doneOnce, passed } from "./done-before.ts";
import type { Ids } from "./ports.ts";

/** What is written down of a change: `key.created` of `key_...`. Never secrets, never personal data. */
export type Deed = { action: string; target: string; detail?: Record<string, unknown> };
export type Done<T> = { result: T; deed: Deed | null };
export type ChangeParts = { pool: Pool; ids: Ids };

/** The row that tells of it. */
export const auditEntry = (parts: { ids: Ids }, by: By, deed: Deed): AuditEntry => ({
  id: parts.ids.uuid(),
  actor: by.actor,
  requestId: by.requestId,
  ...deed,
});

/** Runs `work` and writes its deed beside it, or neither. A null deed says that nothing changed. */
export async function change<T>(parts: ChangeParts, by: By, work: (db: Client) => Promise<Done<T>>): Promise<T> {
  const done = await inWorkspace(parts.pool, by.workspaceId, (db) =>
    doneOnce(db, by, async () => {
      const { result, deed } = await work(db);
      if (deed !== null) await insertAudit(by.workspaceId, db, auditEntry(parts, by, deed));
      return result;
    }),
  );
  passed(by);
  return done;
}
