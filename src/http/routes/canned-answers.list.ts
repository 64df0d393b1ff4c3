import { z } from "zod";
import { listCanned } from "../../store/canned-answers.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { canned, cannedView } from "../views/support.ts";

export default endpoint({
  method: "GET",
  path: "/v1/canned-answers",
  tag: "Support",
  permission: "people:read",
  summary: "List answers that are kept for reuse",
  query: z.strictObject(paging),
  response: listOf("CannedAnswer", canned),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listCanned(workspaceId, db, cursorOf("can", query));
      return pageOf(rows, query.limit, { view: cannedView, cursor: (view) => view.id });
    }),
});
