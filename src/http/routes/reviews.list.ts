import { z } from "zod";
import { listReviews } from "../../store/reviews.ts";
import { endpoint } from "../endpoint.ts";
import { cursorOf, listOf, pageOf, paging } from "../listing.ts";
import { findPersonIfGiven } from "../lookup.ts";
import { REVIEW_STATES, review, reviewView } from "../views/review.ts";

export default endpoint({
  method: "GET",
  path: "/v1/reviews",
  tag: "Reviews",
  permission: "reviews:read",
  summary: "Referrals and what was made of them",
  description: "`state=open` is the queue: rewards that wait for a decision.",
  query: z.strictObject({
    ...paging,
    state: z.enum(REVIEW_STATES).optional(),
    program: z.string().optional(),
    advocate: z.string().optional(),
  }),
  response: listOf("Review", review),
  handler: ({ query, read }) =>
    read(async (workspaceId, db) => {
      const { state = null, program = null } = query;
      const advocate = await findPersonIfGiven(workspaceId, db, query.advocate);
      const rows = await listReviews(workspaceId, db, { ...cursorOf("rvw", query), state, program, advocate });
      return pageOf(rows, query.limit, { view: reviewView, cursor: (view) => view.id });
    }),
});
