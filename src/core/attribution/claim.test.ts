import { expect, test } from "vitest";
import { claims } from "../program-claims.ts";
import { UTC } from "../time.ts";
import { type ClaimCase, bonusOf, claimProblem, claimSubjects, claimTimes, nextLook } from "./claim.ts";

const DAY = 86_400_000;
const AT = Date.UTC(2030, 0, 31, 9);
const rules = (more: object = {}) =>
  claims.parse({ subject: "candidate", excluded: ["manager", "recruiter", "own_department"], ...more });
const ann = { person: "ann", share: 1, active: true, department: "Bakery", agreed: true };
const vacancy = { open: true, manager: "mona", recruiter: "rik" };
const good: ClaimCase = {
  rules: rules(),
  zone: UTC,
  instant: AT,
  claimants: [ann],
  friend: "ben",
  evidence: false,
  department: null,
  vacancy: null,
  order: null,
  known: false,
  referred: false,
};
const order = (at: number) => ({ rules: rules({ subject: "order", within: "30d" }), order: { at } });

test.each<[string | null, Partial<ClaimCase>]>([
  [null, {}],
  ["not_an_advocate", { claimants: [ann, { ...ann, person: "bob", active: false }] }],
  ["agreement_missing", { rules: rules({ agreement: true }), claimants: [{ ...ann, agreed: false }] }],
  ["self_claim", { friend: "ann" }],
  ["vacancy_closed", { vacancy: { ...vacancy, open: false } }],
  ["is_manager", { vacancy, claimants: [{ ...ann, person: "mona" }] }],
  ["is_recruiter", { vacancy, claimants: [ann, { ...ann, person: "rik" }] }],
  [null, { vacancy, claimants: [{ ...ann, person: "mona" }], rules: rules({ excluded: [] }) }],
  ["own_department", { department: " bakery" }],
  [null, { department: "Logistics" }],
  [null, { department: "Bakery", claimants: [{ ...ann, department: null }] }],
  ["evidence_missing", { rules: rules({ evidence: "required" }) }],
  ["order_unknown", { ...order(AT), order: null }],
  [null, order(AT - 30 * DAY)],
  ["too_late", order(AT - 30 * DAY - 1)],
  ["already_known", { known: true, referred: true }],
  ["already_referred", { referred: true }],
])("a claim is answered %s", (reason, more) => {
  expect(claimProblem({ ...good, ...more })).toBe(reason);
});

test("what a claim holds: its person always, its deal, company or order where there is one", () => {
  const of = { reference: "1", friend: "f", company: "c" };
  expect(claimSubjects({ ...of, subject: "candidate" })).toEqual(["person:f"]);
  expect(claimSubjects({ ...of, subject: "deal" })).toEqual(["deal:1", "person:f"]);
  expect(claimSubjects({ ...of, subject: "company" })).toEqual(["company:c", "person:f"]);
  expect(claimSubjects({ ...of, subject: "order" })).toEqual(["order:1"]);
});

test("times go by the calendar: six months after 31 January is 31 July, the notice comes a week before the end", () => {
  const times = claimTimes(rules({ exclusivity: "6 months", decide: { after: "5d" } }), AT, UTC);
  expect(times).toEqual({
    exclusiveUntil: Date.UTC(2030, 6, 31, 9),
    blocksUntil: Date.UTC(2030, 6, 31, 9),
    decideAt: AT + 5 * DAY,
  });
  expect(claimTimes(rules({ blocks: "1y" }), AT, UTC)).toMatchObject({ blocksUntil: Date.UTC(2031, 0, 31, 9), decideAt: null });
  expect(nextLook(AT + 90 * DAY, AT)).toBe(AT + 83 * DAY);
  expect(nextLook(AT + 7 * DAY, AT)).toBe(AT + 7 * DAY);
});

test("a vacancy's own bonus comes first, then the first line whose grade and country hold", () => {
  const lines = rules({
    bonuses: [
      { grade: "senior", country: "US", bonus: "3000.00 USD" },
      { grade: "senior", bonus: "2500.00 EUR" },
      { bonus: "1.00 EUR" },
    ],
  });
  const of = (grade: string, country: string) => bonusOf(lines, { grade, country, bonus: null })?.amount;
  expect([of("senior", "US"), of("senior", "DE"), of("junior", "US")]).toEqual([300_000, 250_000, 100]);
  expect(bonusOf(lines, { grade: "senior", country: "US", bonus: { amount: 7, currency: "CHF" } })).toEqual({
    amount: 7,
    currency: "CHF",
  });
  expect(bonusOf(rules(), { grade: "", country: "", bonus: null })).toBeNull();
});
