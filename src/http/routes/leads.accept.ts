import { z } from "zod";
import { readLead } from "../../store/leads.ts";
import { actingBody, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { lead, leadView } from "../views/lead.ts";

export default endpoint({
  method: "POST",
  path: "/v1/leads/:lead/accept",
  tag: "Leads",
  permission: "leads:write",
  member: { body: "acting_as" },
  summary: "Accept a lead",
  description: "A lead credit moves from the receiver to the sender. Whom the key acts for must belong to the company that received it.",
  params: z.object({ lead: z.string() }),
  body: actingBody,
  response: lead,
  async handler({ params, body, caller, services, read }) {
    const leadId = uuidOrMissing("led", params.lead, "lead");
    await services.cases.acceptLead(byOf(caller), { acting: await actingOf(read, body), leadId });
    return read(async (workspaceId, db) => leadView((await readLead(workspaceId, db, leadId))!));
  },
});
