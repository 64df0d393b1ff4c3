import { z } from "zod";
import { listOutreach } from "../../store/outreach.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { outreach, outreachView } from "../views/sources-audit.ts";

export default endpoint({
  method: "GET",
  path: "/v1/outreach",
  tag: "Outreach",
  permission: "people:read",
  summary: "List plans to ask people, with what came of them",
  query: z.strictObject(paging),
  response: listOf("Outreach", outreach),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listOutreach(workspaceId, db, cursorOf("orp", query));
      return pageOf(rows, query.limit, { view: outreachView, cursor: (view) => view.id });
    }),
});
