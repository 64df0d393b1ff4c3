/** The tree of who came by whom, kept for a while once it was read: what is asked of it are small parts of one large whole. */
import { type Grove, friendsOf, groveOf, largestOf, wayTo } from "../../core/analytics/growth/explore.ts";
import { type IdTable, createIdTable } from "../../core/analytics/id-table.ts";
import type { Client } from "../../store/db.ts";
import { readEdges } from "../../store/report-tree.ts";
import { readMark } from "../../store/study-mark.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import type { Tell } from "./tell.ts";

/** `under`: only what came by her. `picture`: the largest first, with who stands above each; `friends`: one page of those next below. */
export type TreeAsk = {
  program: string;
  under: string | null;
  of: { picture: number } | { after: string | null; limit: number };
  tell?: Tell;
};

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

/** `people`: who stands in which place. */
type Kept = { mark: string; at: number; grove: Grove; people: IdTable };

/** Trees kept, and how long a large one stands in for a newer one. */
const MOST_KEPT = 8;
const LARGE = 20_000;
const STANDS_MS = 60_000;
const kept = new Map<string, Kept>();

/** Which share of the work is done when everybody was read. */
const READ = 0.8;

async function groveFor(workspaceId: string, db: Client, { program, tell }: TreeAsk): Promise<Kept> {
  const key = `${workspaceId} ${program}`;
  const [mark, now] = [await readMark(workspaceId, db), await workspaceNow(workspaceId, db)];
  const known = kept.get(key);
  if (known !== undefined) {
    const isYoung = known.grove.order.length >= LARGE && now - known.at < STANDS_MS;
    if (known.mark === mark || isYoung) return known;
  }
  const people = createIdTable();
  const parent = await readParents(workspaceId, db, { program, people, tell });
  const made = { mark, at: now, grove: groveOf(parent), people };
  kept.delete(key);
  kept.set(key, made);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!);
  return made;
}

/** Whom each came by. Whoever brought somebody and was brought by nobody is a root; of two who brought one friend the first counts. */
async function readParents(
  workspaceId: string,
  db: Client,
  { program, people, tell }: { program: string; people: IdTable; tell: Tell | undefined },
): Promise<Int32Array> {
  let parent = new Int32Array(1_024).fill(-1);
  let n = 0;
  await readEdges(workspaceId, db, {
    program,
    each(edge) {
      const [friend, advocate] = [people.numberOf(edge, 0), people.numberOf(edge, 16)];
      if (people.size() > parent.length) {
        const wider = new Int32Array(2 * parent.length).fill(-1);
        wider.set(parent);
        parent = wider;
      }
      if (parent[friend] === -1) parent[friend] = advocate;
      // How many there will be nobody knows: half of the share at so many, three quarters at three times as many.
      if (++n % 20_000 === 0) tell?.((READ * n) / (n + 200_000));
    },
  });
  tell?.(READ);
  return parent.slice(0, people.size());
}

export async function studyTree(workspaceId: string, db: Client, ask: TreeAsk): Promise<TreeFound> {
  const { under, of } = ask;
  const { grove, at, people } = await groveFor(workspaceId, db, ask);
  const { tree, roots, deepest } = grove;
  const personAt = (i: number): TreePerson => ({
    person: people.idAt(i),
    friends: tree.children[i]!,
    below: tree.descendants[i]!,
    generation: tree.depth[i]!,
  });
  const place = under === null ? null : people.find(under);
  const top = place === -1 ? undefined : place;
  const whole = {
    at,
    people: tree.parent.length,
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
    const count = top === null ? tree.parent.length : tree.descendants[top]! + 1;
    return { ...whole, picture: { people: shown.map(personAt), parents, of: count } };
  }
  const siblings = friendsOf(grove, top);
  // Whoever the last page ended with and is there no more ends the list: nobody is shown twice.
  const from = of.after === null ? 0 : siblings.indexOf(people.find(of.after)) + 1 || siblings.length;
  const page = [...siblings.subarray(from, from + of.limit + 1)];
  return { ...whole, friends: page.slice(0, of.limit).map(personAt), more: page.length > of.limit };
}
