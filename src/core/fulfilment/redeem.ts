/** Whether a person may take something from the catalogue now; why not, from a closed list. */

export const REDEMPTION_REASONS = ["inactive", "level_missing", "out_of_stock", "limit_reached", "insufficient_balance"] as const;
export type RedemptionReason = (typeof REDEMPTION_REASONS)[number];

export type Item = { price: number; stock: number | null; perPerson: number | null; active: boolean };
/** `left`: her balance. `taken`: how many of it she has already. `levelMet`: she stands where the item asks for. */
export type Asker = { left: number; taken: number; levelMet: boolean };

/** The first that holds, in the order in which a person can do least about it. */
export function redemptionProblem(item: Item, asker: Asker): RedemptionReason | null {
  if (!item.active) return "inactive";
  if (!asker.levelMet) return "level_missing";
  if (item.stock !== null && item.stock < 1) return "out_of_stock";
  if (item.perPerson !== null && asker.taken >= item.perPerson) return "limit_reached";
  return asker.left < item.price ? "insufficient_balance" : null;
}
