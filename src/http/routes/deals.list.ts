import { z } from "zod";
import { listDeals } from "../../store/deals.ts";
import { endpoint } from "../endpoint.ts";
import { listOf, pageOf, paging } from "../listing.ts";
import { findCompanyIfGiven } from "../lookup-claims.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { deal, dealView } from "../views/claim.ts";

export default endpoint({
  method: "GET",
  path: "/v1/deals",
  tag: "Claims",
  permission: "claims:read",
  summary: "List the deals you work on yourself",
  query: z.strictObject({
    ...paging,
    status: z.enum(["open", "won", "lost"]).optional(),
    contact: z.string().optional().describe("per_... or user_id:..."),
    company: z.string().max(256).optional().describe("Your own id of it."),
  }),
  response: listOf("Deal", deal),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const contactId = await findPersonIfGiven(workspaceId, db, query.contact);
      const companyId = await findCompanyIfGiven(workspaceId, db, query.company);
      const page = { after: query.after ?? "", limit: query.limit + 1, status: query.status ?? null, contactId, companyId };
      return pageOf(await listDeals(workspaceId, db, page), query.limit, { view: dealView, cursor: (view) => view.external_id });
    }),
});
