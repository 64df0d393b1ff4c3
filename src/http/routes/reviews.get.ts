import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { findReview } from "../review-lookup.ts";
import { evidence } from "../views/review.ts";

export default endpoint({
  method: "GET",
  path: "/v1/reviews/:review",
  tag: "Reviews",
  permission: "reviews:read",
  summary: "One referral, why it is doubted, and what waits for it",
  params: z.object({ review: z.string() }),
  response: evidence,
  handler: ({ params, read }) => read((workspaceId, db) => findReview(workspaceId, db, params.review)),
});
