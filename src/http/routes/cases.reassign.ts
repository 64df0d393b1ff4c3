import { z } from "zod";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf, findPersonIfGiven } from "../lookup.ts";
import { caseDetail, viewCaseDetail } from "../views/case.ts";

export default endpoint({
  method: "POST",
  path: "/v1/cases/:case/reassign",
  tag: "Cases",
  permission: "cases:write",
  member: { body: "acting_as" },
  summary: "Give a case to another owner or coordinator",
  description: "Who had it stays on the case as a member.",
  params: z.object({ case: z.string() }),
  body: z
    .strictObject({ owner: z.string().max(300).optional(), coordinator: z.string().max(300).optional(), ...actingAs })
    .meta({ id: "CaseReassignment" }),
  response: caseDetail,
  async handler({ params, body, caller, services, read }) {
    const of = { caseId: uuidOrMissing("cas", params.case, "case"), acting: await actingOf(read, body) };
    const to = await read(async (workspaceId, db) => ({
      ownerId: await findPersonIfGiven(workspaceId, db, body.owner),
      coordinatorId: await findPersonIfGiven(workspaceId, db, body.coordinator),
    }));
    await services.cases.reassignCase(byOf(caller), { ...of, ...to });
    return viewCaseDetail(await services.cases.readCase(byOf(caller), of));
  },
});
