/** Who is written to, when, and when not: which mails wait for nothing, which a person may do without, and why one is not sent. */
import type { SuppressionReason } from "../consent.ts";
import { ASKED_FOR, type MessageKind, MESSAGES } from "./kinds.ts";

/** What a person may choose about, in the order of the page on which she does. */
export const MAIL_TOPICS = ["referrals", "rewards", "levels", "events", "work", "news"] as const;
export type MailTopic = (typeof MAIL_TOPICS)[number];

const TOPICS: Readonly<Record<MailTopic, readonly string[]>> = {
  referrals: ["referral_", "stage_", "share_", "claim_", "lead_", "request_", "slip_"],
  rewards: ["reward_", "payout_", "points_", "coupon_", "redemption_"],
  levels: ["level_", "badge_", "leaderboard_"],
  events: ["seat_", "gathering_", "contest_"],
  work: ["case_", "deliverable_"],
  news: [],
};

/** What a kind is about; what no other topic names is news of the program. */
export function topicOf(kind: MessageKind): MailTopic {
  return MAIL_TOPICS.find((topic) => TOPICS[topic].some((prefix) => kind.startsWith(prefix))) ?? "news";
}

/** What cannot wait for the end of a week: it was asked for this moment, ends before then, or is money that did not arrive. */
const URGENT: ReadonlySet<MessageKind> = new Set<MessageKind>([
  "advocate_joined",
  "advocate_invited",
  "application_approved",
  "application_refused",
  "reward_choice_due",
  "payout_failed",
  "points_expiring",
  "seat_confirmed",
  "seat_from_waiting_list",
  "gathering_cancelled",
  "redemption_confirmed",
  "claim_expiring",
  "case_assigned",
  "case_due",
  "lead_received",
  "lead_due",
  "request_received",
  "deliverable_due",
  "contest_won",
  "contest_accept_due",
  "coupon_ready",
  "sign_in",
  "operator_sign_in",
  "operator_reset",
  "operator_invited",
  "weekly_digest",
  "friend_invited",
  "terms_changed",
  "announcement",
  "personal_thanks",
]);

export function isUrgent(kind: MessageKind): boolean {
  return URGENT.has(kind) || MESSAGES[kind].to === "operators";
}

/** What is known of a message's reader when it is due. */
export type MailReach = {
  kind: MessageKind;
  address: string | null;
  suppressed: SuppressionReason | null;
  off: readonly string[];
  digest: "each" | "weekly" | "none";
  /** Milliseconds since it was due. */
  age: number;
  sandbox: boolean;
  /** Whether this installation sends mails of sandboxes. */
  sandboxSends: boolean;
  /** A coupon without a wait, or at the end of it: the mail that has its code tells all there is. */
  couponFollows: boolean;
};
export type MailDrop = "told_with_code" | "no_address" | "too_old" | "sandbox" | "bounced" | "suppressed" | "preference" | "digest";

/** What nobody has sent for so long is no news any more. Not in a sandbox, whose clock jumps. */
export const STALE_MS = 7 * 86_400_000;

/**
 * Why a message is not sent now, or null. "digest": it is told in the weekly mail. What is essential cannot be switched off; who switches
 * its topic off gets it once a week.
 */
export function whyNotSent(of: MailReach): MailDrop | null {
  const { essential } = MESSAGES[of.kind];
  if (of.couponFollows) return "told_with_code";
  if (of.address === null) return "no_address";
  if (of.sandbox && !of.sandboxSends && !ASKED_FOR.has(of.kind)) return "sandbox";
  if (!of.sandbox && of.age > STALE_MS) return "too_old";
  // She asks for it this moment: a bounce of last year does not lock her out.
  if (of.suppressed === "bounced" && !ASKED_FOR.has(of.kind)) return "bounced";
  if (of.suppressed !== null && !essential) return "suppressed";
  const isOff = of.off.includes(topicOf(of.kind));
  if (!essential && (isOff || of.digest === "none")) return "preference";
  return (of.digest === "weekly" || isOff) && !isUrgent(of.kind) ? "digest" : null;
}

/** Between the tries of a letter that was put off: 3 days in all. */
const WAITS_MS = [2, 10, 30, 120, 360, 720, 1_440, 1_440].map((minutes) => minutes * 60_000);

/** How long to wait after so many tries, plus a part by chance (0 to 1) of a tenth; null: no more. */
export function waitAfter(tries: number, chance: number): number | null {
  const wait = WAITS_MS[tries - 1];
  return wait === undefined ? null : Math.round(wait * (1 + chance / 10));
}
