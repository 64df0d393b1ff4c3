/** When a report that is sent is due: on the clocks of a zone, once a period. */
import { expect, test } from "vitest";
import { UTC, compileZone } from "../time.ts";
import { dayText } from "./report-period.ts";
import { daysBefore, latestDue, nextDue } from "./rhythm.ts";

const berlin = compileZone("Europe/Berlin")!;
const at = (text: string): number => Date.parse(text);
const said = (instant: number): string => new Date(instant).toISOString();
const weekly = { every: "week" as const, onDay: 1, atHour: 8 };

test("a week's is due on its weekday at its hour on the zone's clocks, in winter as in summer, and never at the instant it was", () => {
  const first = nextDue(weekly, at("2026-03-20T12:00:00Z"), berlin);
  expect(said(first)).toBe("2026-03-23T07:00:00.000Z");
  expect(said(nextDue(weekly, first, berlin))).toBe("2026-03-30T06:00:00.000Z");
  const days = daysBefore(weekly, first, berlin);
  expect([dayText(days.from), dayText(days.to)]).toEqual(["2026-03-16", "2026-03-22"]);
});

test("a day's is about yesterday; an hour that the clocks leave out is the one after", () => {
  const daily = { every: "day" as const, onDay: 1, atHour: 2 };
  const due = nextDue(daily, at("2026-03-28T12:00:00Z"), berlin);
  expect(said(due)).toBe("2026-03-29T01:00:00.000Z");
  expect(dayText(daysBefore(daily, due, berlin).from)).toBe("2026-03-28");
  // Where clocks go back, the first of the two.
  expect(said(nextDue(daily, at("2026-10-24T12:00:00Z"), berlin))).toBe("2026-10-25T00:00:00.000Z");
});

test("a month's is about the month before it, over the turn of a year", () => {
  const monthly = { every: "month" as const, onDay: 28, atHour: 0 };
  const due = nextDue(monthly, at("2026-12-28T00:00:00Z"), UTC);
  expect(said(due)).toBe("2027-01-28T00:00:00.000Z");
  const days = daysBefore(monthly, due, UTC);
  expect([dayText(days.from), dayText(days.to)]).toEqual(["2026-12-28", "2027-01-27"]);
});

test("of those that were missed the last is meant", () => {
  const first = at("2026-11-02T08:00:00Z");
  expect(said(latestDue(weekly, { first, now: first + 60_000, zone: UTC }))).toBe("2026-11-02T08:00:00.000Z");
  expect(said(latestDue(weekly, { first, now: at("2026-11-22T00:00:00Z"), zone: UTC }))).toBe("2026-11-16T08:00:00.000Z");
});
