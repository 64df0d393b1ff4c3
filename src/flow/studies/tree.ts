/** The tree of who came by whom, kept for a while once it was read: what is asked of it are small parts of one large whole. */
import { type Grove, friendsOf, groveOf, largestOf, placeOf, wayTo } from "../../core/analytics/growth/explore.ts";
import type { Client } from "../../store/db.ts";
import { readEdges } from "../../store/report-tree.ts";
import { readMark } from "../../store/study-mark.ts";
import { workspaceNow } from "../../store/workspaces.ts";

/** `under`: only what came by her. `picture`: the largest first, with who stands above each; `friends`: one page of those next below. */
export type TreeAsk = { program: string; under: string | null; of: { picture: number } | { after: string | null; limit: number } };

export type TreePerson = { person: string; friends: number; below: number; generation: number };
export type TreeFound = {
  at: number;
  people: number;
  roots: number;
  circles: number;
  deepest: number;
  largest: TreePerson | null;
  /** From the root down to whom it is under; null: she is not in the tree. */
  way: TreePerson[] | null;
  /** `parent`: the place in this list of whom each came by, -1 where it begins. */
  picture: { people: TreePerson[]; parents: number[]; of: number };
  friends: TreePerson[];
  more: boolean;
};

type Kept = { mark: string; at: number; grove: Grove };

/** Trees kept, and how long a large one stands in for a newer one. */
const MOST_KEPT = 8;
const LARGE = 20_000;
const STANDS_MS = 60_000;
const kept = new Map<string, Kept>();

async function groveFor(workspaceId: string, db: Client, program: string): Promise<Kept> {
  const key = `${workspaceId} ${program}`;
  const [mark, now] = [await readMark(workspaceId, db), await workspaceNow(workspaceId, db)];
  const known = kept.get(key);
  if (known !== undefined) {
    const isYoung = known.grove.order.length >= LARGE && now - known.at < STANDS_MS;
    if (known.mark === mark || isYoung) return known;
  }
  const made = { mark, at: now, grove: groveOf(await readEdges(workspaceId, db, program)) };
  kept.delete(key);
  kept.set(key, made);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return made;
}

export async function studyTree(workspaceId: string, db: Client, { program, under, of }: TreeAsk): Promise<TreeFound> {
  const { grove, at } = await groveFor(workspaceId, db, program);
  const { tree, roots, deepest } = grove;
  const personAt = (i: number): TreePerson => ({
    person: tree.ids[i]!,
    friends: tree.children[i]!,
    below: tree.descendants[i]!,
    generation: tree.depth[i]!,
  });
  const place = under === null ? null : placeOf(grove, under);
  const top = place === -1 ? undefined : place;
  const whole = {
    at,
    people: tree.ids.length,
    roots: roots.length,
    circles: tree.circles,
    deepest,
    largest: roots.length === 0 ? null : personAt(roots[0]!),
    way: top === undefined ? null : top === null ? [] : wayTo(grove, top).map(personAt),
    picture: { people: [], parents: [], of: 0 },
    friends: [],
    more: false,
  };
  if (top === undefined) return whole;
  if ("picture" in of) {
    const shown = largestOf(grove, top, of.picture);
    const places = new Map(shown.map((i, nth) => [i, nth]));
    const parents = shown.map((i) => (i === top ? -1 : (places.get(tree.parent[i]!) ?? -1)));
    const count = top === null ? tree.ids.length : tree.descendants[top]! + 1;
    return { ...whole, picture: { people: shown.map(personAt), parents, of: count } };
  }
  const siblings = friendsOf(grove, top);
  // Whoever the last page ended with and is there no more ends the list: nobody is shown twice.
  const from = of.after === null ? 0 : siblings.indexOf(placeOf(grove, of.after)) + 1 || siblings.length;
  const page = [...siblings.subarray(from, from + of.limit + 1)];
  return { ...whole, friends: page.slice(0, of.limit).map(personAt), more: page.length > of.limit };
}
