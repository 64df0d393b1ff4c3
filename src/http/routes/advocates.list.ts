import { z } from "zod";
import { listAdvocates } from "../../store/links.ts";
import { endpoint } from "../endpoint.ts";
import { NAMED } from "../expand-kinds.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findProgram } from "../lookup.ts";
import { advocate, advocateView } from "../views/person.ts";

export default endpoint({
  method: "GET",
  path: "/v1/advocates",
  tag: "Advocates",
  permission: "advocates:read",
  summary: "List a program's advocates",
  query: z.strictObject({ ...paging, program: z.string().max(64), status: z.enum(["active", "left", "applied", "refused"]).optional() }),
  expand: NAMED.advocate,
  response: listOf("Advocate", advocate),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      await findProgram(workspaceId, db, query.program);
      const rows = await listAdvocates(workspaceId, db, {
        ...cursorOf("per", query),
        program: query.program,
        status: query.status ?? null,
      });
      return pageOf(rows, query.limit, { view: advocateView, cursor: (view) => view.person });
    }),
});
