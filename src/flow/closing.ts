/**
 * Closing a workspace. From that moment nobody but its operators gets in: keys, links, pages, webhooks and the worker pass it by. Nothing
 * is deleted for 30 days, and until then it can be brought back as it was; after that a job erases it, sandbox and audit log included.
 */
import { type Closing, closeInDirectory, erasePart, listToErase, openInDirectory } from "../store/closing.ts";
import { inWorkspace, type Pool } from "../store/db.ts";
import { announceLinks } from "../store/links-read.ts";
import { findSandbox } from "../store/access.ts";
import { lockWorkspace, readWorkspace } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { change, type ChangeParts } from "./change.ts";
import type { Log } from "./ports.ts";
import { notFound, Refusal } from "./refusal.ts";

export const KEPT_DAYS = 30;
/** Rows that one transaction erases: a second or so. */
const AT_ONCE = 20_000;

/** `name`: the workspace's, as whoever closes it has typed it. */
export async function closeWorkspace(parts: ChangeParts, by: By, wish: { name: string }): Promise<Closing> {
  return await change(parts, by, async (db) => {
    await lockWorkspace(by.workspaceId, db);
    const workspace = await readWorkspace(by.workspaceId, db);
    if (workspace === null) throw notFound("workspace");
    if (workspace.sandbox) throw new Refusal("conflict", "A sandbox is closed with its workspace: ask there.");
    if (wish.name.trim() !== workspace.name.trim()) {
      const message = "This is not the workspace's name.";
      throw new Refusal("validation_failed", message, { errors: [{ pointer: "/name", message, code: "custom" }] });
    }
    const closing = await closeInDirectory(db, by.workspaceId, KEPT_DAYS);
    if (closing === null) throw new Refusal("conflict", "This workspace is closed already.");
    await tellLinks(parts, by, db);
    return { result: closing, deed: { action: "workspace.closed", target: "workspace", detail: { erase_at: closing.erase_at } } };
  });
}

/** As it was: keys, links and pages work again, and the worker does what came due meanwhile. */
export async function reopenWorkspace(parts: ChangeParts, by: By): Promise<void> {
  await change(parts, by, async (db) => {
    if ((await readWorkspace(by.workspaceId, db))?.sandbox === true)
      throw new Refusal("conflict", "A sandbox is brought back with its workspace: ask there.");
    if (!(await openInDirectory(db, by.workspaceId))) throw new Refusal("conflict", "This workspace is not closed.");
    await tellLinks(parts, by, db);
    return { result: undefined, deed: { action: "workspace.reopened", target: "workspace" } };
  });
}

async function tellLinks(parts: ChangeParts, by: By, db: Parameters<typeof announceLinks>[1]): Promise<void> {
  await announceLinks(by.workspaceId, db, null);
  const sandbox = await findSandbox(parts.pool, by.workspaceId);
  if (sandbox !== null) await announceLinks(sandbox, db, null);
}

/** Erases the workspaces whose time is over. Safe to run twice and to be ended in between: `more` says that something is left. */
export async function eraseClosed(parts: { pool: Pool; log: Log }, signal?: AbortSignal): Promise<{ more: boolean }> {
  for (const workspaceId of await listToErase(parts.pool, 100)) {
    let rows = 0;
    for (let gone = -1; gone !== 0; rows += gone) {
      if (signal?.aborted === true) return { more: true };
      gone = await inWorkspace(parts.pool, workspaceId, (db) => erasePart(workspaceId, db, AT_ONCE));
    }
    parts.log.info("a closed workspace was erased", { workspace: workspaceId, rows });
  }
  return { more: false };
}
