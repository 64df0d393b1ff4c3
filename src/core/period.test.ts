import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/support/seeds.ts";
import { DAY, HOUR, INSTANT_END, INSTANT_FIRST, UTC, compilePeriod, compileZone, formatInstant, parseInstant, periodOf } from "./time.ts";
import type { PeriodUnit, Zone } from "./time.ts";

const instant = fc.integer({ min: INSTANT_FIRST, max: INSTANT_END - 1 });

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

describe("periodOf", () => {
  const berlin = zoneOf("Europe/Berlin");
  const units: PeriodUnit[] = ["day", "week", "month", "quarter", "year", "ever"];

  test.each<[string, PeriodUnit, string, string, string]>([
    ["2026-11-22T10:00:00Z", "day", "2026-11-22", "2026-11-21T23:00:00.000Z", "2026-11-22T23:00:00.000Z"],
    ["2026-11-22T23:00:00Z", "day", "2026-11-23", "2026-11-22T23:00:00.000Z", "2026-11-23T23:00:00.000Z"],
    ["2026-03-29T12:00:00Z", "day", "2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
    ["2026-11-22T10:00:00Z", "week", "2026-W47", "2026-11-15T23:00:00.000Z", "2026-11-22T23:00:00.000Z"],
    ["2027-01-01T12:00:00Z", "week", "2026-W53", "2026-12-27T23:00:00.000Z", "2027-01-03T23:00:00.000Z"],
    ["2024-12-30T12:00:00Z", "week", "2025-W01", "2024-12-29T23:00:00.000Z", "2025-01-05T23:00:00.000Z"],
    ["2026-11-22T10:00:00Z", "month", "2026-11", "2026-10-31T23:00:00.000Z", "2026-11-30T23:00:00.000Z"],
    ["2026-12-31T23:30:00Z", "month", "2027-01", "2026-12-31T23:00:00.000Z", "2027-01-31T23:00:00.000Z"],
    ["2026-11-22T10:00:00Z", "quarter", "2026-Q4", "2026-09-30T22:00:00.000Z", "2026-12-31T23:00:00.000Z"],
    ["2026-11-22T10:00:00Z", "year", "2026", "2025-12-31T23:00:00.000Z", "2026-12-31T23:00:00.000Z"],
    ["2026-11-22T10:00:00Z", "ever", "ever", "1971-01-01T00:00:00.000Z", "2100-01-01T00:00:00.000Z"],
  ])("%s by %s in Berlin is %s", (text, unit, key, start, end) => {
    const period = periodOf(at(text), unit, berlin);
    expect([period.key, formatInstant(period.start), formatInstant(period.end)]).toEqual([key, start, end]);
  });

  test("periods of a unit join without gap or overlap, and keys sort in time, in every zone", () => {
    const zones = [
      "UTC",
      "Europe/Berlin",
      "America/St_Johns",
      "America/Sao_Paulo",
      "America/Havana",
      "Asia/Beirut",
      "Pacific/Apia",
      "Africa/Casablanca",
      "Asia/Kathmandu",
    ].map(zoneOf);
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.constantFrom(...units.slice(0, 5)), instant, (zone, unit, ms) => {
        const period = periodOf(ms, unit, zone);
        expect(period.start <= ms && ms < period.end).toBe(true);
        expect(periodOf(period.start, unit, zone)).toEqual(period);
        expect(periodOf(period.end - 1, unit, zone)).toEqual(period);
        const next = periodOf(period.end, unit, zone);
        expect(next.start).toBe(period.end);
        expect(next.key > period.key).toBe(true);
        expect(compilePeriod(unit, zone)(ms)).toEqual(period);
      }),
      runs(3000),
    );
  });

  test("a day that began stays begun when St. John's put the clock back at 00:01", () => {
    const johns = zoneOf("America/St_Johns");
    const midnight = at("2010-11-07T02:30:00.000Z");
    const keys = [-1, 0, 60_000, HOUR, 2 * HOUR].map((step) => periodOf(midnight + step, "day", johns).key);
    expect(keys).toEqual(["2010-11-06", "2010-11-07", "2010-11-07", "2010-11-07", "2010-11-07"]);
  });

  test("the day that Samoa skipped does not exist", () => {
    const apia = zoneOf("Pacific/Apia");
    const before = periodOf(at("2011-12-30T09:59:59.999Z"), "day", apia);
    expect([before.key, periodOf(before.end, "day", apia).key]).toEqual(["2011-12-29", "2011-12-31"]);
  });

  test("ISO weeks and months agree with an independent count for every day of the range", () => {
    for (let ms = INSTANT_FIRST; ms < INSTANT_END; ms += DAY) {
      const date = new Date(ms);
      const thursday = new Date(ms + (4 - (date.getUTCDay() || 7)) * DAY);
      const week = Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / DAY + 1) / 7);
      const key = `${thursday.getUTCFullYear()}-W${String(week).padStart(2, "0")}`;
      if (periodOf(ms, "week", UTC).key !== key) expect.fail(`${date.toISOString()} is ${key}`);
      if (periodOf(ms, "month", UTC).key !== date.toISOString().slice(0, 7)) expect.fail(date.toISOString());
    }
  });

  test("a compiled period answers late facts as it answers those in order", () => {
    const month = compilePeriod("month", berlin);
    fc.assert(
      fc.property(instant, (ms) => {
        expect(month(ms)).toEqual(periodOf(ms, "month", berlin));
      }),
      runs(1000),
    );
  });
});
