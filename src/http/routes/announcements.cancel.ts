import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { announcementOf } from "../lookup-announcement.ts";
import { announcement, announcementView } from "../views/announcement.ts";

export default endpoint({
  method: "POST",
  path: "/v1/announcements/:announcement/cancel",
  tag: "Announcements",
  permission: "messages:write",
  summary: "Stop an announcement",
  description: "Nobody else is asked, and mails that still wait are not sent.",
  params: z.object({ announcement: z.string() }),
  response: announcement,
  async handler({ params, caller, services, read }) {
    const id = uuidOrMissing("anc", params.announcement, "announcement");
    await services.announcements.cancel(byOf(caller), id);
    return announcementView(await announcementOf(read, id));
  },
});
