/** What a week is told from: its counts and those of the weeks before, money, where people are lost, what waits. */
import { STEPS, stepsOf } from "../../core/analytics/participation.ts";
import { isCurrency } from "../../core/analytics/report.ts";
import {
  WEEKS_BEFORE,
  WEEK_COUNTS,
  WEEK_NEEDS,
  type WeekInput,
  type WeekTold,
  eachCount,
  tellWeek,
} from "../../core/analytics/week-told.ts";
import { DAY } from "../../core/time.ts";
import type { Client } from "../../store/db.ts";
import { countNeeds } from "../../store/home.ts";
import { idFloor } from "../../store/id-floor.ts";
import { listPrograms } from "../../store/programs.ts";
import { type PointRow, readPoints, readSums } from "../../store/report-read.ts";

const COUNTED = 100;
const STEP_DAYS = 30;
const STEP_METRICS = [...new Set(STEPS.flatMap((each) => [each.of, each.reached]))];
const WEEK = 7;

/** `to`: the last day of the week that is told of, as its number since 1970. `now`: of what waits. */
export type WeekAsk = { to: number; now: number };

export async function readWeekTold(workspaceId: string, db: Client, { to, now }: WeekAsk): Promise<WeekTold[]> {
  const programs = (await listPrograms(workspaceId, db, { before: null, limit: 1_000 })).map((each) => each.id);
  const first = to - (WEEKS_BEFORE + 1) * WEEK + 1;
  const points = await readPoints(workspaceId, db, { programs, metrics: [...WEEK_COUNTS, "revenue", "reward_cost"], from: first, to });
  const sums = await readSums(workspaceId, db, { programs, metrics: STEP_METRICS, dim: "", from: to - STEP_DAYS + 1, to });
  const since = now - WEEK * DAY;
  const needs = await countNeeds(workspaceId, db, { kinds: WEEK_NEEDS, limit: COUNTED, since, sinceId: idFloor(since) });
  return tellWeek({ counts: countsOf(points, first), money: moneyOf(points, to), steps: stepsOf(sums, null), needs });
}

function countsOf(points: readonly PointRow[], first: number): WeekInput["counts"] {
  const counts = eachCount(() => Array.from({ length: WEEKS_BEFORE + 1 }, () => 0));
  for (const { metric, day, value } of points) {
    const list: number[] | undefined = counts[metric as keyof typeof counts];
    if (list !== undefined) list[Math.floor((day - first) / WEEK)]! += value;
  }
  return counts;
}

/** Of the last week, by currency. */
function moneyOf(points: readonly PointRow[], to: number): WeekInput["money"] {
  const own = points.filter((each) => each.day > to - WEEK && isCurrency(each.unit));
  const sum = (unit: string, metric: string): number =>
    own.reduce((all, each) => (each.unit === unit && each.metric === metric ? all + each.value : all), 0);
  return [...new Set(own.map((each) => each.unit))]
    .toSorted()
    .map((unit) => ({ unit, revenue: sum(unit, "revenue"), cost: sum(unit, "reward_cost") }));
}
