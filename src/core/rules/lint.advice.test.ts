import { expect, test } from "vitest";
import type { ProgramDefinition } from "../program.ts";
import { GOOD, many, network, program, rule } from "../../../test/support/good-program.ts";
import { lintProgram } from "./lint.ts";

const text = (words: string) => ({ messages: { en: { message: words } } });
const WARNINGS: [name: string, definition: ProgramDefinition, code: string, pointer: string][] = [
  ["cash without cap or budget", rule({ limit: undefined }), "cash_uncapped", "/rewards/0"],
  [
    "cash with a budget that only notifies",
    { ...rule({ limit: undefined }), budget: { amount: "100.00 USD", when_spent: "notify" } },
    "cash_uncapped",
    "/rewards/0",
  ],
  ["no hold on a purchase", rule({ hold: undefined }), "no_hold", "/rewards/0"],
  ["a friend's coupon when anyone is a friend", program({ friends: { who: "anyone" } }), "coupon_for_oneself", "/rewards/1"],
  ["percent of the gross", rule({ give: { cash: { percent: 5, of: "order.total" } } }), "percent_of_gross", "/rewards/0/give/cash/of"],
  [
    "a flat reward without a minimum order",
    { ...rule({ when: { stage: "order", nth: 1 } }), margin_percent: 30 },
    "no_minimum_order",
    "/rewards/0/when",
  ],
  [
    "points where cash is forbidden",
    { ...rule({ give: { points: 5 } }), law: ["us_mortgage"] },
    "law_restricts_rewards",
    "/rewards/0/give",
  ],
  ["levels outside a network", rule({ to: { upline: 2 } }), "several_levels", "/rewards/0/to"],
  ["a network that is off", network({ enabled: false }), "network_off", "/enabled"],
  ["no rewards", program({ rewards: [] }), "no_rewards", "/rewards"],
  [
    "a place that wins nothing",
    program({ contest: { from: "2027-03-01", to: "2027-03-31", leaderboard: { places: 1 } } }),
    "contest_prize_missing",
    "/contest/leaderboard/places",
  ],
  [
    "a draw that wins nothing",
    program({ contest: { from: "2027-03-01", to: "2027-03-31", draw: {} } }),
    "contest_prize_missing",
    "/contest/draw",
  ],
  ["shares that are counted for nothing", program({ shares: {} }), "shares_unpaid", "/shares"],
  ["a language without terms", program({ share: { messages: { de: {} } } }), "language_incomplete", "/share/messages/de"],
  ["a share text without the link", program({ share: text("Hi {disclosure}") }), "share_text_without_link", "/share/messages/en/message"],
  [
    "a note that LinkedIn would cut",
    program({ share: { messages: { en: { linkedin_note: `{link}{disclosure}${"x".repeat(300)}` } } } }),
    "share_text_too_long",
    "/share/messages/en/linkedin_note",
  ],
];
test.each(WARNINGS)("advised against: %s", (_name, definition, code, pointer) => {
  const found = lintProgram(definition);
  expect(found.map((f) => [f.severity, f.code, f.pointer])).toContainEqual(["warning", code, pointer]);
  expect(found.filter((f) => f.severity === "error")).toEqual([]);
});

const FINE: [name: string, definition: ProgramDefinition][] = [
  [
    "a draw that an activity enters for free",
    program({ rewards: [...GOOD.rewards!, { key: "free", when: { activity: "free_entry" }, give: { entries: 1 } }] }),
  ],
  ["a badge under a law that forbids cash", { ...rule({ give: { badge: { name: "Champion" } }, limit: undefined }), law: ["us_mortgage"] }],
  [
    "a friend's coupon under a law that forbids paying for the referral",
    { ...program({ rewards: [GOOD.rewards![1]!] }), law: ["us_health"] },
  ],
  ["a case pipeline without rewards", program({ kind: "pipeline", rewards: [], disclosure: {}, case: {} })],
  [
    "a badge for recruiting in a network",
    network({ rewards: [...network({}).rewards!, { key: "b", when: { stage: "signup" }, give: { badge: { name: "Host" } } }] }),
  ],
  [
    "rules that exclude each other and sum above 100",
    network({ rewards: [...many(2, { when: { stage: "order", where: { "order.currency": "USD" } }, give: { cash: { percent: 60 } } })] }),
  ],
  [
    "different ordinals that sum above 100",
    network({
      rewards: [1, 2].map((nth) => ({
        ...many(1, { when: { stage: "order", nth }, give: { cash: { percent: 60 } } })[0]!,
        key: `n${nth}`,
      })),
    }),
  ],
  ["20.00 of an order of 50.00 that earns 40 %", program({ margin_percent: 40 })],
  ["a window of one day", program({ bonuses: [{ key: "b", from: "2026-12-01", to: "2026-12-01", multiply: 2 }] })],
  ["a reward exactly as large as the budget", program({ budget: { amount: "20.00 USD" } })],
  ["what recruits earn, to their recruiter", rule({ to: { upline: 1 }, give: { cash: { percent: 10, of: "downline_rewards" } } })],
];
test.each(FINE)("nothing to say against %s", (_name, definition) => {
  expect(lintProgram(definition)).toEqual([]);
});

test("errors come before warnings", () => {
  const severities = lintProgram({ ...rule({ limit: undefined }), terms: {} }).map((f) => f.severity);
  expect(severities).toEqual([...severities].sort());
});
