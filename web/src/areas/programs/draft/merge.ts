/** What differs between two documents, and three merged into one. Lists whose members have keys are compared by key, others as a whole. */
import { type Json, isTree, same } from "./path.ts";

export type Change = { path: string[]; from?: unknown; to?: unknown };
export type Clash = { path: string[]; mine: unknown; theirs: unknown };
export type Pick = "mine" | "theirs";

type Keyed = (Json & { key: string })[];

/** Members that are all objects with a key of their own; a bare word is its own key (stages). */
function isKeyed(list: unknown): list is Keyed {
  if (!Array.isArray(list)) return false;
  const keys = list.map((each) => (isTree(each) ? each["key"] : undefined));
  return keys.every((key) => typeof key === "string") && new Set(keys).size === keys.length;
}

const byKey = (list: Keyed): Json => Object.fromEntries(list.map((each) => [each.key, each]));

/** From one document to another, field by field; what moved within a list is no change. */
export function changesOf(from: unknown, to: unknown, path: string[] = []): Change[] {
  if (same(from, to)) return [];
  // A section that came or went is told by its fields.
  if (path.length === 1 && from === undefined && isTree(to)) return changesOf({}, to, path);
  if (path.length === 1 && to === undefined && isTree(from)) return changesOf(from, {}, path);
  const trees = isTree(from) && isTree(to) ? [from, to] : isKeyed(from) && isKeyed(to) ? [byKey(from), byKey(to)] : null;
  if (trees === null) return [{ path, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }];
  const [a, b] = trees as [Json, Json];
  const inner = [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key) => changesOf(a[key], b[key], [...path, key]));
  return inner.length > 0 ? inner : [{ path, from: "order", to: "order" }];
}

/** Both took `base` and changed it. Where both changed one place differently it is a clash: `picks` says whose counts, mine otherwise. */
export function merged(
  of: { base: unknown; mine: unknown; theirs: unknown },
  picks: ReadonlyMap<string, Pick>,
): { document: unknown; clashes: Clash[] } {
  const clashes: Clash[] = [];
  const document = merge(of, { path: [], picks, clashes });
  return { document, clashes };
}

type Three = { base: unknown; mine: unknown; theirs: unknown };
type At = { path: string[]; picks: ReadonlyMap<string, Pick>; clashes: Clash[] };

function merge({ base, mine, theirs }: Three, at: At): unknown {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isTree(mine) && isTree(theirs)) return mergeTrees({ base: isTree(base) ? base : {}, mine, theirs }, at);
  if (isKeyed(mine) && isKeyed(theirs)) {
    const trees = { base: isKeyed(base) ? byKey(base) : {}, mine: byKey(mine), theirs: byKey(theirs) };
    return Object.values(mergeTrees(trees, at));
  }
  at.clashes.push({ path: at.path, mine, theirs });
  return at.picks.get(at.path.join("/")) === "theirs" ? theirs : mine;
}

function mergeTrees({ base, mine, theirs }: { base: Json; mine: Json; theirs: Json }, at: At): Json {
  const out: Json = {};
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = merge({ base: base[key], mine: mine[key], theirs: theirs[key] }, { ...at, path: [...at.path, key] });
    if (value !== undefined) out[key] = value;
  }
  return out;
}
