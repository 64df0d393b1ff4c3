import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findPerson, findProgram } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/programs/:program/terms/accept",
  tag: "Programs",
  permission: "people:write",
  member: { body: "person", always: { source: "portal" } },
  summary: "Record that a person accepted a program's terms",
  description:
    "Of the terms in force, or of those she was shown. When the terms change, her state becomes `terms_outdated` and a message is due.",
  params: z.object({ program: z.string() }),
  body: z
    .strictObject({
      person: z.string(),
      terms: z.int().min(1).optional().describe("The number that she was shown; the current one when left out."),
      language: z.string().min(2).max(35).default("en"),
      source: z.string().min(1).max(128).default("api"),
    })
    .meta({ id: "TermsAcceptance" }),
  response: z
    .object({
      program: z.string(),
      person: z.string(),
      terms: z.int(),
      state: z.enum(["accepted", "terms_outdated", "not_accepted", "no_terms"]),
    })
    .meta({ id: "AcceptedTerms" }),
  async handler({ params, body, caller, services, read }) {
    const [program, personId] = await read(
      async (workspaceId, db) =>
        [await findProgram(workspaceId, db, params.program), await findPerson(workspaceId, db, body.person)] as const,
    );
    const { language, source, terms = null } = body;
    const done = await services.contact.acceptTerms(byOf(caller), { programId: program.id, personId, terms, language, source });
    return { program: program.key, person: externalId("per", personId), ...done };
  },
});
