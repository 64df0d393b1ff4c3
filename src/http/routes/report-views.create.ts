import { z } from "zod";
import { isOneLine } from "../../core/text.ts";
import { keepReport } from "../../flow/reports/views.ts";
import { readReportView } from "../../store/report-views.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { readAsked } from "../report-ask.ts";
import { REPORT_KEYS, keptAsk, keptQuery, reportView, reportViewView } from "../views/report-view.ts";

export default endpoint({
  method: "POST",
  path: "/v1/report-views",
  tag: "Reports",
  permission: "reports:write",
  summary: "Keep a report under a name",
  description: "What is asked is kept, not what was answered. Without days it is about the last thirty, whenever it is opened.",
  body: z
    .strictObject({
      name: z.string().trim().min(1).max(120).refine(isOneLine, { message: "One line, without control characters." }),
      report: z.enum(REPORT_KEYS),
      query: keptQuery.default({}),
    })
    .meta({ id: "ReportViewWish" }),
  response: reportView,
  status: 201,
  async handler({ body, caller, read, request }) {
    const given = Object.entries(body.query).filter(([, value]) => value !== undefined);
    const query = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
    // What cannot be answered is refused while somebody is there to hear it: later it would be a link or a mail that says nothing.
    await read(async (workspaceId, db) => {
      await readAsked(workspaceId, db, { key: body.report, query: await keptAsk(workspaceId, db, query) });
    });
    const id = await keepReport(request.server.gv, byOf(caller), { ...body, query });
    return reportViewView((await read((workspaceId, db) => readReportView(workspaceId, db, id)))!);
  },
});
