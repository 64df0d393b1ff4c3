/** A report over roll-ups as an endpoint. */
import { z } from "zod";
import type { ReportKey } from "../core/analytics/reports.ts";
import type { Client } from "../store/db.ts";
import { type Endpoint, endpoint } from "./endpoint.ts";
import { type Asked, readAsked, reportQuery } from "./report-ask.ts";
import { type Extra, readReport, report } from "./report.ts";
import { reportCsv } from "./report-csv.ts";

/** `more`: what the report has beyond roll-ups. */
type Words = { summary: string; description: string; more?: (workspaceId: string, db: Client, asked: Asked) => Promise<Extra> | Extra };

export function reportEndpoint(key: ReportKey, { more, ...words }: Words): Endpoint {
  return endpoint({
    method: "GET",
    path: `/v1/reports/${key}`,
    tag: "Reports",
    permission: "reports:read",
    ...words,
    query: z.strictObject(reportQuery),
    response: report,
    async handler({ query, caller, read, reply, services }) {
      await services.reports.fresh(caller.workspaceId);
      const answer = await read(async (workspaceId, db) => {
        const asked = await readAsked(workspaceId, db, { key, query });
        return await readReport(workspaceId, db, { asked, extra: await more?.(workspaceId, db, asked) });
      });
      if (query.format === "json") return answer;
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${key}-${answer.period.from}-${answer.period.to}.csv"`)
        .send(reportCsv(answer));
    },
  });
}
