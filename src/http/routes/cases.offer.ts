import { z } from "zod";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { caseDetail, viewCaseDetail } from "../views/case.ts";

export default endpoint({
  method: "POST",
  path: "/v1/cases/:case/offers",
  tag: "Cases",
  permission: "cases:write",
  member: { body: "acting_as" },
  summary: "Offer a case to the nearest places with room",
  description: "They are asked one after the other, each for the time that the program gives. The coordinates are not kept.",
  params: z.object({ case: z.string() }),
  body: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180), ...actingAs })
    .meta({ id: "CaseOffering" }),
  response: caseDetail,
  async handler({ params, body, caller, services, read }) {
    const of = { caseId: uuidOrMissing("cas", params.case, "case"), acting: await actingOf(read, body) };
    const near = { latitude: Math.round(body.latitude * 1_000_000), longitude: Math.round(body.longitude * 1_000_000) };
    await services.cases.offerCase(byOf(caller), { ...of, near });
    return viewCaseDetail(await services.cases.readCase(byOf(caller), of));
  },
});
