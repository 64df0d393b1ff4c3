import { z } from "zod";
import { actingAs, actingOf } from "../acting.ts";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { offerNumber } from "../views/case.ts";

export default endpoint({
  method: "POST",
  path: "/v1/cases/:case/offers/:offer/accept",
  tag: "Cases",
  permission: "cases:write",
  member: { body: "acting_as" },
  summary: "Accept an offered case",
  description: "For the person of the place: say her in `acting_as`.",
  params: z.object({ case: z.string(), offer: z.string().describe("Its number within the case.") }),
  body: z.strictObject({ ...actingAs }).meta({ id: "CaseOfferAccept" }),
  response: z.object({ case: z.string(), offer: z.int() }).meta({ id: "CaseOfferId" }),
  async handler({ params, body, caller, services, read }) {
    const of = { caseId: uuidOrMissing("cas", params.case, "case"), nth: offerNumber(params.offer), acting: await actingOf(read, body) };
    await services.cases.decideOffer(byOf(caller), { ...of, accept: true });
    return { case: params.case, offer: of.nth };
  },
});
