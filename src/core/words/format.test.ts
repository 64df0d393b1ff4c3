/** Formats: the reader's locale and zone, exact digits, and never an exception. */
import { expect, test } from "vitest";
import { formats } from "./format.ts";

const AT = Date.UTC(2026, 11, 3, 23, 30);

test("money keeps every digit, in the decimals of ISO 4217, and offers leave out what says nothing", () => {
  const en = formats("en", "UTC");
  expect([en.money(2000, "USD"), en.moneyShort(2000, "USD"), en.moneyShort(1999, "USD")]).toEqual(["$20.00", "$20", "$19.99"]);
  expect([en.money(5000, "JPY"), en.money(-600, "EUR")]).toEqual(["¥5,000", "-€6.00"]);
  expect(en.money(Number.MAX_SAFE_INTEGER, "USD")).toBe("$90,071,992,547,409.91");
  expect(formats("de", "UTC").money(2000, "EUR")).toBe("20,00\u00a0€");
  expect(formats("ar-EG", "UTC").money(1500, "KWD")).toContain("١٫٥٠٠");
});

test("a day is that of the zone, with the year only where it is another", () => {
  const [berlin, utc] = [formats("en", "Europe/Berlin"), formats("en", "UTC")];
  expect([berlin.date(AT), utc.date(AT)]).toEqual(["4 December 2026", "3 December 2026"]);
  expect([utc.date(AT, Date.UTC(2026, 0, 1)), utc.date(AT, Date.UTC(2027, 0, 1))]).toEqual(["3 December", "3 December 2026"]);
  expect(formats("en-US", "UTC").date(AT)).toBe("December 3, 2026");
  expect(formats("de", "Europe/Berlin").dateTime(AT)).toContain("00:30");
});

test("durations, percentages and lists are words of the language", () => {
  const [en, de] = [formats("en", "UTC"), formats("de", "UTC")];
  expect(["14d", "1 day", "48h", "12 months", "1y", "30m"].map(en.duration)).toEqual([
    "14 days",
    "1 day",
    "48 hours",
    "12 months",
    "1 year",
    "30 minutes",
  ]);
  expect([de.duration("90d"), de.percent(12.5), de.list(["a", "b", "c"], "or")]).toEqual(["90 Tage", "12,5\u00a0%", "a, b oder c"]);
  expect(en.list(["a", "b", "c"])).toBe("a, b and c");
});

test("what Intl does not know becomes English and UTC", () => {
  expect(formats("xx-not-a-locale!", "Mars/Base").date(AT)).toBe("3 December 2026");
  expect([formats("", "").zone, formats("de_DE.UTF-8", "Europe/Rome").locale]).toEqual(["UTC", "de-DE"]);
});

test("a span of years after a date is no date", () => {
  const en = formats("en", "Asia/Tokyo");
  expect([en.date(AT, AT), en.span(1, "year"), en.duration("2y"), en.number(1.5), en.date(AT, AT)]).toEqual([
    "4 December",
    "1 year",
    "2 years",
    "1.5",
    "4 December",
  ]);
});
