import { z } from "zod";
import { notFound } from "../../flow/refusal.ts";
import { readLead } from "../../store/leads.ts";
import { endpoint } from "../endpoint.ts";
import { ownsLead } from "../member-owns.ts";
import { uuidOrMissing } from "../listing.ts";
import { lead, leadView } from "../views/lead.ts";

export default endpoint({
  method: "GET",
  path: "/v1/leads/:lead",
  tag: "Leads",
  permission: "leads:read",
  member: { owns: ownsLead },
  summary: "Get a lead",
  params: z.object({ lead: z.string() }),
  response: lead,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const row = await readLead(workspaceId, db, uuidOrMissing("led", params.lead, "lead"));
      if (row === null) throw notFound("lead");
      return leadView(row);
    }),
});
