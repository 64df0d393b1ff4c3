import { z } from "zod";
import { ANNOUNCEMENT_STATES } from "../../core/announce/announcement.ts";
import { listAnnouncements } from "../../store/announcements.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { announcement, announcementView } from "../views/announcement.ts";

export default endpoint({
  method: "GET",
  path: "/v1/announcements",
  tag: "Announcements",
  permission: "messages:read",
  summary: "List announcements and asks",
  query: z.strictObject({
    ...paging,
    status: z.enum(ANNOUNCEMENT_STATES).optional(),
    kind: z.enum(["announcement", "ask"]).optional().describe("An ask follows a good moment; an announcement goes once."),
  }),
  response: listOf("Announcement", announcement),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { status = null, kind } = query;
      const moments = kind === undefined ? null : kind === "ask";
      const rows = await listAnnouncements(workspaceId, db, { ...cursorOf("anc", query), status, moments });
      return pageOf(rows, query.limit, { view: announcementView, cursor: ({ id }) => id });
    }),
});
