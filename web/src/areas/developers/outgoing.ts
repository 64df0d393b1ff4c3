/** What an endpoint can be told of. openapi.json has the same list; a type that it lacks does not compile. */
import type { paths } from "@grapevine/sdk";

type Body = paths["/v1/webhooks"]["post"]["requestBody"] extends infer B
  ? B extends { content: { "application/json": { types?: (infer T)[] } } }
    ? T
    : never
  : never;

const ALL: Record<Body, true> = {
  "referral.created": true,
  "referral.stage_changed": true,
  "referral.qualified": true,
  "referral.rejected": true,
  "referral.reassigned": true,
  "reward.granted": true,
  "reward.adjusted": true,
  "reward.available": true,
  "reward.denied": true,
  "reward.reversed": true,
  "reward.fulfilled": true,
  "reward.expired": true,
  "payout.created": true,
  "payout.settled": true,
  "payout.failed": true,
  "advocate.joined": true,
  "advocate.levelled_up": true,
  "lead.submitted": true,
  "contest.drawn": true,
  "program.published": true,
  "program.paused": true,
  "budget.low": true,
  "fraud.review_needed": true,
  "claim.decided": true,
  "application.decided": true,
  "ticket.created": true,
  "survey.answered": true,
  "person.erased": true,
};

export const OUTGOING = Object.keys(ALL) as Body[];
