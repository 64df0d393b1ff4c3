import { z } from "zod";
import { localeOf } from "../../core/messages/locale.ts";
import { MAIL_TOPICS } from "../../core/messages/mail-policy.ts";
import { compileZone } from "../../core/time.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";
import { preferences, preferencesOf } from "../views/preferences.ts";

export default endpoint({
  method: "PATCH",
  path: "/v1/portal/preferences",
  tag: "Portal",
  permission: "people:write",
  member: { body: "person" },
  summary: "Change how a person wants to be told of things",
  description: "What is left out stays as it is. What is essential (money, a decision about her) is told whatever she chose.",
  body: z
    .strictObject({
      person: z.string().max(300),
      locale: z
        .string()
        .max(35)
        .refine((tag) => localeOf(tag) !== null, { message: 'A language tag such as "de" or "pt-BR".' })
        .optional(),
      zone: z
        .string()
        .max(64)
        .refine((zone) => zone === "UTC" || compileZone(zone) !== undefined, { message: 'A time zone such as "Europe/Berlin".' })
        .optional(),
      mail: z.partialRecord(z.enum(MAIL_TOPICS), z.boolean()).optional().describe("By topic: wanted or not."),
      digest: z.enum(["each", "weekly", "none"]).optional(),
    })
    .meta({ id: "PortalPreferencesChange" }),
  response: preferences,
  async handler({ body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    const { person: _person, ...change } = body;
    await services.portal.changePreferences(byOf(caller), { ...change, personId });
    return await read((workspaceId, db) => preferencesOf(workspaceId, db, { personId, locale: body.locale }));
  },
});
