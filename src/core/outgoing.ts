/**
 * What the outside can be told of: the closed list of outgoing types, as they stand in the outbox and in webhooks. A type is never
 * renamed and never means something else: receivers branch on it.
 */
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
] as const;

export type OutgoingType = (typeof OUTGOING)[number];

/**
 * `id` is the external id of what the event is about (rwd_..., pay_..., per_...). `program` is the program's uuid; empty for what belongs
 * to none. `data` says more where the type has more to say: ids, keys and numbers, never personal data.
 */
export type OutboxEvent = {
  type: OutgoingType;
  id: string;
  program: string;
  reason?: string | null;
  data?: Record<string, string | number | boolean | null>;
};
