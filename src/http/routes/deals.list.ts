import { z } from "zod";
import { listDeals } from "../../store/deals.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, pageOf, paging } from "../listing.ts";
import { deal, dealView } from "../views/claim.ts";

export default endpoint({
  method: "GET",
  path: "/v1/deals",
  tag: "Claims",
  permission: "claims:read",
  summary: "List the deals you work on yourself",
  query: z.strictObject({ ...paging, status: z.enum(["open", "won", "lost"]).optional() }),
  response: listOf("Deal", deal),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const page = { after: query.after ?? "", limit: query.limit + 1, status: query.status ?? null };
      return pageOf(await listDeals(workspaceId, db, page), query.limit, { view: dealView, cursor: (view) => view.external_id });
    }),
});
