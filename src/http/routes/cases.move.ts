import { z } from "zod";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { caseDetail, viewCaseDetail } from "../views/case.ts";

export default endpoint({
  method: "POST",
  path: "/v1/cases/:case/move",
  tag: "Cases",
  permission: "cases:write",
  member: { body: "acting_as" },
  summary: "Move a case to another stage",
  description: "The next stage needs no reason. Leaving stages out or going back does.",
  params: z.object({ case: z.string() }),
  body: z
    .strictObject({
      to: z.string().min(1).max(64),
      reason: z.string().min(1).max(5_000).optional(),
      from: z.string().min(1).max(64).optional().describe("Where you saw it: 409 when somebody moved it meanwhile."),
      ...actingAs,
    })
    .meta({ id: "CaseMove" }),
  response: caseDetail,
  async handler({ params, body, caller, services, read }) {
    const of = { caseId: uuidOrMissing("cas", params.case, "case"), acting: await actingOf(read, body) };
    await services.cases.moveCase(byOf(caller), { ...of, to: body.to, reason: body.reason ?? null, from: body.from ?? null });
    return viewCaseDetail(await services.cases.readCase(byOf(caller), of));
  },
});
