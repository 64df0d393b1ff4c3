/**
 * What a week was like, from its figures and those of the weeks before, by rules. A count has moved when it lies outside of what the weeks
 * before make usual: a prediction interval of one more week on the scale of roots (mean of n weeks, deviation by how much they scatter, but
 * not less than that of a Poisson count; Student's t with n - 1 degrees of freedom, the level shared among the counts by Bonferroni). So in
 * nineteen of twenty weeks in which nothing has changed no count at all is said to have moved (test/statistics/week-told.test.ts).
 */
import { LEAST } from "./report.ts";
import type { Step, StepName } from "./participation.ts";
import { studentQuantile } from "./special.ts";

/** What is counted, in the order in which it is told. */
export const WEEK_COUNTS = ["friends_came", "new_customers", "orders", "advocates_joined", "visits", "rewards_granted"] as const;
export type WeekCount = (typeof WEEK_COUNTS)[number];
/** Weeks before the one that is told of, at most and at least. */
export const WEEKS_BEFORE = 8;
export const WEEKS_LEAST = 4;
const LEVEL = 0.05;
/** The variance of the root of a Poisson count, whatever its mean. */
const POISSON = 1 / 4;

export const WEEK_NEEDS = ["failed_events", "reviews", "claims", "applications", "tickets", "deliveries", "refused_by_budget"] as const;
export type WeekNeed = (typeof WEEK_NEEDS)[number];

export type WeekInput = {
  /** A count a week, the earliest first; the last is the week that is told of. */
  counts: Readonly<Record<WeekCount, readonly number[]>>;
  /** Of the week, in each currency by itself. */
  money: readonly { unit: string; revenue: number; cost: number }[];
  /** Of those of thirty days. */
  steps: readonly Step[];
  needs: Readonly<Partial<Record<WeekNeed, number>>>;
};
export type Usual = { low: number; high: number };
export type WeekTold =
  | { code: "nothing" }
  | { code: "counted"; friends: number; customers: number }
  | { code: "moved"; metric: WeekCount; value: number; low: number; high: number; isUp: boolean }
  | { code: "steady"; weeks: number }
  | { code: "too_early"; weeks: number }
  | { code: "money"; unit: string; revenue: number; cost: number }
  | { code: "lost"; step: StepName; people: number; lost: number }
  | { code: "needs"; need: WeekNeed; n: number }
  | { code: "no_needs" };

/** What a further week holds if nothing changes, from the weeks before; null where they are too few. `of`: counts looked at together. */
export function usualOf(before: readonly number[], of = 1): Usual | null {
  const n = before.length;
  if (n < WEEKS_LEAST) return null;
  // Counts scatter the more the larger they are; their roots do not (Anscombe 1948), so that a whale's week is no bell's.
  const roots = before.map((each) => Math.sqrt(Math.max(0, each) + 3 / 8));
  const mean = roots.reduce((all, each) => all + each, 0) / n;
  const variance = roots.reduce((all, each) => all + (each - mean) ** 2, 0) / (n - 1);
  const half = studentQuantile(1 - LEVEL / (2 * of), n - 1) * Math.sqrt(Math.max(variance, POISSON) * (1 + 1 / n));
  const back = (root: number): number => Math.max(0, root) ** 2 - 3 / 8;
  return { low: Math.max(0, Math.floor(back(mean - half))), high: Math.ceil(back(mean + half)) };
}

/** The week in a few statements, what matters first. Never a number that is none. */
export function tellWeek(week: WeekInput): WeekTold[] {
  const counts = sinceItBegan(week.counts);
  const [friends, customers] = [counts.friends_came.at(-1) ?? 0, counts.new_customers.at(-1) ?? 0];
  const isNothing = WEEK_COUNTS.every((each) => (counts[each].at(-1) ?? 0) === 0) && week.money.length === 0;
  return [
    isNothing ? { code: "nothing" } : { code: "counted", friends, customers },
    ...moved(counts),
    ...week.money.filter((each) => each.revenue !== 0 || each.cost !== 0).map((each) => ({ code: "money" as const, ...each })),
    ...lost(week.steps),
    ...needs(week.needs),
  ];
}

type Counts = WeekInput["counts"];

/** A list for each of the counts. */
export function eachCount(of: (metric: WeekCount) => number[]): Record<WeekCount, number[]> {
  const [friends_came, new_customers, orders, advocates_joined, visits, rewards_granted] = WEEK_COUNTS.map(of) as [
    number[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  return { friends_came, new_customers, orders, advocates_joined, visits, rewards_granted };
}

/** Weeks before anything was counted at all are not quiet weeks: there was no program. */
function sinceItBegan(counts: WeekInput["counts"]): Counts {
  const clean = (list: readonly number[]): number[] => list.map((n) => (Number.isFinite(n) && n > 0 ? n : 0));
  const all = eachCount((each) => clean(counts[each]));
  const length = Math.max(...WEEK_COUNTS.map((each) => all[each].length));
  const first = Math.min(...WEEK_COUNTS.map((each) => all[each].findIndex((n) => n > 0)).map((at) => (at < 0 ? length : at)));
  return eachCount((each) => all[each].slice(Math.min(first, length - 1)));
}

function moved(counts: Counts): WeekTold[] {
  const weeks = counts[WEEK_COUNTS[0]].length - 1;
  // Before the first event nothing is usual, and nothing is missing.
  if (WEEK_COUNTS.every((each) => counts[each].every((n) => n === 0))) return [];
  if (weeks < WEEKS_LEAST) return [{ code: "too_early", weeks: WEEKS_LEAST - Math.max(0, weeks) }];
  const found = WEEK_COUNTS.flatMap((metric): WeekTold[] => {
    const value = counts[metric].at(-1)!;
    const usual = usualOf(counts[metric].slice(0, -1), WEEK_COUNTS.length);
    if (usual === null || (value >= usual.low && value <= usual.high)) return [];
    return [{ code: "moved", metric, value, ...usual, isUp: value > usual.high }];
  });
  return found.length === 0 ? [{ code: "steady", weeks }] : found;
}

/** The step that most people have not taken, of those of whom something can be said. */
function lost(steps: readonly Step[]): WeekTold[] {
  const known = steps.filter((each) => each.share !== null && each.people >= LEAST && each.lost > 0);
  const worst = known.toSorted((a, b) => b.lost / b.people - a.lost / a.people || b.lost - a.lost)[0];
  return worst === undefined ? [] : [{ code: "lost", step: worst.step, people: worst.people, lost: worst.lost }];
}

function needs(of: WeekInput["needs"]): WeekTold[] {
  const found = WEEK_NEEDS.flatMap((need): WeekTold[] => ((of[need] ?? 0) > 0 ? [{ code: "needs", need, n: of[need]! }] : []));
  return found.length === 0 ? [{ code: "no_needs" }] : found;
}
