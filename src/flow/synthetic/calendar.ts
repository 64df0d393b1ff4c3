/** When a shop is busy: the year's season, the days of the week, the hours of the day, and slow growth. */
import { DAY, HOUR } from "../../core/time.ts";
import { civilFromDays, weekday } from "../../core/calendar.ts";
import type { Random } from "../../core/analytics/random.ts";

/** January to December, mean 1: a gift shop, so that November and December are the year and February is quiet. */
const MONTHS = [0.82, 0.74, 0.85, 0.88, 0.95, 0.9, 0.85, 0.84, 0.98, 1.08, 1.48, 1.63];
/** Monday to Sunday, mean 1: busy after the weekend, slow on Saturday. */
const WEEKDAYS = [1.16, 1.1, 1.04, 1.02, 0.98, 0.79, 0.91];
/** Weight of each hour; a hump at lunch and one in the evening. */
const HOURS = [6, 3, 2, 1, 1, 2, 6, 14, 24, 34, 42, 47, 52, 48, 44, 42, 41, 42, 48, 56, 60, 52, 34, 16];
/** New customers a month, on top of the season. */
const GROWTH_A_MONTH = 1.02;

const HOUR_SUMS = sums(HOURS);

function sums(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

/** How busy the day is that begins at `start` (epoch ms, a UTC midnight), 1 on average; growth not counted. */
export function dayWeight(start: number): number {
  const days = start / DAY;
  const { month, day } = civilFromDays(days);
  const season = MONTHS[month - 1] ?? 1;
  // The shop is nearly closed over Christmas, and a sale day comes at the end of November.
  const special = month === 12 && day >= 24 && day <= 26 ? 0.35 : month === 11 && day >= 25 && day <= 28 ? 1.9 : 1;
  return season * (WEEKDAYS[weekday(days)] ?? 1) * special;
}

/** How readily people buy on the weekday of the day that begins at `start`: 1 on the busiest, less on the others. */
export function weekdayEase(start: number): number {
  return (WEEKDAYS[weekday(start / DAY)] ?? 1) / 1.16;
}

/** How many of `people` arrive on each of `days` days from `start`; the parts sum to `people` exactly. */
export function arrivalsByDay(people: number, start: number, days: number): Int32Array {
  const weights = Array.from({ length: days }, (_, day) => dayWeight(start + day * DAY) * GROWTH_A_MONTH ** (day / 30.4));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const arrivals = new Int32Array(days);
  let weight = 0;
  let placed = 0;
  for (let day = 0; day < days; day++) {
    weight += weights[day] ?? 0;
    const upTo = day === days - 1 ? people : Math.round((people * weight) / all);
    arrivals[day] = upTo - placed;
    placed = upTo;
  }
  return arrivals;
}

/** A millisecond of the day, by the hours' weights. */
export function timeOfDay(random: Random): number {
  const wanted = random.next() * (HOUR_SUMS[23] ?? 1);
  let hour = 0;
  while (hour < 23 && (HOUR_SUMS[hour] ?? 0) <= wanted) hour++;
  return hour * HOUR + random.below(HOUR);
}
