import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { sendReport } from "../../flow/reports/schedules.ts";
import { readSchedule } from "../../store/report-schedules.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { reportSchedule, reportScheduleView, scheduleFields, scheduleWishOf } from "../views/report-schedule.ts";

export default endpoint({
  method: "POST",
  path: "/v1/report-schedules",
  tag: "Reports",
  permission: "reports:write",
  summary: "Send a kept report to operators by mail, every day, week or month",
  description:
    "Each mail is about the day, week or month that has just ended, whatever days the view names, and comes once: also after a restart. " +
    "Every operator can stop it for herself.",
  body: z.strictObject({ view: z.string(), ...scheduleFields }).meta({ id: "ReportScheduleWish" }),
  response: reportSchedule,
  status: 201,
  async handler({ body, caller, read, request }) {
    const { view, ...rest } = body;
    const viewId = uuidOrMissing("rpv", view, "view");
    const id = await sendReport(request.server.gv, byOf(caller), { ...scheduleWishOf(rest), viewId });
    const row = await read((workspaceId, db) => readSchedule(workspaceId, db, id));
    // Somebody threw it away since.
    if (row === null) throw notFound("schedule");
    return reportScheduleView(row);
  },
});
