import { z } from "zod";
import { companyBalances } from "../../store/leads.ts";
import { endpoint } from "../endpoint.ts";
import { findCompany } from "../lookup-claims.ts";

const balance = z
  .object({ unit: z.string(), given: z.int(), received: z.int(), balance: z.int().describe("Below zero: it owes the others.") })
  .meta({ id: "CompanyBalance" });

export default endpoint({
  method: "GET",
  path: "/v1/companies/:company/balances",
  tag: "Companies",
  permission: "ledger:read",
  summary: "What a company gave the others and received of them, by unit",
  params: z.object({ company: z.string().min(1).max(256) }),
  response: z.array(balance),
  handler: ({ params, read }) =>
    read(async (workspaceId, db) => await companyBalances(workspaceId, db, await findCompany(workspaceId, db, params.company))),
});
