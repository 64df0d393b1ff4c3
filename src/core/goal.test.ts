import { expect, test } from "vitest";
import { DAY } from "./calendar.ts";
import { paceOf } from "./goal.ts";

const goal = { target: 100, since: 0, until: 100 * DAY };

test("an even pace is ahead, with what it takes a week to the end", () => {
  expect(paceOf(goal, { done: 50, now: 50 * DAY })).toEqual({ elapsed: 0.5, expected: 49, weekly: 7, needed: 7, state: "ahead" });
});

test("less than an even pace is behind, and needs more a week than before", () => {
  expect(paceOf(goal, { done: 20, now: 50 * DAY })).toMatchObject({ weekly: 2.8, needed: 11.2, state: "behind" });
});

test("a pace of a few days is not made out to be more than there is", () => {
  expect(paceOf(goal, { done: 3, now: DAY / 4 }).weekly).toBe(3);
});

test("nobody is behind on the first day", () => {
  expect(paceOf(goal, { done: 0, now: DAY / 2 }).state).toBe("ahead");
});

test("what is reached needs nothing, before the date and after it; what is not is missed by the date", () => {
  expect(paceOf(goal, { done: 100, now: 10 * DAY })).toMatchObject({ needed: 0, state: "reached" });
  expect(paceOf(goal, { done: 120, now: 200 * DAY })).toMatchObject({ needed: 0, state: "reached", elapsed: 1 });
  expect(paceOf(goal, { done: 99, now: 100 * DAY })).toMatchObject({ needed: null, state: "missed" });
});

test("on the last day the pace is what is missing, and not seven times that an hour before the end", () => {
  expect(paceOf(goal, { done: 90, now: 100 * DAY - 3_600_000 }).needed).toBe(70);
});
