/** The shape of who brought whom, in time and memory linear in the number of people: roots, depths, cascades. */

export type Link = { readonly id: string; readonly parent: string | null };

export type Tree = {
  readonly ids: readonly string[];
  /** The place of each one's parent in `ids`, -1 for a root: nobody brought her, or somebody who is not here. */
  readonly parent: Int32Array;
  /** 0 for a root. */
  readonly depth: Int32Array;
  /** Whom she brought herself, and everybody below her without herself. */
  readonly children: Int32Array;
  readonly descendants: Int32Array;
  /** Each one's root. */
  readonly root: Int32Array;
  /** Roots whose parent is named but not here. */
  readonly orphans: number;
  /** Circles of people who brought each other; each is opened where it is first met, and whoever stands there counts as a root. */
  readonly circles: number;
};

/** A tree without who is who. */
export type Standing = Omit<Tree, "ids" | "orphans">;

/** Parents before children, in one pass; a circle is opened where it is first met. */
function ordered(parent: Int32Array): { order: Int32Array; circles: number } {
  const order = new Int32Array(parent.length);
  // 0 not seen, 1 on the way up from where we are, 2 placed
  const state = new Uint8Array(parent.length);
  const way: number[] = [];
  let [placed, circles] = [0, 0];
  for (let i = 0; i < parent.length; i++) {
    let at = i;
    while (at >= 0 && state[at] === 0) {
      state[at] = 1;
      way.push(at);
      at = parent[at]!;
    }
    if (at >= 0 && state[at] === 1) {
      circles++;
      parent[at] = -1;
      // Whoever was met again is the root, so she is placed before those between.
      state[at] = 2;
      order[placed++] = at;
    }
    while (way.length > 0) {
      const next = way.pop()!;
      if (state[next] === 2) continue;
      state[next] = 2;
      order[placed++] = next;
    }
  }
  return { order, circles };
}

/** The tree of these people. The first of two with one id counts. O(people). */
export function treeOf(links: readonly Link[]): Tree {
  const place = new Map<string, number>();
  const kept: Link[] = [];
  for (const link of links) {
    if (place.has(link.id)) continue;
    place.set(link.id, kept.length);
    kept.push(link);
  }
  const n = kept.length;
  const parent = new Int32Array(n).fill(-1);
  let orphans = 0;
  for (const [i, link] of kept.entries()) {
    if (link.parent === null) continue;
    const at = place.get(link.parent);
    if (at === undefined) orphans++;
    else parent[i] = at;
  }
  return { ids: kept.map(({ id }) => id), orphans, ...standingOf(parent) };
}

/** Where everybody stands, by whose parent is where. Opens circles in `parent` itself. */
export function standingOf(parent: Int32Array): Standing {
  const n = parent.length;
  const { order, circles } = ordered(parent);
  const [depth, children, descendants, root] = [new Int32Array(n), new Int32Array(n), new Int32Array(n), new Int32Array(n)];
  for (const i of order) {
    const above = parent[i]!;
    depth[i] = above < 0 ? 0 : depth[above]! + 1;
    root[i] = above < 0 ? i : root[above]!;
    if (above >= 0) children[above]!++;
  }
  for (let at = n - 1; at >= 0; at--) {
    const i = order[at]!;
    if (parent[i]! >= 0) descendants[parent[i]!]! += descendants[i]! + 1;
  }
  return { parent, depth, children, descendants, root, circles };
}

export type TreeShape = {
  readonly people: number;
  readonly roots: number;
  /** People at each depth, and people by how many they brought. */
  readonly byDepth: readonly number[];
  readonly byChildren: readonly number[];
  /** How many cascades there are of each size, the root included; sizes as keys, ascending. */
  readonly cascades: readonly (readonly [size: number, count: number])[];
  /** The largest cascades: the root and everybody under her. */
  readonly largest: readonly { readonly id: string; readonly size: number }[];
};

function tally(values: Int32Array): number[] {
  const counts: number[] = [];
  for (const value of values) {
    while (counts.length <= value) counts.push(0);
    counts[value]!++;
  }
  return counts;
}

/** The figures of a tree; `most` of its largest cascades. */
export function shapeOf(tree: Tree, most = 10): TreeShape {
  const roots = tree.ids.map((_, i) => i).filter((i) => tree.parent[i]! < 0);
  const sizes = new Map<number, number>();
  for (const i of roots) sizes.set(tree.descendants[i]! + 1, (sizes.get(tree.descendants[i]! + 1) ?? 0) + 1);
  return {
    people: tree.ids.length,
    roots: roots.length,
    byDepth: tally(tree.depth),
    byChildren: tally(tree.children),
    cascades: [...sizes].sort(([a], [b]) => a - b),
    largest: roots
      .sort((a, b) => tree.descendants[b]! - tree.descendants[a]! || a - b)
      .slice(0, most)
      .map((i) => ({ id: tree.ids[i]!, size: tree.descendants[i]! + 1 })),
  };
}
