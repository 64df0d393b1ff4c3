import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { shareReport } from "../../flow/reports/views.ts";
import { readWorkspace } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

const LONGEST_DAYS = 366;

export default endpoint({
  method: "POST",
  path: "/v1/report-views/:view/links",
  tag: "Reports",
  permission: "reports:write",
  summary: "Share a kept report: a link that shows its figures until it expires",
  description:
    "`url` is a page to read; GET /v1/shared-reports/{workspace}/{token} answers the same as data. " +
    "Whoever has the link sees the report's figures as they are then, and nothing else: no people, no rows. It is shown once.",
  params: z.object({ view: z.string() }),
  body: z.strictObject({ days: z.int().min(1).max(LONGEST_DAYS).default(30) }).meta({ id: "ReportLinkWish" }),
  response: z
    .object({ id: z.string(), url: z.string(), workspace: z.string(), token: z.string(), days: z.int() })
    .meta({ id: "ReportLinkMade" }),
  status: 201,
  idempotent: "shown_once",
  async handler({ params, body, caller, read, request }) {
    const viewId = uuidOrMissing("rpv", params.view, "view");
    const { id, token } = await shareReport(request.server.gv, byOf(caller), { viewId, days: body.days });
    const { slug } = (await read((workspaceId, db) => readWorkspace(workspaceId, db)))!;
    const url = `${request.server.gv.publicUrl}/reports/${slug}/${token}`;
    return { id: externalId("rpl", id), url, workspace: slug, token, days: body.days };
  },
});
