import { z } from "zod";
import { listSegments } from "../../store/segments.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { segment, segmentView } from "../views/segment.ts";

export default endpoint({
  method: "GET",
  path: "/v1/segments",
  tag: "Segments",
  permission: "people:read",
  summary: "List segments",
  query: z.strictObject(paging),
  response: listOf("Segment", segment),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listSegments(workspaceId, db, cursorOf("seg", query));
      return pageOf(rows, query.limit, { view: segmentView, cursor: (view) => view.id });
    }),
});
