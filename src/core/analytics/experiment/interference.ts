/** What makes rows less independent than they look: friends of one advocate, and friends whom both arms reached. */
import { type Answer, none, ok } from "../result.ts";
import { type Interval, wilson } from "../interval.ts";

/** Share of friends whom advocates of more than one arm had reached before they bound. They stay with the first valid touch. */
export function contamination(friends: number, reachedByBoth: number): Answer<Interval> {
  if (friends <= 0) return none("no_rows");
  if (reachedByBoth < 0 || reachedByBoth > friends)
    return none("out_of_range", { what: "friends reached by both", value: reachedByBoth, low: 0, high: friends });
  return ok(wilson(reachedByBoth, friends));
}

/** The sums of one cluster's members, and of how many such clusters. */
export type Cluster = { n: number; sum: number; squares: number; times?: number };

/**
 * Kish 1965: 1 + (m - 1) ICC, with m the mean size of a cluster weighed by size and ICC of one-way analysis of variance. By this factor a
 * test on friends would overstate what it knows (`clusters`: the sums of one advocate's friends), and by this factor more advocates are
 * needed where whole circles are dealt (`clusters`: circles of advocates).
 */
export function designEffect(clusters: readonly Cluster[]): Answer<{ factor: number; icc: number }> {
  const filled = clusters.filter((c) => c.n > 0 && (c.times ?? 1) > 0);
  const add = (of: (c: Cluster) => number): number => filled.reduce((sum, c) => sum + (c.times ?? 1) * of(c), 0);
  const [count, total] = [add(() => 1), add((c) => c.n)];
  if (count < 2) return none("too_few", { have: count, needed: 2, what: "advocates with friends" });
  if (total <= count) return none("too_few", { have: total, needed: count + 1, what: "friends" });
  const mean = add((c) => c.sum) / total;
  const between = add((c) => c.n * (c.sum / c.n - mean) ** 2) / (count - 1);
  const within = add((c) => c.squares - c.sum ** 2 / c.n) / (total - count);
  const squares = add((c) => c.n ** 2);
  const typical = (total - squares / total) / (count - 1);
  const denominator = between + (typical - 1) * within;
  if (!(denominator > 0)) return none("no_variation", { what: "friends" });
  const icc = Math.max(0, (between - within) / denominator);
  return ok({ factor: 1 + (squares / total - 1) * icc, icc });
}

/** Circles of two and more advocates who brought one another, and by how much more advocates are needed where whole circles are dealt. */
export type Circles = {
  readonly circles: number;
  readonly members: number;
  readonly largest: number;
  readonly factor: number;
  readonly icc: number;
};

/** Of everybody who is tied to somebody: the least id of those she is connected with, herself among them. */
export function componentsOf(ties: readonly (readonly [string, string])[]): Map<string, string> {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    for (let each = id; each !== at; ) {
      const up = parent.get(each) ?? at;
      parent.set(each, at);
      each = up;
    }
    parent.set(at, at);
    return at;
  };
  for (const [one, other] of ties) {
    const [a, b] = [rootOf(one), rootOf(other)];
    if (a < b) parent.set(b, a);
    else parent.set(a, b);
  }
  return new Map([...parent.keys()].map((id) => [id, rootOf(id)]));
}

/**
 * A circle is a component of the graph of who brought whom among the advocates (Ugander, Karrer, Backstrom and Kleinberg 2013 deal such
 * clusters together): friends of one circle are not reached by two arms. `values`: what each did, 0 for who is not in it. O(ties).
 */
export function circlesOf(
  ties: readonly (readonly [advocate: string, friend: string])[],
  { advocates, values }: { advocates: number; values: ReadonlyMap<string, number> },
): Answer<Circles> {
  const parent = componentsOf(ties);
  const found = new Map<string, { n: number; sum: number; squares: number }>();
  for (const [id, root] of parent) {
    const circle = found.get(root) ?? { n: 0, sum: 0, squares: 0 };
    const value = values.get(id) ?? 0;
    found.set(root, { n: circle.n + 1, sum: circle.sum + value, squares: circle.squares + value * value });
  }
  if (advocates === 0) return none("no_rows");
  const circles = [...found.values()];
  const members = parent.size;
  const alone = [...values].filter(([id]) => !parent.has(id)).map(([, value]) => ({ n: 1, sum: value, squares: value * value }));
  const base = { circles: circles.length, members, largest: circles.reduce((most, { n }) => Math.max(most, n), 1) };
  if (members === 0) return ok({ ...base, factor: 1, icc: 0 });
  const idle = { n: 1, sum: 0, squares: 0, times: Math.max(0, advocates - members - alone.length) };
  const effect = designEffect([...circles, ...alone, idle]);
  return "none" in effect ? effect : ok({ ...base, ...effect.ok });
}
