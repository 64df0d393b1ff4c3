/** Days that have to be made again, and making them. */
import { daysFromCivil } from "../../core/calendar.ts";
import type { Period } from "../../core/time.ts";
import type { Client } from "../../store/db.ts";
import { makeBrought } from "../../store/report-brought.ts";
import * as store from "../../store/report-days.ts";

/** Days a statement: its answer is a few hundred rows each. */
const DAYS = 60;

/** A program and its day in one text. */
export const dayOfKey = (program: string, day: number): string => `${program}|${day}`;

/** The instant that an id begins with. */
export const instantOf = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

export type LocalDays = {
  /** The local day's number of an instant. */
  dayOf: (at: number) => number;
  /** Where a day begins and ends. */
  spanOf: (day: number) => store.Span;
};
export type Dirty = LocalDays & {
  add: (family: store.Family, program: string, at: number) => void;
  addDay: (family: Kept, key: string) => void;
  days: (family: Kept) => readonly string[];
};
/** What is kept of a day: its figures, and who brought how many. */
type Kept = store.Family | "brought";

/** `period`: the zone's days. A day is where its key says, also where clocks skip or repeat midnight. */
export function createDays(period: (at: number) => Period): LocalDays {
  const numbers = new Map<string, number>();
  const number = ({ key }: Period): number => {
    const known = numbers.get(key) ?? daysFromCivil(Number(key.slice(0, 4)), Number(key.slice(5, 7)), Number(key.slice(8, 10)));
    numbers.set(key, known);
    return known;
  };
  return {
    dayOf: (at) => number(period(at)),
    spanOf(day) {
      // Noon of the day in UTC is less than a day away from it anywhere.
      for (const hours of [12, 0, 24, -12, 36]) {
        const span = period(day * 86_400_000 + hours * 3_600_000);
        if (number(span) === day) return { from: span.start, to: span.end };
      }
      return { from: 0, to: 0 };
    },
  };
}

/** Days of the zone, none of them to be made again yet. */
export function createDirty(period: (at: number) => Period): Dirty {
  const sets = new Map<Kept, Set<string>>();
  const local = createDays(period);
  const addDay = (family: Kept, key: string): void => {
    const set = sets.get(family) ?? new Set();
    sets.set(family, set.add(key));
  };
  return {
    ...local,
    addDay,
    add: (family, program, at) => addDay(family, dayOfKey(program, local.dayOf(at))),
    days: (family) => [...(sets.get(family) ?? [])],
  };
}

type Bringing = { workspaceId: string; db: Client; now: number; dirty: Dirty };

/** Makes the dirty days again and keeps what changed. `isFirst`: what is old is counted for the first time, nothing is a correction. */
export async function bringDays({ workspaceId, db, now, dirty }: Bringing, { isFirst }: { isFirst: boolean }): Promise<void> {
  const today = dirty.dayOf(now);
  const daysOf = (family: Kept): store.Day[] =>
    dirty.days(family).map((key) => {
      const [program, day] = key.split("|") as [string, string];
      return { program, day: Number(day) };
    });
  await makeBrought(workspaceId, db, daysOf("brought"));
  for (const family of store.FAMILIES) {
    const all = daysOf(family).map((each) => ({ ...each, ...dirty.spanOf(each.day) }));
    for (let from = 0; from < all.length; from += DAYS) {
      const ask = { family, days: all.slice(from, from + DAYS) };
      const fresh = await store.countDays(workspaceId, db, ask);
      const before = await store.readKeptDays(workspaceId, db, ask);
      const closed = isFirst || !store.isCorrected(family) ? -Infinity : today;
      await store.saveDays(workspaceId, db, { changes: changesOf({ fresh, before, closed }), now });
    }
  }
}

const nameOf = (f: store.Figure): string => JSON.stringify([f.program, f.day, f.metric, f.dim, f.key, f.unit]);

type Compared = { fresh: readonly store.Figure[]; before: readonly store.Figure[]; closed: number };

/** What is different now; what is counted no longer is 0. Before the day `closed` a difference is a correction. */
export function changesOf({ fresh, before, closed }: Compared): store.Change[] {
  const old = new Map(before.map((each) => [nameOf(each), each]));
  const now = new Map(fresh.map((each) => [nameOf(each), each]));
  const was = (each: store.Figure, value: number): number | null => (each.day < closed ? value : null);
  const changed = fresh.filter((each) => old.get(nameOf(each))?.value !== each.value);
  const gone = before.filter((each) => each.value !== 0 && !now.has(nameOf(each)));
  return [
    ...changed.map((each) => ({ ...each, was: was(each, old.get(nameOf(each))?.value ?? 0) })),
    ...gone.map((each) => ({ ...each, value: 0, was: was(each, each.value) })),
  ];
}
