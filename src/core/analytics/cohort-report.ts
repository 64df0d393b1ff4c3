/** Retention of friends by when they came, from sums by the day they came and the step after it. */
import { wilson } from "./interval.ts";
import { dayText } from "./report-period.ts";
import { STEP_DAYS } from "./report-rows.ts";
import { LEAST } from "./report.ts";

/** `step`: null for friends who came; else the thirty days after, counted from 0. */
export type CohortSum = { day: number; step: number | null; metric: string; unit: string; value: number };
export type CohortPoint = {
  after: number;
  people: number;
  active: number;
  share: number | null;
  low: number | null;
  high: number | null;
  revenue: { unit: string; amount: number }[];
};
/** `cohort`: a month ("2026-11"), or null for all of them together. */
export type Cohort = { cohort: string | null; people: number; points: CohortPoint[] };

/** A row a month, and one of all; a step has those only whose thirty days are over, so that the young do not look unfaithful. */
export function cohortRows(sums: readonly CohortSum[], today: number): Cohort[] {
  const months = [...Map.groupBy(sums, (each) => dayText(each.day).slice(0, 7))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [...months.map(([cohort, own]) => rowOf(cohort, own, today)), rowOf(null, sums, today)];
}

function rowOf(cohort: string | null, sums: readonly CohortSum[], today: number): Cohort {
  const add = (list: readonly CohortSum[]): number => list.reduce((all, each) => all + each.value, 0);
  const byStep = Map.groupBy(sums, (each) => each.step);
  const came = (byStep.get(null) ?? []).filter((each) => each.metric === "friends_came");
  const points: CohortPoint[] = [];
  for (let after = 0; ; after++) {
    const isOver = (each: CohortSum): boolean => each.day + (after + 1) * STEP_DAYS <= today;
    const people = add(came.filter(isOver));
    if (people === 0) return { cohort, people: add(came), points };
    const own = (byStep.get(after) ?? []).filter(isOver);
    const active = add(own.filter((each) => each.metric === "retained"));
    const { share, low, high } = wilson(active, people);
    const revenue = [
      ...Map.groupBy(
        own.filter((each) => each.metric === "cohort_revenue"),
        (each) => each.unit,
      ),
    ].map(([unit, list]) => ({ unit, amount: add(list) }));
    const isEnough = people >= LEAST;
    points.push({
      after,
      people,
      active,
      share: isEnough ? share : null,
      low: isEnough ? low : null,
      high: isEnough ? high : null,
      revenue,
    });
  }
}
