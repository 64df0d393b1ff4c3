import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { announcementOf } from "../lookup-announcement.ts";
import { announcement, announcementChange, announcementView } from "../views/announcement.ts";

export default endpoint({
  method: "PATCH",
  path: "/v1/announcements/:announcement",
  tag: "Announcements",
  permission: "messages:write",
  summary: "Change an announcement",
  description: "What went out stays as it was; an ask that runs changes from its next moment on.",
  params: z.object({ announcement: z.string() }),
  body: announcementChange,
  response: announcement,
  async handler({ params, body, caller, services, read }) {
    const id = uuidOrMissing("anc", params.announcement, "announcement");
    await services.announcements.change(byOf(caller), { id, ...body });
    return announcementView(await announcementOf(read, id));
  },
});
