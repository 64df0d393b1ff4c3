import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { setCompanyRole } from "../../flow/company-people.ts";
import { endpoint } from "../endpoint.ts";
import { byOf, findCompany, findPerson } from "../lookup-claims.ts";
import { companyPerson } from "../views/claim.ts";

export default endpoint({
  method: "DELETE",
  path: "/v1/companies/:company/people/:person",
  tag: "Companies",
  permission: "companies:write",
  summary: "Take somebody's role in a company away",
  description: "To which company she belongs is what her events say; that stays.",
  params: z.object({ company: z.string().min(1).max(256), person: z.string() }),
  response: companyPerson,
  async handler({ params, caller, read, request }) {
    const of = await read(async (workspaceId, db) => ({
      companyId: await findCompany(workspaceId, db, params.company),
      personId: await findPerson(workspaceId, db, params.person),
    }));
    await setCompanyRole(request.server.gv, byOf(caller), { ...of, role: null });
    return { person: externalId("per", of.personId), role: null };
  },
});
