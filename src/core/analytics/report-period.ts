/** The days that a report is about, and those that it is compared with. */
import { civilFromDays, daysFromCivil, daysInMonth } from "../calendar.ts";

/** Numbers of days since 1970, both included. */
export type Days = { from: number; to: number };
export const COMPARISONS = ["none", "previous", "last_year"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Five years and a day of leap: a longer one has no single answer worth reading. */
export const LONGEST_DAYS = 1_827;
/** Without `from` a report is about the last 30 days, today included. */
export const USUAL_DAYS = 30;

/** "2026-11-22" to its number, or null where there is no such date. */
export function dayNumber(text: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  if (year < 1971 || year > 2099 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return daysFromCivil(year, month, day);
}

/** The number of a day as its date. */
export function dayText(day: number): string {
  const { year, month, day: of } = civilFromDays(day);
  return `${year}-${String(month).padStart(2, "0")}-${String(of).padStart(2, "0")}`;
}

/** The days before it, as many; or the same dates a year before (28 February for the 29th). */
export function comparedWith({ from, to }: Days, how: Comparison): Days | null {
  if (how === "none") return null;
  if (how === "previous") return { from: from - (to - from + 1), to: from - 1 };
  return { from: yearBefore(from), to: yearBefore(to) };
}

function yearBefore(number: number): number {
  const { year, month, day } = civilFromDays(number);
  return daysFromCivil(year - 1, month, Math.min(day, daysInMonth(year - 1, month)));
}
