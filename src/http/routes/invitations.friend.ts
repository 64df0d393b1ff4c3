import { z } from "zod";
import { localeOf } from "../../core/messages/locale.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/invitations/friend",
  tag: "Portal",
  permission: "people:write",
  member: { body: "person" },
  summary: "Send a friend a mail on an advocate's behalf",
  description:
    "Only where the settings allow it (mail.invitations): in many countries a business may not. One mail an address and program, " +
    "ever, in the advocate's name, with her link, the disclosure and a way out. The answer is the same whether a mail goes out or not.",
  body: z
    .strictObject({
      program: z.string().max(64),
      person: z.string().max(300),
      email: z.string().min(3).max(320),
      name: z.string().min(1).max(100).optional(),
      note: z.string().min(1).max(300).optional().describe("Her own words to the friend, without links."),
      locale: z
        .string()
        .max(35)
        .refine((tag) => localeOf(tag) !== null, { message: 'A language tag such as "de" or "pt-BR".' })
        .optional(),
    })
    .meta({ id: "FriendInvitation" }),
  response: z.object({ accepted: z.literal(true) }).meta({ id: "FriendInvited" }),
  status: 202,
  async handler({ body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    const { program, email, name = null, note = null, locale = null } = body;
    await services.mail.inviteFriend(byOf(caller), { program, personId, email, name, note, locale });
    return { accepted: true as const };
  },
});
