import { z } from "zod";
import { LIST_KINDS, listListed } from "../../store/risk-lists.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { listEntry, listEntryView } from "../views/review.ts";

export default endpoint({
  method: "GET",
  path: "/v1/lists",
  tag: "Reviews",
  permission: "lists:read",
  summary: "Whom you trust, and whom you do not",
  query: z.strictObject({ ...paging, list: z.enum(["allow", "block"]).optional(), kind: z.enum(LIST_KINDS).optional() }),
  response: listOf("ListEntry", listEntry),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { list = null, kind = null } = query;
      const rows = await listListed(workspaceId, db, { ...cursorOf("lst", query), list, kind });
      return pageOf(rows, query.limit, { view: listEntryView, cursor: (view) => view.id });
    }),
});
