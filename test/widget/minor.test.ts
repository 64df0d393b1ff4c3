/** Amounts as people type them, in their own way of writing numbers. */
import { expect, test } from "vitest";
import { minorUnits } from "../../widget/src/portal/minor.ts";

test.each([
  ["12.50", "en", "USD", 1250],
  ["12,50", "de", "EUR", 1250],
  ["12.50", "de", "EUR", 1250],
  ["1.234,50", "de", "EUR", 123_450],
  ["1,234.50", "en", "USD", 123_450],
  ["1,234", "en", "USD", 123_400],
  ["1.234", "de", "EUR", 123_400],
  ["1 234,5", "fr", "EUR", 123_450],
  ["1\u2019234.50", "de-CH", "CHF", 123_450],
  ["500", "ja", "JPY", 500],
  ["1.250", "en", "KWD", 1250],
  ["\u0661\u0662\u066b\u0665", "ar-EG", "EGP", 1250],
  ["0.1", "en", "USD", 10],
  ["300", "en", "points", 300],
])("%s in %s is %s %i", (typed, locale, unit, minor) => {
  expect(minorUnits(typed, { locale, unit })).toBe(minor);
});

test.each([
  ["", "USD"],
  ["abc", "USD"],
  ["-5", "USD"],
  ["1e3", "USD"],
  ["12.505", "USD"],
  ["1.5", "points"],
  ["5.5", "JPY"],
])("%s of %s is no amount", (typed, unit) => {
  const minor = minorUnits(typed, { locale: "en", unit });
  expect(Number.isNaN(minor)).toBe(true);
});
