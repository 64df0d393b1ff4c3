import { z } from "zod";
import { listPrograms } from "../../store/programs.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { program, programView } from "../views/program.ts";

export default endpoint({
  method: "GET",
  path: "/v1/programs",
  tag: "Programs",
  permission: "programs:read",
  summary: "List programs",
  query: z.strictObject(paging),
  response: listOf("Program", program),
  handler: ({ query, read, services }) =>
    read(async (workspaceId, db) => {
      const rows = await listPrograms(workspaceId, db, cursorOf("prg", query));
      return pageOf(rows, query.limit, { view: (row) => programView(row, services.lint), cursor: (view) => view.id });
    }),
});
