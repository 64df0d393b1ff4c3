import { z } from "zod";
import { person } from "../../core/event.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findCompanyIfGiven, findContactIfGiven, findDeal } from "../lookup-claims.ts";
import { deal } from "../views/claim.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/deals/:deal",
  tag: "Claims",
  permission: "claims:write",
  summary: "Say which deal you work on yourself",
  description: "As long as it is open, a claim on it, its contact or its company is `already_known`.",
  params: z.object({ deal: z.string().min(1).max(128) }),
  body: z
    .strictObject({
      contact: person.optional(),
      company: z.string().min(1).max(256).optional(),
      status: z.enum(["open", "won", "lost"]).default("open"),
    })
    .meta({ id: "DealWrite" }),
  response: deal,
  async handler({ params, body, caller, services, read }) {
    const about = await read(async (workspaceId, db) => ({
      contact: await findContactIfGiven(workspaceId, db, body.contact),
      companyId: await findCompanyIfGiven(workspaceId, db, body.company),
    }));
    await services.claims.putDeal(byOf(caller), { externalId: params.deal, ...about, status: body.status });
    return await read((workspaceId, db) => findDeal(workspaceId, db, params.deal));
  },
});
