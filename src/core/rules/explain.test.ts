import { expect, test } from "vitest";
import { type Decision, OUTCOMES, type RewardView } from "../event.ts";
import { REASONS } from "../facts.ts";
import { REWARD_STATES } from "../reward.ts";
import { explainDecision } from "./explain.ts";
import { createSpeaker } from "../words/speaker.ts";
import { REASON_WORDS } from "./reason-words.ts";

const reward = (change: Partial<RewardView> = {}): RewardView => ({
  id: "rwd_1",
  rule: "tenth",
  to: "per_ann",
  kind: "cash",
  value: { amount: 800, currency: "USD" },
  state: "pending",
  available_at: "2026-12-03T10:00:00.000Z",
  ...change,
});
const decision = (change: Partial<Decision> = {}): Decision => ({
  program: "friends",
  outcome: "rewarded",
  referral: "ref_1",
  stage: "order",
  rewards: [],
  reason: null,
  provisional: false,
  trace: "",
  ...change,
});

const SPEAKERS = (["en", "de", "ar"] as const).map(createSpeaker);

test("every reason of the closed list has words", () => {
  expect(Object.keys(REASON_WORDS).sort()).toEqual([...REASONS].sort());
  for (const reason of REASONS) {
    const [sentence, ...more] = explainDecision(decision({ outcome: "not_rewarded", reason }));
    expect(more).toEqual([]);
    // A sentence for people: no code words, no shouting.
    expect(sentence).toMatch(/^[A-Z][^_!]{10,}\.$/);
  }
});

test("every outcome and every state has words, in every language of operators", () => {
  for (const outcome of OUTCOMES) {
    for (const speaker of SPEAKERS) {
      expect(explainDecision(decision({ outcome }), speaker)).toEqual([expect.stringMatching(/^\S.*\.$/)]);
      for (const state of REWARD_STATES)
        expect(explainDecision(decision({ outcome, rewards: [reward({ state })] }), speaker)).toEqual([expect.stringMatching(/\.$/)]);
    }
  }
});

test.each<[string, Decision, string[]]>([
  [
    "a reward that waits",
    decision({ rewards: [reward()] }),
    ['per_ann gets 8.00 USD by rule "tenth". It is waiting until 3 December 2026.'],
  ],
  [
    "a refund that takes a part back",
    decision({ outcome: "adjusted", rewards: [reward({ value: { amount: 600, currency: "USD" }, state: "available" })] }),
    ['per_ann gets 6.00 USD by rule "tenth" now, after the change. It is available.'],
  ],
  [
    "a refund of everything",
    decision({ outcome: "adjusted", rewards: [reward({ state: "reversed", reason: "fully_refunded" })] }),
    ['What per_ann got by rule "tenth" is taken back. The order was refunded in full, so nothing is owed for it.'],
  ],
  [
    "a cap",
    decision({
      outcome: "not_rewarded",
      reason: "cap_reached",
      rewards: [reward({ state: "denied", reason: "cap_reached", available_at: null })],
    }),
    ['per_ann gets nothing by rule "tenth". The limit of this rule was used up for the period.'],
  ],
  ["an operator's own words", decision({ outcome: "not_rewarded", reason: "Same household." }), ['The reason given: "Same household.".']],
  [
    "what may still change",
    decision({ outcome: "advanced", stage: "signup", provisional: true }),
    [
      'The referral moved on to "signup". No rule pays for this step alone.',
      "Earlier events of this person are still being settled, so this may change.",
    ],
  ],
])("the operator reads: %s", (_name, given, sentences) => {
  expect(explainDecision(given)).toEqual(sentences);
});

test.each<[string, Partial<RewardView>, string]>([
  ["yen", { value: { amount: 800, currency: "JPY" } }, "800 JPY"],
  ["dinars", { value: { amount: 8000, currency: "KWD" } }, "8.000 KWD"],
  ["credit", { kind: "credit" }, "8.00 USD of credit"],
  ["a gift card", { kind: "gift_card" }, "a gift card of 8.00 USD"],
  ["a coupon", { kind: "coupon", value: { amount: 1, currency: "coupon" } }, "a coupon"],
  ["a month", { kind: "free_time", value: { amount: 1, currency: "months" } }, "1 free month"],
  ["days", { kind: "free_time", value: { amount: 30, currency: "days" } }, "30 free days"],
  ["a point", { kind: "points", value: { amount: 1, currency: "points" } }, "1 point"],
  ["points", { kind: "points", value: { amount: 500, currency: "points" } }, "500 points"],
  ["entries", { kind: "entries", value: { amount: 3, currency: "entries" } }, "3 entries"],
  ["a lead credit", { kind: "leads", value: { amount: 1, currency: "leads" } }, "1 lead credit"],
  ["something of the shop's own", { kind: "custom", value: { amount: 1, currency: "custom" } }, "a reward"],
])("%s is told as such", (_name, change, amount) => {
  const read = explainDecision(decision({ rewards: [reward({ ...change, state: "available" })] }));
  expect(read).toEqual([`per_ann gets ${amount} by rule "tenth". It is available.`]);
});
