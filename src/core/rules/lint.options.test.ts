/** The linter and the options of rules that came with the eleven other presets: choices, teams, streaks, channels, items. */
import { expect, test } from "vitest";
import { definition, type ProgramDefinition } from "../program.ts";
import { GOOD, network, program, rule } from "../../../test/support/good-program.ts";
import { lintProgram } from "./lint.ts";

const CHOICE = { choice: [{ credit: "20.00 USD" }, { points: 500 }] };
const ERRORS: [name: string, definition: ProgramDefinition, code: string, pointer: string][] = [
  [
    "an option in no currency",
    rule({ give: { choice: [{ points: 5 }, { credit: "1.00 XYZ" }] } }),
    "currency_unknown",
    "/rewards/0/give/choice/1/credit",
  ],
  [
    "an option of nothing",
    rule({ give: { choice: [{ cash: "0.00 USD" }, { points: 5 }] } }),
    "amount_is_zero",
    "/rewards/0/give/choice/0/cash",
  ],
  [
    "a share among the options of a threshold",
    program({ rewards: [{ key: "t", when: { threshold: 5 }, give: { choice: [{ cash: { percent: 5 } }, { points: 5 }] } }] }),
    "percent_of_nothing",
    "/rewards/0/give/choice/0/cash",
  ],
  [
    "cash among the options for patients",
    program({ law: ["us_health"], rewards: [{ ...GOOD.rewards![0]!, give: { choice: [{ cash: "5.00 USD" }, { points: 5 }] } }] }),
    "law_forbids_cash",
    "/rewards/0/give",
  ],
  ["a coupon for a team", rule({ to: { team: true }, give: { coupon: { percent: 5 } } }), "team_cannot_share", "/rewards/0/give/coupon"],
  [
    "a choice for a team",
    rule({ to: { team: true }, give: CHOICE, limit: undefined }),
    "team_cannot_share",
    "/rewards/0/give/choice/0/credit",
  ],
  [
    "a team where no claim is accepted",
    { ...rule({ to: { team: true } }), attribution: { accepts: ["link"] } },
    "recipient_unclear",
    "/rewards/0/to",
  ],
  ["a team for joining", rule({ when: { joined: true }, to: { team: true } }), "recipient_unclear", "/rewards/0/to"],
  [
    "a streak's share of nothing",
    rule({ when: { streak: 3, every: "month" }, give: { cash: { percent: 5 } } }),
    "percent_of_nothing",
    "/rewards/0/give/cash",
  ],
  [
    "a streak limited by friend",
    rule({ when: { streak: 3, every: "month" }, limit: { per: "friend", count: 1 } }),
    "limit_not_counted",
    "/rewards/0/limit/per",
  ],
  [
    "a network that pays for a streak of signups",
    network({ qualifies_at: "signup", rewards: [{ key: "s", when: { streak: 3, every: "month" }, give: { points: 5 } }] }),
    "pays_for_recruitment",
    "/rewards/0/when",
  ],
  [
    "a limit of the program by channel",
    rule({ limit: { per: "program", count: 5, by: "channel" } }),
    "limit_not_counted",
    "/rewards/0/limit/by",
  ],
  [
    "items of a signup",
    rule({ when: { stage: "signup", items: { "order.item.sale": { eq: false } } } }),
    "condition_never_holds",
    "/rewards/0/when/items",
  ],
  ["a window beyond the calendar", rule({ when: { threshold: 3, within: "99999y" } }), "duration_invalid", "/rewards/0/when/within"],
  [
    "a wall clock that does not exist",
    program({ bonuses: [{ key: "b", from: "2027-02-30T18:00", to: "2027-03-02", multiply: 2 }] }),
    "instant_invalid",
    "/bonuses/0/from",
  ],
];

test.each(ERRORS)("error: %s", (_name, document, code, pointer) => {
  const errors = lintProgram(document).filter((f) => f.severity === "error");
  expect(errors.map((f) => [f.code, f.pointer])).toContainEqual([code, pointer]);
});

test.each([
  ["a choice of credit and points", rule({ give: CHOICE })],
  ["a share for a team", rule({ to: { team: true } })],
  ["three within 30 days", rule({ when: { threshold: 3, within: "30d" }, limit: undefined })],
  ["one a month for three months", rule({ when: { streak: 3, every: "month" }, limit: undefined })],
  ["one a network and week", rule({ when: { activity: "share" }, limit: { count: 1, every: "week", by: "channel" } })],
  [
    "a window by the wall clock",
    program({ bonuses: [{ key: "b", from: "2027-03-26T18:00", to: "2027-03-29T06:00:00", multiply: 1.1 }] }),
  ],
])("no error: %s", (_name, document) => {
  expect(lintProgram(document).filter((f) => f.severity === "error")).toEqual([]);
});

test("each finding is told once, however many options a choice has", () => {
  const found = lintProgram(rule({ when: { stage: "nowhere" }, give: CHOICE }));
  expect(found.filter((f) => f.code === "stage_unknown")).toHaveLength(1);
});

test.each([
  ["one option", { choice: [{ points: 5 }] }],
  ["five options", { choice: Array.from({ length: 5 }, (_, i) => ({ points: i + 1 })) }],
  ["a choice in a choice", { choice: [{ points: 5 }, { choice: [{ points: 1 }, { points: 2 }] }] }],
  ["an option of two kinds", { choice: [{ points: 5, entries: 1 }, { points: 6 }] }],
])("the schema refuses %s", (_name, give) => {
  expect(definition.safeParse(rule({ give: give as never })).success).toBe(false);
});
