import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/portal/join",
  tag: "Portal",
  permission: "advocates:write",
  member: { body: "person" },
  summary: "Join a program as a person does for herself",
  description:
    "At once, or by applying with answers to the program's own form, or where she was invited. She accepts the terms by their number. " +
    "Who is a member already, or has applied, is told so. With a key, for the person that is named; an invitation is not asked for then.",
  body: z
    .strictObject({
      program: z.string().min(1).max(64),
      person: z.string().max(300).describe("per_... or user_id:...; `me` for a person on her own side."),
      name: z.string().min(1).max(256).optional(),
      answers: z.record(z.string().max(64), z.union([z.string().max(2000), z.number(), z.boolean()])).default({}),
      terms: z.int().min(1).optional().describe("The number of the terms that she was shown."),
      language: z.string().min(2).max(35).optional().describe("In which she read them."),
    })
    .meta({ id: "PortalJoin" }),
  response: z
    .object({ program: z.string(), person: z.string(), status: z.enum(["active", "applied", "refused", "left"]) })
    .meta({ id: "PortalJoined" }),
  async handler({ body, caller, services, read }) {
    const personId = await read((workspaceId, db) => findPerson(workspaceId, db, body.person));
    const { program, name = null, answers, terms = null, language = null } = body;
    const wish = { program, personId, name, answers, terms, language, herself: caller.kind === "member" };
    const { status } = await services.portal.join(byOf(caller), wish);
    return { program, person: externalId("per", personId), status: status as "active" };
  },
});
