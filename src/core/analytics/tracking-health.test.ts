import { expect, test } from "vitest";
import { alertsOf } from "./tracking-health.ts";

const well = { day: 100, usual: 100, late: 0, slowest: 0, visits: 200, usual_visits: 200 };
const nothing = { failed_events: 0, parked_events: 0, webhooks_dead: 0, webhooks_waiting: 0, behind_ms: 0 };
const codes = (a: Partial<typeof well>, w: Partial<typeof nothing> = {}) =>
  alertsOf({ ...well, ...a }, { ...nothing, ...w }).map((each) => `${each.level} ${each.code}`);

test("all is well, and a quiet day of a small shop is no alarm", () => {
  expect(codes({})).toEqual([]);
  expect(codes({ day: 0, usual: 5, visits: 0, usual_visits: 3 })).toEqual([]);
});

test("silence, half of the usual, late events, what failed: each is told, alarms first", () => {
  expect(codes({ day: 0 }, { webhooks_dead: 2 })).toEqual(["alarm silence", "warning webhooks_dead"]);
  expect(codes({ day: 40, visits: 60 })).toEqual(["warning fewer_events", "warning fewer_visits"]);
  expect(codes({ late: 6 }, { failed_events: 1, behind_ms: 700_000 })).toEqual([
    "alarm failed_events",
    "warning late_events",
    "warning behind",
  ]);
  // 22 of 30 is chance.
  expect(codes({ day: 22, usual: 30 })).toEqual([]);
});
