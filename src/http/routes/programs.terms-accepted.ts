import { z } from "zod";
import { ACCEPTED_AT_MOST, countAcceptances, readTerms } from "../../store/terms.ts";
import { endpoint } from "../endpoint.ts";
import { findProgram } from "../lookup.ts";

export default endpoint({
  method: "GET",
  path: "/v1/programs/:program/terms/accepted",
  tag: "Programs",
  permission: "programs:read",
  summary: "How many accepted which terms of a program",
  description: `Counted up to ${ACCEPTED_AT_MOST} each; \`more\` says that there are more.`,
  params: z.object({ program: z.string() }),
  response: z
    .object({
      data: z.array(
        z.object({ terms: z.int(), people: z.int(), more: z.boolean(), last_at: z.string().nullable().describe("RFC 3339.") }),
      ),
    })
    .meta({ id: "TermsAccepted" }),
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const program = await findProgram(workspaceId, db, params.program);
      const all = (await readTerms(workspaceId, db, program.id)).map((each) => each.terms);
      const counted = await countAcceptances(workspaceId, db, { programId: program.id, terms: all });
      return {
        data: counted
          .toReversed()
          .map(({ terms, people, last_at }) => ({
            terms,
            people: Math.min(people, ACCEPTED_AT_MOST),
            more: people > ACCEPTED_AT_MOST,
            last_at: last_at === null ? null : new Date(last_at).toISOString(),
          })),
      };
    }),
});
