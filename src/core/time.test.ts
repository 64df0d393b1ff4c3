import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/support/seeds.ts";
import { civilFromDays, daysFromCivil, weekday } from "./calendar.ts";
import {
  DAY, HOUR, INSTANT_END, INSTANT_FIRST, UTC, addDuration, compilePeriod, compileZone, formatInstant, instantMessage, parseDuration, parseInstant, periodOf,
} from "./time.ts";
import type { Duration, PeriodUnit, Zone } from "./time.ts";
import { instantOfLocal } from "./zone.ts";

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

function duration(text: string): Duration {
  const value = parseDuration(text);
  if (typeof value === "string") throw new Error(`${text}: ${value}`);
  return value;
}

describe("calendar", () => {
  test("every day from 1970 to 2101 agrees with Date, both ways, with its weekday", () => {
    for (let day = 0; day < 131 * 366; day++) {
      const date = new Date(day * DAY);
      const civil = civilFromDays(day);
      if (civil.year !== date.getUTCFullYear() || civil.month !== date.getUTCMonth() + 1 || civil.day !== date.getUTCDate()
        || daysFromCivil(civil.year, civil.month, civil.day) !== day || weekday(day) !== (date.getUTCDay() + 6) % 7) {
        expect.fail(`day ${day} is ${JSON.stringify(civil)}, Date says ${date.toISOString()}`);
      }
    }
  });
});

describe("parseInstant", () => {
  test.each([
    ["2026-11-21T10:00:00.000Z", Date.UTC(2026, 10, 21, 10)],
    ["2026-11-21T10:00:00Z", Date.UTC(2026, 10, 21, 10)],
    ["2026-11-21T10:00:00.5Z", Date.UTC(2026, 10, 21, 10, 0, 0, 500)],
    ["2026-11-21T10:00:00.999999999Z", Date.UTC(2026, 10, 21, 10, 0, 0, 999)],
    ["2026-11-21T10:00:00.123456+00:00", Date.UTC(2026, 10, 21, 10, 0, 0, 123)],
    ["2026-11-21T10:00:00+01:00", Date.UTC(2026, 10, 21, 9)],
    ["2026-11-21T10:00:00.000-05:30", Date.UTC(2026, 10, 21, 15, 30)],
    ["2026-11-21T10:00:00-00:00", Date.UTC(2026, 10, 21, 10)],
    ["2028-02-29T00:00:00.000Z", Date.UTC(2028, 1, 29)],
    ["1971-01-01T00:00:00.000Z", INSTANT_FIRST],
    ["2099-12-31T23:59:59.999Z", INSTANT_END - 1],
    ["1970-12-31T23:59:59.999Z", "instant_out_of_range"],
    ["2100-01-01T00:00:00.000Z", "instant_out_of_range"],
    ["2100-01-01T00:30:00+01:00", INSTANT_END - HOUR / 2],
    ["0000-01-01T00:00:00.000Z", "instant_out_of_range"],
    ["9999-12-31T23:59:59.999Z", "instant_out_of_range"],
    ["2026-11-21T10:00:00", "instant_zone_missing"],
    ["2026-11-21T10:00:00.000", "instant_zone_missing"],
    ["2026-11-21T24:00:00.000Z", "instant_impossible"],
    ["2026-11-21T23:60:00.000Z", "instant_impossible"],
    ["2016-12-31T23:59:60.000Z", "instant_impossible"],
    ["2026-02-29T00:00:00.000Z", "instant_impossible"],
    ["2026-04-31T00:00:00.000Z", "instant_impossible"],
    ["2026-13-01T00:00:00.000Z", "instant_impossible"],
    ["2026-00-01T00:00:00.000Z", "instant_impossible"],
    ["2026-01-00T00:00:00.000Z", "instant_impossible"],
    ["2026-11-21T10:00:00+24:00", "instant_impossible"],
    ["2026-11-21T10:00:00+01:60", "instant_impossible"],
    ["2026-11-21", "instant_malformed"],
    ["2026-11-21T10:00Z", "instant_malformed"],
    ["2026-11-21 10:00:00Z", "instant_malformed"],
    ["2026-11-21t10:00:00z", "instant_malformed"],
    ["2026-11-21T10:00:00.Z", "instant_malformed"],
    ["2026-11-21T10:00:00.0000000000Z", "instant_malformed"],
    ["2026-11-21T10:00:00,000Z", "instant_malformed"],
    ["2026-11-21T10:00:00.000Z ", "instant_malformed"],
    ["2026-11-21T10:00:00.00aZ", "instant_malformed"],
    ["2026-11-21T10:00:00+0100", "instant_malformed"],
    ["2026-11-21T10:00:00+01", "instant_malformed"],
    ["20261121T100000Z", "instant_malformed"],
    ["-026-11-21T10:00:00.000Z", "instant_malformed"],
    ["+002026-11-21T10:00:00Z", "instant_malformed"],
    ["٢026-11-21T10:00:00.000Z", "instant_malformed"],
    ["1763719200000", "instant_malformed"],
    ["", "instant_malformed"],
  ])("%s", (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  test("reads back every instant it prints, and agrees with Date on offsets", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -1439, max: 1439 }), (ms, minutes) => {
        expect(parseInstant(formatInstant(ms))).toBe(ms);
        const size = Math.abs(minutes);
        const offset = `${minutes < 0 ? "-" : "+"}${String(Math.floor(size / 60)).padStart(2, "0")}:${String(size % 60).padStart(2, "0")}`;
        const local = ms + minutes * 60_000;
        fc.pre(local > 0 && local < INSTANT_END);
        expect(parseInstant(formatInstant(local).replace("Z", offset))).toBe(ms);
      }),
      runs(2000),
    );
  });

  test("never throws and accepts nothing that Date reads differently", () => {
    const shape = fc.stringMatching(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{3})?(Z|[+-][0-9]{2}:[0-9]{2})$/);
    fc.assert(
      fc.property(fc.oneof(shape, fc.string(), fc.string({ unit: "binary" })), (text) => {
        const value = parseInstant(text);
        if (typeof value === "number") expect(value).toBe(Date.parse(text));
        else expect(instantMessage(value).length).toBeGreaterThan(20);
      }),
      runs(2000),
    );
  });
});

