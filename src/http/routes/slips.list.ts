import { z } from "zod";
import { listSlips } from "../../store/requests.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { slip, slipView } from "../views/request.ts";

export default endpoint({
  method: "GET",
  path: "/v1/slips",
  tag: "Requests",
  permission: "requests:read",
  member: { either: ["to", "from"] },
  summary: "List thank-you slips",
  query: z.strictObject({
    ...paging,
    program: z.string().max(64).optional(),
    from: z.string().max(300).optional(),
    to: z.string().max(300).optional(),
  }),
  response: listOf("Slip", slip),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const fromId = await findPersonIfGiven(workspaceId, db, query.from);
      const toId = await findPersonIfGiven(workspaceId, db, query.to);
      const rows = await listSlips(workspaceId, db, { ...cursorOf("slp", query), program: query.program ?? null, fromId, toId });
      return pageOf(rows, query.limit, { view: slipView, cursor: (view) => view.id });
    }),
});
