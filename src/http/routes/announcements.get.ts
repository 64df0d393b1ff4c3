import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { announcementOf } from "../lookup-announcement.ts";
import { announcement, announcementView } from "../views/announcement.ts";

export default endpoint({
  method: "GET",
  path: "/v1/announcements/:announcement",
  tag: "Announcements",
  permission: "messages:read",
  summary: "Get an announcement",
  params: z.object({ announcement: z.string() }),
  response: announcement,
  handler: async ({ params, read }) =>
    announcementView(await announcementOf(read, uuidOrMissing("anc", params.announcement, "announcement"))),
});
