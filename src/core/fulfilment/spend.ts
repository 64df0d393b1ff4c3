/** Which rewards a spending uses up: the oldest first. */

export type OpenReward = { id: string; owed: number; used: number };
export type Used = { id: string; by: number };

/**
 * Takes `amount` from what is left of the rewards, in their order. Throws when they do not hold it: the balance was checked before and
 * never exceeds what is left of them.
 */
export function spendOldest(rewards: readonly OpenReward[], amount: number): Used[] {
  const used: Used[] = [];
  let left = amount;
  for (const r of rewards) {
    if (left === 0) break;
    const by = Math.min(left, r.owed - r.used);
    if (by <= 0) continue;
    used.push({ id: r.id, by });
    left -= by;
  }
  if (left > 0) throw new Error(`impossible: ${left} of ${amount} are in the balance but in no reward`);
  return used;
}
