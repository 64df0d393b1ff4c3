/** What ids in an answer can be of, so that it comes along (expand.ts). */
export type Kind = "people" | "programs" | "referrals" | "rewards";
/** Fields of an answer, or of a list's rows, and what their ids are of. */
export type Expandable = Readonly<Record<string, Kind>>;
/** What each thing names, by itself and in lists. */
export const NAMED = {
  advocate: { person: "people", program: "programs" },
  claim: { referral: "referrals", program: "programs" },
  coupon: { person: "people", reward: "rewards" },
  event: { person: "people" },
  link: { person: "people", program: "programs" },
  referral: { advocate: "people", friend: "people", program: "programs" },
  reward: { person: "people", friend: "people", advocate: "people", program: "programs" },
} as const satisfies Record<string, Expandable>;
