import { z } from "zod";
import { listSuppressions } from "../../store/suppressions.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { suppression, suppressionView } from "../views/consent.ts";

export default endpoint({
  method: "GET",
  path: "/v1/suppressions",
  tag: "Consent",
  permission: "people:read",
  summary: "List who is not to be contacted",
  query: z.strictObject({ ...paging, person: z.string().optional() }),
  response: listOf("Suppression", suppression),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const personId = await findPersonIfGiven(workspaceId, db, query.person);
      const rows = await listSuppressions(workspaceId, db, { ...cursorOf("sup", query), personId });
      return pageOf(rows, query.limit, { view: suppressionView, cursor: (view) => view.id });
    }),
});
