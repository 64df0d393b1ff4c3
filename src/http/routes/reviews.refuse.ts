import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { uuidOrMissing } from "../listing.ts";
import { byOf } from "../lookup.ts";
import { findReview } from "../review-lookup.ts";
import { decisionNote, evidence } from "../views/review.ts";

export default endpoint({
  method: "POST",
  path: "/v1/reviews/:review/refuse",
  tag: "Reviews",
  permission: "reviews:write",
  summary: "Refuse a referral",
  description:
    "What waits is denied (`risk_refused`), what was given is taken back, and the referral is rejected. Also one that was let through.",
  params: z.object({ review: z.string() }),
  body: decisionNote,
  response: evidence,
  async handler({ params, body, caller, services, read }) {
    const reviewId = uuidOrMissing("rvw", params.review, "review");
    await services.risk.refuse(byOf(caller), { reviewId, note: body.note ?? null });
    return await read((workspaceId, db) => findReview(workspaceId, db, params.review));
  },
});
