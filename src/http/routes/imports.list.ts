import { z } from "zod";
import { listImports } from "../../store/imports.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { importScope, importView } from "../views/import.ts";

export default endpoint({
  method: "GET",
  path: "/v1/imports",
  tag: "Imports",
  permission: "imports:read",
  summary: "List imports",
  query: z.strictObject({ ...paging, status: z.enum(["open", "closed", "cancelled"]).optional() }),
  response: listOf("Import", importScope),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listImports(workspaceId, db, { ...cursorOf("imp", query), status: query.status ?? null });
      return pageOf(rows, query.limit, { view: importView, cursor: (view) => view.id });
    }),
});
