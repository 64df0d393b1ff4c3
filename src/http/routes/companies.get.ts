import { z } from "zod";
import { uuidOf } from "../../core/id.ts";
import { notFound } from "../../flow/refusal.ts";
import { readCompany } from "../../store/people.ts";
import { endpoint } from "../endpoint.ts";
import { company, companyView } from "../views/person.ts";

export default endpoint({
  method: "GET",
  path: "/v1/companies/:company",
  tag: "Companies",
  permission: "companies:read",
  summary: "Get a company",
  description: "By `com_...` or your own id of it.",
  params: z.object({ company: z.string() }),
  response: company,
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => {
      const row = await readCompany(workspaceId, db, { id: uuidOf("com", params.company), externalId: params.company });
      if (row === null) throw notFound("company");
      return companyView(row);
    }),
});
