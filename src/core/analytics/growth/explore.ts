/**
 * Walking through a large tree: whoever has most people below her comes first, everywhere. So the first so many of that order always hold
 * everybody above them (who stands above somebody has more below her), and a part of the tree can be drawn without the rest.
 */
import { type Standing, standingOf } from "./tree.ts";

export type Grove = {
  readonly tree: Standing;
  /** All places, the largest subtree first; those of one size in the order they came in. */
  readonly order: Int32Array;
  /** Whom each brought, in that order: `friends` from `first[place]` to `first[place + 1]`. Roots stand at the end, under `roots`. */
  readonly first: Int32Array;
  readonly friends: Int32Array;
  readonly roots: Int32Array;
  readonly deepest: number;
};

/** `parent`: the place of whom each came by, -1: nobody. Circles are opened in it. O(people log people). */
export function groveOf(parent: Int32Array): Grove {
  const tree = standingOf(parent);
  const n = parent.length;
  const keys = Float64Array.from(tree.descendants, (below, i) => (n - below) * n + i).sort();
  const order = Int32Array.from(keys, (key) => key % n);
  const first = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) first[i + 1] = first[i]! + tree.children[i]!;
  const at = first.slice(0, n);
  const friends = new Int32Array(first[n]!);
  const roots: number[] = [];
  for (const i of order) {
    const above = tree.parent[i]!;
    if (above < 0) roots.push(i);
    else friends[at[above]!++] = i;
  }
  return {
    tree,
    order,
    first,
    friends,
    roots: Int32Array.from(roots),
    deepest: tree.depth.reduce((most, depth) => Math.max(most, depth), 0),
  };
}

/** Whom she brought, or all roots: the largest subtree first. */
export const friendsOf = ({ first, friends, roots }: Grove, under: number | null): Int32Array =>
  under === null ? roots : friends.subarray(first[under], first[under + 1]);

/** From the root down to her, herself included. */
export function wayTo({ tree }: Grove, place: number): number[] {
  const way: number[] = [];
  for (let at = place; at >= 0; at = tree.parent[at]!) way.push(at);
  return way.reverse();
}

/** The `limit` largest of the tree, or of what is under (and with) somebody; parents before children. */
export function largestOf(grove: Grove, under: number | null, limit: number): readonly number[] {
  if (under === null) return [...grove.order.subarray(0, limit)];
  const own: number[] = [under];
  for (let i = 0; i < own.length; i++) for (const friend of friendsOf(grove, own[i]!)) own.push(friend);
  const { descendants } = grove.tree;
  return own.sort((a, b) => descendants[b]! - descendants[a]! || a - b).slice(0, limit);
}
