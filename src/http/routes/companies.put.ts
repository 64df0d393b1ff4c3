import { z } from "zod";
import { readCompany } from "../../store/people.ts";
import { putCompany } from "../../flow/operate.ts";
import { setCompanyDomains } from "../../flow/company-people.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { company, companyView } from "../views/person.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/companies/:company",
  tag: "Companies",
  permission: "companies:write",
  summary: "Make or update a company",
  description: "Under your own id of it. People belong to it by `person.company` in their events.",
  params: z.object({ company: z.string().min(1).max(256) }),
  body: z
    .strictObject({
      name: z.string().max(256).default(""),
      domain: z
        .string()
        .max(253)
        .regex(/^[a-z0-9.-]+$/, "Lower case, without a scheme.")
        .optional(),
      domains: z
        .array(
          z
            .string()
            .max(253)
            .regex(/^[a-z0-9.-]+$/, "Lower case, without a scheme."),
        )
        .max(100)
        .optional()
        .describe("Mail domains of its people: a contact with one of them belongs to it when a claim is judged."),
    })
    .meta({ id: "CompanyWrite" }),
  response: company,
  async handler({ params, body, caller, read, request }) {
    const id = await putCompany(request.server.gv, byOf(caller), {
      externalId: params.company,
      name: body.name,
      domain: body.domain ?? null,
    });
    if (body.domains !== undefined) await setCompanyDomains(request.server.gv, byOf(caller), { companyId: id, domains: body.domains });
    return await read(async (workspaceId, db) => companyView((await readCompany(workspaceId, db, { id, externalId: null }))!));
  },
});
