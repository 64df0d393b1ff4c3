/** P9: a definition survives being printed and read, unknown fields are refused, and every condition ends. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { peopleCondition } from "../support/random-conditions.ts";
import { timelinesArb } from "../support/random-programs.ts";
import { announced } from "../support/seeds.ts";
import type { Condition } from "../../src/core/condition.ts";
import type { Fact } from "../../src/core/facts.ts";
import { type ProgramDefinition, definition } from "../../src/core/program.ts";
import { compileCondition } from "../../src/core/rules/condition.ts";
import { lintProgram } from "../../src/core/rules/lint.ts";

const programs = timelinesArb({ chains: true, programs: 1, versions: false }).map(([timeline]) => timeline!.versions[0]!.definition);

test("P9: parse(print(r)) is r, with its defaults and without", () => {
  fc.assert(
    fc.property(programs, (document) => {
      const full = definition.parse(document);
      expect(definition.parse(JSON.parse(JSON.stringify(full)))).toEqual(full);
      expect(definition.parse(JSON.parse(JSON.stringify(document)))).toEqual(full);
      // What the engine reads does not change what was written.
      expect(definition.parse(full)).toEqual(full);
    }),
    announced("P9-print", 1000),
  );
});

/** Every object inside a document that the schema describes, with the way to it. Free maps (pages, texts) take any key. */
function places(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) return value.flatMap((inner, i) => places(inner, [...path, i]));
  if (typeof value !== "object" || value === null || ["pages", "terms", "disclosure", "messages"].includes(String(path.at(-1)))) return [];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

test("P9: an unknown field is refused wherever it stands", () => {
  fc.assert(
    fc.property(programs, fc.nat(), fc.constantFrom("colour", "wehn", "constructor", "order.colour"), (document, at, name) => {
      const all = places(document);
      const path = all[at % all.length]!;
      const spoiled = structuredClone(document) as unknown as Record<string, unknown>;
      let place = spoiled;
      for (const key of path) place = place[key] as Record<string, unknown>;
      Object.defineProperty(place, name, { value: 1, enumerable: true });
      expect(definition.safeParse(spoiled).success).toBe(false);
    }),
    announced("P9-unknown", 1000),
  );
});

/** How often a condition may look at something: once for each comparison that is written in it. */
function comparisons(c: Condition): number {
  return Object.entries(c).reduce((sum, [key, value]) => {
    if (key === "all" || key === "any") return sum + (value as Condition[]).reduce((inner, one) => inner + comparisons(one), 0);
    if (key === "not") return sum + comparisons(value as Condition);
    return sum + (typeof value === "object" && value !== null ? Object.keys(value).length : 1);
  }, 0);
}

test("P9: evaluating ends: no condition looks more often than it has comparisons", () => {
  fc.assert(
    fc.property(peopleCondition, (c) => {
      let looks = 0;
      const inputs = new Proxy(
        {},
        {
          get: () => {
            looks++;
            return "a";
          },
        },
      );
      const fact: Fact = { id: "f", client: "c", type: "custom", at: 0, person: "p", inputs };
      expect(typeof compileCondition(c)!(fact, undefined)).toBe("boolean");
      expect(looks).toBeLessThanOrEqual(comparisons(c));
    }),
    announced("P9-steps", 1000),
  );
});

test("P9: the largest condition that the schema takes is evaluated in well under a second", () => {
  // 50 x 50 x 50 comparisons at three levels; a fourth would be a document of 100 MB, which the door does not take.
  const leaf: Condition = { "event.properties.a": { ne: "b" } };
  const wide = (inner: Condition): Condition => ({ all: Array.from({ length: 50 }, () => inner) });
  const largest = wide(wide(wide(leaf)));
  const predicate = compileCondition(largest)!;
  const start = process.cpuUsage().user;
  expect(predicate({ id: "f", client: "c", type: "custom", at: 0, person: "p", inputs: { "event.properties.a": "a" } }, undefined)).toBe(
    true,
  );
  expect(process.cpuUsage().user - start).toBeLessThan(2_000_000);
});

test("the linter ends too, and never throws, on whatever the schema takes", () => {
  fc.assert(
    fc.property(programs, (document) => {
      for (const finding of lintProgram(document)) expect(finding.message).toMatch(/\S/);
    }),
    announced("lint-total", 1000),
  );
});

describe("the schema refuses", () => {
  const good: ProgramDefinition = {
    key: "p",
    kind: "direct",
    name: "P",
    stages: ["order"],
    qualifies_at: "order",
    destination: "https://shop.example/",
  };
  const rule = (change: object) => ({ rewards: [{ key: "r", when: { stage: "order" }, give: { cash: "5.00 USD" }, ...change }] });
  test.each<[string, object, string]>([
    ["a key in capitals", { key: "P" }, "key"],
    ["an unknown kind", { kind: "pyramid" }, "kind"],
    ["no name", { name: "" }, "name"],
    ["no stage", { stages: [] }, "stages"],
    ["a destination that is no address", { destination: "shop" }, "destination"],
    ["an amount without its currency", rule({ give: { cash: "5.00" } }), "rewards"],
    ["an amount as a float", rule({ give: { cash: 5.5 } }), "rewards"],
    ["two kinds of reward in one rule", rule({ give: { cash: "5.00 USD", points: 5 } }), "rewards"],
    ["no kind of reward", rule({ give: {} }), "rewards"],
    ["more than all of it", rule({ give: { cash: { percent: 101 } } }), "rewards"],
    ["a negative percentage", rule({ give: { cash: { percent: -1 } } }), "rewards"],
    ["the zeroth", rule({ when: { stage: "order", nth: 0 } }), "rewards"],
    ["a sixth level", rule({ to: { upline: 6 } }), "rewards"],
    ["a limit of nothing", rule({ limit: { per: "advocate" } }), "rewards"],
    ["a limit of two kinds", rule({ limit: { count: 1, amount: "5.00 USD" } }), "rewards"],
    ["a hold without a unit", rule({ hold: "14" }), "rewards"],
    ["a date of another calendar", { bonuses: [{ key: "b", from: "24.12.2026", to: "2026-12-26", multiply: 2 }] }, "bonuses"],
    ["an unknown kind of evidence", { attribution: { accepts: ["rumour"] } }, "attribution"],
    ["a field of the prototype", JSON.parse('{ "__proto__": { "kind": "network" }, "extra": 1 }') as object, ""],
  ])("%s", (_name, change, at) => {
    const parsed = definition.safeParse({ ...good, ...change });
    expect(parsed.success).toBe(false);
    expect(parsed.error!.issues.map((issue) => String(issue.path[0] ?? ""))).toContain(at);
  });
});
