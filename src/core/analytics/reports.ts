/** Which figures each report shows, in order; the first that has a cut ranks its groups. */
export const REPORTS = {
  funnel: [
    "advocates_asked",
    "asked_joined",
    "advocates_joined",
    "advocates_shared",
    "advocates_visited",
    "advocates_referred",
    "visits",
    "friends_came",
    "friends_signed_up",
    "friends_bought",
    "friends_bought_again",
    "join_rate",
    "sharing_rate",
    "visited_rate",
    "referring_rate",
    "signup_rate",
    "conversion_rate",
    "repeat_rate",
  ],
} as const satisfies Record<string, readonly string[]>;

export type ReportKey = keyof typeof REPORTS;
