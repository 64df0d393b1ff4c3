import { z } from "zod";
import { listGatherings } from "../../store/gatherings.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { gathering, gatheringView } from "../views/gathering.ts";

export default endpoint({
  method: "GET",
  path: "/v1/gatherings",
  tag: "Gatherings",
  permission: "gatherings:read",
  member: {},
  summary: "List gatherings",
  query: z.strictObject(paging),
  response: listOf("Gathering", gathering),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listGatherings(workspaceId, db, cursorOf("gth", query));
      return pageOf(rows, query.limit, { view: gatheringView, cursor: (view) => view.id });
    }),
});
