/** The week in statements: what is said to have moved has, in nineteen of twenty quiet weeks nothing is, and no number is none. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { stepsOf } from "../../src/core/analytics/participation.ts";
import { makeRandom } from "../../src/core/analytics/random.ts";
import { WEEKS_BEFORE, WEEK_COUNTS, type WeekInput, eachCount, tellWeek, usualOf } from "../../src/core/analytics/week-told.ts";
import { weekSentence } from "../../src/core/told/week-words.ts";
import { formats } from "../../src/core/words/format.ts";
import { createSpeaker } from "../../src/core/words/speaker.ts";

const QUIET = { money: [], steps: [], needs: {} };
/** So many a week, always: one a count. */
const RATES = [2, 6, 15, 40, 90, 9];
const codes = (week: WeekInput): string[] => tellWeek(week).map((each) => each.code);
const steadily = (n: number, last: number): number[] => [...Array.from({ length: WEEKS_BEFORE }, (_, i) => n + (i % 3)), last];

test("where nothing changes a week moves in at most one of twenty, also where counts scatter more than by chance", () => {
  const random = makeRandom(20_261_122);
  // The mean itself drawn anew each week: variance four times the mean.
  const scattered = (mean: number): number => random.poisson(3 * random.gamma(mean / 3));
  for (const draw of [random.poisson, scattered]) {
    let moved = 0;
    const worlds = 600;
    for (let world = 0; world < worlds; world++) {
      const counts = eachCount((each) => Array.from({ length: WEEKS_BEFORE + 1 }, () => draw(RATES[WEEK_COUNTS.indexOf(each)]!)));
      if (codes({ ...QUIET, counts }).includes("moved")) moved++;
    }
    expect(moved / worlds).toBeLessThanOrEqual(0.05);
  }
});

test("a count far outside of what was usual is said to have moved, with the range it left; within it nothing is", () => {
  const counts = eachCount((each) => steadily(20, each === "orders" ? 90 : each === "visits" ? 0 : 21));
  const told = tellWeek({ ...QUIET, counts });
  const moved = told.filter((each) => each.code === "moved");
  expect(moved.map((each) => [each.metric, each.value, each.isUp])).toEqual([
    ["orders", 90, true],
    ["visits", 0, false],
  ]);
  for (const each of moved) expect(each.value < each.low || each.value > each.high).toBe(true);
  expect(codes({ ...QUIET, counts: eachCount(() => steadily(20, 22)) })).toEqual(["counted", "steady", "no_needs"]);
});

test("weeks before the first event count as none: what is usual is not known until four are over", () => {
  const young = eachCount(() => [0, 0, 0, 0, 0, 0, 9, 8, 40]);
  expect(tellWeek({ ...QUIET, counts: young })).toContainEqual({ code: "too_early", weeks: 2 });
  expect(codes({ ...QUIET, counts: eachCount(() => Array.from({ length: 9 }, () => 0)) })).toEqual(["nothing", "no_needs"]);
  expect(usualOf([3, 4, 5])).toBeNull();
});

test("the largest loss is the step that most people have not taken; below ten people none is named", () => {
  const sum = (metric: string, value: number) => ({ metric, key: "", unit: "", value });
  const steps = stepsOf(
    [sum("advocates_joined", 300), sum("advocates_shared", 60), sum("advocates_visited", 50), sum("friends_came", 5)],
    null,
  );
  const told = tellWeek({ ...QUIET, steps, counts: eachCount(() => [1]) });
  expect(told).toContainEqual(expect.objectContaining({ code: "lost", step: "visited_to_friend", people: 50, lost: 50 }));
  expect(codes({ ...QUIET, steps: stepsOf([sum("friends_came", 5)], null), counts: eachCount(() => [1]) })).not.toContain("lost");
});

test("whatever is fed in, each sentence is one in three languages: no NaN, no Infinity, no open brace", () => {
  const count = fc.oneof(fc.nat(1_000_000), fc.constantFrom(NaN, Infinity, -3, 0));
  const voices = (["en", "de", "ar"] as const).map((each) => ({ speaker: createSpeaker(each), formats: formats(each, "UTC") }));
  fc.assert(
    fc.property(fc.array(fc.tuple(count, count, count, count, count, count), { minLength: 1, maxLength: 9 }), fc.nat(9), (weeks, n) => {
      const counts = eachCount((each) => weeks.map((week) => week[WEEK_COUNTS.indexOf(each)]!));
      const money = [{ unit: "EUR", revenue: n * 1000, cost: n }];
      const steps = stepsOf([{ metric: "advocates_joined", key: "", unit: "", value: n * 5 }], null);
      const told = tellWeek({ counts, money, steps, needs: { reviews: n, tickets: 1 } });
      for (const voice of voices)
        for (const each of told) expect(weekSentence(each, voice)).toMatch(/^(?!.*(NaN|Infinity|undefined|[{}])).+$/s);
    }),
    { numRuns: 200 },
  );
});
