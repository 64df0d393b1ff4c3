import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/support/seeds.ts";
import { civilFromDays } from "./calendar.ts";
import { DAY, HOUR, INSTANT_END, INSTANT_FIRST, addDuration, compileZone, formatInstant, parseDuration, parseInstant } from "./time.ts";
import type { Duration, Zone } from "./time.ts";

function zoneOf(name: string): Zone {
  const zone = compileZone(name);
  if (zone === undefined) throw new Error(`this Node does not know ${name}`);
  return zone;
}

function at(text: string): number {
  const value = parseInstant(text);
  if (typeof value === "string") throw new Error(`${text}: ${value}`);
  return value;
}

function duration(text: string): Duration {
  const value = parseDuration(text);
  if (typeof value === "string") throw new Error(`${text}: ${value}`);
  return value;
}

describe("durations", () => {
  test.each([
    ["14d", { months: 0, ms: 14 * DAY }],
    ["48h", { months: 0, ms: 48 * HOUR }],
    ["30m", { months: 0, ms: 30 * 60_000 }],
    ["2w", { months: 0, ms: 14 * DAY }],
    ["90s", { months: 0, ms: 90_000 }],
    ["1y", { months: 12, ms: 0 }],
    ["12 months", { months: 12, ms: 0 }],
    ["1 month", { months: 1, ms: 0 }],
    ["0d", { months: 0, ms: 0 }],
    ["129y", { months: 1548, ms: 0 }],
    ["130y", "duration_too_long"],
    ["99999999999999999999999d", "duration_too_long"],
    ["", "duration_malformed"],
    ["d", "duration_malformed"],
    ["14", "duration_malformed"],
    ["-1d", "duration_malformed"],
    ["1.5h", "duration_malformed"],
    ["1h30m", "duration_malformed"],
    ["14  d", "duration_malformed"],
    ["14D", "duration_malformed"],
    ["P14D", "duration_malformed"],
    ["1 constructor", "duration_malformed"],
    ["1__proto__", "duration_malformed"],
  ])("%s", (text, expected) => {
    expect(parseDuration(text)).toEqual(expected);
  });

  test.each([
    ["2026-01-31T12:00:00Z", "1 month", "UTC", "2026-02-28T12:00:00.000Z"],
    ["2028-01-31T12:00:00Z", "1 month", "UTC", "2028-02-29T12:00:00.000Z"],
    ["2028-02-29T12:00:00Z", "1y", "UTC", "2029-02-28T12:00:00.000Z"],
    ["2026-12-15T12:00:00Z", "12 months", "UTC", "2027-12-15T12:00:00.000Z"],
    ["2026-03-15T08:00:00Z", "1 month", "Europe/Berlin", "2026-04-15T07:00:00.000Z"],
    ["2026-03-15T08:00:00Z", "31d", "Europe/Berlin", "2026-04-15T08:00:00.000Z"],
    ["2026-01-30T23:30:00Z", "1 month", "Europe/Berlin", "2026-02-27T23:30:00.000Z"],
    ["2026-02-28T01:30:00Z", "1 month", "America/New_York", "2026-03-28T00:30:00.000Z"],
    ["2026-02-08T07:30:00Z", "1 month", "America/New_York", "2026-03-08T07:00:00.000Z"],
  ])("%s plus %s in %s is %s", (from, text, zone, expected) => {
    expect(formatInstant(addDuration(at(from), duration(text), zoneOf(zone)))).toBe(expected);
  });

  test("adding months never goes back in time and never skips a month", () => {
    const zones = ["UTC", "Europe/Berlin", "America/New_York", "Pacific/Apia"].map(zoneOf);
    const start = fc.integer({ min: INSTANT_FIRST + 2 * DAY, max: INSTANT_END - 40 * 366 * DAY });
    fc.assert(
      fc.property(fc.constantFrom(...zones), start, fc.nat({ max: 400 }), (zone, ms, months) => {
        const later = addDuration(ms, { months, ms: 0 }, zone);
        const monthAt = (x: number): number => {
          const civil = civilFromDays(Math.floor((x + zone.offsetAt(x)) / DAY));
          return civil.year * 12 + civil.month;
        };
        expect(monthAt(later) - monthAt(ms)).toBe(months);
        expect(addDuration(ms, { months: months + 1, ms: 0 }, zone)).toBeGreaterThan(later);
      }),
      runs(2000),
    );
  });
});
