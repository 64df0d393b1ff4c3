import { z } from "zod";
import { listReportViews } from "../../store/report-views.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { reportView, reportViewView } from "../views/report-view.ts";

export default endpoint({
  method: "GET",
  path: "/v1/report-views",
  tag: "Reports",
  permission: "reports:read",
  summary: "List kept reports",
  query: z.strictObject(paging),
  response: listOf("ReportView", reportView),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listReportViews(workspaceId, db, cursorOf("rpv", query));
      return pageOf(rows, query.limit, { view: reportViewView, cursor: (view) => view.id });
    }),
});
