import { z } from "zod";
import { disclosureIn, shareLocale } from "../../core/messages/share-text.ts";
import { readPerson } from "../../store/people.ts";
import { endpoint } from "../endpoint.ts";
import { findSharer } from "../lookup-sharer.ts";

const page = z
  .object({
    program: z.string(),
    name: z.string().nullable(),
    picture: z.string().nullable().describe("Her attribute `picture`, where it is an https address."),
    code: z.string(),
    link: z.string(),
    destination: z.string(),
    disclosure: z.string(),
  })
  .meta({ id: "AdvocatePage" });

function httpsOrNull(value: unknown): string | null {
  return typeof value === "string" && value.length <= 2000 && URL.parse(value)?.protocol === "https:" ? value : null;
}

export default endpoint({
  method: "GET",
  path: "/v1/advocates/:person/page",
  tag: "Advocates",
  permission: "advocates:read",
  summary: "What an influencer's own page shows",
  description: "Her name, picture and code, and what she gets: the disclosure belongs where nobody misses it.",
  params: z.object({ person: z.string() }),
  query: z.strictObject({ program: z.string().max(64), locale: z.string().max(35).optional() }),
  response: page,
  handler: ({ params, query, read, request }) =>
    read(async (workspaceId, db) => {
      const wanted = { person: params.person, program: query.program, context: request.server.gv };
      const { personId, program, link } = await findSharer(workspaceId, db, wanted);
      const data = (await readPerson(workspaceId, db, personId))?.data ?? {};
      const attributes = (data.attributes ?? {}) as Record<string, unknown>;
      return {
        program: program.key,
        name: typeof data.name === "string" ? data.name : null,
        picture: httpsOrNull(attributes.picture),
        code: link.code,
        link: link.url,
        destination: program.destination,
        disclosure: disclosureIn(program, query.locale ?? shareLocale(program, null)),
      };
    }),
});
