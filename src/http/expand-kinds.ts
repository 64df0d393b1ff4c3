/** What ids in an answer can be of, so that it comes along (expand.ts). */
export type Kind = "people" | "programs" | "referrals" | "rewards";
/** Fields of a list's rows, and what their ids are of. */
export type Expandable = Readonly<Record<string, Kind>>;
