/** Levels: up at once, down after a notice, at the same instants however often one looks. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { UTC } from "../time.ts";
import { type Earned, type LevelNews, NO_LEVEL, moveLevel } from "./level.ts";

const DAY = 86_400_000;
const JAN = Date.UTC(2030, 0, 1);
const rules = {
  steps: [
    { key: "champion", name: "Champion", from: 100, perks: [] },
    { key: "ambassador", name: "Ambassador", from: 300, perks: [] },
  ],
  window: { months: 12, ms: 0 },
  notice: { months: 0, ms: 30 * DAY },
  zone: UTC,
};
const line = (n: LevelNews) =>
  `${n.kind} ${n.from ?? "-"} ${n.to ?? "-"} at ${new Date(n.at).toISOString().slice(0, 10)} with ${n.points}`;

test("up at once, a notice when points leave the window, down 30 days later to where she fits then", () => {
  const earned = [
    { at: JAN, amount: 250 },
    { at: JAN + 20 * DAY, amount: 100 },
  ];
  const [state, news] = moveLevel(NO_LEVEL, { earned, rules, now: JAN + 500 * DAY });
  expect(news.map(line)).toEqual([
    "reached - champion at 2030-01-01 with 250",
    "reached champion ambassador at 2030-01-21 with 350",
    "notice ambassador champion at 2031-01-01 with 100",
    "lost ambassador - at 2031-01-31 with 0",
  ]);
  expect(state).toMatchObject({ level: null, points: 0, noticeAt: null, nextAt: null });
});

test("who earns enough during the notice keeps her level", () => {
  const earned = [
    { at: JAN, amount: 100 },
    { at: JAN + 380 * DAY, amount: 100 },
  ];
  const [state, news] = moveLevel(NO_LEVEL, { earned, rules, now: JAN + 400 * DAY });
  expect(news.map((n) => n.kind)).toEqual(["reached", "notice", "kept"]);
  expect(state).toMatchObject({ level: "champion", noticeDue: null });
});

test("the last day of the notice is whole: one millisecond before its end nothing is lost", () => {
  const earned = [{ at: JAN, amount: 100 }];
  const end = Date.UTC(2031, 0, 1) + 30 * DAY;
  expect(moveLevel(NO_LEVEL, { earned, rules, now: end - 1 })[0]).toMatchObject({ level: "champion", noticeDue: end, nextAt: end });
  expect(moveLevel(NO_LEVEL, { earned, rules, now: end })[0]).toMatchObject({ level: null });
});

test("looking once or often, whenever, tells the same news at the same instants", () => {
  const day = fc.integer({ min: 0, max: 1200 });
  const earnings = fc.array(fc.record({ day, amount: fc.integer({ min: 1, max: 250 }) }), { maxLength: 12 });
  fc.assert(
    fc.property(earnings, fc.array(day, { maxLength: 20 }), (list, looks) => {
      const earned: Earned[] = list.map((e) => ({ at: JAN + e.day * DAY, amount: e.amount }));
      const now = JAN + 2000 * DAY;
      const [once, news] = moveLevel(NO_LEVEL, { earned, rules, now });
      let state = NO_LEVEL;
      const often: LevelNews[] = [];
      for (const at of [...looks.sort((a, b) => a - b).map((d) => JAN + d * DAY), now]) {
        // What is not earned yet is not known yet; a sweep in between comes by `nextAt` too.
        const [next, more] = moveLevel(state, { earned: earned.filter((e) => e.at <= at), rules, now: at });
        state = next;
        often.push(...more);
      }
      expect(often).toEqual(news);
      expect(state).toEqual(once);
    }),
    { numRuns: 300 },
  );
});
