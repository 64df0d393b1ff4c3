import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/mail/bounces",
  tag: "Messages",
  permission: "people:write",
  summary: "Say which mails came back",
  description:
    "For what a mail provider tells later than its server answers. A hard bounce puts the address on the list of those that are not " +
    "written to; a complaint stops everything that is not essential; a soft one is only written down. Send a batch twice if in doubt.",
  body: z
    .strictObject({
      bounces: z
        .array(z.strictObject({ email: z.string().max(320), kind: z.enum(["hard", "soft", "complaint"]) }))
        .min(1)
        .max(500),
      source: z.string().min(1).max(128).default("api"),
    })
    .meta({ id: "MailBounces" }),
  response: z.object({ noted: z.int(), ignored: z.int().describe("Were no e-mail addresses.") }).meta({ id: "MailBouncesNoted" }),
  async handler({ body, caller, services }) {
    const noted = await services.mail.noteBounces(byOf(caller), body);
    return { noted, ignored: body.bounces.length - noted };
  },
});
