/** Reports kept under a name, and links that show one to whoever has them. */
import { plain } from "./arrays.ts";
import type { Client } from "./db.ts";

export type ReportViewRow = {
  id: string;
  name: string;
  report: string;
  query: Record<string, string>;
  created_by: string;
  created_at: number;
};

const VIEW = "select id, name, report, query, created_by, created_at from report_view where workspace_id = $1";

export async function readReportView(workspaceId: string, db: Client, id: string): Promise<ReportViewRow | null> {
  const { rows } = await db.query<ReportViewRow>(`${VIEW} and id = $2`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** The view, held until the transaction ends: whoever hangs something on it, and whoever throws it away, come one after the other. */
export async function holdReportView(workspaceId: string, db: Client, id: string): Promise<ReportViewRow | null> {
  const { rows } = await db.query<ReportViewRow>(`${VIEW} and id = $2 for share`, [workspaceId, id]);
  return rows[0] ?? null;
}

/** Views, newest first. */
export async function listReportViews(
  workspaceId: string,
  db: Client,
  page: { before: string | null; limit: number },
): Promise<ReportViewRow[]> {
  const { rows } = await db.query<ReportViewRow>(`${VIEW} and ($2::uuid is null or id < $2) order by id desc limit $3`, [
    workspaceId,
    page.before,
    page.limit,
  ]);
  return rows;
}

export async function insertReportView(workspaceId: string, db: Client, view: ReportViewRow): Promise<void> {
  await db.query(
    `insert into report_view (workspace_id, id, name, report, query, created_by, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [workspaceId, view.id, view.name, view.report, JSON.stringify(view.query), view.created_by, view.created_at],
  );
}

/** Its links and its mails go with it. False: there is none. */
export async function deleteReportView(workspaceId: string, db: Client, id: string): Promise<boolean> {
  // The view first, which waits for whoever holds it: what hangs on it is all there then.
  const { rowCount } = await db.query("delete from report_view where workspace_id = $1 and id = $2", [workspaceId, id]);
  const { rows } = await db.query<{ id: string }>("delete from report_schedule where workspace_id = $1 and view_id = $2 returning id", [
    workspaceId,
    id,
  ]);
  await db.query("delete from report_reader where workspace_id = $1 and schedule_id = any($2::uuid[])", [
    workspaceId,
    plain(rows.map((row) => row.id)),
  ]);
  await db.query("delete from report_link where workspace_id = $1 and view_id = $2", [workspaceId, id]);
  return rowCount === 1;
}

export type ReportLinkRow = {
  id: string;
  view_id: string;
  expires_at: number;
  revoked_at: number | null;
  seen: number;
  created_by: string;
  created_at: number;
};

/** A view's links, newest first. */
export async function listReportLinks(workspaceId: string, db: Client, viewId: string): Promise<ReportLinkRow[]> {
  const { rows } = await db.query<ReportLinkRow>(
    `select id, view_id, expires_at, revoked_at, seen, created_by, created_at from report_link
      where workspace_id = $1 and view_id = $2 order by id desc limit 200`,
    [workspaceId, viewId],
  );
  return rows;
}

export async function insertReportLink(
  workspaceId: string,
  db: Client,
  link: Omit<ReportLinkRow, "revoked_at" | "seen"> & { token_hash: string },
): Promise<void> {
  await db.query(
    `insert into report_link (workspace_id, id, view_id, token_hash, expires_at, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [workspaceId, link.id, link.view_id, link.token_hash, link.expires_at, link.created_by, link.created_at],
  );
}

/** False: there is none, or it was revoked before. */
export async function revokeReportLink(
  workspaceId: string,
  db: Client,
  of: { id: string; viewId: string; at: number },
): Promise<boolean> {
  const { rowCount } = await db.query(
    "update report_link set revoked_at = $4 where workspace_id = $1 and id = $2 and view_id = $3 and revoked_at is null",
    [workspaceId, of.id, of.viewId, of.at],
  );
  return rowCount === 1;
}

/** The view of a link that is good at an instant; counts that it was looked at. Null: none, expired, revoked. */
export async function openReportLink(
  workspaceId: string,
  db: Client,
  of: { tokenHash: string; at: number },
): Promise<(ReportViewRow & { expires_at: number }) | null> {
  const { rows } = await db.query<ReportViewRow & { expires_at: number }>(
    `with link as (
       update report_link set seen = seen + 1 where workspace_id = $1 and token_hash = $2 and revoked_at is null and expires_at > $3
       returning view_id, expires_at)
     select v.id, v.name, v.report, v.query, v.created_by, v.created_at, link.expires_at
       from link join report_view v on v.workspace_id = $1 and v.id = link.view_id`,
    [workspaceId, of.tokenHash, of.at],
  );
  return rows[0] ?? null;
}
