/** Changes of a balance by hand: how much one operator may do by herself. */
import { currencyDecimals } from "./currency.ts";

/** Whole units of money; of what is no money, such as points. */
const MONEY = 100;
const OTHER = 10_000;

/** What a workspace says of it: minor units by unit. */
export type AdjustmentLimits = Readonly<Record<string, number>>;

/** The largest amount that needs no second operator: the workspace's own figure, or 100 of a currency and 10,000 of anything else. */
export function adjustmentLimit(limits: AdjustmentLimits | undefined, unit: string): number {
  const own = limits?.[unit];
  if (own !== undefined) return own;
  const decimals = currencyDecimals(unit);
  return decimals === undefined ? OTHER : MONEY * 10 ** decimals;
}
