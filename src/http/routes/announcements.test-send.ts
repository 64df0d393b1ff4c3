import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/announcements/:announcement/test",
  tag: "Announcements",
  permission: "messages:write",
  summary: "Send an announcement to one address, as a test",
  description: "Marked as a test in its subject, and counted for nobody.",
  params: z.object({ announcement: z.string() }),
  body: z.strictObject({ email: z.email().max(320), locale: z.string().max(35).default("en") }),
  response: z.object({ mail: z.string().describe("Its mail, to look after.") }),
  async handler({ params, body, caller, services }) {
    const id = uuidOrMissing("anc", params.announcement, "announcement");
    const { message } = await services.announcements.test(byOf(caller), { id, ...body });
    return { mail: message };
  },
});
