/**
 * Retention: of those who began together, what share was active k periods later. Periods are whole numbers (weeks, months); a cohort is
 * seen up to the last period that is over, so a young cohort's row is short instead of falling to zero.
 */
import { wilson } from "../interval.ts";
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";

/** Somebody of a group, when she began, and the periods in which she was active (any order, repeats allowed). */
export type Member = { readonly group: string; readonly began: number; readonly active: readonly number[] };

export type RetentionPoint = {
  readonly after: number;
  readonly people: number;
  readonly active: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
};
export type RetentionRow = { readonly group: string; readonly began: number | null; readonly points: readonly RetentionPoint[] };

type Count = { people: number; active: number };

/**
 * A row for each group and beginning (`by` "began") or each group (`by` "group"). `over` is the last period that is over: what would lie
 * after it is not counted. The share at 0 is that of those active in the period in which they began. O(activities).
 */
export function retentionRows(
  members: readonly Member[],
  options: { over: number; by: "began" | "group"; most: number },
): Answer<RetentionRow[]> {
  const { over, by, most } = options;
  const rows = new Map<string, { group: string; began: number | null; counts: Count[] }>();
  for (const { group, began, active } of members) {
    if (began > over) continue;
    const key = by === "began" ? `${began}\n${group}` : group;
    let row = rows.get(key);
    if (row === undefined) rows.set(key, (row = { group, began: by === "began" ? began : null, counts: [] }));
    const last = Math.min(most, over - began);
    for (let after = 0; after <= last; after++) (row.counts[after] ??= { people: 0, active: 0 }).people++;
    for (const after of new Set(active.map((period) => period - began))) if (after >= 0 && after <= last) row.counts[after]!.active++;
  }
  if (rows.size === 0) return none("no_rows");
  const points = (counts: readonly Count[]): RetentionPoint[] =>
    counts.map(({ people, active }, after) => ({ after, people, active, ...wilson(active, people) }));
  return ok(
    [...rows.values()]
      .map(({ group, began, counts }) => ({ group, began, points: points(counts) }))
      .sort((a, b) => (a.began ?? 0) - (b.began ?? 0) || (a.group < b.group ? -1 : 1)),
  );
}
