/** Metrics of people: advocates and friends on their way. */
import { ADVOCATE, FRIEND, type Metric, count, share } from "./metric.ts";

export const PEOPLE: readonly Metric[] = [
  count("cohort", ADVOCATE, [
    "advocates_asked",
    "Asked",
    "people first asked on the day",
    "People who were asked to take part, by an announcement or an outreach plan; each once a program, on the day she was first asked.",
  ]),
  count("cohort", ADVOCATE, [
    "asked_joined",
    "Joined after being asked",
    "of those asked on the day, who joined then or later",
    "Of the people asked in the period, those who have joined the program since.",
  ]),
  count("cohort", ADVOCATE, [
    "advocates_joined",
    "Joined",
    "people who joined on the day",
    "People who became advocates of the program on the day, also those who have left since.",
  ]),
  count("cohort", ADVOCATE, [
    "advocates_shared",
    "Shared",
    "of those who joined on the day, who shared, or were visited, or brought a friend",
    "Of the advocates who joined in the period, those who have shared: by a share that was recorded, a visit of their link, or a friend.",
  ]),
  count("cohort", ADVOCATE, [
    "advocates_visited",
    "Were visited",
    "of those who joined on the day, whose link was visited or who brought a friend",
    "Of the advocates who joined in the period, those whose link or code has brought at least one visitor.",
  ]),
  count("cohort", ADVOCATE, [
    "advocates_referred",
    "Brought a friend",
    "of those who joined on the day, who brought a friend",
    "Of the advocates who joined in the period, those who have brought at least one friend into the program.",
  ]),
  count(
    "event",
    ["program", "channel", "segment"],
    [
      "visits",
      "Visits",
      "clicks on links and uses of codes on the day",
      "Visits of advocates' links in the period, without robots. One person may visit often.",
    ],
  ),
  count(
    "cohort",
    [...FRIEND, "stage"],
    [
      "friends_came",
      "Friends came",
      "referrals bound on the day that stand",
      "Friends who came to the program in the period: by a sign-up, a lead, an order or another step. Refused referrals do not count.",
    ],
  ),
  count("cohort", FRIEND, [
    "friends_signed_up",
    "Signed up",
    "of those who came on the day, who signed up or ordered",
    "Of the friends who came in the period, those who have signed up, left a lead, or ordered without it.",
  ]),
  count("cohort", FRIEND, [
    "friends_bought",
    "Bought",
    "of those who came on the day, with an order of which something is kept",
    "Of the friends who came in the period, those who have ordered since. An order that was taken back whole does not count.",
  ]),
  count("cohort", FRIEND, [
    "friends_bought_again",
    "Bought again",
    "of those who came on the day, with a second order of which something is kept",
    "Of the friends who came in the period, those who have ordered at least twice since.",
  ]),
  count(
    "cohort",
    ["program"],
    [
      "retained",
      "Ordered again later",
      "of those who came on the day, who ordered within a stretch of thirty days after",
      "Of the friends who came in the period, those with an order in the first, second, third... thirty days since they came.",
    ],
  ),
  share(
    ["retained", "friends_came"],
    ["program"],
    [
      "retention_rate",
      "Retention",
      "The share of friends who ordered in the given thirty days since they came, of those whose thirty days are over.",
    ],
  ),
  share(["asked_joined", "advocates_asked"], ADVOCATE, [
    "join_rate",
    "Asked to joined",
    "The share of people asked in the period who have joined since.",
  ]),
  share(["advocates_shared", "advocates_joined"], ADVOCATE, [
    "sharing_rate",
    "Joined to shared",
    "The share of advocates who joined in the period and have shared since.",
  ]),
  share(["advocates_visited", "advocates_joined"], ADVOCATE, [
    "visited_rate",
    "Joined to visited",
    "The share of advocates who joined in the period and whose link has been visited since.",
  ]),
  share(["advocates_referred", "advocates_joined"], ADVOCATE, [
    "referring_rate",
    "Joined to a friend",
    "The share of advocates who joined in the period and have brought a friend since.",
  ]),
  share(["friends_signed_up", "friends_came"], FRIEND, [
    "signup_rate",
    "Came to signed up",
    "The share of friends who came in the period and have signed up or ordered since.",
  ]),
  share(["friends_bought", "friends_came"], FRIEND, [
    "conversion_rate",
    "Came to bought",
    "The share of friends who came in the period and have ordered since.",
  ]),
  share(["friends_bought_again", "friends_bought"], FRIEND, [
    "repeat_rate",
    "Bought to bought again",
    "The share of friends who came in the period and ordered, who have ordered again.",
  ]),
];
