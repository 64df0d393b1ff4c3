/**
 * What ends of one person's rewards of a form and unit. What she owes (taken back after it was spent) is first set off against the oldest
 * that are left: points that paid a debt cannot end as well, so an expiry never takes the balance below zero.
 */
export type Holding = { id: string; recipient: string; owed: number; used: number; expiresAt: number | null };
/** `used` and `expired` are what is added to the reward's own; `used` includes `expired`. */
export type Ended = { id: string; recipient: string; used: number; expired: number };

/** `rewards`: everything of hers that is available or overdrawn, oldest first. Nothing happens while none of it is due. */
export function planExpiry(rewards: readonly Holding[], instant: number): Ended[] {
  const isDue = (r: Holding) => r.expiresAt !== null && r.expiresAt <= instant && r.used < r.owed;
  if (!rewards.some(isDue)) return [];
  const ended = new Map<string, Ended>();
  const entry = (r: Holding): Ended => {
    const known = ended.get(r.id) ?? { id: r.id, recipient: r.recipient, used: 0, expired: 0 };
    ended.set(r.id, known);
    return known;
  };
  setOff(rewards, entry);
  for (const r of rewards) {
    const left = r.owed - r.used - (ended.get(r.id)?.used ?? 0);
    if (!isDue(r) || left <= 0) continue;
    const e = entry(r);
    e.used += left;
    e.expired += left;
  }
  return [...ended.values()].filter((e) => e.used !== 0 || e.expired !== 0);
}

/** Takes what is overdrawn from what is left, both oldest first. */
function setOff(rewards: readonly Holding[], entry: (r: Holding) => Ended): void {
  const open = rewards.filter((r) => r.used < r.owed);
  for (const debtor of rewards) {
    let debt = debtor.used - debtor.owed;
    for (const r of open) {
      if (debt <= 0) break;
      const by = Math.min(debt, r.owed - r.used - entry(r).used);
      if (by <= 0) continue;
      entry(r).used += by;
      entry(debtor).used -= by;
      debt -= by;
    }
  }
}
