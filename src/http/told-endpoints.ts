/** Endpoints of what is told of reports: notes on days, mails of kept views, the week in sentences. In the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import annotationsAdd from "./routes/annotations.add.ts";
import annotationsChange from "./routes/annotations.change.ts";
import annotationsDelete from "./routes/annotations.delete.ts";
import annotationsList from "./routes/annotations.list.ts";
import meMail from "./routes/me.mail.ts";
import meMailChange from "./routes/me.mail-change.ts";
import reportSchedulesChange from "./routes/report-schedules.change.ts";
import reportSchedulesCreate from "./routes/report-schedules.create.ts";
import reportSchedulesDelete from "./routes/report-schedules.delete.ts";
import reportSchedulesList from "./routes/report-schedules.list.ts";
import reportsWeek from "./routes/reports.week.ts";

export const toldEndpoints: readonly Endpoint[] = [
  annotationsList,
  annotationsAdd,
  annotationsChange,
  annotationsDelete,
  reportSchedulesList,
  reportSchedulesCreate,
  reportSchedulesChange,
  reportSchedulesDelete,
  reportsWeek,
  meMail,
  meMailChange,
];
