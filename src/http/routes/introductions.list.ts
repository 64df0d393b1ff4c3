import { z } from "zod";
import { listIntroductions } from "../../store/requests.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { introduction, introductionView } from "../views/request.ts";

export default endpoint({
  method: "GET",
  path: "/v1/introductions",
  tag: "Requests",
  permission: "requests:read",
  member: { either: ["from", "to"] },
  summary: "List introductions",
  query: z.strictObject({
    ...paging,
    program: z.string().max(64).optional(),
    from: z.string().max(300).optional(),
    to: z.string().max(300).optional(),
  }),
  response: listOf("Introduction", introduction),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const fromId = await findPersonIfGiven(workspaceId, db, query.from);
      const toId = await findPersonIfGiven(workspaceId, db, query.to);
      const rows = await listIntroductions(workspaceId, db, { ...cursorOf("itr", query), program: query.program ?? null, fromId, toId });
      return pageOf(rows, query.limit, { view: introductionView, cursor: (view) => view.id });
    }),
});
