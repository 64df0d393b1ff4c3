import { expect, test } from "vitest";
import { paceOf } from "./budget-pace.ts";
import { DAY, INSTANT_END } from "./calendar.ts";

const DAY_1 = Date.UTC(2026, 10, 1);
const DAY_11 = DAY_1 + 10 * DAY;
const DAY_31 = DAY_1 + 30 * DAY;

test("a budget that is half spent after a third of its time ends before its period", () => {
  const pace = paceOf({ used: 500, amount: 1000, from: DAY_1, to: DAY_31, now: DAY_11 });
  expect(pace).toEqual({ share: 0.5, elapsed: 1 / 3, perDay: 50, lastsUntil: DAY_11 + 10 * DAY });
});

test("one that outlasts its period, or of which nothing is spent, has no end", () => {
  expect(paceOf({ used: 100, amount: 1000, from: DAY_1, to: DAY_31, now: DAY_11 }).lastsUntil).toBeNull();
  expect(paceOf({ used: 0, amount: 1000, from: DAY_1, to: INSTANT_END, now: DAY_11 })).toEqual({
    share: 0,
    elapsed: null,
    perDay: 0,
    lastsUntil: null,
  });
});

test("one that is spent ends now, and a period of a minute says no absurd pace", () => {
  expect(paceOf({ used: 1000, amount: 1000, from: DAY_1, to: DAY_31, now: DAY_11 }).lastsUntil).toBe(DAY_11);
  expect(paceOf({ used: 10, amount: 1000, from: DAY_1, to: DAY_31, now: DAY_1 + 60_000 }).perDay).toBe(240);
});
