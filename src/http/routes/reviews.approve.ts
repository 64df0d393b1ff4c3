import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { findReview } from "../review-lookup.ts";
import { decisionNote, evidence } from "../views/review.ts";

export default endpoint({
  method: "POST",
  path: "/v1/reviews/:review/approve",
  tag: "Reviews",
  permission: "reviews:write",
  summary: "Let a referral through",
  description: "What waited goes on its way, and so does what the referral earns later.",
  params: z.object({ review: z.string() }),
  body: decisionNote,
  response: evidence,
  async handler({ params, body, caller, services, read }) {
    const reviewId = uuidOrMissing("rvw", params.review, "review");
    await services.risk.approve(byOf(caller), { reviewId, note: body.note ?? null });
    return await read((workspaceId, db) => findReview(workspaceId, db, params.review));
  },
});
