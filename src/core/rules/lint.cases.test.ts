/** The linter on cases, exchanges and requests: each finding has a program that earns it, and the presets have none of them. */
import { expect, test } from "vitest";
import community from "../../../presets/community.ts";
import leadExchange from "../../../presets/lead_exchange.ts";
import pipeline from "../../../presets/pipeline.ts";
import type { ProgramDefinition } from "../program.ts";
import { lintProgram } from "./lint.ts";

const found = (document: ProgramDefinition): [string, string][] => lintProgram(document).map((f) => [f.code, f.pointer]);

test("the presets have nothing of it", () => {
  const codes = ["stage_unknown", "duration_too_long", "section_missing", "exchange_costs_nothing", "recipient_unclear"];
  for (const preset of [pipeline, leadExchange, community]) expect(lintProgram(preset).filter((f) => codes.includes(f.code))).toEqual([]);
});

test("a due time of a stage that there is not, and one that no clock reaches", () => {
  expect(found({ ...pipeline, case: { due: { conern: "2d" } } })).toContainEqual(["stage_unknown", "/case/due/conern"]);
  expect(found({ ...pipeline, case: { due: { concern: "99999y" } } })).toContainEqual(["duration_too_long", "/case/due/concern"]);
  expect(found({ ...community, requests: { answer_within: "99999y" } })).toContainEqual(["duration_too_long", "/requests/answer_within"]);
});

test("a pipeline, exchange or community without its section is told what it cannot do", () => {
  expect(found({ ...pipeline, case: undefined })).toContainEqual(["section_missing", "/case"]);
  expect(found({ ...leadExchange, exchange: undefined })).toContainEqual(["section_missing", "/exchange"]);
  expect(found({ ...community, requests: undefined })).toContainEqual(["section_missing", "/requests"]);
});

test("a pipeline with any reward is refused", () => {
  const rewards = [{ key: "badge", when: { stage: "evaluation" }, give: { badge: { name: "Helper" } } }];
  expect(found({ ...pipeline, rewards })).toContainEqual(["reward_in_pipeline", "/rewards/0"]);
});

test("an exchange in which nobody pays, and a credit that is not counted or has no lead behind it", () => {
  expect(found({ ...leadExchange, rewards: [] })).toContainEqual(["exchange_costs_nothing", "/exchange"]);
  const giver = { to: { giver: true as const } };
  const joined = [{ key: "credit", when: { joined: true as const }, give: { leads: 1 }, ...giver }];
  expect(found({ ...leadExchange, rewards: joined })).toContainEqual(["recipient_unclear", "/rewards/0/to"]);
  const perk = [{ key: "credit", when: { activity: "lead_accepted" }, give: { perk: { name: "Lunch" } }, ...giver }];
  expect(found({ ...leadExchange, rewards: perk })).toContainEqual(["recipient_unclear", "/rewards/0/to"]);
});
