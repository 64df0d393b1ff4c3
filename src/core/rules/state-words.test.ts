/** Every state and reason of the closed lists has its word and its sentence, in every language that is written; and says when. */
import { describe, expect, test } from "vitest";
import { CLAIM_REASONS, CLAIM_STATUSES } from "../attribution/claim.ts";
import { CASE_OUTCOMES } from "../case.ts";
import { REASONS } from "../facts.ts";
import { WINNER_STATUSES } from "../fulfilment/prizes.ts";
import { definition } from "../program.ts";
import { REWARD_STATES } from "../reward.ts";
import { UTC } from "../time.ts";
import { LANGUAGES, type Language, createWords } from "../words.ts";
import { BUNDLES } from "../words/index.ts";
import { formats } from "../words/format.ts";
import { GOOD } from "../../../test/support/good-program.ts";
import { type OwnedReward, WORTHS, reasonWords, rewardState, shortName, worthOf } from "./state-words.ts";

/** The states of the tables (their check constraints), by the words they go under. */
const STATES: Record<string, readonly string[]> = {
  "lead.sent": ["open", "accepted", "declined", "returned"],
  "lead.received": ["open", "accepted", "declined", "returned"],
  "request.made": ["open", "answered", "declined", "expired"],
  "request.asked": ["open", "answered", "declined", "expired"],
  offer: ["next", "offered", "accepted", "declined", "expired", "full", "answered", "withdrawn", "ended"],
  case: ["open", "late", ...CASE_OUTCOMES],
  claim: CLAIM_STATUSES,
  deliverable: ["submitted", "approved", "refused"],
  share: ["waiting", "verified", "expired"],
  gathering: ["seat", "waiting", "left", "open", "cancelled", "over", "level"],
  vacancy: ["open", "closed"],
  item: ["available", "short", "sold_out", "level", "most"],
  testimonial: ["pending", "approved", "refused"],
  payout: ["in_flight", "settled", "failed"],
  joined: ["active", "applied", "refused", "left", "none"],
  contest: ["planned", "open", "over", "frozen", "drawn"],
  winner: WINNER_STATUSES,
};

const written = (Object.keys(LANGUAGES) as Language[]).filter((each) => Object.keys(BUNDLES[each]!.status).length > 0);
describe.each(written)("%s", (language) => {
  const own = BUNDLES[language]!.status;
  test.each(Object.entries(STATES))("has a word and a sentence for every state of %s", (kind, states) => {
    for (const state of states) for (const key of [`${kind}.${state}`, `${kind}.${state}.why`]) expect(own[key], key).toMatch(/\S/);
  });
  test("has a sentence for every reason, and a word for everything that is owed", () => {
    for (const reason of REASONS) expect(own[`reason.${reason}`], reason).toMatch(/\S/);
    for (const reason of CLAIM_REASONS) expect(own[`claim.reason.${reason}`], reason).toMatch(/\S/);
    for (const worth of WORTHS) expect(own[`worth.${worth}`], worth).toMatch(/\S/);
  });
});

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
  expect(reasonWords(say().voice, "She is a crook")).toBeNull();
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
