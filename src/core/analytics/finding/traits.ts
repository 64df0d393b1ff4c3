/** What those to whom something happened have in common: each trait by itself, with its share beside that of everybody else. */
import { type Interval, wilson } from "../interval.ts";

export type Trait = {
  readonly kind: string;
  readonly value: string;
  readonly people: number;
  readonly did: number;
  readonly own: Interval;
  readonly others: Interval;
};

/** With fewer on one side a share would be an anecdote. */
const NEEDED = 10;

/** Traits that tell, the one that raises it most first; nobody is in two values of a kind. */
export function traitsOf(people: readonly { readonly traits: Readonly<Record<string, string>>; readonly did: boolean }[]): Trait[] {
  const all = people.filter(({ did }) => did).length;
  const counts = new Map<string, { kind: string; value: string; people: number; did: number }>();
  for (const { traits, did } of people) {
    for (const [kind, value] of Object.entries(traits)) {
      const key = `${kind}\n${value}`;
      const known = counts.get(key) ?? { kind, value, people: 0, did: 0 };
      known.people++;
      if (did) known.did++;
      counts.set(key, known);
    }
  }
  return [...counts.values()]
    .filter((each) => each.people >= NEEDED && people.length - each.people >= NEEDED)
    .map((each) => ({ ...each, own: wilson(each.did, each.people), others: wilson(all - each.did, people.length - each.people) }))
    .sort((a, b) => b.own.share - b.others.share - (a.own.share - a.others.share) || (a.value < b.value ? -1 : 1));
}

/** Of a kind, the values that most have; the others are one. */
export function commonValues(values: readonly string[], most: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Set(
    [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([value]) => value),
  );
}
