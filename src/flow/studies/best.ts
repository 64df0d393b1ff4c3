/** The best of many, without keeping the others. */

/** Puts `k` into its place among the best, of which there are `most`. */
export function keepBest(best: number[], k: number, { most, before }: { most: number; before: (a: number, b: number) => boolean }): void {
  if (best.length === most && (most === 0 || !before(k, best[most - 1]!))) return;
  const at = best.findIndex((each) => before(k, each));
  best.splice(at < 0 ? best.length : at, 0, k);
  if (best.length > most) best.pop();
}
