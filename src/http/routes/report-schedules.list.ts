import { z } from "zod";
import { listSchedules } from "../../store/report-schedules.ts";
import { endpoint } from "../endpoint.ts";
import { reportSchedule, reportScheduleView } from "../views/report-schedule.ts";

export default endpoint({
  method: "GET",
  path: "/v1/report-schedules",
  tag: "Reports",
  permission: "reports:read",
  summary: "Which kept reports are sent by mail, when and to whom",
  response: z.object({ data: z.array(reportSchedule) }).meta({ id: "ReportSchedules" }),
  handler: ({ read }) => read(async (workspaceId, db) => ({ data: (await listSchedules(workspaceId, db)).map(reportScheduleView) })),
});
