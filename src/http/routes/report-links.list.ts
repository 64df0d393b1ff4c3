import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { listReportLinks, readReportView } from "../../store/report-views.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { reportLink, reportLinkView } from "../views/report-view.ts";

export default endpoint({
  method: "GET",
  path: "/v1/report-views/:view/links",
  tag: "Reports",
  permission: "reports:read",
  summary: "List a kept report's links",
  params: z.object({ view: z.string() }),
  response: z.object({ data: z.array(reportLink) }).meta({ id: "ReportLinks" }),
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const id = uuidOrMissing("rpv", params.view, "view");
      if ((await readReportView(workspaceId, db, id)) === null) throw notFound("view");
      return { data: (await listReportLinks(workspaceId, db, id)).map(reportLinkView) };
    }),
});
