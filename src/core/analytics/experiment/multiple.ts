/** Several metrics, several chances to be fooled: p-values adjusted so that the usual threshold holds for all of them together. */

/** Holm 1979: the chance of even one false alarm is bounded. Step-down (m - i) p, never falling. In the order given. */
export function holm(p: readonly number[]): number[] {
  const order = ranked(p);
  const adjusted = p.map(() => 1);
  let worst = 0;
  for (const [rank, index] of order.entries()) {
    worst = Math.max(worst, Math.min(1, (p.length - rank) * (p[index] as number)));
    adjusted[index] = worst;
  }
  return adjusted;
}

/** Benjamini and Hochberg 1995: the share of false alarms among alarms is bounded. Step-up m p / rank, never rising towards the small. */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const order = ranked(p);
  const adjusted = p.map(() => 1);
  let best = 1;
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const index = order[rank] as number;
    best = Math.min(best, ((p[index] as number) * p.length) / (rank + 1));
    adjusted[index] = best;
  }
  return adjusted;
}

/** Indices by p, the smallest first. */
const ranked = (p: readonly number[]): number[] => p.map((_, i) => i).sort((a, b) => (p[a] as number) - (p[b] as number) || a - b);
