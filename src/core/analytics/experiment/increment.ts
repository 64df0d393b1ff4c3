/**
 * What the offer earned beyond what would have come anyway: those with it against a hold-out without it. The cost of an *incremental*
 * customer is a ratio of two differences, (c1 - c0) / (k1 - k0), so that its interval is Fieller's (1954), which says so when the
 * denominator may as well be zero; a delta-method interval would be finite and wrong there.
 */
import { type Answer, type Estimate, none, ok } from "../result.ts";
import { normalQuantile } from "../special.ts";
import { type Arm, type Moments, momentsOf, spread } from "./arm.ts";

export type Increment = {
  /** Customers more for each advocate, because of the offer. */
  readonly customers: Estimate;
  /** What each of them cost, or why that cannot be said. */
  readonly cost: Answer<Estimate>;
};

/**
 * `offered` and `withheld`: columns [cost, customers], one row an advocate; or [cost, customers, advocates], one row a circle or company:
 * then both are means an advocate, ratios of sums over rows, and vary as those do (delta method, Deng, Knoblich and Lu 2018).
 */
export function incrementOf(offered: Arm, withheld: Arm, alpha: number): Answer<Increment> {
  for (const [group, arm] of Object.entries({ offered, withheld })) {
    if (arm.n === 0) return none("one_group_empty", { group });
    if (arm.n < 2) return none("too_few", { have: arm.n, needed: 2, what: "advocates" });
  }
  const [a, b] = [eachOf(momentsOf(offered, "mean")), eachOf(momentsOf(withheld, "mean"))];
  const at = (i: 0 | 1, j: 0 | 1): number => a.at(i, j) + b.at(i, j);
  const [cost, customers] = [a.means[0] - b.means[0], a.means[1] - b.means[1]];
  const z = normalQuantile(1 - alpha / 2);
  const half = z * Math.sqrt(at(1, 1));
  if (!(half > 0)) return none("no_variation", { what: "friends who qualified" });
  const level = 1 - alpha;
  const gained = { value: customers, low: customers - half, high: customers + half, level };
  return ok({ customers: gained, cost: fieller([cost, customers], { at, z, level }) });
}

type Each = { means: readonly [number, number]; at(i: 0 | 1, j: 0 | 1): number };

/** Cost and customers an advocate, and how their estimates vary together. */
function eachOf({ n, means, cov }: Moments): Each {
  const [cost, customers, size = 1] = means as [number, number, number?];
  const found = [cost / size, customers / size] as const;
  // What moves an estimate: its own column, and against it how many the row's advocates are.
  const gradients = found.map((mean, i) => means.map((_, column) => (column === i ? 1 : column === 2 ? -mean : 0) / size));
  const varies = (of: readonly number[]): number => spread(of, cov) / n;
  return {
    means: found,
    at(i, j) {
      const [x, y] = [gradients[i] as number[], gradients[j] as number[]];
      return (varies(x.map((each, at) => each + (y[at] as number))) - varies(x) - varies(y)) / 2;
    },
  };
}

type Spread = { at: (i: 0 | 1, j: 0 | 1) => number; z: number; level: number };

/** The ratios R for which c - R k could be zero: between the roots of (k^2 - z^2 v_kk) R^2 - 2 (ck - z^2 v_ck) R + c^2 - z^2 v_cc. */
function fieller([cost, customers]: readonly [number, number], { at, z, level }: Spread): Answer<Estimate> {
  const square = customers ** 2 - z ** 2 * at(1, 1);
  if (customers <= 0 || square <= 0)
    return none("does_not_apply", { what: "The cost of an incremental customer", because: "the offer is not shown to bring any" });
  const linear = cost * customers - z ** 2 * at(0, 1);
  const rest = cost ** 2 - z ** 2 * at(0, 0);
  const root = Math.sqrt(Math.max(0, linear ** 2 - square * rest));
  return ok({ value: cost / customers, low: (linear - root) / square, high: (linear + root) / square, level });
}
