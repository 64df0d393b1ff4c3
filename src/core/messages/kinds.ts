/**
 * The closed list of messages that can become due: who is told, what she is told, and why. Words, channels and sending are others'
 * business; here a message is a kind, a person, and the thing it is about (`subject_key`), of which there is never a second one.
 *
 * `essential` ones are about what somebody did or is owed: they go out whatever was said about advertising. The others need nobody's
 * objection: a person on the suppression list does not get them.
 */
export type MessageKind = keyof typeof MESSAGES;
/** Who reads it: somebody with her own account in this, or those who run the workspace. */
export type Audience = "advocate" | "friend" | "person" | "operators";
export type MessageSort = { to: Audience; what: string; why: string; essential: boolean };

const sort = (to: Audience, what: string, why: string): MessageSort => ({ to, what, why, essential: true });
const offer = (to: Audience, what: string, why: string): MessageSort => ({ to, what, why, essential: false });

export const MESSAGES = {
  // Taking part.
  advocate_joined: sort("advocate", "You take part; here is your link.", "advocate.joined"),
  advocate_invited: offer("person", "You are invited to recommend us.", "an operator or a plan invited her"),
  application_received: sort("person", "Your application is here; we look at it.", "somebody applied"),
  application_approved: sort("advocate", "Your application was accepted.", "application.decided"),
  application_refused: sort("person", "Your application was not accepted.", "application.decided"),
  terms_changed: sort("advocate", "The terms changed; please read and accept them.", "a new version of the program's terms"),
  friend_became_advocate: offer("advocate", "You can recommend us too; here is your link.", "a friend's first order passed its hold"),
  link_reminder: offer("advocate", "Your link waits to be shared.", "some days after joining without a share, once"),
  announcement: offer("person", "The business has something to tell you, in its own words.", "an operator wrote it"),
  personal_thanks: offer("person", "Somebody at the business thanks you.", "an operator wrote it"),
  // What became of a recommendation.
  referral_created: sort("advocate", "Somebody came through you.", "referral.created"),
  referral_qualified: sort("advocate", "Your recommendation counts.", "referral.qualified"),
  referral_rejected: sort("advocate", "Your recommendation does not count, and why.", "referral.rejected"),
  stage_reached: sort("advocate", "Your recommendation went a step further.", "referral.stage_changed"),
  // What is owed.
  reward_granted: sort("person", "You have earned this; it is available from then on.", "reward.granted"),
  reward_available: sort("person", "It is yours now.", "reward.available"),
  reward_adjusted: sort("person", "What you earned is another amount now, and why.", "reward.adjusted"),
  reward_reversed: sort("person", "It was taken back, and why.", "reward.reversed"),
  reward_denied: sort("person", "It was refused, and why.", "reward.denied"),
  reward_expired: sort("person", "It was not used in time.", "reward.expired"),
  reward_fulfilled: sort("person", "It was handed over.", "reward.fulfilled"),
  coupon_ready: sort("person", "Here is your code.", "a coupon was made"),
  reward_choice_due: sort("person", "Choose what you would like to have.", "a reward with a choice"),
  payout_settled: sort("person", "We have paid you.", "payout.settled"),
  payout_failed: sort("person", "We could not pay you; please look at your details.", "payout.failed"),
  points_expiring: sort("person", "Points expire soon.", "a sweep, some days before"),
  // Levels, badges, gatherings.
  level_reached: sort("advocate", "You reached a level.", "advocate.levelled_up"),
  level_ending: sort("advocate", "Your level ends soon unless you do this.", "a sweep, some days before"),
  level_lost: sort("advocate", "Your level changed.", "a sweep"),
  badge_earned: sort("advocate", "You earned a badge.", "a reward with a badge"),
  seat_confirmed: sort("person", "You have a seat.", "a gathering's seat"),
  seat_from_waiting_list: sort("person", "A seat became free; it is yours.", "a gathering's waiting list"),
  seat_waiting: sort("person", "You are on the waiting list.", "a gathering's waiting list"),
  gathering_cancelled: sort("person", "The gathering does not take place.", "a gathering was called off"),
  redemption_confirmed: sort("person", "You took this from the catalogue.", "a redemption"),
  // Claims, cases, leads, thanks.
  claim_received: sort("advocate", "Your claim is here.", "somebody claimed a candidate or deal"),
  claim_approved: sort("advocate", "Your claim was accepted, until then.", "claim.decided"),
  claim_refused: sort("advocate", "Your claim was not accepted, and why.", "claim.decided"),
  claim_expiring: sort("advocate", "Your claim ends soon.", "a sweep, some days before"),
  claim_expired: sort("advocate", "Your claim has ended.", "a sweep"),
  case_assigned: sort("person", "A case is yours now.", "a case got an owner"),
  case_due: sort("person", "A step of a case is due.", "a sweep"),
  case_moved: sort("advocate", "The case you sent went a step further.", "a case reached a stage"),
  lead_received: sort("person", "Somebody sends you a lead.", "lead.submitted"),
  lead_accepted: sort("advocate", "Your lead was accepted.", "a partner accepted a lead"),
  lead_refused: sort("advocate", "Your lead was not accepted, and why.", "a partner refused a lead"),
  lead_due: sort("person", "A lead waits for your answer.", "a sweep"),
  request_received: sort("person", "Somebody asks you for an introduction.", "a request"),
  request_answered: sort("person", "Your request was answered.", "a request"),
  slip_received: sort("person", "Somebody thanks you.", "a thank-you slip"),
  deliverable_due: sort("advocate", "Something you promised is due.", "a sweep"),
  deliverable_approved: sort("advocate", "What you delivered was accepted.", "a deliverable"),
  deliverable_refused: sort("advocate", "What you delivered was sent back, and why.", "a deliverable"),
  share_verified: sort("advocate", "Your post counts.", "a share was verified"),
  // Contests.
  contest_won: sort("person", "You have won; please accept until then.", "contest.drawn"),
  contest_alternate: sort("person", "You are next if somebody does not accept.", "contest.drawn"),
  contest_accept_due: sort("person", "Please accept your prize; the time ends soon.", "a sweep"),
  contest_lost_prize: sort("person", "The time to accept your prize has passed.", "a sweep"),
  leaderboard_final: sort("advocate", "The period has ended; this is your place.", "a period was frozen"),
  occasion_reached: offer("person", "A day worth a gift.", "an anniversary or birthday"),
  // Regular mails, and mails that somebody asked for, or that go to somebody who has no account here.
  sign_in: sort("person", "Here is your link and your code to sign in.", "she asked to sign in"),
  operator_sign_in: sort("person", "Here is your link to sign in to the console.", "an operator asked to sign in"),
  operator_reset: sort("person", "Here is your link to choose a new password.", "an operator asked for a new password"),
  operator_invited: sort("person", "You are invited to work with us.", "an owner invited her to the console"),
  weekly_digest: sort("advocate", "What happened this week.", "she chose one mail a week"),
  friend_invited: offer("friend", "Somebody recommends this to you.", "an advocate asked for it to be sent"),
  payout_details_changed: sort("person", "Where your money goes has changed.", "she, or somebody in her place, said it anew"),
  help_answered: sort("person", "Your question was answered.", "an operator answered it"),
  // Those who run the workspace.
  help_waiting: sort("operators", "Somebody asks for help.", "a question from somebody's own side"),
  operators_weekly: offer("operators", "The week in figures, and what waits.", "a week has ended"),
  operators_report: offer("operators", "A kept report over the days that have ended.", "an operator has it sent"),
  tracking_alert: offer("operators", "What arrives here needs a look.", "less arrives than usual, or something about it failed"),
  review_needed: sort("operators", "A reward waits for a look.", "fraud.review_needed"),
  application_waiting: sort("operators", "Somebody applied.", "an application"),
  claim_waiting: sort("operators", "A claim waits for a decision.", "a claim"),
  case_overdue: sort("operators", "A case is late.", "a sweep"),
  budget_low: sort("operators", "A budget is nearly spent.", "budget.low"),
  stock_low: sort("operators", "The catalogue runs out of something.", "a redemption"),
  payout_failed_notice: sort("operators", "A payout failed.", "payout.failed"),
  refund_unmatched: sort("operators", "A refund has found no purchase.", "a sweep"),
  webhook_dead: sort("operators", "A webhook could not be delivered.", "ten attempts failed"),
  webhook_disabled: sort("operators", "A webhook endpoint was disabled.", "it answered 410"),
} as const satisfies Record<string, MessageSort>;

