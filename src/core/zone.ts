import { DAY, INSTANT_END, SECOND } from "./calendar.ts";

/**
 * Time zones for the reducer. `Intl` is the only source of the IANA rules in Node, but one format call takes 2.6 us; a compiled zone asks
 * it twice for every four days it meets and answers from a table afterwards (6 ns). The table is a cache of a pure function: an instant
 * always has the same offset within one release of Node (ICU's tzdata is part of the build).
 */
export type Zone = {
  /** The IANA name as it was given. */
  readonly name: string;
  /** Milliseconds to add to a UTC instant to get the local wall time: 3,600,000 for Berlin in winter. */
  readonly offsetAt: (at: number) => number;
};

/** Epoch ms of the table's first entry, a week before 1971, so that a local day of the range never leaves the table. */
const TABLE_START = 358 * DAY;

/**
 * Four days: no zone changes its offset twice within one. Over all 418 zones from 1971 the closest two changes are 6 days 23 hours apart
 * (America/Boa_Vista, October 2000), so a week would have been too coarse.
 */
const BUCKET = 4 * DAY;

const BUCKETS = Math.ceil((INSTANT_END + 14 * DAY - TABLE_START) / BUCKET);

const UNKNOWN = 0x7fffffff;
const CHANGES = 0x7ffffffe;

type Change = { at: number; before: number; after: number };

/** Constant zone, also what "UTC" compiles to. */
export const UTC: Zone = { name: "UTC", offsetAt: () => 0 };

/**
 * Compiles an IANA zone name ("Europe/Berlin"), or returns undefined when this Node does not know it. Keep the result (one a workspace):
 * it costs 0.4 ms and 48 kB.
 */
export function compileZone(name: string): Zone | undefined {
  if (name === "UTC" || name === "Etc/UTC") return UTC;
  const ask = intlOffset(name);
  if (ask === undefined) return undefined;
  const offsets = new Int32Array(BUCKETS).fill(UNKNOWN);
  const changes = new Map<number, Change>();
  const offsetAt = (at: number): number => {
    const index = Math.min(Math.max(Math.floor((at - TABLE_START) / BUCKET), 0), BUCKETS - 1);
    const known = offsets[index] ?? UNKNOWN;
    if (known < CHANGES) return known;
    if (known === UNKNOWN) fillBucket({ ask, offsets, changes }, index);
    const change = changes.get(index);
    if (change === undefined) return offsets[index] ?? 0;
    return at < change.at ? change.before : change.after;
  };
  return { name, offsetAt };
}

function fillBucket(zone: { ask: (at: number) => number; offsets: Int32Array; changes: Map<number, Change> }, index: number): void {
  const start = TABLE_START + index * BUCKET;
  const before = zone.ask(start);
  const after = zone.ask(start + BUCKET - SECOND);
  if (before === after) {
    zone.offsets[index] = before;
    return;
  }
  let low = start;
  let high = start + BUCKET - SECOND;
  while (high - low > SECOND) {
    const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
    if (zone.ask(middle) === before) low = middle;
    else high = middle;
  }
  zone.changes.set(index, { at: high, before, after });
  zone.offsets[index] = CHANGES;
}

/** Formats the instant in the zone and reads the wall time back; exact to the second (Monrovia was at -00:44:30 until 1972). */
function intlOffset(name: string): ((at: number) => number) | undefined {
  const format = formatterFor(name);
  if (format === undefined) return undefined;
  return (at) => {
    let year = 0,
      month = 0,
      day = 0,
      hour = 0,
      minute = 0,
      second = 0;
    for (const part of format.formatToParts(at)) {
      if (part.type === "year") year = Number(part.value);
      else if (part.type === "month") month = Number(part.value);
      else if (part.type === "day") day = Number(part.value);
      else if (part.type === "hour") hour = Number(part.value);
      else if (part.type === "minute") minute = Number(part.value);
      else if (part.type === "second") second = Number(part.value);
    }
    return Date.UTC(year, month - 1, day, hour, minute, second) - at;
  };
}

function formatterFor(name: string): Intl.DateTimeFormat | undefined {
  // "+02:00" is a zone for Intl since ES2024, but it is an offset and no place: it would silently ignore summer time.
  const lead = name.charCodeAt(0);
  if (lead === 43 || lead === 45) return undefined;
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  } catch {
    return undefined;
  }
}

/**
 * The first instant at which the wall clock of the zone shows `local` (epoch ms of the wall time read as UTC) or later. A wall time that
 * occurs twice gives the earlier instant; one that is skipped gives the instant of the skip.
 */
export function instantOfLocal(local: number, zone: Zone): number {
  const before = zone.offsetAt(local - DAY);
  const after = zone.offsetAt(local + DAY);
  if (before === after) return local - before;
  const early = local - before;
  if (zone.offsetAt(early) === before) return early;
  const late = local - after;
  if (zone.offsetAt(late) === after) return late;
  return firstInstantAfterSkip(late, early, zone);
}

/** Bisects the skipped stretch: `low` still has the old offset, `high` the new one. */
function firstInstantAfterSkip(low: number, high: number, zone: Zone): number {
  const old = zone.offsetAt(low);
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (zone.offsetAt(middle) === old) low = middle;
    else high = middle;
  }
  return high;
}
