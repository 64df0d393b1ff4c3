import { expect, test } from "vitest";
import type { ProgramDefinition } from "../program.ts";
import { lintProgram } from "./lint.ts";

const base: ProgramDefinition = {
  key: "p",
  kind: "loyalty",
  name: "P",
  stages: ["order"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  terms: { en: "Terms." },
  disclosure: { en: "I get points." },
};
const codes = (change: Partial<ProgramDefinition>) =>
  lintProgram({ ...base, ...change }).map((f) => `${f.severity} ${f.code} ${f.pointer}`);
const give = (what: object, expires?: string) => ({ rewards: [{ key: "r", when: { stage: "order" }, give: what, expires } as never] });
const levels = { steps: [{ key: "a", name: "A", from: 10 }] };

test("what ends must be a balance: points and credit may, a coupon or a badge may not, money should not", () => {
  expect(codes(give({ points: 5 }, "12 months"))).not.toContainEqual(expect.stringContaining("expire"));
  expect(codes(give({ badge: { name: "B" } }, "12 months"))).toContain("error cannot_expire /rewards/0/expires");
  expect(codes(give({ coupon: { percent: 5, valid: "30d" } }, "12 months"))).toContain("error cannot_expire /rewards/0/expires");
  expect(codes(give({ cash: "5.00 USD" }, "12 months"))).toContain("warning cash_expires /rewards/0/expires");
  expect(codes(give({ points: 5 }, "99999 years"))).toContain("error duration_invalid /rewards/0/expires");
});

test("levels need points to go by, and rise", () => {
  expect(codes({ ...give({ points: 5 }), levels })).not.toContainEqual(expect.stringContaining("levels"));
  expect(codes({ ...give({ credit: "5.00 USD" }), levels })).toContain("error levels_without_points /levels");
  const falling = { steps: [...levels.steps, { key: "b", name: "B", from: 10 }] };
  expect(codes({ ...give({ points: 5 }), levels: falling })).toContain("error invalid /levels/steps");
});
