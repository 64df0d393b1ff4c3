/** When a report that is sent is due, and which days it is about: those that have just ended. */
import { DAY, HOUR, civilFromDays, daysFromCivil, weekday } from "../calendar.ts";
import { type Zone, instantOfLocal } from "../zone.ts";
import type { Days } from "./report-period.ts";

export const RHYTHMS = ["day", "week", "month"] as const;
/** `onDay`: of the week from Monday (1 to 7), of the month (1 to 28); of no meaning for a day. `atHour`: 0 to 23, of the zone's clocks. */
export type Rhythm = { every: (typeof RHYTHMS)[number]; onDay: number; atHour: number };

/** Two months and a day: the longest way from one to the next. */
const FURTHEST = 63;

/** The first instant after another at which it is due. An hour that clocks leave out is the one after. */
export function nextDue(rhythm: Rhythm, after: number, zone: Zone): number {
  const today = dayOf(after, zone);
  for (let day = today; day <= today + FURTHEST; day++) {
    if (!isItsDay(rhythm, day)) continue;
    const at = instantOfLocal(day * DAY + rhythm.atHour * HOUR, zone);
    if (at > after) return at;
  }
  throw new Error("impossible: a rhythm without a day");
}

/** Of those due at `first` and after, the last that is not after `now`: what was missed meanwhile is not sent one by one. */
export function latestDue(rhythm: Rhythm, of: { first: number; now: number; zone: Zone }): number {
  let due = of.first;
  for (let next = nextDue(rhythm, due, of.zone); next <= of.now; next = nextDue(rhythm, due, of.zone)) due = next;
  return due;
}

/** The days that the report of a due instant is about: up to the day before. */
export function daysBefore(rhythm: Rhythm, due: number, zone: Zone): Days {
  const day = dayOf(due, zone);
  if (rhythm.every === "day") return { from: day - 1, to: day - 1 };
  if (rhythm.every === "week") return { from: day - 7, to: day - 1 };
  const { year, month, day: of } = civilFromDays(day);
  return { from: month === 1 ? daysFromCivil(year - 1, 12, of) : daysFromCivil(year, month - 1, of), to: day - 1 };
}

const dayOf = (at: number, zone: Zone): number => Math.floor((at + zone.offsetAt(at)) / DAY);

function isItsDay({ every, onDay }: Rhythm, day: number): boolean {
  if (every === "day") return true;
  return every === "week" ? weekday(day) + 1 === onDay : civilFromDays(day).day === onDay;
}
