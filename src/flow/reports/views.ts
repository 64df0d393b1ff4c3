/** Reports kept under a name, and links that show one, read-only, to whoever has them until they expire. */
import { externalId } from "../../core/id.ts";
import * as store from "../../store/report-views.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import type { By } from "../by.ts";
import { type ChangeParts, change } from "../change.ts";
import { hashSecret } from "../keys.ts";
import { Refusal, notFound } from "../refusal.ts";

const DAY = 86_400_000;

export type ViewWish = { name: string; report: string; query: Record<string, string> };

/** @returns its id. */
export async function keepReport(parts: ChangeParts, by: By, wish: ViewWish): Promise<string> {
  return await change(parts, by, async (db) => {
    const id = parts.ids.uuid();
    const created_at = await workspaceNow(by.workspaceId, db);
    await store.insertReportView(by.workspaceId, db, { id, ...wish, created_by: by.actor, created_at });
    const deed = { action: "report_view.created", target: externalId("rpv", id), detail: { report: wish.report } };
    return { result: id, deed };
  });
}

/** Its links end with it. Refuses `not_found`. */
export async function dropReport(parts: ChangeParts, by: By, id: string): Promise<void> {
  await change(parts, by, async (db) => {
    if (!(await store.deleteReportView(by.workspaceId, db, id))) throw notFound("view");
    return { result: undefined, deed: { action: "report_view.deleted", target: externalId("rpv", id) } };
  });
}

/** A link for a number of days. The token is told once: only its hash is kept. */
export async function shareReport(
  parts: ChangeParts,
  by: By,
  wish: { viewId: string; days: number },
): Promise<{ id: string; token: string }> {
  const token = Buffer.from(parts.ids.bytes(32)).toString("base64url");
  const id = await change(parts, by, async (db) => {
    if ((await store.holdReportView(by.workspaceId, db, wish.viewId)) === null) throw notFound("view");
    const created_at = await workspaceNow(by.workspaceId, db);
    const link = {
      id: parts.ids.uuid(),
      view_id: wish.viewId,
      expires_at: created_at + wish.days * DAY,
      created_by: by.actor,
      created_at,
    };
    await store.insertReportLink(by.workspaceId, db, { ...link, token_hash: hashSecret(token) });
    const deed = { action: "report_view.shared", target: externalId("rpv", wish.viewId), detail: { days: wish.days } };
    return { result: link.id, deed };
  });
  return { id, token };
}

/** Refuses `not_found`; `conflict` where it was revoked before. */
export async function revokeShare(parts: ChangeParts, by: By, wish: { viewId: string; id: string }): Promise<void> {
  await change(parts, by, async (db) => {
    const links = await store.listReportLinks(by.workspaceId, db, wish.viewId);
    if (!links.some((each) => each.id === wish.id)) throw notFound("link");
    const at = await workspaceNow(by.workspaceId, db);
    if (!(await store.revokeReportLink(by.workspaceId, db, { ...wish, at })))
      throw new Refusal("conflict", "The link was revoked before: it shows nothing any more.");
    return { result: undefined, deed: { action: "report_view.unshared", target: externalId("rpv", wish.viewId) } };
  });
}
