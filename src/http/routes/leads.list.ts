import { z } from "zod";
import { listLeads } from "../../store/leads.ts";
import { endpoint } from "../endpoint.ts";
import { ownsLeads } from "../member-owns.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findCompanyIfGiven } from "../lookup-claims.ts";
import { lead, leadView } from "../views/lead.ts";

export default endpoint({
  method: "GET",
  path: "/v1/leads",
  tag: "Leads",
  permission: "leads:read",
  member: { owns: ownsLeads },
  summary: "List leads between companies",
  query: z.strictObject({
    ...paging,
    program: z.string().max(64).optional(),
    status: z.enum(["open", "accepted", "declined", "returned"]).optional(),
    from: z.string().max(256).optional(),
    to: z.string().max(256).optional(),
  }),
  response: listOf("Lead", lead),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { program = null, status = null } = query;
      const fromId = await findCompanyIfGiven(workspaceId, db, query.from);
      const toId = await findCompanyIfGiven(workspaceId, db, query.to);
      const rows = await listLeads(workspaceId, db, { ...cursorOf("led", query), program, status, fromId, toId });
      return pageOf(rows, query.limit, { view: leadView, cursor: (view) => view.id });
    }),
});
