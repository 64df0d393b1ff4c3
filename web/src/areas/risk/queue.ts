/** The list that the queue shows and that next and previous walk along: one read for both. */
import { pages } from "../../api/query.ts";

export const REVIEW_STATES = ["open", "approved", "refused", "allowed"] as const;

export type QueueSearch = { state?: (typeof REVIEW_STATES)[number]; program?: string; advocate?: string };

export function queuePages({ state = "open", program, advocate }: QueueSearch) {
  return pages("/v1/reviews", {
    query: {
      limit: 50,
      state,
      ...(program === undefined ? {} : { program }),
      ...(advocate === undefined ? {} : { advocate }),
    },
  });
}
