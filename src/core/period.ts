import { DAY, INSTANT_END, INSTANT_FIRST, civilFromDays, daysFromCivil, weekday } from "./calendar.ts";
import { instantOfLocal } from "./zone.ts";
import type { Zone } from "./zone.ts";

/** What limits, tiers and budgets count by. A week is that of ISO 8601: Monday to Sunday, belonging to the year of its Thursday. */
export type PeriodUnit = "day" | "week" | "month" | "quarter" | "year" | "ever";

/**
 * A stretch of local calendar time, as UTC instants: start <= at < end. Keys sort in time within a unit: "2026-11-22", "2026-W47",
 * "2026-11", "2026-Q4", "2026", "ever". Read only: the caller may share it.
 */
export type Period = { readonly key: string; readonly start: number; readonly end: number };

const EVER: Period = { key: "ever", start: INSTANT_FIRST, end: INSTANT_END };

/**
 * The period of the zone's calendar that holds the instant. It starts at the first instant whose wall clock shows local midnight or later,
 * so the periods of a unit join without gap or overlap, also where summer time begins or ends at midnight.
 */
export function periodOf(at: number, unit: PeriodUnit, zone: Zone): Period {
  if (unit === "ever") return EVER;
  const day = Math.floor((at + zone.offsetAt(at)) / DAY);
  const period = periodOfDay(day, unit, zone);
  // St. John's put its clocks back at 00:01 until 2011: the wall clock showed the old date again, but the new day had begun.
  return at < period.end ? period : periodOfDay(Math.floor((period.end + zone.offsetAt(period.end)) / DAY), unit, zone);
}

/** Days remembered by `compilePeriod`: more than a year of them, a power of two. */
const SLOTS = 512;

/**
 * `periodOf` for one unit and zone that remembers its answers, for folds: facts come in time order, so nearly all fall in the same
 * period (6 ns against 120 ns), and one key string for all of them keeps its hash for the maps it is looked up in. A backtest goes
 * through the same year once for every person, so a year of days is remembered beside the last.
 */
export function compilePeriod(unit: PeriodUnit, zone: Zone): (at: number) => Period {
  let last = periodOf(INSTANT_FIRST, unit, zone);
  const known: Period[] = [];
  return (at) => {
    if (at >= last.start && at < last.end) return last;
    const slot = Math.floor(at / DAY) & (SLOTS - 1);
    const found = known[slot];
    if (found !== undefined && at >= found.start && at < found.end) return (last = found);
    return (known[slot] = last = periodOf(at, unit, zone));
  };
}

function periodOfDay(day: number, unit: Exclude<PeriodUnit, "ever">, zone: Zone): Period {
  if (unit === "week") {
    const monday = day - weekday(day);
    return between(weekKey(monday), { from: monday, to: monday + 7 }, zone);
  }
  const { year, month, day: dayOfMonth } = civilFromDays(day);
  switch (unit) {
    case "day":
      return between(`${year}-${pad(month)}-${pad(dayOfMonth)}`, { from: day, to: day + 1 }, zone);
    case "month": {
      const from = day - dayOfMonth + 1;
      const to = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
      return between(`${year}-${pad(month)}`, { from, to }, zone);
    }
    case "quarter": {
      const quarter = ((month - 1) / 3) | 0;
      const to = quarter === 3 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, quarter * 3 + 4, 1);
      return between(`${year}-Q${quarter + 1}`, { from: daysFromCivil(year, quarter * 3 + 1, 1), to }, zone);
    }
    case "year":
      return between(`${year}`, { from: daysFromCivil(year, 1, 1), to: daysFromCivil(year + 1, 1, 1) }, zone);
  }
}

function between(key: string, days: { from: number; to: number }, zone: Zone): Period {
  return { key, start: instantOfLocal(days.from * DAY, zone), end: instantOfLocal(days.to * DAY, zone) };
}

/** ISO week of a Monday: the year is that of its Thursday, the number counts Thursdays. */
function weekKey(monday: number): string {
  const { year } = civilFromDays(monday + 3);
  const week = (((monday + 3 - daysFromCivil(year, 1, 1)) / 7) | 0) + 1;
  return `${year}-W${pad(week)}`;
}

function pad(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}
