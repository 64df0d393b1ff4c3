import fc from "fast-check";
import { expect, test } from "vitest";
import { parseInstant, parseInt8, toTimestamp } from "./types.ts";

test("an instant survives the way to text and back, to the millisecond, in the years 1 to 9999", () => {
  const year1 = new Date(0).setUTCFullYear(1, 0, 1);
  fc.assert(
    fc.property(fc.integer({ min: year1, max: Date.UTC(9999, 11, 31, 23, 59, 59, 999) }), (instant) => {
      const iso = new Date(instant).toISOString();
      expect(parseInstant(iso.replace("T", " ").replace("Z", "+00"))).toBe(instant);
      expect(Date.parse(toTimestamp(instant))).toBe(instant);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["2026-11-22 01:42:00+00", Date.UTC(2026, 10, 22, 1, 42)],
  ["2026-11-22 01:42:00.1+00", Date.UTC(2026, 10, 22, 1, 42, 0, 100)],
  ["2026-11-22 01:42:00.123999+00", Date.UTC(2026, 10, 22, 1, 42, 0, 123)],
  ["2026-11-22 07:12:00.5+05:30", Date.UTC(2026, 10, 22, 1, 42, 0, 500)],
  ["2026-11-21 22:42:00-03", Date.UTC(2026, 10, 22, 1, 42)],
  ["1890-01-01 00:53:28+00:53:28", Date.UTC(1890, 0, 1)],
  ["12026-11-22 01:42:00+00", Date.UTC(12026, 10, 22, 1, 42)],
  ["infinity", Infinity],
  ["-infinity", -Infinity],
])("the instant %s is read as %s", (text, instant) => {
  expect(parseInstant(text)).toBe(instant);
});

test("years before Christ count down from zero", () => {
  expect(new Date(parseInstant("0001-06-15 00:00:00+00 BC")).toISOString()).toBe("0000-06-15T00:00:00.000Z");
});

test("a date style other than ISO is refused, not guessed", () => {
  expect(() => parseInstant("22/11/2026 01:42:00 UTC")).toThrow("datestyle ISO");
});

test("an integer beyond 2^53 is refused, not rounded", () => {
  expect(parseInt8("-9007199254740991")).toBe(-9_007_199_254_740_991);
  expect(() => parseInt8("9007199254740993")).toThrow("exact");
});
