import { expect, test } from "vitest";
import type { ProgramDefinition } from "../program.ts";
import { lintProgram } from "./lint.ts";

const document = (more: Partial<ProgramDefinition>): ProgramDefinition => ({
  key: "p",
  kind: "partner",
  name: "P",
  stages: [
    { key: "registered", on: "stage" },
    { key: "won", on: "stage" },
    { key: "order", on: "purchase" },
  ],
  qualifies_at: "won",
  destination: "https://shop.example/",
  rewards: [{ key: "fee", when: { stage: "won" }, give: { cash: "10.00 USD" }, hold: "14d", limit: { count: 5 } }],
  claims: { subject: "deal" },
  terms: { en: "T" },
  disclosure: { en: "I get 10.00 USD." },
  ...more,
});
const codes = (more: Partial<ProgramDefinition>) => lintProgram(document(more)).map((f) => [f.severity, f.code, f.pointer]);

test.each<[string, Partial<ProgramDefinition>, unknown[]]>([
  ["no evidence of claims", { attribution: { accepts: ["code"] } }, ["error", "claim_not_accepted", "/attribution/accepts"]],
  ["a stage that only orders reach", { claims: { subject: "deal", stage: "order" } }, ["error", "claim_stage", "/claims/stage"]],
  ["a stage that there is not", { claims: { subject: "deal", stage: "met" } }, ["error", "claim_stage", "/claims/stage"]],
  ["an unknown last stage", { claims: { subject: "deal", lost: ["gone"] } }, ["error", "stage_unknown", "/claims/lost/0"]],
  [
    "a team of one",
    {
      rewards: [
        { key: "fee", when: { stage: "won" }, to: { team: true }, give: { cash: "10.00 USD" }, hold: "14d", limit: { count: 5 } },
      ],
    },
    ["warning", "team_of_one", "/claims/people"],
  ],
  [
    "the advocate asked before she is known",
    { friends: { where: { not: { "advocate.attributes.department": "sales" } } } },
    ["error", "advocate_not_known_yet", "/friends/where"],
  ],
])("claims: %s is found", (_what, more, finding) => {
  expect(codes({})).toEqual([]);
  expect(codes(more)).toContainEqual(finding);
});

test("an order has its own stage, and the advocate may be asked when a wait is over", () => {
  const rewards = [
    {
      key: "fee",
      when: { stage: "order", after: "90d", if: { "advocate.attributes.employed": true } },
      give: { cash: "10.00 USD" },
    },
  ] as ProgramDefinition["rewards"];
  const found = codes({ stages: ["order"], qualifies_at: "order", claims: { subject: "order" }, rewards });
  expect(found.filter(([severity]) => severity === "error")).toEqual([]);
});
