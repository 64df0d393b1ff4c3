import { z } from "zod";
import type { ReportKey } from "../../core/analytics/reports.ts";
import { formatInstant } from "../../core/time.ts";
import { hashSecret } from "../../flow/keys.ts";
import { notFound } from "../../flow/refusal.ts";
import { inWorkspace } from "../../store/db.ts";
import { openReportLink } from "../../store/report-views.ts";
import { findWorkspace } from "../../store/workspace-create.ts";
import { readWorkspace, workspaceNow } from "../../store/workspaces.ts";
import { addressOf } from "../address.ts";
import { endpoint } from "../endpoint.ts";
import { count } from "../guard.ts";
import { PUBLIC } from "../permissions.ts";
import { readAsked } from "../report-ask.ts";
import { readWhole } from "../report-extras.ts";
import { report } from "../report.ts";
import { instant } from "../schemas.ts";

export default endpoint({
  method: "GET",
  path: "/v1/shared-reports/:workspace/:token",
  tag: "Reports",
  permission: PUBLIC,
  summary: "A report that was shared by a link",
  description: "Figures only. 404 once the link has expired or was revoked.",
  params: z.object({ workspace: z.string().max(64), token: z.string().max(100) }),
  response: z.object({ name: z.string(), workspace: z.string(), expires_at: instant, report }).meta({ id: "SharedReport" }),
  async handler({ params, request, reply }) {
    const { gv } = request.server;
    await count(request, reply, { policy: "shared_report", target: addressOf(request.ip) });
    const found = await findWorkspace(gv.pool, params.workspace);
    if (found === null) throw notFound("report");
    const shown = await inWorkspace(gv.pool, found.workspace_id, async (db) => {
      const at = await workspaceNow(found.workspace_id, db);
      const view = await openReportLink(found.workspace_id, db, { tokenHash: hashSecret(params.token), at });
      if (view === null) return null;
      const query = { compare: "none" as const, format: "json" as const, ...view.query };
      const asked = await readAsked(found.workspace_id, db, { key: view.report as ReportKey, query });
      const whole = await readWhole(found.workspace_id, db, asked);
      return { view, whole, workspace: (await readWorkspace(found.workspace_id, db))?.name ?? "" };
    });
    if (shown === null) throw notFound("report");
    const { view, whole, workspace } = shown;
    reply.header("cache-control", "private, no-store");
    return { name: view.name, workspace, expires_at: formatInstant(view.expires_at), report: withoutRows(whole) };
  },
});

type Whole = z.input<typeof report>;

/** Who is behind a figure is not for whoever has the link. */
function withoutRows(whole: Whole): Whole {
  const bare = (figures: Whole["figures"]): Whole["figures"] => figures.map((each) => ({ ...each, rows: null }));
  const groups = whole.groups?.map((group) => ({ ...group, figures: bare(group.figures) })) ?? null;
  return { ...whole, figures: bare(whole.figures), groups };
}
