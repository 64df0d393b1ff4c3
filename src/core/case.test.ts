/** Cases, as arithmetic: moves, due dates, reminders, and which places are near. */
import { expect, test } from "vitest";
import { closeProblem, distance, moveProblem, nearestPlaces, reminders, skipped, stageDue } from "./case.ts";
import { caseSection } from "./program-case.ts";
import { DAY, HOUR, UTC, compileZone } from "./time.ts";

const STAGES = ["a", "b", "c", "d"];
const section = caseSection.parse({ due: { a: "2d", b: "1 month" } });

test("only the next stage needs no reason, and a blank is none", () => {
  const move = (from: string, to: string, reason: string | null = null) => moveProblem(STAGES, { from, to, reason });
  expect(move("a", "b")).toBeNull();
  for (const to of ["c", "d"]) expect(move("a", to)).toBe("reason_missing");
  expect(move("c", "b")).toBe("reason_missing");
  expect(move("a", "c", " \n\t")).toBe("reason_missing");
  expect(move("a", "c", "why")).toBeNull();
  expect(move("a", "a", "why")).toBe("stage_same");
  expect(move("a", "x", "why")).toBe("stage_unknown");
  expect(skipped(STAGES, "a", "d")).toEqual(["b", "c"]);
  expect([skipped(STAGES, "a", "b"), skipped(STAGES, "c", "a"), skipped(STAGES, "d", null)]).toEqual([[], [], []]);
  expect(closeProblem(STAGES, { stage: "d", reason: null })).toBeNull();
  expect(closeProblem(STAGES, { stage: "c", reason: null })).toBe("reason_missing");
});

test("a stage is due after its time by the calendar of the zone, and one without a time never is", () => {
  const berlin = compileZone("Europe/Berlin")!;
  const at = Date.UTC(2030, 2, 1, 8);
  expect(stageDue(section, { stage: "a", at, zone: berlin })).toBe(at + 2 * DAY);
  // 09:00 in Berlin stays 09:00 across summer time.
  expect(stageDue(section, { stage: "b", at, zone: berlin })).toBe(Date.UTC(2030, 3, 1, 7));
  expect(stageDue(section, { stage: "c", at, zone: berlin })).toBeNull();
});

test("the owner is reminded after a day and the coordinator after three, each once", () => {
  const of = { dueAt: 1000, ownerRemindedAt: null, coordinatorRemindedAt: null, zone: UTC };
  expect(reminders(section, of)).toEqual([
    { who: "owner", at: 1000 + DAY },
    { who: "coordinator", at: 1000 + 3 * DAY },
  ]);
  expect(reminders(section, { ...of, ownerRemindedAt: 2000 })).toEqual([{ who: "coordinator", at: 1000 + 3 * DAY }]);
  expect(reminders(section, { ...of, dueAt: null })).toEqual([]);
  const other = caseSection.parse({ remind: { owner: "5d", coordinator: "4h" } });
  expect(reminders(other, of).map((r) => r.at)).toEqual([1000 + 4 * HOUR, 1000 + 5 * DAY]);
});

test("the nearest places with room, also across the date line and around the poles", () => {
  const at = (id: string, latitude: number, longitude: number, free = 1) => ({
    id,
    latitude: latitude * 1_000_000,
    longitude: longitude * 1_000_000,
    free,
  });
  const places = [at("far", 10, 10), at("east", 0, 179.5), at("west", 0, -179.5), at("full", 0, 179.9, 0), at("over", 0, 179.8, -1)];
  const from = { latitude: 0, longitude: 179_900_000 };
  expect(nearestPlaces(places, from, 3).map((p) => p.id)).toEqual(["east", "west", "far"]);
  expect(nearestPlaces(places, from, 1)).toHaveLength(1);
  expect(nearestPlaces([at("b", 1, 0), at("a", -1, 0)], { latitude: 0, longitude: 0 }, 2).map((p) => p.id)).toEqual(["a", "b"]);
  // Paris to London, 343.6 km; from pole to pole half the way around.
  expect(distance({ latitude: 48_856_600, longitude: 2_352_200 }, { latitude: 51_507_400, longitude: -127_800 })).toBeCloseTo(
    343_560,
    -3,
  );
  expect(distance({ latitude: 90_000_000, longitude: 0 }, { latitude: -90_000_000, longitude: 77_000_000 })).toBe(20_015_115);
});
