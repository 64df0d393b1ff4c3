/** Trust: accepted and answered in time, of all that was asked by name in 12 months; hidden below 3. */
import { expect, test } from "vitest";
import { earlier } from "./case.ts";
import { DAY, UTC } from "./time.ts";
import { type AskedOf, trustOf } from "./trust.ts";

const NOW = Date.UTC(2031, 5, 15, 12);
const rule = { since: earlier(NOW, "12 months", UTC), now: NOW, hiddenBelow: 3 };
const asked = (status: AskedOf["status"], daysAgo: number, decidedAfter: number | null = 1): AskedOf => {
  const askedAt = NOW - daysAgo * DAY;
  return { askedAt, expiresAt: askedAt + 14 * DAY, status, decidedAt: decidedAfter === null ? null : askedAt + decidedAfter * DAY };
};
const yes = (daysAgo: number): AskedOf => asked("answered", daysAgo);

test("below three requests nothing is said, whatever they were; with the third, everything", () => {
  expect(trustOf([], rule)).toBeNull();
  expect(trustOf([yes(30), yes(40)], rule)).toBeNull();
  expect(trustOf([yes(30), yes(40), yes(50)], rule)).toEqual({ kept: 3, of: 3, percent: 100 });
});

test("what was declined or expired counts against her, what still waits counts neither way", () => {
  expect(trustOf([yes(30), asked("declined", 20), asked("expired", 40, 14)], rule)).toEqual({ kept: 1, of: 3, percent: 33 });
  expect(trustOf([yes(30), yes(31), asked("open", 5, null)], rule)).toBeNull();
  // Its time is over, though no sweep has said so.
  expect(trustOf([yes(30), yes(31), asked("open", 14, null)], rule)).toEqual({ kept: 2, of: 3, percent: 66 });
});

test("in time is before the request expired, to the millisecond", () => {
  const at = (ms: number): AskedOf => ({ ...yes(60), decidedAt: yes(60).expiresAt + ms });
  expect(trustOf([yes(30), yes(31), at(-1)], rule)?.kept).toBe(3);
  expect(trustOf([yes(30), yes(31), at(0)], rule)).toEqual({ kept: 2, of: 3, percent: 66 });
});

test("requests of the last 12 months count, the first millisecond included", () => {
  const old = (ms: number): AskedOf => ({ ...yes(366), askedAt: rule.since + ms });
  expect(new Date(rule.since).toISOString()).toBe("2030-06-15T12:00:00.000Z");
  expect(trustOf([yes(30), yes(31), old(0)], rule)?.of).toBe(3);
  expect(trustOf([yes(30), yes(31), old(-1)], rule)).toBeNull();
});
