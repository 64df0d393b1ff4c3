import { DAY, HOUR, MINUTE, SECOND, civilFromDays, daysFromCivil, daysInMonth } from "./calendar.ts";
import { instantOfLocal } from "./zone.ts";
import type { Zone } from "./zone.ts";

/**
 * The words of time. Instants are epoch milliseconds in UTC, 1971 to 2099. The parts: instant.ts reads and prints them, zone.ts knows wall
 * clocks, period.ts months and weeks, calendar.ts dates; durations are here.
 */
export { DAY, HOUR, INSTANT_END, INSTANT_FIRST, MINUTE, SECOND } from "./calendar.ts";
export { formatInstant, instantInRange, instantMessage, parseInstant } from "./instant.ts";
export { compilePeriod, periodOf } from "./period.ts";
export type { Period, PeriodUnit } from "./period.ts";
export { UTC, compileZone } from "./zone.ts";
export type { Zone } from "./zone.ts";

/**
 * Calendar months and exact milliseconds; a text gives one of the two. Days and weeks are 24 and 168 hours to the millisecond, whatever the
 * clocks do: "held for 14 days" must not depend on a zone. Months and years follow the calendar of the zone.
 */
export type Duration = { readonly months: number; readonly ms: number };

export type DurationProblem = "duration_malformed" | "duration_too_long";

const MONTHS: Readonly<Record<string, number>> = { month: 1, months: 1, mo: 1, year: 12, years: 12, y: 12 };

const MILLISECONDS: Readonly<Record<string, number>> = {
  second: SECOND,
  seconds: SECOND,
  s: SECOND,
  minute: MINUTE,
  minutes: MINUTE,
  min: MINUTE,
  m: MINUTE,
  hour: HOUR,
  hours: HOUR,
  h: HOUR,
  day: DAY,
  days: DAY,
  d: DAY,
  week: 7 * DAY,
  weeks: 7 * DAY,
  w: 7 * DAY,
};

/** 129 years: the whole accepted range of instants; nothing longer can be meant. */
const LONGEST_MONTHS = 129 * 12;
const LONGEST_MS = 129 * 366 * DAY;

/**
 * "14d", "48h", "30m" (minutes), "2w", "1y", "12 months", "1 day": a whole number, at most one space, a unit. "0d" is a duration, "-1d",
 * "1.5h" and "1h30m" are not.
 */
export function parseDuration(text: string): Duration | DurationProblem {
  let count = 0;
  let i = 0;
  for (let digit = text.charCodeAt(0) - 48; digit >= 0 && digit <= 9; digit = text.charCodeAt(++i) - 48) {
    count = Math.min(count * 10 + digit, 1e15);
  }
  if (i === 0) return "duration_malformed";
  const unit = text.slice(text.charCodeAt(i) === 32 ? i + 1 : i);
  if (Object.hasOwn(MONTHS, unit)) {
    const months = count * (MONTHS[unit] ?? 0);
    return months > LONGEST_MONTHS ? "duration_too_long" : { months, ms: 0 };
  }
  if (!Object.hasOwn(MILLISECONDS, unit)) return "duration_malformed";
  const ms = count * (MILLISECONDS[unit] ?? 0);
  return ms > LONGEST_MS ? "duration_too_long" : { months: 0, ms };
}

/**
 * The instant a duration later. Months keep the local date and wall time of the zone: 31 January plus a month is the last of February, and
 * 09:00 stays 09:00 across summer time. A wall time that is skipped becomes the instant of the skip, one that comes twice its first.
 * The result may pass 2099; `instantInRange` tells.
 */
export function addDuration(at: number, duration: Duration, zone: Zone): number {
  if (duration.months === 0) return at + duration.ms;
  const local = at + zone.offsetAt(at);
  const days = Math.floor(local / DAY);
  const { year, month, day } = civilFromDays(days);
  const months = year * 12 + month - 1 + duration.months;
  const toYear = Math.floor(months / 12);
  const toMonth = months - toYear * 12 + 1;
  const toDay = Math.min(day, daysInMonth(toYear, toMonth));
  return instantOfLocal(daysFromCivil(toYear, toMonth, toDay) * DAY + (local - days * DAY), zone) + duration.ms;
}
