/** Endpoints of announcements and asks, in the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import announcementsList from "./routes/announcements.list.ts";
import announcementsCreate from "./routes/announcements.create.ts";
import announcementsGet from "./routes/announcements.get.ts";
import announcementsChange from "./routes/announcements.change.ts";
import announcementsPreview from "./routes/announcements.preview.ts";
import announcementsTestSend from "./routes/announcements.test-send.ts";
import announcementsSchedule from "./routes/announcements.schedule.ts";
import announcementsCancel from "./routes/announcements.cancel.ts";
import announcementsReport from "./routes/announcements.report.ts";
import announcementsPeople from "./routes/announcements.people.ts";

export const announcementEndpoints: readonly Endpoint[] = [
  announcementsList,
  announcementsCreate,
  announcementsGet,
  announcementsChange,
  announcementsPreview,
  announcementsTestSend,
  announcementsSchedule,
  announcementsCancel,
  announcementsReport,
  announcementsPeople,
];
