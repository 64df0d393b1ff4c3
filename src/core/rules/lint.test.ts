import { expect, test } from "vitest";
import type { ProgramDefinition } from "../program.ts";
import { GOOD, many, network, program, rule } from "../../../test/support/good-program.ts";
import { lintProgram } from "./lint.ts";

test("a sensible program has no findings", () => {
  expect(lintProgram(GOOD)).toEqual([]);
  expect(lintProgram(network({}))).toEqual([]);
});

const ERRORS: [name: string, definition: ProgramDefinition, code: string, pointer: string][] = [
  ["no terms", program({ terms: {} }), "terms_missing", "/terms"],
  ["terms of spaces", program({ terms: { en: "  " } }), "terms_missing", "/terms"],
  ["no disclosure", program({ disclosure: {} }), "disclosure_missing", "/disclosure"],
  [
    "a share text without the disclosure",
    program({ share: { messages: { en: { message: "Hi {link}" } } } }),
    "share_text_without_disclosure",
    "/share/messages/en/message",
  ],
  [
    "a contest that ends before it begins",
    program({ contest: { from: "2027-03-02", to: "2027-03-01", leaderboard: {} } }),
    "contest_span",
    "/contest/to",
  ],
  ["pay for shares that nobody counts", rule({ when: { activity: "share_verified" } }), "shares_missing", "/shares"],
  ["a contest that only buying enters", program({ kind: "contest" }), "contest_without_free_entry", "/rewards"],
  ["entries for orders only", rule({ give: { entries: 1 } }), "contest_without_free_entry", "/rewards"],
  [
    "entries for a review",
    rule({ when: { activity: "review" }, give: { entries: 1 }, limit: undefined }),
    "contest_without_free_entry",
    "/rewards",
  ],
  ["cash for mortgage referrals", program({ law: ["us_mortgage"] }), "law_forbids_cash", "/rewards/0/give"],
  [
    "a gift card for patients",
    program({ law: ["us_health"], rewards: [{ ...GOOD.rewards![0]!, give: { gift_card: "20.00 USD" } }] }),
    "law_forbids_cash",
    "/rewards/0/give",
  ],
  ["a reward in a pipeline", program({ kind: "pipeline" }), "reward_in_pipeline", "/rewards/0"],
  ["a network that nobody switched on", network({ enabled: undefined }), "network_not_enabled", "/enabled"],
  [
    "a network that pays for joining",
    network({ rewards: [{ key: "j", when: { joined: true }, give: { cash: "5.00 USD" } }] }),
    "pays_for_recruitment",
    "/rewards/0/when",
  ],
  [
    "a network that pays for a recruit's signup",
    network({ rewards: [{ key: "j", when: { stage: "signup" }, give: { points: 5 } }] }),
    "pays_for_recruitment",
    "/rewards/0/when",
  ],
  [
    "a network that pays the level above for a signup",
    network({ rewards: [{ key: "j", to: { upline: 1 }, when: { stage: "signup" }, give: { cash: "5.00 USD" } }] }),
    "pays_for_recruitment",
    "/rewards/0/when",
  ],
  [
    "a network that pays for an activity",
    network({ rewards: [{ key: "j", when: { activity: "recruited" }, give: { cash: "5.00 USD" } }] }),
    "pays_for_recruitment",
    "/rewards/0/when",
  ],
  [
    "a network that pays for five signups",
    network({ qualifies_at: "signup", rewards: [{ key: "j", when: { threshold: 5 }, give: { cash: "5.00 USD" } }] }),
    "pays_for_recruitment",
    "/rewards/0/when",
  ],
  [
    "more percent than the margin",
    program({ margin_percent: 15, rewards: [{ ...GOOD.rewards![0]!, give: { cash: { percent: 20 } } }] }),
    "above_margin",
    "/rewards/0/give/cash",
  ],
  [
    "a tier that lifts it above the margin",
    program({
      margin_percent: 25,
      tiers: { steps: [{ from: 1 }, { from: 5, multiply: 3 }] },
      rewards: [{ ...GOOD.rewards![0]!, give: { cash: { percent: 10 } } }],
    }),
    "above_margin",
    "/rewards/0/give/cash",
  ],
  [
    "a bonus that lifts it above the margin",
    program({
      margin_percent: 15,
      bonuses: [{ key: "b", from: "2026-12-01", to: "2026-12-24", multiply: 2 }],
      rewards: [{ ...GOOD.rewards![0]!, give: { cash: { percent: 10 } } }],
    }),
    "above_margin",
    "/rewards/0/give/cash",
  ],
  [
    "two rules that are above the margin together",
    network({ margin_percent: 10, rewards: many(2, { when: { stage: "order" }, give: { cash: { percent: 8 } } }) }),
    "above_margin",
    "/rewards/0",
  ],
  ["20.00 of an order of 50.00 that earns 30 %", program({ margin_percent: 30 }), "above_margin", "/rewards/0/give/cash"],
  ["a coupon above the margin", program({ margin_percent: 15, rewards: [GOOD.rewards![1]!] }), "above_margin", "/rewards/0/give/coupon"],
  [
    "percentages that sum above 100",
    network({ rewards: many(3, { when: { stage: "order" }, give: { cash: { percent: 40 } } }) }),
    "percent_above_hundred",
    "/rewards/0",
  ],
  ["a rule at a stage that is not there", rule({ when: { stage: "delivered" } }), "stage_unknown", "/rewards/0/when/stage"],
  ["qualifies_at that is not there", program({ qualifies_at: "delivered" }), "stage_unknown", "/qualifies_at"],
  [
    "a stage that no event reaches",
    program({ stages: ["signup", "order", "renewal", { key: "x", on: "teleport" }] }),
    "stage_unreachable",
    "/stages/3/on",
  ],
  [
    "a stage that a refund would reach",
    program({ stages: ["signup", "order", "renewal", { key: "x", on: "refund" }] }),
    "stage_unreachable",
    "/stages/3/on",
  ],
  ["the third of the first two", rule({ when: { stage: "order", nth: 3, times: 2 } }), "nth_never_comes", "/rewards/0/when/nth"],
  ["five a friend of what comes once", rule({ limit: { per: "friend", count: 5 } }), "limit_never_reached", "/rewards/0/limit/count"],
  ["two joinings a person", rule({ when: { joined: true }, limit: { count: 2 } }), "limit_never_reached", "/rewards/0/limit/count"],
  ["a limit in another currency", rule({ limit: { amount: "100.00 EUR" } }), "limit_never_reached", "/rewards/0/limit/amount"],
  [
    "an amount of money that limits points",
    rule({ give: { points: 5 }, limit: { amount: "100.00 USD" } }),
    "limit_never_reached",
    "/rewards/0/limit/amount",
  ],
  ["a budget in another currency", program({ budget: { amount: "100.00 EUR" } }), "limit_never_reached", "/budget/amount"],
  ["a budget below one reward", program({ budget: { amount: "10.00 USD" } }), "reward_above_budget", "/rewards/0/give/cash"],
  [
    "a friend's reward limited per advocate",
    program({ rewards: [{ ...GOOD.rewards![1]!, limit: { count: 1 } }] }),
    "limit_not_counted",
    "/rewards/0/limit/per",
  ],
  [
    "a threshold limited per friend",
    rule({ when: { threshold: 5 }, limit: { per: "friend", count: 2 } }),
    "limit_not_counted",
    "/rewards/0/limit/per",
  ],
  ["tier steps out of order", program({ tiers: { steps: [{ from: 5 }, { from: 1 }] } }), "tiers_not_ascending", "/tiers/steps/1/from"],
  [
    "the same tier step twice",
    program({ tiers: { steps: [{ from: 5 }, { from: 5, multiply: 2 }] } }),
    "tiers_not_ascending",
    "/tiers/steps/1/from",
  ],
  [
    "tiers with nothing to multiply",
    program({ tiers: { steps: [{ from: 1 }] }, rewards: [GOOD.rewards![1]!] }),
    "tiers_without_rule",
    "/tiers",
  ],
  [
    "a bonus window that ends before it begins",
    program({ bonuses: [{ key: "b", from: "2026-12-24", to: "2026-12-01", multiply: 2 }] }),
    "bonus_reversed",
    "/bonuses/0/to",
  ],
  [
    "a bonus window of no length",
    program({ bonuses: [{ key: "b", from: "2026-12-01T00:00:00.000Z", to: "2026-12-01T00:00:00.000Z", multiply: 2 }] }),
    "bonus_reversed",
    "/bonuses/0/to",
  ],
  [
    "a bonus for a rule that is not there",
    program({ bonuses: [{ key: "b", from: "2026-12-01", to: "2026-12-24", multiply: 2, rules: ["x"] }] }),
    "rule_unknown",
    "/bonuses/0/rules/0",
  ],
  ["an unknown currency", rule({ give: { cash: "20.00 XYZ" } }), "currency_unknown", "/rewards/0/give/cash"],
  [
    "an unknown currency in a condition",
    rule({ when: { stage: "order", where: { not: { any: [{ "order.total": { gt: "5.00 XYZ" } }] } } } }),
    "currency_unknown",
    "/rewards/0/when/where/not/any/0/order.total/gt",
  ],
  ["an unknown currency of the budget", program({ budget: { amount: "100.00 XYZ" } }), "currency_unknown", "/budget/amount"],
  ["the wrong decimals", rule({ give: { cash: "20 USD" } }), "amount_invalid", "/rewards/0/give/cash"],
  ["a destination that is no page", program({ destination: "javascript:alert(1)" }), "destination_not_web", "/destination"],
  ["another destination that is no page", program({ destinations: ["data:text/html,x"] }), "destination_not_web", "/destinations/0"],
  ["nothing at all", rule({ give: { cash: "0.00 USD" } }), "amount_is_zero", "/rewards/0/give/cash"],
  ["nothing per cent", rule({ give: { cash: { percent: 0 } } }), "amount_is_zero", "/rewards/0/give/cash/percent"],
  [
    "amounts in a list of texts",
    rule({ when: { stage: "order", where: { "order.total": { in: ["5.00 USD"] } } } }),
    "condition_never_holds",
    "/rewards/0/when/where/order.total/in",
  ],
  [
    "an order condition on a signup",
    rule({ when: { stage: "signup", where: { all: [{ "order.total": { gt: 1 } }] } } }),
    "condition_never_holds",
    "/rewards/0/when/where",
  ],
  ["a hold beyond the calendar", rule({ hold: "99999 years" }), "duration_invalid", "/rewards/0/hold"],
  ["30 February", program({ goal: { metric: "orders", target: 1, by: "2027-02-30" } }), "instant_invalid", "/goal/by"],
  ["a percentage too fine", rule({ give: { cash: { percent: 33.33333333 } } }), "factor_invalid", "/rewards/0/give/cash/percent"],
  ["a factor too fine", program({ tiers: { steps: [{ from: 1, multiply: 1e-7 }] } }), "factor_invalid", "/tiers/steps/0/multiply"],
  ["an unknown zone", program({ zone: "Mars/Olympus" }), "zone_unknown", "/zone"],
  ["the same reward twice", program({ rewards: many(1, {}).concat(many(1, {})) }), "duplicate_key", "/rewards/1"],
  ["the same stage twice", program({ stages: ["signup", "order", "renewal", "order"] }), "duplicate_key", "/stages/3"],
  [
    "the same bonus twice",
    program({ bonuses: [1, 2].map(() => ({ key: "b", from: "2026-12-01", to: "2026-12-24", multiply: 2 })) }),
    "duplicate_key",
    "/bonuses/1",
  ],
  [
    "joining that pays somebody above",
    rule({ when: { joined: true }, to: { upline: 1 }, limit: undefined }),
    "recipient_unclear",
    "/rewards/0/to",
  ],
  [
    "what recruits earn, to the seller",
    rule({ give: { cash: { percent: 10, of: "downline_rewards" } } }),
    "recipient_unclear",
    "/rewards/0/to",
  ],
  [
    "a percentage of joining",
    rule({ when: { joined: true }, give: { cash: { percent: 10 } }, limit: undefined }),
    "percent_of_nothing",
    "/rewards/0/give/cash",
  ],
  ["a field the schema does not know", { ...GOOD, colour: "red" } as never, "invalid", ""],
  ["a bad field deep inside", rule({ give: { cash: "twenty" } }), "invalid", "/rewards/0/give/cash"],
];
test.each(ERRORS)("refused: %s", (_name, definition, code, pointer) => {
  const found = lintProgram(definition).filter((f) => f.severity === "error");
  expect(found.map((f) => [f.code, f.pointer])).toContainEqual([code, pointer]);
  // A foolish program may be foolish in two ways, but a test of one rule must not pass because of another.
  expect(found.filter((f) => f.code !== code).map((f) => f.code)).toEqual([]);
  // A remedy, not only a complaint: at least two sentences.
  for (const f of found) if (f.code !== "invalid") expect(f.message).toMatch(/[.:] \S.*[.}]$/);
});
