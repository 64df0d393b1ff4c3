/** Metrics of customers, orders, rewards and money. */
import { FRIEND, KEPT_REWARD, type Metric, ORDER, REWARD, count, each, money, share, shareAfter } from "./metric.ts";

export const MONEY: readonly Metric[] = [
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
  money(
    ["program"],
    [
      "cohort_revenue",
      "Revenue of a cohort",
      "sum of (total - refunded) of the orders within a stretch of thirty days after the day they came",
      "What the friends who came in the period ordered for in the first, second, third... thirty days since they came.",
    ],
  ),
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
  count("event", REWARD, [
    "first_orders",
    "First orders under the offer",
    "first orders on the day of friends for whom a rule gave something",
    "First orders of friends, on the day of the order, where the rule gave a reward to either side; also those that were taken back since.",
  ]),
  count("event", REWARD, [
    "first_orders_refunded",
    "Of those, refunded within 90 days",
    "of the first orders of the day, those with a refund or chargeback at most 90 days after the order",
    "Of the first orders of the period, those of which something was taken back within 90 days. Of young orders some are still to come.",
  ]),
  {
    kind: "composed",
    key: "first_orders_young",
    name: "First orders younger than 90 days",
    unit: "count",
    formula: "first orders of days that have not been over for 90 days",
    definition:
      "First orders of the period that are too young: what will be taken back of them is not known, so the share leaves them out.",
    dims: [],
  },
  shareAfter(90, ["first_orders_refunded", "first_orders"], KEPT_REWARD, [
    "refund_rate_90",
    "Refunded within 90 days",
    "The share of the period's first orders of which something was taken back within 90 days; only of orders that are older than that.",
  ]),
  each(["revenue", "orders"], ORDER, [
    "order_value",
    "Value of an order",
    "What a friend's order of the period comes to on average, without what was taken back since.",
  ]),
  each(
    ["reward_cost", "new_customers"],
    ["program", "segment", "variant"],
    [
      "cost_per_customer",
      "Cost of a new customer",
      "Rewards of the period, to both sides, divided by its new customers: of all currencies, so that each currency is one part of the " +
        "cost. Work, tools and other costs are not in it.",
    ],
  ),
  {
    kind: "composed",
    key: "margin",
    name: "Margin",
    unit: "money",
    formula: "revenue x the program's margin_percent",
    definition:
      "What is left of the period's revenue by the gross margin that each program states. Unknown while one of them states none.",
    dims: [],
  },
  {
    kind: "composed",
    key: "return_on_rewards",
    name: "Return",
    unit: "ratio",
    formula: "(margin - reward_cost) / reward_cost",
    definition:
      "What a unit of money given as reward brought beyond itself: 0.6 is 60 %. Also friends who would have come without it count.",
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
];
