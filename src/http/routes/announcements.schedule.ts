import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { announcementOf } from "../lookup-announcement.ts";
import { instantInput } from "../schemas.ts";
import { announcement, announcementView } from "../views/announcement.ts";

export default endpoint({
  method: "POST",
  path: "/v1/announcements/:announcement/schedule",
  tag: "Announcements",
  permission: "messages:write",
  summary: "Send an announcement, now or at an instant",
  description: "An ask begins to run then: moments before it are left alone.",
  params: z.object({ announcement: z.string() }),
  body: z.strictObject({ at: instantInput.nullable().default(null).describe("Null: now.") }),
  response: announcement,
  async handler({ params, body, caller, services, read }) {
    const id = uuidOrMissing("anc", params.announcement, "announcement");
    await services.announcements.schedule(byOf(caller), { id, at: body.at });
    return announcementView(await announcementOf(read, id));
  },
});
