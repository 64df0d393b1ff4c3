import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { externalId } from "../../core/id.ts";
import { audienceSize } from "../../flow/announcements.ts";
import { notFound } from "../../flow/refusal.ts";
import { readReport } from "../../store/announcement-report.ts";
import { readAnnouncement } from "../../store/announcements.ts";
import { announcementReport, reportView } from "../views/announcement.ts";

const LOOKED_AT = 20_000;
const COUNTED = 10_000;

export default endpoint({
  method: "GET",
  path: "/v1/announcements/:announcement/report",
  tag: "Announcements",
  permission: "messages:read",
  summary: "What came of an announcement",
  description: "What came of it is looked up for the first 20,000 who were asked; an audience is counted to 10,000.",
  params: z.object({ announcement: z.string() }),
  response: announcementReport,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const id = uuidOrMissing("anc", params.announcement, "announcement");
      const row = await readAnnouncement(workspaceId, db, id);
      if (row === null) throw notFound("announcement");
      const report = await readReport(workspaceId, db, { announcement: id, subject: externalId("anc", id), limit: LOOKED_AT });
      const count = row.moment === null ? await audienceSize(workspaceId, db, { row, limit: COUNTED }) : null;
      return reportView({ row, report, size: count === null ? null : { count, exact: count < COUNTED } });
    }),
});
