import { z } from "zod";
import { listSources } from "../../store/sources.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { source, sourceView } from "../views/source.ts";

export default endpoint({
  method: "GET",
  path: "/v1/sources",
  tag: "Sources",
  permission: "sources:read",
  summary: "List connected shops",
  query: z.strictObject(paging),
  response: listOf("Source", source),
  handler: ({ query, read, request }) =>
    read(async (workspaceId, db) => {
      const rows = await listSources(workspaceId, db, cursorOf("src", query));
      const view = (row: (typeof rows)[number]) => sourceView(row, request.server.gv.publicUrl);
      return pageOf(rows, query.limit, { view, cursor: (each) => each.id });
    }),
});
