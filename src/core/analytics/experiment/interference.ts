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

/**
 * Kish 1965: 1 + (m - 1) ICC, with m the mean size of a cluster weighed by size and ICC of one-way analysis of variance. By this factor a
 * test on friends would overstate what it knows. `clusters` are the sums of one advocate's friends.
 */
export function designEffect(clusters: readonly { n: number; sum: number; squares: number }[]): Answer<{ factor: number; icc: number }> {
  const filled = clusters.filter((c) => c.n > 0);
  const total = filled.reduce((sum, c) => sum + c.n, 0);
  if (filled.length < 2) return none("too_few", { have: filled.length, needed: 2, what: "advocates with friends" });
  if (total <= filled.length) return none("too_few", { have: total, needed: filled.length + 1, what: "friends" });
  const mean = filled.reduce((sum, c) => sum + c.sum, 0) / total;
  const between = filled.reduce((sum, c) => sum + c.n * (c.sum / c.n - mean) ** 2, 0) / (filled.length - 1);
  const within = filled.reduce((sum, c) => sum + c.squares - c.sum ** 2 / c.n, 0) / (total - filled.length);
  const squares = filled.reduce((sum, c) => sum + c.n ** 2, 0);
  const typical = (total - squares / total) / (filled.length - 1);
  const denominator = between + (typical - 1) * within;
  if (!(denominator > 0)) return none("no_variation", { what: "friends" });
  const icc = Math.max(0, (between - within) / denominator);
  return ok({ factor: 1 + (squares / total - 1) * icc, icc });
}
