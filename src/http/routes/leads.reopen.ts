import { z } from "zod";
import { readLead } from "../../store/leads.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { lead, leadView } from "../views/lead.ts";

export default endpoint({
  method: "POST",
  path: "/v1/leads/:lead/reopen",
  tag: "Leads",
  permission: "leads:write",
  summary: "Take back the answer to a lead",
  description: "It waits for its answer again, until its time is over; the credit of one that was accepted goes back.",
  params: z.object({ lead: z.string() }),
  response: lead,
  async handler({ params, caller, services, read }) {
    const leadId = uuidOrMissing("led", params.lead, "lead");
    await services.cases.reopenLead(byOf(caller), { leadId });
    return await read(async (workspaceId, db) => leadView((await readLead(workspaceId, db, leadId))!));
  },
});
