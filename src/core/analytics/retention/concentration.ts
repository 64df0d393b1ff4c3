/** How much hangs on few: the share of the top, the Gini coefficient (Gini 1912), and how many it takes for half. */
import type { Answer } from "../result.ts";
import { none, ok } from "../result.ts";

export type Concentration = {
  readonly people: number;
  readonly total: number;
  /** 0 everybody the same, towards 1 all with one. Over everybody given, those with nothing too. */
  readonly gini: number;
  /** What the top 1 %, 10 %, 20 % have of all (at least one person). */
  readonly top: readonly { readonly share: number; readonly people: number; readonly of: number }[];
  /** The fewest who together have half. */
  readonly half: number;
};

/** Of amounts that are not negative. None for nobody, a negative amount, or when there is nothing to divide. O(n log n). */
export function concentration(amounts: readonly number[], shares: readonly number[] = [0.01, 0.1, 0.2]): Answer<Concentration> {
  if (amounts.length === 0) return none("no_rows");
  const sorted = [...amounts].sort((a, b) => b - a);
  const least = sorted.at(-1)!;
  if (!(least >= 0))
    return none("out_of_range", { what: "The smallest amount", value: Number.isFinite(least) ? least : 0, low: 0, high: 1e15 });
  const n = sorted.length;
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return none("zero_baseline", { what: "The total" });
  let [weighted, upTo, half] = [0, 0, 0];
  const running = sorted.map((amount, i) => {
    weighted += (n - i) * amount;
    if (upTo < total / 2) half = i + 1;
    return (upTo += amount);
  });
  const top = shares.map((share) => {
    const people = Math.max(1, Math.floor(share * n + 1e-9));
    return { share, people, of: Math.min(1, running[people - 1]! / total) };
  });
  return ok({ people: n, total, gini: Math.max(0, (2 * weighted) / (n * total) - (n + 1) / n), top, half });
}
