/** Goals: so much of something by a date, and the pace that it takes. */
import { DAY } from "./calendar.ts";

export const GOAL_METRICS = ["referrals", "customers", "advocates"] as const;
export type GoalMetric = (typeof GOAL_METRICS)[number];

export type GoalPace = {
  /** Of the time, 0 to 1. */
  elapsed: number;
  /** What would be there by now at an even pace. */
  expected: number;
  /** A week, since it began; in the first week what there is. */
  weekly: number;
  /** A week, from now to the date; 0 when reached, null when the date has passed. */
  needed: number | null;
  state: "reached" | "ahead" | "behind" | "missed";
};

const WEEK = 7 * DAY;

/** `done` of `target` at `now`, between two instants. A day's lag behind an even pace is no lag. */
export function paceOf(goal: { target: number; since: number; until: number }, at: { done: number; now: number }): GoalPace {
  const span = Math.max(DAY, goal.until - goal.since);
  const gone = Math.min(span, Math.max(0, at.now - goal.since));
  const expected = Math.floor((goal.target * Math.max(0, gone - DAY)) / span);
  const weekly = (at.done * WEEK) / Math.max(WEEK, gone);
  const left = goal.until - at.now;
  const missing = Math.max(0, goal.target - at.done);
  const needed = missing === 0 ? 0 : left <= 0 ? null : (missing * WEEK) / Math.max(DAY, left);
  const state = missing === 0 ? "reached" : left <= 0 ? "missed" : at.done >= expected ? "ahead" : "behind";
  return { elapsed: gone / span, expected, weekly: round(weekly), needed: needed === null ? null : round(needed), state };
}

/** One decimal: a pace is an estimate. */
const round = (n: number): number => Math.round(n * 10) / 10;
