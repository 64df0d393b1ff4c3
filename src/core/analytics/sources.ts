/** Where customers say they came from: counts by source, with what each share may really be. */
import { type Interval, wilson } from "./interval.ts";

/** `friend`: somebody told her. */
export type SourceCount = { source: string; count: number; friend: boolean };
export type SourceShare = SourceCount & Interval;
export type SourceShares = { total: number; rows: SourceShare[]; friends: { count: number } & Interval };

const FRIEND = /friend|famil|colleague|word of mouth|recommend|referr|neighbo|freund|bekannt|kolleg|empfehl|famille|ami(e|s|\b)/i;
const LONGEST = 128;
const MOST = 100;

/** Counts as they are kept: alike sources together whatever their capitals, the most frequent first; what is rare is "other". */
export function gatherSources(given: readonly { source: string; count: number; friend?: boolean | undefined }[]): SourceCount[] {
  const byKey = new Map<string, SourceCount>();
  for (const { source, count, friend } of given) {
    const name = source.trim().replace(/\s+/g, " ").slice(0, LONGEST) || "no answer";
    const known = byKey.get(name.toLowerCase());
    if (known === undefined) byKey.set(name.toLowerCase(), { source: name, count, friend: friend ?? FRIEND.test(name) });
    else known.count += count;
  }
  const sorted = [...byKey.values()].filter((each) => each.count > 0).sort((a, b) => b.count - a.count);
  if (sorted.length <= MOST) return sorted;
  const rest = sorted.slice(MOST).reduce((sum, each) => sum + each.count, 0);
  return [...sorted.slice(0, MOST), { source: "other", count: rest, friend: false }];
}

/** Each source's share and the share of all that came by a person. */
export function sharesOf(counts: readonly SourceCount[]): SourceShares {
  const total = counts.reduce((sum, each) => sum + each.count, 0);
  const friends = counts.filter((each) => each.friend).reduce((sum, each) => sum + each.count, 0);
  return {
    total,
    rows: counts.map((each) => ({ ...each, ...wilson(each.count, total) })),
    friends: { count: friends, ...wilson(friends, total) },
  };
}
