import { z } from "zod";
import { CASE_OUTCOMES } from "../../core/case.ts";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { caseDetail, viewCaseDetail } from "../views/case.ts";

export default endpoint({
  method: "POST",
  path: "/v1/cases/:case/close",
  tag: "Cases",
  permission: "cases:write",
  member: { body: "acting_as" },
  summary: "Close a case",
  description: "Before the last stage this leaves stages out and needs a reason.",
  params: z.object({ case: z.string() }),
  body: z
    .strictObject({ outcome: z.enum(CASE_OUTCOMES), reason: z.string().min(1).max(5_000).optional(), ...actingAs })
    .meta({ id: "CaseClosing" }),
  response: caseDetail,
  async handler({ params, body, caller, services, read }) {
    const of = { caseId: uuidOrMissing("cas", params.case, "case"), acting: await actingOf(read, body) };
    await services.cases.closeCase(byOf(caller), { ...of, outcome: body.outcome, reason: body.reason ?? null });
    return viewCaseDetail(await services.cases.readCase(byOf(caller), of));
  },
});
