import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findPerson } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/portal/notices/:announcement/dismiss",
  tag: "Portal",
  permission: "people:write",
  member: { body: "person" },
  summary: "Put an announcement away on somebody's own side",
  description: "It is not shown to her again, on no device. `followed` counts her as one who followed its button.",
  params: z.object({ announcement: z.string() }),
  body: z.strictObject({ person: z.string().max(300), followed: z.boolean().default(false) }).meta({ id: "NoticePutAway" }),
  response: z.object({ put_away: z.boolean().describe("False where it was not shown to her.") }),
  async handler({ params, body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    const announcement = uuidOrMissing("anc", params.announcement, "announcement");
    return { put_away: await services.portal.putNoticeAway(byOf(caller), { personId, announcement, followed: body.followed }) };
  },
});
