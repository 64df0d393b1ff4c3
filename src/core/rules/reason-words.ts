/**
 * Every reason of the closed list (core/facts.ts) in words: one sentence for the operator who reads a trace, and one for the
 * person herself, who reads it in the portal. Both say what happened and, where there is one, what next.
 */
import type { Reason } from "../facts.ts";

export type ReasonWords = { operator: string; person: string };

export const REASON_WORDS: Readonly<Record<Reason, ReasonWords>> = {
  no_touch: {
    operator: "No link, code, invitation or claim ties this person to an advocate. If a referral is missing, create it by hand.",
    person: "Nothing tells us that this friend came through you. If it was you, claim the referral.",
  },
  window_passed: {
    operator: "The last touch is older than the attribution window of the program.",
    person: "Your friend came back too long after your link was used.",
  },
  not_new_customer: {
    operator: "The program is for new customers, and this person or company has bought before.",
    person: "Your friend was a customer already.",
  },
  self_referral: {
    operator: "The only touch is the person's own link or code: nobody refers herself.",
    person: "Your own link does not count for your own orders.",
  },
  program_paused: {
    operator: "The program was paused at that moment. Events from that time are not paid, also after it resumes.",
    person: "The program was paused at that moment.",
  },
  program_not_live: { operator: "The program was not live at that moment.", person: "The program was not running at that moment." },
  outside_region: {
    operator: "The person's country is outside the program's regions.",
    person: "The program does not run where your friend lives.",
  },
  not_eligible: {
    operator: "The person does not meet the program's conditions for friends.",
    person: "Your friend does not meet the conditions of the program.",
  },
  licence_missing: {
    operator: "The advocate has no checked licence, and the program's law asks for one. Check it, then approve the reward.",
    person: "We need your licence before you can be paid. Add it in your settings.",
  },
  licence_expired: {
    operator: "The advocate's licence had expired at that moment.",
    person: "Your licence had expired. Send the new one to be paid again.",
  },
  cap_reached: {
    operator: "The limit of this rule was used up for the period.",
    person: "You have reached the most that can be earned in this period.",
  },
  budget_exhausted: {
    operator: "The program's budget was spent before this happened. You may reopen it.",
    person: "The program's budget was spent before this happened.",
  },
  advocate_left: { operator: "The advocate had left the program.", person: "You had left the program." },
  advocate_unknown: {
    operator: "The code belongs to nobody who takes part in this program.",
    person: "The code belongs to nobody who takes part in this program.",
  },
  not_taking_part: {
    operator: "The person had not joined the program at that moment, so what she did there does not count.",
    person: "You had not joined the program at that moment.",
  },
  link_disabled: { operator: "The link or code was disabled at that moment.", person: "Your link was switched off at that moment." },
  no_rule: { operator: "No rule of the program pays for this.", person: "The program does not pay for this step." },
  condition_not_met: {
    operator: "The rule's condition was not met, for example the minimum order.",
    person: "The order did not meet the conditions, for example the minimum.",
  },
  not_nth: {
    operator: "The rule pays for another occurrence than this one, for example only for the first order.",
    person: "Only another order counts, for example the first.",
  },
  duration_passed: {
    operator: "The time in which this rule pays has passed for this friend.",
    person: "The time in which this friend's orders count has passed.",
  },
  exclusive_program: {
    operator: "Another program of the same group has paid for this: one conversion is paid once.",
    person: "Another program has paid for this order already.",
  },
  order_known: { operator: "The order is known from an earlier event and is counted once.", person: "This order is counted already." },
  order_of_another_person: {
    operator: "The order belongs to somebody else: the earliest event of an order decides whose it is.",
    person: "This order belongs to somebody else.",
  },
  parked: {
    operator: "The purchase that this corrects is not known yet. It takes effect when the purchase arrives.",
    person: "We wait for the purchase that this belongs to.",
  },
  waiting: { operator: "The rule waits before it decides.", person: "It is decided when the waiting time is over." },
  fully_refunded: {
    operator: "The order was refunded in full, so nothing is owed for it.",
    person: "Your friend returned the whole order.",
  },
  below_threshold: {
    operator: "What is left of the order is below what the rule asks for.",
    person: "What your friend kept of the order is below the minimum.",
  },
  superseded: {
    operator: "It rests on something that no longer holds: the referral moved, or another order took this one's place.",
    person: "It was counted again after a change, and this part no longer applies.",
  },
  referral_rejected: {
    operator: "An operator rejected this referral: nothing is earned by it.",
    person: "This referral was not accepted.",
  },
  risk_refused: {
    operator: "The referral was refused for its risk, by a review, by the program's policy, or because nobody reviewed it in time.",
    person: "This referral could not be accepted.",
  },
  settling: {
    operator: "The person has too long a history for one batch: it is folded again in the background, and the decision is provisional.",
    person: "It is being worked out and will be there in a moment.",
  },
  unknown_code: {
    operator: "The code or click that came with the event is unknown. Check how the shop passes it on.",
    person: "The code that your friend used is unknown.",
  },
  no_base: {
    operator: "There is no amount to take a percentage of: the event carries no order value.",
    person: "There was no amount to take your share of.",
  },
  upline_missing: { operator: "Nobody is above the advocate at this level.", person: "Nobody is above you at this level." },
  evidence_not_accepted: {
    operator: "The program does not accept this kind of evidence.",
    person: "The program does not accept this way of naming you.",
  },
  protected_window: {
    operator: "The touch came after the cart was begun, so it does not displace the earlier one.",
    person: "Your friend had begun the order before your link was used.",
  },
};

/** The sentence for a reason; an operator's own words (a denial) are quoted. */
export function reasonWords(reason: string, voice: keyof ReasonWords): string {
  if (Object.hasOwn(REASON_WORDS, reason)) return REASON_WORDS[reason as Reason][voice];
  return `The reason given: "${reason}".`;
}
