/** Amounts as people read and type them. */
import { Trouble } from "./api.ts";
import { minorUnits } from "./minor.ts";
import type { Model } from "./model.ts";
import type { Balance } from "./types.ts";

/** Money by its currency's own decimals; anything else is a count. */
export function amountOf(model: Model, of: Balance, amount: number): string {
  const { locale } = model.me;
  if (!/^[A-Z]{3}$/.test(of.unit)) return new Intl.NumberFormat(locale).format(amount);
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: of.unit });
  return money.format(amount / 10 ** (money.resolvedOptions().maximumFractionDigits ?? 2));
}

/** What a person typed, with her own decimal sign, in minor units. */
export function minorOf(model: Model, balance: Balance, typed: string): number {
  const amount = minorUnits(typed, { locale: model.me.locale, unit: balance.unit });
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > balance.available) {
    throw new Trouble("refused", { code: "amount", fields: [{ pointer: "/amount", message: "", code: "amount" }] });
  }
  return amount;
}
