import { expect, test } from "vitest";
import { presets } from "../../presets/index.ts";
import { definition } from "../../src/core/program.ts";
import { describeProgram, describeRules } from "../../src/core/rules/describe.ts";

test.each(presets.map((p) => [p.key, p] as const))("%s is told in plain words, every rule of it", (_key, preset) => {
  const program = definition.parse(preset);
  const words = [...describeProgram(program), ...describeRules(program).flatMap((r) => [r.when, r.gives, r.to, r.terms])];
  expect(describeRules(program)).toHaveLength(program.rewards.length);
  for (const text of words) expect(text).toMatch(/^(?!.*(undefined|object Object|null|NaN)).+$/);
});

test("the words say what the document says", () => {
  const preset = presets.find((p) => p.key === "two_way");
  const thanks = describeRules(definition.parse(preset)).find((r) => r.key === "thanks");
  expect(thanks).toEqual({
    key: "thanks",
    when: "the first `order` if `order.total` is at least 50.00 USD",
    gives: "20.00 USD store credit",
    to: "advocate",
    terms: "held 14d; taken back whole below its condition; at most 20 times a month per advocate",
  });
});
