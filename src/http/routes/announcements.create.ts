import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { announcementOf } from "../lookup-announcement.ts";
import { announcement, announcementView, announcementWrite } from "../views/announcement.ts";

export default endpoint({
  method: "POST",
  path: "/v1/announcements",
  tag: "Announcements",
  permission: "messages:write",
  summary: "Write an announcement or an ask",
  description: "A draft: nobody gets it before it is scheduled. With `moment` it goes to whoever has just had that, as long as it runs.",
  body: announcementWrite,
  response: announcement,
  status: 201,
  async handler({ body, caller, services, read }) {
    const id = await services.announcements.create(byOf(caller), body);
    return announcementView(await announcementOf(read, id));
  },
});
