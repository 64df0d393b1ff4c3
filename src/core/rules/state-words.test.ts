/** What is owed in words: one of eight states, with why and when, and nothing that an operator wrote. */
import { expect, test } from "vitest";
import { definition } from "../program.ts";
import { REWARD_STATES } from "../reward.ts";
import { UTC } from "../time.ts";
import { type Language, createWords } from "../words.ts";
import { formats } from "../words/format.ts";
import { GOOD } from "../../../test/support/good-program.ts";
import { type OwnedReward, WORTHS, reasonSentence, rewardState, shortName, worthOf } from "./state-words.ts";

const NOW = Date.UTC(2026, 10, 22);
const HELD = Date.UTC(2026, 11, 3);
const program = definition.parse(GOOD);
const say = (language: Language = "en") => ({
  voice: { words: createWords(language), formats: formats(language, "UTC") },
  program,
  zone: UTC,
  now: NOW,
});
const [thanks] = program.rewards;
const reward = (of: Partial<OwnedReward>): OwnedReward => ({
  rule: "thanks",
  basis: "order:1",
  form: "cash",
  unit: "USD",
  nominal: 2000,
  owed: 2000,
  revision: 0,
  state: "pending",
  reason: null,
  gate: null,
  available_at: HELD,
  matured_at: null,
  payload: null,
  ...of,
});

test("every state of the engine is one of the eight words", () => {
  for (const state of REWARD_STATES)
    for (const form of ["cash", "credit", "badge", "coupon"]) expect(WORTHS).toContain(worthOf({ state, form }));
  expect(REWARD_STATES.map((state) => worthOf({ state, form: "cash" }))).toEqual([
    "waiting",
    "available",
    "on_its_way",
    "paid",
    "taken_back",
    "refused",
    "expired",
  ]);
});

test.each([
  [reward({}), "Waiting until 3 December, when the return period ends."],
  [reward({ gate: "choice" }), "Waiting until you choose."],
  [reward({ gate: "risk_review" }), "We look at it before it is released."],
  [reward({ gate: "licence" }), "We need your checked licence before it can be yours."],
  [reward({ available_at: NOW - 1 }), "It will be available in a moment."],
  [reward({ state: "available", matured_at: NOW }), "Yours since 22 November."],
  [
    reward({ state: "available", form: "points", matured_at: NOW, expires_at: Date.UTC(2027, 10, 22) }),
    "Yours since 22 November. What is not used by 22 November 2027 ends.",
  ],
  [
    reward({ state: "available", owed: 1500, revision: 1, matured_at: NOW }),
    "Yours since 22 November. It was $20.00; a part was taken back.",
  ],
  [reward({ state: "reversed", owed: 0, reason: "fully_refunded" }), "Your friend returned the whole order."],
  [reward({ state: "denied", owed: 0, reason: "risk_refused" }), "This recommendation could not be accepted."],
  [reward({ state: "expired", form: "points", expires_at: NOW }), "It was not used by 22 November."],
])("%# says why, and when", (of, why) => {
  expect(rewardState(say(), of, thanks).why).toBe(why);
});

test("what an operator wrote is never told", () => {
  const refused = reward({ state: "denied", gate: "denied", reason: "She is a crook", owed: 0 });
  expect(rewardState(say(), refused, thanks).why).toBe("It was not accepted. Ask us if you would like to know more.");
  expect(reasonSentence(say().voice.words, "She is a crook")).toBeNull();
});

test("a name that was given is shortened: enough to know whom one named", () => {
  expect(["Maria Kowalska", "  Maria  Anna Kowalska ", "Cher", "", "李 小龍"].map(shortName)).toEqual([
    "Maria K.",
    "Maria K.",
    "Cher",
    "",
    "李 小.",
  ]);
});
