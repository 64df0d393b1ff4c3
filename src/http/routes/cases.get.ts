import { z } from "zod";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { caseDetail, viewCaseDetail } from "../views/case.ts";

export default endpoint({
  method: "GET",
  path: "/v1/cases/:case",
  tag: "Cases",
  permission: "cases:read",
  member: { query: "acting_as" },
  summary: "Get a case",
  description: "With its people, steps and words. 404 for who is not on it. Every read leaves a row in the audit log.",
  params: z.object({ case: z.string() }),
  query: z.strictObject(actingAs),
  response: caseDetail,
  async handler({ params, query, caller, services, read }) {
    const of = { caseId: uuidOrMissing("cas", params.case, "case"), acting: await actingOf(read, query) };
    return viewCaseDetail(await services.cases.readCase(byOf(caller), of));
  },
});
