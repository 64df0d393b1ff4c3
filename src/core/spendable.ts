/** What its holder spends in parts: store credit, points and the like. Cash leaves by payout, coupons by code. */
export const SPENDABLE: ReadonlySet<string> = new Set(["credit", "gift_card", "points", "entries", "leads", "free_time"]);
