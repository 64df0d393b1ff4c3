/** Stripe's amounts: whole minor units, but of a list of decimals of its own that differs from ISO 4217 in a few currencies. */
import { currencyDecimals } from "../currency.ts";

/** Whole units at Stripe although ISO 4217 has decimals, and two decimals there although it has none (docs.stripe.com/currencies). */
const STRIPE_WHOLE = new Set(["MGA"]);
const STRIPE_HUNDREDTHS = new Set(["ISK", "UGX"]);

export type StripeMoney = { currency: string; fields: string[]; read(value: unknown, field: string): number };

/** Reads amounts of one currency ("usd") into minor units of ISO 4217; what is no whole number is noted and counts as 0. */
export function stripeMoney(code: unknown): StripeMoney {
  const currency = typeof code === "string" ? code.toUpperCase() : "";
  const fields: string[] = currencyDecimals(currency) === undefined ? ["currency"] : [];
  return {
    currency,
    fields,
    read(value, field) {
      const amount = typeof value === "number" && Number.isSafeInteger(value) ? inIso(value, currency) : undefined;
      if (amount !== undefined && Number.isSafeInteger(amount)) return amount;
      fields.push(field);
      return 0;
    },
  };
}

function inIso(value: number, currency: string): number {
  if (STRIPE_WHOLE.has(currency)) return value * 100;
  // Stripe asks for hundreds there, so nothing is lost; if it were, a whole unit is the smallest there is.
  return STRIPE_HUNDREDTHS.has(currency) ? Math.round(value / 100) : value;
}
