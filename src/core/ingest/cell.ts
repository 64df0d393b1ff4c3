/**
 * Cells to values: the date forms, decimal commas and signs that exports of other systems use. Strict: what is not understood is refused
 * with a reason, never guessed.
 */
import { daysFromCivil, daysInMonth } from "../calendar.ts";
import { decimalToMinor, moneyMessage } from "../money.ts";
import type { Rounding } from "../money.ts";
import { DAY, HOUR, MINUTE, SECOND, formatInstant, instantInRange, instantMessage, parseInstant } from "../time.ts";
import type { Zone } from "../time.ts";
import { instantOfLocal } from "../zone.ts";

/** A value, or why there is none. `code` is for programs, `message` names the remedy. */
export type Cell<T> = { ok: true; value: T } | { ok: false; code: string; message: string };

export type DateForm = "iso" | "dmy" | "mdy" | "unix" | "unix_ms";

const refuse = (code: string, message: string): { ok: false; code: string; message: string } => ({ ok: false, code, message });

const DATE: Readonly<Record<"iso" | "dmy" | "mdy", RegExp>> = {
  iso: /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](.*))?$/,
  dmy: /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:,?[T ](.*))?$/,
  mdy: /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:,?[T ](.*))?$/,
};
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?([ap]\.?m\.?)?$/i;
const OFFSET = /(Z|[+-]\d{2}:\d{2})$/;
const EXAMPLE: Readonly<Record<DateForm, string>> = {
  iso: "2010-12-01T08:26", dmy: "01/12/2010 08:26", mdy: "12/01/2010 8:26 AM", unix: "1291191960", unix_ms: "1291191960000",
};

/**
 * A date cell to the canonical text of its instant. Without an offset the wall time is that of `zone`: one that occurs twice (autumn) is
 * the earlier, one that is skipped (spring) the instant of the skip. A date alone is its midnight.
 */
export function readInstant(text: string, form: DateForm, zone: Zone): Cell<string> {
  const at = form === "unix" || form === "unix_ms" ? unixInstant(text, form) : civilInstant(text, form, zone);
  if (at === undefined) {
    return refuse("instant_malformed", `"${text.slice(0, 40)}" is no date like ${EXAMPLE[form]}; choose another form with "dates"`);
  }
  if (!instantInRange(at)) return refuse("instant_out_of_range", instantMessage("instant_out_of_range"));
  return { ok: true, value: formatInstant(at) };
}

function unixInstant(text: string, form: "unix" | "unix_ms"): number | undefined {
  if (!/^\d{1,15}(\.\d+)?$/.test(text)) return undefined;
  // 1291191960.5 seconds has its milliseconds in the fraction; Number() of such a text is exact to the microsecond until 2255.
  return Math.floor(Number(text) * (form === "unix" ? 1000 : 1));
}

function civilInstant(text: string, form: "iso" | "dmy" | "mdy", zone: Zone): number | undefined {
  const found = DATE[form].exec(text);
  if (found === null) return undefined;
  const [, first = "", second = "", third = "", clock = ""] = found;
  const [year, month, day] = form === "iso" ? [first, second, third] : form === "dmy" ? [third, second, first] : [third, first, second];
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > daysInMonth(date.year, date.month)) return undefined;
  const offset = OFFSET.exec(clock)?.[1];
  const time = timeOfDay(offset === undefined ? clock.trim() : clock.slice(0, -offset.length).trim());
  if (time === undefined) return undefined;
  const local = daysFromCivil(date.year, date.month, date.day) * DAY + time;
  return offset === undefined ? instantOfLocal(local, zone) : withOffset(local, offset);
}

function withOffset(local: number, offset: string): number | undefined {
  const at = parseInstant(`${formatInstant(local).slice(0, -1)}${offset}`);
  return typeof at === "number" ? at : undefined;
}

/** "8:26", "08:26:00.125", "8:26 PM" to milliseconds since midnight; an empty text is midnight. */
function timeOfDay(text: string): number | undefined {
  if (text === "") return 0;
  const found = TIME.exec(text);
  if (found === null) return undefined;
  const [, hours = "", minutes = "", seconds = "0", fraction = "", half] = found;
  const written = Number(hours);
  if (half !== undefined && (written < 1 || written > 12)) return undefined;
  const hour = half === undefined ? written : (written % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return hour * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND + Number(fraction.slice(0, 3).padEnd(3, "0"));
}

export type AmountForm = { amounts: "decimal" | "minor"; decimal: "." | ","; excess: Rounding | "refuse" };

/**
 * The number of a cell as digits with a point, or undefined: "1.234,50" under a decimal comma is "1234.50". Thousands are only taken in
 * groups of three, so that "1,23" under a decimal point is refused instead of read as 123.
 */
export function plainNumber(text: string, decimal: "." | ","): string | undefined {
  const grouped = decimal === "." ? /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/ : /^[-+]?\d{1,3}(?:[. ]\d{3})+(?:,\d*)?$/;
  let digits = grouped.test(text) ? text.replace(decimal === "." ? /,/g : /[. ]/g, "") : text;
  if (decimal === ",") digits = digits.includes(".") ? "x" : digits.replace(",", ".");
  return /^[-+]?\d+(\.\d+)?$/.test(digits) ? digits.replace("+", "") : undefined;
}

/** An amount cell in minor units of `currency`, with its sign. */
export function readMoney(text: string, currency: string, form: AmountForm): Cell<number> {
  const digits = plainNumber(text, form.decimal);
  if (digits === undefined) return refuse("money_malformed", `"${text.slice(0, 40)}" is no amount such as 12${form.decimal}50`);
  if (form.amounts === "minor") {
    const value = Number(digits);
    if (Number.isSafeInteger(value)) return { ok: true, value: value + 0 };
    return refuse("money_malformed", `"${text.slice(0, 40)}" is no whole number of minor units below 2^53`);
  }
  const value = decimalToMinor(digits, currency, form.excess);
  return typeof value === "number" ? { ok: true, value } : refuse(value, moneyMessage(value, currency));
}

/** -1, 0 or 1 for a cell that holds a number, undefined for anything else. Read by its digits, never as a float. */
export function signOf(text: string, decimal: "." | ","): -1 | 0 | 1 | undefined {
  const digits = plainNumber(text.trim(), decimal);
  if (digits === undefined) return undefined;
  if (/^-?[0.]*$/.test(digits)) return 0;
  return digits.startsWith("-") ? -1 : 1;
}
