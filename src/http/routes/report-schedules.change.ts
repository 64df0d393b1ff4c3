import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { changeSending } from "../../flow/reports/schedules.ts";
import { readSchedule } from "../../store/report-schedules.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { reportSchedule, reportScheduleView, scheduleFields, scheduleWishOf } from "../views/report-schedule.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/report-schedules/:schedule",
  tag: "Reports",
  permission: "reports:write",
  summary: "Send a kept report at other times, or to others",
  description:
    "Who wanted it no more still gets none: she alone turns it on again (`PATCH /v1/me/mail`), or is taken out of it and named anew.",
  params: z.object({ schedule: z.string() }),
  body: z.strictObject(scheduleFields).meta({ id: "ReportScheduleChange" }),
  response: reportSchedule,
  async handler({ params, body, caller, read, request }) {
    const id = uuidOrMissing("rps", params.schedule, "schedule");
    await changeSending(request.server.gv, byOf(caller), { ...scheduleWishOf(body), id });
    const row = await read((workspaceId, db) => readSchedule(workspaceId, db, id));
    // Somebody threw it away since.
    if (row === null) throw notFound("schedule");
    return reportScheduleView(row);
  },
});