describe("compileZone", () => {
  const names = [
    "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "America/St_Johns", "America/Boa_Vista", "Africa/Casablanca", "Africa/Monrovia",
    "Africa/Cairo", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia", "Pacific/Kwajalein", "Atlantic/Azores", "Etc/GMT+12",
  ];

  test("unknown names, offsets and path tricks are no zones", () => {
    for (const bad of ["", "Berlin", "Europe/Atlantis", "+02:00", "-05:00", "../etc/passwd", "__proto__", "Europe/Berlin "]) {
      expect(compileZone(bad)).toBeUndefined();
    }
  });

  test("agrees with Intl at random instants of 1971 to 2099, around every change, in the oddest zones", () => {
    const shown = new Map(names.map((name) => [name, new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset", year: "numeric" })]));
    const byIntl = (name: string, ms: number): number => {
      const text = shown.get(name)?.format(ms) ?? "";
      const [, sign, hours, minutes, seconds] = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text) ?? [];
      const size = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
      return size === 0 ? 0 : (sign === "-" ? -size : size) * 1000;
    };
    const zones = new Map(names.map((name) => [name, zoneOf(name)]));
    fc.assert(
      fc.property(fc.constantFrom(...names), instant, (name, ms) => {
        expect(zones.get(name)?.offsetAt(ms)).toBe(byIntl(name, ms));
      }),
      runs(3000),
    );
    // October 2000 in Boa Vista: two changes within a week, each exact to the second.
    for (let ms = at("2000-10-07T00:00:00Z"); ms < at("2000-10-16T00:00:00Z"); ms += 59_000) {
      if (zones.get("America/Boa_Vista")?.offsetAt(ms) !== byIntl("America/Boa_Vista", ms)) expect.fail(formatInstant(ms));
    }
  });

  test("the change of Berlin's clocks is exact to the millisecond", () => {
    const berlin = zoneOf("Europe/Berlin");
    expect(berlin.offsetAt(at("2026-03-29T00:59:59.999Z"))).toBe(HOUR);
    expect(berlin.offsetAt(at("2026-03-29T01:00:00.000Z"))).toBe(2 * HOUR);
    expect(berlin.offsetAt(at("2026-10-25T00:59:59.999Z"))).toBe(2 * HOUR);
    expect(berlin.offsetAt(at("2026-10-25T01:00:00.000Z"))).toBe(HOUR);
  });

  test("a skipped wall time is the instant of the skip, a repeated one its first", () => {
    const berlin = zoneOf("Europe/Berlin");
    expect(instantOfLocal(Date.UTC(2026, 2, 29, 2, 30), berlin)).toBe(at("2026-03-29T01:00:00.000Z"));
    expect(instantOfLocal(Date.UTC(2026, 9, 25, 2, 30), berlin)).toBe(at("2026-10-25T00:30:00.000Z"));
    expect(instantOfLocal(Date.UTC(2011, 11, 30, 12), zoneOf("Pacific/Apia"))).toBe(at("2011-12-30T10:00:00.000Z"));
  });
});

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
    const zones = ["UTC", "Europe/Berlin", "America/St_Johns", "America/Sao_Paulo", "America/Havana", "Asia/Beirut", "Pacific/Apia", "Africa/Casablanca", "Asia/Kathmandu"].map(zoneOf);
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
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: INSTANT_FIRST + 2 * DAY, max: INSTANT_END - 40 * 366 * DAY }), fc.nat({ max: 400 }), (zone, ms, months) => {
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
