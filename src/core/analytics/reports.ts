import type { Dimension } from "./metrics.ts";

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
  money: [
    "new_customers",
    "orders",
    "revenue",
    "refunds",
    "order_value",
    "rewards",
    "reward_cost",
    "cost_per_customer",
    "margin",
    "return_on_rewards",
  ],
  incentives: [
    "rewards_granted",
    "rewards",
    "rewards_taken_back",
    "reward_cost",
    "taken_back_rate",
    "first_orders",
    "first_orders_refunded",
    "refund_rate_90",
    "first_orders_young",
  ],
  sources: [
    "friends_came",
    "visits",
    "friends_signed_up",
    "friends_bought",
    "friends_bought_again",
    "conversion_rate",
    "repeat_rate",
    "new_customers",
    "orders",
    "revenue",
    "order_value",
  ],
} as const satisfies Record<string, readonly string[]>;

/** What a report is cut by where the question does not say. */
export const USUAL_CUT: Partial<Record<keyof typeof REPORTS, Dimension>> = { incentives: "rule", sources: "channel" };

export type ReportKey = keyof typeof REPORTS;
