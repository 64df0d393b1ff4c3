import { z } from "zod";
import { listShares } from "../../store/shares.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { addressParts, findPersonIfGiven } from "../lookup.ts";
import { share, shareView } from "../views/share.ts";

export default endpoint({
  method: "GET",
  path: "/v1/shares",
  tag: "Shares",
  permission: "shares:read",
  member: { query: "person" },
  summary: "List shares",
  query: z.strictObject({ ...paging, program: z.string().max(64).optional(), person: z.string().optional() }),
  response: listOf("Share", share),
  handler: ({ query, read, request }) =>
    read(async (workspaceId, db) => {
      const person = await findPersonIfGiven(workspaceId, db, query.person);
      const at = await addressParts(workspaceId, db, request.server.gv);
      const rows = await listShares(workspaceId, db, { ...cursorOf("shr", query), person, program: query.program ?? null });
      return pageOf(rows, query.limit, { view: (row) => shareView(row, at), cursor: (view) => view.id });
    }),
});