/**
 * Letters to somebody who is, for this mail, nobody's person: she asked for it this moment, so a bounce of last year does not lock her out,
 * and there is nothing to choose about it.
 */
export const ASKED_FOR: ReadonlySet<MessageKind> = new Set<MessageKind>(["sign_in", "operator_sign_in", "operator_reset"]);
/** Mails of the console: to people who run the workspace, never to those whom it is for. */
export const CONSOLE_MAILS: ReadonlySet<MessageKind> = new Set<MessageKind>(["operator_sign_in", "operator_reset", "operator_invited"]);

/** Every kind, in the order of the list. */
export const MESSAGE_KINDS = Object.keys(MESSAGES) as MessageKind[];

/** Stands for those who run the workspace where a person's id is asked for. */
export const OPERATORS = "00000000-0000-0000-0000-000000000000";

/**
 * A message to be. `person_id` is OPERATORS for those who run the workspace. `subject_key` is the thing it is about (`rwd_...`, `level:3`):
 * never two of one kind to one person about one thing. `data` holds what the words need: ids, keys, amounts; never personal data.
 */
export type NewMessage = {
  kind: MessageKind;
  person_id: string;
  subject_key: string;
  data?: Record<string, unknown>;
  /** Epoch milliseconds of the workspace's clock. */
  due_at: number;
};
