import { z } from "zod";
import { uuidOf } from "../../core/id.ts";
import { listAdvocates } from "../../store/links.ts";
import { readAnswersOf } from "../../store/portal-forms.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findProgram } from "../lookup.ts";
import { advocate, advocateView } from "../views/person.ts";

const application = advocate
  .extend({ answers: z.record(z.string(), z.unknown()).describe("To the program's form, by the field's key.") })
  .meta({ id: "Application" });

export default endpoint({
  method: "GET",
  path: "/v1/programs/:program/applications",
  tag: "Advocates",
  permission: "advocates:read",
  summary: "List applications, with what was answered",
  params: z.object({ program: z.string() }),
  query: z.strictObject({ ...paging, status: z.enum(["applied", "refused", "active", "left"]).default("applied") }),
  response: listOf("Application", application),
  handler: ({ params, query, read }) =>
    read(async (workspaceId, db) => {
      const program = await findProgram(workspaceId, db, params.program);
      const filter = { ...cursorOf("per", query), program: params.program, status: query.status };
      const page = pageOf(await listAdvocates(workspaceId, db, filter), query.limit, {
        view: advocateView,
        cursor: (view) => view.person,
      });
      const people = page.data.map((each) => uuidOf("per", each.person)!);
      const answers = await readAnswersOf(workspaceId, db, { programId: program.id, people });
      return { ...page, data: page.data.map((each, i) => ({ ...each, answers: answers.get(people[i]!) ?? {} })) };
    }),
});
