/** Words of consent: for what, by which way, and why somebody is not to be contacted. */

/** Ways to reach a person. `all` stands for every one. */
export const CHANNELS = ["all", "email", "sms", "phone", "post", "push", "whatsapp"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Why somebody is on the list of those who are not contacted. */
export const SUPPRESSION_REASONS = ["asked", "unsubscribed", "bounced", "complained", "legal", "operator"] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** How a person stands to a program's terms. */
export type TermsState = "accepted" | "terms_outdated" | "not_accepted" | "no_terms";

/** `current` is the number of the terms in force, null where there are none; `accepted` the highest number she accepted. */
export function termsState(current: number | null, accepted: number | null): TermsState {
  if (current === null) return "no_terms";
  if (accepted === null) return "not_accepted";
  return accepted >= current ? "accepted" : "terms_outdated";
}
