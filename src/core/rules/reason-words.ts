/**
 * Every reason of the closed list (core/facts.ts) in words: one sentence for the operator who reads a trace. What the person herself
 * reads stands in the words of states. Both say what happened and, where there is one, what next, in the reader's language.
 */
import type { Reason } from "../facts.ts";
import type { Speaker } from "../words/speaker.ts";

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  no_touch: "No link, code, invitation or claim ties this person to an advocate. If a referral is missing, create it by hand.",
  window_passed: "The last touch is older than the attribution window of the program.",
  not_new_customer: "The program is for new customers, and this person or company has bought before.",
  self_referral: "The only touch is the person's own link or code: nobody refers herself.",
  program_paused: "The program was paused at that moment. Events from that time are not paid, also after it resumes.",
  program_not_live: "The program was not live at that moment.",
  outside_region: "The person's country is outside the program's regions.",
  not_eligible: "The person does not meet the program's conditions for friends.",
  licence_missing: "The advocate has no checked licence, and the program's law asks for one. Check it, then approve the reward.",
  licence_expired: "The advocate's licence had expired at that moment.",
  cap_reached: "The limit of this rule was used up for the period.",
  budget_exhausted: "The program's budget was spent before this happened. You may reopen it.",
  advocate_left: "The advocate had left the program.",
  not_taking_part: "The person had not joined the program at that moment, so what she did there does not count.",
  link_disabled: "The link or code was disabled at that moment.",
  condition_not_met: "The rule's condition was not met, for example the minimum order.",
  not_nth: "The rule pays for another occurrence than this one, for example only for the first order.",
  duration_passed: "The time in which this rule pays has passed for this friend.",
  exclusive_program: "Another program of the same group has paid for this: one conversion is paid once.",
  order_known: "The order is known from an earlier event and is counted once.",
  order_of_another_person: "The order belongs to somebody else: the earliest event of an order decides whose it is.",
  parked: "The purchase that this corrects is not known yet. It takes effect when the purchase arrives.",
  waiting: "The rule waits before it decides.",
  fully_refunded: "The order was refunded in full, so nothing is owed for it.",
  below_threshold: "What is left of the order is below what the rule asks for.",
  superseded: "It rests on something that no longer holds: the referral moved, or another order took this one's place.",
  referral_rejected: "An operator rejected this referral: nothing is earned by it.",
  risk_refused: "The referral was refused for its risk, by a review, by the program's policy, or because nobody reviewed it in time.",
  settling: "The person has too long a history for one batch: it is folded again in the background, and the decision is provisional.",
  unknown_code: "The code or click that came with the event is unknown. Check how the shop passes it on.",
  no_base: "There is no amount to take a percentage of: the event carries no order value.",
  upline_missing: "Nobody is above the advocate at this level.",
  evidence_not_accepted: "The program does not accept this kind of evidence.",
};

/** The sentence for a reason; an operator's own words (a denial) are quoted to operators, and to nobody else. */
export function reasonWords(reason: string, speaker: Speaker): string {
  if (Object.hasOwn(REASON_WORDS, reason)) return speaker.say(REASON_WORDS[reason as Reason]);
  return speaker.say('The reason given: "{reason}".', { reason });
}
