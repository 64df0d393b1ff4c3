/** How PostgreSQL's values become JavaScript's: numbers that are exact or refused, instants as epoch milliseconds. */
import pg from "pg";

/** A sum in the database that no JavaScript number holds exactly. */
export class BeyondExact extends RangeError {}

/** int8 (and count(*)) as a number. Throws BeyondExact above 2^53: an amount that cannot be held exactly must not be rounded. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new BeyondExact(`The database holds ${text}, which is beyond the exact integers (2^53).`);
  return value;
}

/**
 * timestamptz (text, ISO style, any offset) as epoch milliseconds. Microseconds are cut off toward the past; infinity
 * and -infinity become the infinite numbers. Columns that are compared with what was read should be timestamptz(3).
 */
export function parseInstant(text: string): number {
  // Sessions are opened with timezone=UTC, so this shape is nearly every one: 2026-11-22 01:42:00[.ffffff]+00
  if (text.length >= 22 && text.endsWith("+00") && text.charCodeAt(4) === 45) return parseUtc(text);
  if (text === "infinity") return Infinity;
  if (text === "-infinity") return -Infinity;
  const match = /^(\d{4,6})-(\d\d)-(\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?([+-]\d\d)(?::?(\d\d))?(?::?(\d\d))?( BC)?$/.exec(text);
  if (match === null) throw new RangeError(`The database sent the instant "${text}"; sessions must use datestyle ISO.`);
  const [, year = "", month = "", day = "", clock = "", fraction = "", hours = "", minutes = "0", seconds = "0", era] = match;
  // Year 1 BC is year 0 in the astronomical count that Date uses.
  const local = new Date(0);
  local.setUTCFullYear(era === undefined ? Number(year) : 1 - Number(year), Number(month) - 1, Number(day));
  const [h = "0", m = "0", s = "0"] = clock.split(":");
  const offsetSeconds = (Number(hours.slice(1)) * 3600 + Number(minutes) * 60 + Number(seconds)) * (hours.startsWith("-") ? -1 : 1);
  return local.getTime() + (Number(h) * 3600 + Number(m) * 60 + Number(s) - offsetSeconds) * 1000 + milliseconds(fraction);
}

/** An instant (epoch ms) as a parameter for a timestamptz. */
export function toTimestamp(instant: number): string {
  return new Date(instant).toISOString();
}

function parseUtc(text: string): number {
  const two = (at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
  const year = two(0) * 100 + two(2);
  const fraction = text.charCodeAt(19) === 46 ? text.slice(20, -3) : "";
  const instant = Date.UTC(year, two(5) - 1, two(8), two(11), two(14), two(17)) + milliseconds(fraction);
  // Date.UTC takes the years 0 to 99 as 1900 to 1999.
  return year < 100 ? new Date(instant).setUTCFullYear(year) : instant;
}

function milliseconds(fraction: string): number {
  return fraction === "" ? 0 : Number(fraction.slice(0, 3).padEnd(3, "0"));
}

/** An array in PostgreSQL's text form, one dimension, read with `parse`; NULL elements stay null. */
function arrayOf<T>(parse: (text: string) => T): (text: string) => (T | null)[] {
  const readTexts = pg.types.getTypeParser(1009 as Parameters<typeof pg.types.getTypeParser>[0]) as (text: string) => (string | null)[];
  return (text) => readTexts(text).map((each) => (each === null ? null : parse(each)));
}

const same = (text: string): string => text;

/** By type id. Dates and local timestamps stay text: the driver's default makes a Date in the machine's time zone. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [20, parseInt8], [1016, arrayOf(parseInt8)],
  [1184, parseInstant], [1185, arrayOf(parseInstant)],
  [1082, same], [1182, arrayOf(same)], [1114, same], [1115, arrayOf(same)],
]);

/** The parsers in the form that `pg` takes. Other types keep the driver's: numeric is text, json is parsed, bytea is a Buffer. */
export const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: "text" | "binary") =>
    (format === "binary" ? undefined : PARSERS.get(id)) ?? pg.types.getTypeParser(id, format as "text")) as typeof pg.types.getTypeParser,
};
