import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { setCompanyRole } from "../../flow/company-people.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findCompany, findPerson } from "../lookup-claims.ts";
import { companyPerson } from "../views/claim.ts";

export default endpoint({
  method: "PUT",
  path: "/v1/companies/:company/people/:person",
  tag: "Companies",
  permission: "companies:write",
  summary: "Give somebody a role in a company",
  params: z.object({ company: z.string().min(1).max(256), person: z.string() }),
  body: z.strictObject({ role: z.enum(["owner", "admin", "seller", "accounting", "member"]) }).meta({ id: "CompanyRoleWrite" }),
  response: companyPerson,
  async handler({ params, body, caller, read, request }) {
    const of = await read(async (workspaceId, db) => ({
      companyId: await findCompany(workspaceId, db, params.company),
      personId: await findPerson(workspaceId, db, params.person),
    }));
    await setCompanyRole(request.server.gv, byOf(caller), { ...of, role: body.role });
    return { person: externalId("per", of.personId), role: body.role };
  },
});
