import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/invitations",
  tag: "Advocates",
  permission: "advocates:write",
  summary: "Invite people to a program",
  description:
    "Each gets a mail with a link of her own, good for 14 days, which signs her in. Inviting an address again sends another, three times " +
    "at most. `left` says which addresses got none: those that are no address, do not want to be written to, or had it often enough.",
  body: z
    .strictObject({
      program: z.string().min(1).max(64),
      emails: z.array(z.string().min(1).max(320)).min(1).max(200),
      locale: z.string().min(2).max(35).optional(),
    })
    .meta({ id: "InvitationWrite" }),
  response: z
    .object({
      invited: z.array(z.string()),
      left: z.array(z.object({ index: z.int(), reason: z.enum(["invalid", "suppressed", "often", "joined"]) })),
    })
    .meta({ id: "Invited" }),
  status: 201,
  async handler({ body, caller, services }) {
    const { program, emails, locale = null } = body;
    return await services.portal.invite(byOf(caller), { program, emails, locale });
  },
});
