import { expect, test } from "vitest";
import type { ProgramDefinition } from "../program.ts";
import { GOOD, program, rule } from "../../../test/support/good-program.ts";
import { type Step, withRemedies } from "./lint-remedy.ts";
import { lintProgram } from "./lint.ts";

const said = (text: string) => ({ share: { channels: [], messages: { en: { message: text } } } });
const SPOILT: [code: string, definition: ProgramDefinition][] = [
  ["no_hold", rule({ hold: undefined })],
  ["percent_of_gross", rule({ give: { cash: { percent: 5, of: "order.total" } } })],
  ["coupon_for_oneself", program({ friends: { who: "anyone" } })],
  ["share_text_without_link", program(said("Have a look. {disclosure}"))],
  ["share_text_without_disclosure", program(said("Have a look: {link}"))],
  ["disclosure_missing", program({ disclosure: undefined })],
  ["contest_without_free_entry", program({ rewards: [{ key: "in", when: { stage: "order" }, give: { entries: 1 } }] })],
  ["reward_in_pipeline", program({ kind: "pipeline", rewards: [GOOD.rewards![0]!] })],
  ["network_not_enabled", program({ kind: "network", rewards: [] })],
  ["tiers_without_rule", program({ rewards: [GOOD.rewards![1]!], tiers: { steps: [{ from: 1, multiply: 2 }] } })],
  ["tiers_not_ascending", program({ tiers: { steps: [{ from: 5, multiply: 2 }, { from: 1 }] } })],
  ["rule_unknown", program({ bonuses: [{ key: "b", from: "2027-01-01", to: "2027-01-02", multiply: 2, rules: ["nobody", "thanks"] }] })],
  ["bonus_reversed", program({ bonuses: [{ key: "b", from: "2027-02-01", to: "2027-01-02", multiply: 2 }] })],
  ["duplicate_key", program({ rewards: [...GOOD.rewards!, { ...GOOD.rewards![0]! }] })],
  ["recipient_unclear", program({ rewards: [{ key: "hi", when: { joined: true }, to: "friend", give: { points: 5 } }] })],
  ["limit_not_counted", program({ rewards: [{ ...GOOD.rewards![1]!, limit: { per: "advocate", count: 1 } }] })],
  ["limit_never_reached", program({ rewards: [{ key: "hi", when: { joined: true }, give: { points: 5 }, limit: { count: 4 } }] })],
];

test.each(SPOILT)("the remedy of %s is certain: with it the finding is gone, and no new error is there", (code, definition) => {
  const before = withRemedies(definition, lintProgram(definition));
  const finding = before.find((each) => each.code === code);
  expect(finding?.remedy?.title).toMatch(/^[A-Z]/);
  const mended = apply(definition, finding?.remedy?.patch ?? []);
  const after = lintProgram(mended as ProgramDefinition);
  expect(after.filter((each) => each.code === code)).toEqual([]);
  const errors = (all: readonly { severity: string }[]): number => all.filter((each) => each.severity === "error").length;
  expect(errors(after)).toBeLessThanOrEqual(errors(before));
});

test("where there is something to choose, there is no remedy", () => {
  const findings = withRemedies(rule({ limit: undefined }), lintProgram(rule({ limit: undefined })));
  expect(findings.map((each) => [each.code, each.remedy])).toContainEqual(["cash_uncapped", undefined]);
  expect(
    withRemedies("no document", [{ severity: "error", code: "bonus_reversed", pointer: "/bonuses/0/to", message: "" }])[0],
  ).not.toHaveProperty("remedy");
});

/** JSON Patch as RFC 6902 says, as far as remedies use it. */
function apply(document: unknown, patch: readonly Step[]): unknown {
  const out = structuredClone(document);
  for (const step of patch) {
    const parts = step.path.split("/").slice(1);
    const last = parts.pop() ?? "";
    const parent = parts.reduce((at, part) => (at as Record<string, unknown>)[part], out) as Record<string, unknown>;
    if (Array.isArray(parent)) {
      if (step.op === "remove") parent.splice(Number(last), 1);
      else if (last === "-") parent.push(step.value);
      else parent[Number(last)] = step.value;
    } else if (step.op === "remove") delete parent[last];
    else parent[last] = step.value;
  }
  return out;
}
