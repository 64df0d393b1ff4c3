import { z } from "zod";
import { listCompanies } from "../../store/people.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { company, companyView } from "../views/person.ts";

export default endpoint({
  method: "GET",
  path: "/v1/companies",
  tag: "Companies",
  permission: "companies:read",
  summary: "List companies",
  query: z.strictObject(paging),
  response: listOf("Company", company),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const rows = await listCompanies(workspaceId, db, cursorOf("com", query));
      return pageOf(rows, query.limit, { view: companyView, cursor: (view) => view.id });
    }),
});
