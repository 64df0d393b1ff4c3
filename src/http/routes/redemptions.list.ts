import { z } from "zod";
import { listRedemptions } from "../../store/redemptions.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { redemption, redemptionView } from "../views/catalogue.ts";

export default endpoint({
  method: "GET",
  path: "/v1/redemptions",
  tag: "Catalogue",
  permission: "redemptions:read",
  member: { query: "person" },
  summary: "List what was taken for points or credit",
  query: z.strictObject({ ...paging, person: z.string().optional(), item: z.string().max(64).optional() }),
  response: listOf("Redemption", redemption),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const personId = await findPersonIfGiven(workspaceId, db, query.person);
      const rows = await listRedemptions(workspaceId, db, { ...cursorOf("rdm", query), personId, item: query.item ?? null });
      return pageOf(rows, query.limit, { view: redemptionView, cursor: (view) => view.id });
    }),
});
