/** A report that was shared by a link, as the API and its page show it: figures only. */
import type { z } from "zod";
import { unstorable } from "../core/event.ts";
import { hashSecret } from "../flow/keys.ts";
import { orNone } from "../flow/refusal.ts";
import { type Pool, inWorkspace } from "../store/db.ts";
import { type ReportViewRow, openReportLink } from "../store/report-views.ts";
import { findWorkspace } from "../store/workspace-create.ts";
import { readWorkspace, workspaceNow } from "../store/workspaces.ts";
import { readKept } from "./report-extras.ts";
import type { report } from "./report.ts";

type Whole = z.input<typeof report>;
export type SharedReport = { view: ReportViewRow & { expires_at: number }; whole: Whole; workspace: string };

/**
 * Null for a token of nobody's, one that was revoked, one whose days are over, and where its question has no answer any more; counts that
 * it was looked at.
 */
export async function openShared(pool: Pool, link: { workspace: string; token: string }): Promise<SharedReport | null> {
  const found = unstorable(link) === undefined ? await findWorkspace(pool, link.workspace) : null;
  if (found === null) return null;
  const { workspace_id: id } = found;
  return await inWorkspace(pool, id, async (db) => {
    const view = await openReportLink(id, db, { tokenHash: hashSecret(link.token), at: await workspaceNow(id, db) });
    if (view === null) return null;
    const whole = await orNone(readKept(id, db, view));
    return whole === null ? null : { view, whole: withoutRows(whole), workspace: (await readWorkspace(id, db))?.name ?? "" };
  });
}

/** Who is behind a figure is not for whoever has the link. */
function withoutRows(whole: Whole): Whole {
  const bare = (figures: Whole["figures"]): Whole["figures"] => figures.map((each) => ({ ...each, rows: null }));
  const groups = whole.groups?.map((group) => ({ ...group, figures: bare(group.figures) })) ?? null;
  return { ...whole, figures: bare(whole.figures), groups };
}
