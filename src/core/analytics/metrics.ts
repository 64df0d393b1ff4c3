/**
 * Every figure that a report may show, once: what it is called, how it is counted and in what unit, and what it can be cut by. Reports,
 * exports, mails and views read this; a figure that is not here cannot be shown.
 */

export type MetricUnit = "count" | "money" | "share" | "days" | "ratio";

/** What a figure can be cut by. */
export const DIMENSIONS = ["program", "channel", "country", "evidence", "stage", "newness", "rule", "form", "side"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * `counted`: kept by day. `cohort`: by the day on which somebody came or joined, so that it grows while they go on; `event`: by the day on
 * which it happened. `of`: a share or ratio of two counted figures, never kept.
 */
type Counted = { kind: "cohort" | "event" };
type Derived = { kind: "derived"; of: readonly [above: string, below: string] };
/** Worked out for the whole report only, from more than two figures (core/analytics/money.ts). */
type Composed = { kind: "composed" };
export type Metric = (Counted | Derived | Composed) & {
  key: string;
  name: string;
  unit: MetricUnit;
  formula: string;
  definition: string;
  dims: readonly Dimension[];
};

const FRIEND = ["program", "channel", "country", "evidence"] as const;
const ORDER = [...FRIEND, "newness"] as const;
const REWARD = ["program", "rule", "form", "side"] as const;
const ADVOCATE = ["program", "country"] as const;

const count = (
  kind: Counted["kind"],
  dims: readonly Dimension[],
  words: readonly [key: string, name: string, formula: string, definition: string],
): Metric => {
  const [key, name, formula, definition] = words;
  return { kind, key, name, unit: "count", formula, definition, dims };
};
const money = (dims: readonly Dimension[], words: readonly [key: string, name: string, formula: string, definition: string]): Metric => {
  const [key, name, formula, definition] = words;
  return { kind: "event", key, name, unit: "money", formula, definition, dims };
};
const share = (
  of: Derived["of"],
  dims: readonly Dimension[],
  words: readonly [key: string, name: string, definition: string],
): Metric => {
  const [key, name, definition] = words;
  return { kind: "derived", of, key, name, unit: "share", formula: `${of[0]} / ${of[1]}`, definition, dims };
};
/** An amount a piece, in each currency by itself. */
const each = (
  of: Derived["of"],
  dims: readonly Dimension[],
  words: readonly [key: string, name: string, definition: string],
): Metric => ({ ...share(of, dims, words), unit: "money" });

export const METRICS: readonly Metric[] = [
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
    ["program", "channel"],
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
  count("event", FRIEND, [
    "new_customers",
    "New customers",
    "friends whose first order was on the day",
    "Friends whose first order since they came was placed in the period.",
  ]),
  count("event", FRIEND, [
    "qualified",
    "Qualified",
    "referrals that reached the qualifying stage on the day and stand",
    "Referrals that reached the stage that the program counts, on that day.",
  ]),
  count("event", ORDER, [
    "orders",
    "Orders",
    "friends' orders on the day of which something is kept",
    "Orders of friends since they came, on the day of the order.",
  ]),
  money(ORDER, [
    "revenue",
    "Revenue",
    "sum of (total - refunded) of friends' orders of the day",
    "What friends' orders of the period come to, with tax and shipping and without what was taken back since. Each currency by itself.",
  ]),
  money(ORDER, [
    "refunds",
    "Taken back",
    "sum of refunded of friends' orders of the day",
    "What was taken back since of friends' orders of the period.",
  ]),
  count("event", REWARD, [
    "rewards",
    "Rewards",
    "rewards granted on the day of which something is owed",
    "Rewards that were granted for what happened in the period, without those that were taken back or refused whole.",
  ]),
  money(REWARD, [
    "reward_cost",
    "Reward cost",
    "sum of owed of rewards granted on the day",
    "What the rewards of the period come to, paid or not, without what was taken back since. Points, months and the like by themselves.",
  ]),
  count("event", REWARD, [
    "rewards_granted",
    "Rewards granted",
    "rewards granted on the day, without those that were refused",
    "Rewards that were granted for what happened in the period, also those that were taken back since.",
  ]),
  count("event", REWARD, [
    "rewards_taken_back",
    "Rewards taken back",
    "of the rewards granted on the day, those that were taken back whole",
    "Of the rewards of the period, those that were taken back since: mostly because the order was.",
  ]),
  share(["rewards_taken_back", "rewards_granted"], REWARD, [
    "taken_back_rate",
    "Taken back",
    "The share of the period's rewards that were taken back since.",
  ]),
  each(["revenue", "orders"], ORDER, [
    "order_value",
    "Value of an order",
    "What a friend's order of the period comes to on average, without what was taken back since.",
  ]),
  each(
    ["reward_cost", "new_customers"],
    ["program"],
    [
      "cost_per_customer",
      "Cost of a new customer",
      "Rewards of the period, to both sides, divided by its new customers. Work, tools and other costs are not in it.",
    ],
  ),
  {
    kind: "composed",
    key: "margin",
    name: "Margin",
    unit: "money",
    formula: "revenue x the program's margin_percent",
    definition:
      "What is left of the period's revenue by the gross margin that each program states. Unknown while a program with revenue states none.",
    dims: [],
  },
  {
    kind: "composed",
    key: "return_on_rewards",
    name: "Return",
    unit: "ratio",
    formula: "(margin - reward_cost) / reward_cost",
    definition:
      "What a unit of money given as reward brought beyond itself: 0.6 is 60 %. It counts all friends' orders, also of who would have come without.",
    dims: [],
  },
  {
    kind: "composed",
    key: "spend",
    name: "Spend",
    unit: "money",
    formula: "amounts entered for the channel and the days",
    definition: "What another channel cost in the period, as it was entered.",
    dims: [],
  },
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

const BY_KEY = new Map(METRICS.map((metric) => [metric.key, metric]));

/** The metric of a key. A figure of an unknown one cannot be made: it throws. */
export function metricOf(key: string): Metric {
  const metric = BY_KEY.get(key);
  if (metric === undefined) throw new Error(`There is no metric ${key}.`);
  return metric;
}
