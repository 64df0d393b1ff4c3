/** What support may give or take at once: enough to make good what went wrong, not enough to be a way to money. */
import { currencyDecimals } from "../core/currency.ts";
import { Refusal } from "../flow/refusal.ts";
import type { Caller } from "./context.ts";

/** 50 of a currency's whole units, 5,000 points. */
const WHOLE_UNITS = 50;
const POINTS = 5_000;

export function supportLimit(unit: string): number {
  return /^[A-Z]{3}$/.test(unit) ? WHOLE_UNITS * 10 ** (currencyDecimals(unit) ?? 2) : POINTS;
}

/** Refuses support what is above its limit; everybody else is somebody else's to limit. */
export function refuseAboveSupport(caller: Caller, of: { unit: string; amount: number }): void {
  const limit = supportLimit(of.unit);
  if (caller.session?.role !== "support" || of.amount <= limit) return;
  throw new Refusal("scope_missing", `Your role moves at most ${limit} ${of.unit} (minor units) at once: ask a manager or finance.`);
}

/** Many at once are nobody's single case. */
export function refuseManyToSupport(caller: Caller): void {
  if (caller.session?.role === "support") throw new Refusal("scope_missing", "Your role decides about one reward at a time.");
}
