import { z } from "zod";
import { listRequests } from "../../store/requests.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { request, requestView } from "../views/request.ts";

export default endpoint({
  method: "GET",
  path: "/v1/requests",
  tag: "Requests",
  permission: "requests:read",
  member: { either: ["to", "from"] },
  summary: "List requests between members",
  query: z.strictObject({
    ...paging,
    program: z.string().max(64).optional(),
    status: z.enum(["open", "answered", "declined", "expired"]).optional(),
    from: z.string().max(300).optional(),
    to: z.string().max(300).optional().describe("What this member may answer: asked of her, or of all by somebody else."),
  }),
  response: listOf("Request", request),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { program = null, status = null } = query;
      const fromId = await findPersonIfGiven(workspaceId, db, query.from);
      const toId = await findPersonIfGiven(workspaceId, db, query.to);
      const rows = await listRequests(workspaceId, db, { ...cursorOf("req", query), program, status, fromId, toId });
      return pageOf(rows, query.limit, { view: requestView, cursor: (view) => view.id });
    }),
});
