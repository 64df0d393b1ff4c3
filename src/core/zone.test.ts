import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/support/seeds.ts";
import { HOUR, INSTANT_END, INSTANT_FIRST, compileZone, formatInstant, parseInstant } from "./time.ts";
import type { Zone } from "./time.ts";
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

describe("compileZone", () => {
  const names = [
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "America/St_Johns",
    "America/Boa_Vista",
    "Africa/Casablanca",
    "Africa/Monrovia",
    "Africa/Cairo",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Beirut",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Pacific/Kwajalein",
    "Atlantic/Azores",
    "Etc/GMT+12",
  ];

  test("unknown names, offsets and path tricks are no zones", () => {
    for (const bad of ["", "Berlin", "Europe/Atlantis", "+02:00", "-05:00", "../etc/passwd", "__proto__", "Europe/Berlin "]) {
      expect(compileZone(bad)).toBeUndefined();
    }
  });

  test("agrees with Intl at random instants of 1971 to 2099, around every change, in the oddest zones", () => {
    const style = { timeZoneName: "longOffset", year: "numeric" } as const;
    const shown = new Map(names.map((name) => [name, new Intl.DateTimeFormat("en-US", { timeZone: name, ...style })]));
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
