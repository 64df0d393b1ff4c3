import { z } from "zod";
import { externalId, uuidOf } from "../../core/id.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";

export default endpoint({
  method: "POST",
  path: "/v1/reviews/decide",
  tag: "Reviews",
  permission: "reviews:write",
  summary: "Let many referrals through, or refuse them",
  description: "Each as by itself. One that was decided otherwise, or is not there, is listed and stops nothing.",
  body: z
    .strictObject({
      decision: z.enum(["approve", "refuse"]),
      reviews: z.array(z.string().max(64)).min(1).max(200),
      note: z.string().max(500).optional().describe("For your colleagues; erased with the people it is about."),
    })
    .meta({ id: "ReviewDecisions" }),
  response: z
    .object({
      decided: z.array(z.string()),
      refused: z.array(z.object({ review: z.string(), code: z.enum(["not_found", "decided_otherwise"]) })),
    })
    .meta({ id: "ReviewsDecided" }),
  async handler({ body, caller, services }) {
    const asked = [...new Set(body.reviews)].map((id) => ({ id, uuid: uuidOf("rvw", id) }));
    const wish = { decision: body.decision, reviews: asked.flatMap((each) => each.uuid ?? []), note: body.note ?? null };
    const { done, refused } = await services.risk.decideMany(byOf(caller), wish);
    return {
      decided: done.map((id) => externalId("rvw", id)),
      refused: [
        ...asked.filter((each) => each.uuid === null).map((each) => ({ review: each.id, code: "not_found" as const })),
        ...refused.map((each) => ({ review: externalId("rvw", each.id), code: each.code })),
      ],
    };
  },
});
