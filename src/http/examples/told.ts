/** What is told of reports: notes on days, mails of kept views, the week in sentences. */
import type { Example } from "./example.ts";

/** The story is played in a sandbox. */
const unplayed = "A sandbox has no operators of its own: test/http/told.test.ts.";
const readers = { every: "week" as const, on_day: 1, at_hour: 8, operators: ["opr_0192f0c12a3b7c4d8e5f60718293a4b5"] };

export const told: readonly Example[] = [
  { call: "GET /v1/reports/week" },
  {
    call: "POST /v1/annotations",
    body: { day: "2026-11-02", note: "Article in the local paper", program: "friends" },
    save: { NOTE: "/id" },
  },
  { call: "GET /v1/annotations", query: { from: "2026-11-01", to: "2026-11-30" } },
  {
    call: "PUT /v1/annotations/{annotation}",
    path: { annotation: "$NOTE" },
    body: { day: "2026-11-03", note: "Article in the local paper" },
  },
  { call: "DELETE /v1/annotations/{annotation}", path: { annotation: "$NOTE" } },
  { call: "GET /v1/report-schedules" },
  { call: "POST /v1/report-schedules", body: { view: "rpv_0192f0c12a3b7c4d8e5f60718293a4b5", ...readers }, unplayed },
  { call: "PUT /v1/report-schedules/{schedule}", body: readers, unplayed },
  { call: "DELETE /v1/report-schedules/{schedule}", unplayed },
  { call: "GET /v1/me/mail", unplayed: "Asked with an operator's session." },
  { call: "PATCH /v1/me/mail", body: { weekly: false }, unplayed: "Asked with an operator's session." },
];
