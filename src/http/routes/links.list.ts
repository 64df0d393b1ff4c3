import { z } from "zod";
import { listLinks } from "../../store/links.ts";
import { endpoint } from "../endpoint.ts";
import { NAMED } from "../expand-kinds.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { addressParts, findPersonIfGiven } from "../lookup.ts";
import { link, linkView } from "../views/link.ts";

export default endpoint({
  method: "GET",
  path: "/v1/links",
  tag: "Links",
  permission: "links:read",
  summary: "List links and codes",
  query: z.strictObject({ ...paging, person: z.string().optional(), program: z.string().max(64).optional() }),
  expand: NAMED.link,
  response: listOf("Link", link),
  handler: ({ query, read, request }) =>
    read(async (workspaceId, db) => {
      const personId = await findPersonIfGiven(workspaceId, db, query.person);
      const at = await addressParts(workspaceId, db, request.server.gv);
      const rows = await listLinks(workspaceId, db, { ...cursorOf("lnk", query), personId, program: query.program ?? null });
      return pageOf(rows, query.limit, { view: (row) => linkView(row, at), cursor: (view) => view.id });
    }),
});
