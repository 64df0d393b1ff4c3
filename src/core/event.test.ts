import { expect, test } from "vitest";
import { event } from "./event.ts";

const parse = (change: object) => event.safeParse({ type: "identify", person: { user_id: "u" }, ...change });

test.each<[string, unknown, (string | number)[]]>([
  ["NUL in a value", { x: "a\0b" }, ["x"]],
  ["half a surrogate pair", { x: "a\ud800" }, ["x"]],
  ["the other half", { x: "\udc00a" }, ["x"]],
  ["NUL deep inside", { x: { y: ["ok", { z: "\0" }] } }, ["x", "y", "1", "z"]],
  ["NUL in a name", { "a\0": 1 }, ["a\0"]],
])("free values that cannot be stored are refused with their place: %s", (_name, value, path) => {
  for (const place of [["properties"], ["person", "attributes"]]) {
    const parsed = parse(place.length === 1 ? { properties: value } : { person: { user_id: "u", attributes: value } });
    expect(parsed.error?.issues.map((issue) => issue.path.map(String))).toEqual([[...place, ...path]]);
  }
});

test("every other text is free: emoji, control characters, long and empty ones", () => {
  expect(parse({ properties: { a: "😀\u0001\n", b: "", c: [null, 1, true], d: "x".repeat(100_000) } }).success).toBe(true);
});
