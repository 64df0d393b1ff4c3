import { z } from "zod";
import { person } from "../../core/event.ts";
import { readLead } from "../../store/leads.ts";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findCompany, findContact } from "../lookup-claims.ts";
import { lead, leadView } from "../views/lead.ts";

const company = z.string().min(1).max(256);

export default endpoint({
  method: "POST",
  path: "/v1/leads",
  tag: "Leads",
  permission: "leads:write",
  member: { body: "acting_as", contact: "contact" },
  summary: "Send a lead from one company to another",
  description:
    "In a program with an `exchange` section. Accepted in its time, it moves a lead credit from the receiver to the sender; otherwise it " +
    "goes back. `lead_limit_reached`: the receiver owes as many as it may, those that wait for its answer counted in.",
  body: z
    .strictObject({
      program: z.string().min(1).max(64),
      from: company.describe("com_... or your own id of it."),
      to: company,
      contact: person.describe("Whom it is about."),
      text: z.string().min(1).max(5_000).optional().describe("Erased with the person it is about."),
      ...actingAs,
    })
    .meta({ id: "LeadSend" }),
  response: lead,
  status: 201,
  async handler({ body, caller, services, read }) {
    const acting = await actingOf(read, body);
    const found = await read(async (workspaceId, db) => ({
      fromId: await findCompany(workspaceId, db, body.from),
      toId: await findCompany(workspaceId, db, body.to),
      contact: await findContact(workspaceId, db, body.contact),
    }));
    const id = await services.cases.sendLead(byOf(caller), { ...found, acting, program: body.program, text: body.text ?? null });
    return read(async (workspaceId, db) => leadView((await readLead(workspaceId, db, id))!));
  },
});
