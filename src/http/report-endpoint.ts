/** A report over roll-ups as an endpoint. */
import { z } from "zod";
import type { ReportKey } from "../core/analytics/reports.ts";
import type { Looked } from "../flow/studies/kept.ts";
import { type Endpoint, type Input, endpoint } from "./endpoint.ts";
import { type ReportQuery, readAsked, reportQuery } from "./report-ask.ts";
import { readWhole } from "./report-extras.ts";
import { report } from "./report.ts";
import { reportCsv } from "./report-csv.ts";
import { segmentQuestion, segmentedOf } from "./segment-cut.ts";
import { speakerOf } from "./speech.ts";
import { studyWait, waitOf } from "./study-ask.ts";
import { STUDY_ASKS } from "./study-questions.ts";
import { laterOf } from "./working.ts";

export function reportEndpoint(key: ReportKey, words: { summary: string; description: string }): Endpoint {
  return endpoint({
    method: "GET",
    path: `/v1/reports/${key}`,
    tag: "Reports",
    permission: "reports:read",
    ...words,
    query: z.strictObject({ ...reportQuery, ...studyWait }),
    response: report,
    later: true,
    async handler({ query, caller, read, reply, request, services }) {
      const cut = query.by === "segment" ? await segmentsOf({ caller, read, services }, key, query) : null;
      // A table without its groups would be another table.
      if (cut !== null && "working" in cut && query.format === "csv") return laterOf(cut.working);
      // Whoever looks at segments has brought it up to date with it.
      if (cut === null) await services.reports.fresh(caller.workspaceId);
      const segmented = cut === null ? null : segmentedOf(cut);
      const answer = await read(async (workspaceId, db) =>
        readWhole(workspaceId, db, { ...(await readAsked(workspaceId, db, { key, query })), segmented }),
      );
      if (query.format === "json") return answer;
      return reply
        .type("text/csv; charset=utf-8")
        .header("content-disposition", `attachment; filename="${key}-${answer.period.from}-${answer.period.to}.csv"`)
        .send(reportCsv(answer, speakerOf(request)));
    },
  });
}

type Given = Pick<Input<undefined, undefined, undefined>, "caller" | "read" | "services">;
type Query = ReportQuery & { wait?: number | undefined };
/** A table is saved once: whoever asks for it waits. */
const TABLE_MS = 60_000;

/** What is kept of the report by segments, which is counted row by row. */
async function segmentsOf({ caller, read, services }: Given, key: ReportKey, query: Query): Promise<Looked<"segments">> {
  const question = segmentQuestion(key, query);
  const ask = await read((workspaceId, db) => STUDY_ASKS.segments(workspaceId, db, question));
  const waitMs = waitOf(query) ?? (query.format === "csv" ? TABLE_MS : undefined);
  return await services.reports.look("segments", caller.workspaceId, { ask, question, waitMs });
}
