import { expect, test } from "vitest";
import { type DoorSpan, tellDoor } from "./doors.ts";
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

/** Three hours each, the last first: so many accepted, and of them a part sent again or refused. */
const spans = (of: (ago: number) => Partial<DoorSpan>, count = 240): DoorSpan[] =>
  Array.from({ length: count }, (_, ago) => ({ ago, accepted: 0, duplicates: 0, retold: 0, refused: 0, late: 0, again: 0, ...of(ago) }));
const told = (of: (ago: number) => Partial<DoorSpan>, { known = 240, door = "api" } = {}): string[] =>
  tellDoor(door, spans(of), known).alerts.map((each) => `${each.level} ${each.code}`);

test("a door that falls silent or brings less than half is told of; a quiet Sunday, an import and a first day are not", () => {
  const steady = { accepted: 30 };
  expect(told(() => steady)).toEqual([]);
  expect(told((ago) => (ago < 1 ? {} : steady))).toEqual(["alarm door_silent"]);
  expect(told((ago) => (ago < 8 ? { accepted: 10 } : steady))).toEqual(["warning door_fewer"]);
  // 16 hours of a day bring what they bring, then nothing: every day is so.
  expect(told((ago) => (ago % 8 < 2 ? {} : steady))).toEqual([]);
  expect(told((ago) => (ago % 56 < 8 ? { accepted: 2 } : steady))).toEqual([]);
  expect(told((ago) => (ago < 8 ? {} : { accepted: ago % 8 === 0 ? 5 : 0 }))).toEqual([]);
  expect(told((ago) => (ago < 8 ? {} : steady), { door: "import" })).toEqual([]);
  expect(told((ago) => (ago < 8 ? {} : steady), { known: 24 })).toEqual([]);
  expect(told((ago) => (ago < 8 ? {} : { accepted: 3 }))).toEqual(["alarm door_silent"]);
});

test("a share sent again, or refused, is told of when the door's own past does not know it", () => {
  const usual = { accepted: 24, duplicates: 3, refused: 3 };
  expect(told(() => usual)).toEqual([]);
  expect(told((ago) => (ago < 8 ? { accepted: 18, duplicates: 9, refused: 3 } : usual))).toEqual(["warning door_duplicates"]);
  expect(told((ago) => (ago < 8 ? { accepted: 18, duplicates: 3, refused: 9 } : usual))).toEqual(["warning door_refusals"]);
  // A provider that always tells everything twice, and two of eighteen by chance.
  expect(told(() => ({ accepted: 15, duplicates: 15 }))).toEqual([]);
  expect(told((ago) => (ago === 0 ? { accepted: 16, refused: 2 } : ago < 8 ? {} : { accepted: 3 }))).toEqual([]);
  // A door of which no past is known.
  expect(told((ago) => (ago < 8 ? { accepted: 10, refused: 10 } : {}), { known: 8 })).toEqual(["warning door_refusals"]);
});
