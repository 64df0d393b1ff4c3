/** Somebody follows the button of an announcement: the first time is counted, and she is sent on. */
import { noteClick } from "../../store/announcement-people.ts";
import { readAnnouncement } from "../../store/announcements.ts";
import { type Pool, inWorkspace } from "../../store/db.ts";
import { findWorkspace } from "../../store/workspace-create.ts";
import type { MailMac } from "../ports.ts";
import { readGoToken } from "./go-token.ts";
import { targetOf } from "./words.ts";

/** Where it leads; null for what we did not make. `counts`: false where only the head is asked for, as scanners do. */
export async function followAnnouncement(
  parts: { pool: Pool; mac: MailMac },
  ask: { slug: string; token: string; publicUrl: string; counts: boolean },
): Promise<string | null> {
  const workspaceId = (await findWorkspace(parts.pool, ask.slug))?.workspace_id;
  if (workspaceId === undefined) return null;
  const followed = readGoToken(parts.mac, workspaceId, ask.token);
  if (followed === null) return null;
  return await inWorkspace(parts.pool, workspaceId, async (db) => {
    const row = await readAnnouncement(workspaceId, db, followed.announcement);
    if (row === null) return null;
    if (ask.counts) await noteClick(workspaceId, db, followed);
    return targetOf(ask.publicUrl, { slug: ask.slug, url: row.settings.url, program: row.audience.program ?? null });
  });
}
