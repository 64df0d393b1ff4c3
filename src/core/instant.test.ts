import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/support/seeds.ts";
import { civilFromDays, daysFromCivil, weekday } from "./calendar.ts";
import { DAY, HOUR, INSTANT_END, INSTANT_FIRST, formatInstant, instantMessage, parseInstant } from "./time.ts";

const instant = fc.integer({ min: INSTANT_FIRST, max: INSTANT_END - 1 });

describe("calendar", () => {
  test("every day from 1970 to 2101 agrees with Date, both ways, with its weekday", () => {
    for (let day = 0; day < 131 * 366; day++) {
      const date = new Date(day * DAY);
      const civil = civilFromDays(day);
      if (
        civil.year !== date.getUTCFullYear() ||
        civil.month !== date.getUTCMonth() + 1 ||
        civil.day !== date.getUTCDate() ||
        daysFromCivil(civil.year, civil.month, civil.day) !== day ||
        weekday(day) !== (date.getUTCDay() + 6) % 7
      ) {
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
