/** What an endpoint can be told of. openapi.json has the same list; a type that it lacks does not compile. */
import type { paths } from "@grapevine/sdk";

type Body = paths["/v1/webhooks"]["post"]["requestBody"] extends infer B
  ? B extends { content: { "application/json": { types?: (infer T)[] } } }
    ? T
    : never
  : never;

export const OUTGOING = [
  "referral.created",
  "referral.stage_changed",
  "referral.qualified",
  "referral.rejected",
  "referral.reassigned",
  "reward.granted",
  "reward.adjusted",
  "reward.available",
  "reward.denied",
  "reward.reversed",
  "reward.fulfilled",
  "reward.expired",
  "payout.created",
  "payout.settled",
  "payout.failed",
  "advocate.joined",
  "advocate.levelled_up",
  "lead.submitted",
  "contest.drawn",
  "program.published",
  "program.paused",
  "budget.low",
  "fraud.review_needed",
  "claim.decided",
  "application.decided",
  "ticket.created",
  "survey.answered",
  "person.erased",
] as const satisfies readonly Body[];
