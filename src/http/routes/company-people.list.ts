import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { listCompanyPeople } from "../../store/company-people.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findCompany } from "../lookup-claims.ts";
import { companyPerson } from "../views/claim.ts";

export default endpoint({
  method: "GET",
  path: "/v1/companies/:company/people",
  tag: "Companies",
  permission: "companies:read",
  summary: "List a company's people",
  description: "Who belongs to it by her events, and who has a role in it.",
  params: z.object({ company: z.string().min(1).max(256) }),
  query: z.strictObject(paging),
  response: listOf("CompanyPerson", companyPerson),
  handler: ({ params, query, read }) =>
    read(async (workspaceId, db) => {
      const companyId = await findCompany(workspaceId, db, params.company);
      const { before, limit } = cursorOf("per", query);
      const rows = await listCompanyPeople(workspaceId, db, { companyId, after: before, limit });
      const view = (row: (typeof rows)[number]) => ({ person: externalId("per", row.person_id), role: row.role });
      return pageOf(rows, query.limit, { view, cursor: (each) => each.person });
    }),
});
