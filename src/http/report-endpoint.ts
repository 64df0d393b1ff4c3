/** A report over roll-ups as an endpoint. */
import { z } from "zod";
import type { ReportKey } from "../core/analytics/reports.ts";
import { type Endpoint, endpoint } from "./endpoint.ts";
import { readAsked, reportQuery } from "./report-ask.ts";
import { readWhole } from "./report-extras.ts";
import { report } from "./report.ts";
import { reportCsv } from "./report-csv.ts";
import { speakerOf } from "./speech.ts";

export function reportEndpoint(key: ReportKey, words: { summary: string; description: string }): Endpoint {
  return endpoint({
    method: "GET",
    path: `/v1/reports/${key}`,
    tag: "Reports",
    permission: "reports:read",
    ...words,
    query: z.strictObject(reportQuery),
    response: report,
    async handler({ query, caller, read, reply, request, services }) {
      await services.reports.fresh(caller.workspaceId);
      const answer = await read(async (workspaceId, db) => readWhole(workspaceId, db, await readAsked(workspaceId, db, { key, query })));
      if (query.format === "json") return answer;
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${key}-${answer.period.from}-${answer.period.to}.csv"`)
        .send(reportCsv(answer, speakerOf(request)));
    },
  });
}
