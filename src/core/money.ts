import { awayFromZero } from "./arithmetic.ts";
import type { Rounding } from "./arithmetic.ts";
import { currencyDecimals } from "./currency.ts";

export { mulDiv, parsePercent, parseRatio, percentOf, ratioProduct } from "./arithmetic.ts";
export type { Ratio, Rounding } from "./arithmetic.ts";

/**
 * Money is a whole number of minor units (cents, yen, fils) in a JavaScript number, |amount| <= 2^53 - 1, with its ISO 4217 code. It is
 * never a fraction, and never passes through one: texts are read digit by digit, divisions are in arithmetic.ts.
 */
export type Money = { amount: number; currency: string };

/** Why a text or number is not money. The door maps each to a field and a remedy (`moneyMessage`). */
export type MoneyProblem = "money_malformed" | "currency_unknown" | "wrong_decimals" | "amount_too_large";

const MAX = Number.MAX_SAFE_INTEGER;

/**
 * Above 2^52 minor units a JSON number with decimals may share its double with the neighbouring cent (at 7.04e13 USD the step of a double
 * passes 0.01, at 8.80e12 KWD it passes 0.001), so the sender's digits can no longer be known and the amount is refused, not rounded.
 */
const JSON_NUMBER_MAX = 2 ** 52;

const SCALE = [1, 10, 100, 1000] as const;

/**
 * "20.00 USD" -> { amount: 2000, currency: "USD" }: an optional minus, digits without separators, exactly the decimals of the currency, one
 * space, the code. "20 USD" and "20.0 USD" are refused: in a program document the missing digits are more often a typing error than a wish.
 */
export function parseMoney(text: string): Money | MoneyProblem {
  const space = text.length - 4;
  if (space < 1 || text.charCodeAt(space) !== 32) return "money_malformed";
  const currency = text.slice(space + 1);
  const decimals = currencyDecimals(currency);
  if (decimals === undefined) return "currency_unknown";
  const point = text.indexOf(".");
  const amount = digitsToMinor(text.slice(0, space), decimals, "refuse");
  if (typeof amount === "string") return amount;
  if ((point < 0 ? 0 : space - point - 1) !== decimals) return "wrong_decimals";
  return { amount, currency };
}

/** { amount: 2000, currency: "USD" } -> "20.00 USD"; what parseMoney reads back. */
export function formatMoney(money: Money): string {
  return `${minorToDecimal(money.amount, money.currency)} ${money.currency}`;
}

/** 2000 in USD -> "20.00"; units that are no currency (points, months) have no decimals. Throws on an amount that is not a safe integer. */
export function minorToDecimal(amount: number, currency: string): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount in minor units: ${amount}`);
  const decimals = currencyDecimals(currency) ?? 0;
  const sign = amount < 0 ? "-" : "";
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * A decimal string or JSON number in major units, as Segment sends it, to minor units: ("12.34", "USD") -> 1234, (27.5, "USD") -> 2750.
 * A number goes through its shortest decimal string, which is what the sender wrote; it is never multiplied. Digits past the currency's
 * decimals are `wrong_decimals` unless a rounding is given (clients that add floats send 19.990000000000002).
 */
export function decimalToMinor(value: string | number, currency: string, excess: Rounding | "refuse" = "refuse"): number | MoneyProblem {
  const decimals = currencyDecimals(currency);
  if (decimals === undefined) return "currency_unknown";
  if (typeof value === "string") return digitsToMinor(value, decimals, excess);
  if (!Number.isFinite(value)) return "money_malformed";
  const size = Math.abs(value);
  if (size >= 1e16) return "amount_too_large";
  // Below 1e-6 String() writes an exponent ("1e-7"). No currency has a digit there, so such a number is zero with excess digits.
  if (size !== 0 && size < 1e-6) return excess === "refuse" ? "wrong_decimals" : 0;
  const amount = digitsToMinor(String(value), decimals, excess);
  return typeof amount === "number" && decimals > 0 && Math.abs(amount) > JSON_NUMBER_MAX ? "amount_too_large" : amount;
}

/** `-?digits[.digits]` to an integer scaled by 10^decimals, one digit at a time. */
function digitsToMinor(text: string, decimals: number, excess: Rounding | "refuse"): number | MoneyProblem {
  const negative = text.charCodeAt(0) === 45;
  const first = negative ? 1 : 0;
  let amount = 0;
  let point = -1;
  for (let i = first; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit === -2 && point < 0 && i > first && i < text.length - 1) point = i;
    else if (digit < 0 || digit > 9) return "money_malformed";
    else if (point < 0 || i - point <= decimals) {
      amount = amount * 10 + digit;
      // Exact until it passes 2^53, and a sum past 2^53 cannot round back below it: this refuses every amount that would be inexact.
      if (amount > MAX) return malformedLater(text, i + 1, point) ?? "amount_too_large";
    }
  }
  if (text.length === first) return "money_malformed";
  const written = point < 0 ? 0 : text.length - point - 1;
  if (written < decimals) amount *= SCALE[(decimals - written) as 0 | 1 | 2 | 3];
  if (written > decimals) {
    const up = excessDigit(text, point + decimals + 1, { odd: amount % 2 !== 0, excess });
    if (typeof up === "string") return up;
    amount += up;
  }
  if (amount > MAX) return "amount_too_large";
  return negative && amount !== 0 ? -amount : amount;
}

/** A number too large is still malformed when letters follow: say the first thing the sender must mend. */
function malformedLater(text: string, from: number, point: number): MoneyProblem | undefined {
  let seen = point;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 46 && seen < 0 && i < text.length - 1) seen = i;
    else if (code < 48 || code > 57) return "money_malformed";
  }
  return undefined;
}

/** Rounds on the digits past the currency's decimals, read as text; zeros there are no excess ("12.3400"). */
function excessDigit(text: string, from: number, on: { odd: boolean; excess: Rounding | "refuse" }): 0 | 1 | MoneyProblem {
  let restIsZero = true;
  for (let i = from + 1; i < text.length; i++) if (text.charCodeAt(i) !== 48) restIsZero = false;
  const next = text.charCodeAt(from) - 48;
  if (next === 0 && restIsZero) return 0;
  if (on.excess === "refuse") return "wrong_decimals";
  return awayFromZero(on.odd, next !== 5 ? next - 5 : restIsZero ? 0 : 1, on.excess);
}

/** What to write instead, for a problem's `detail`. */
export function moneyMessage(problem: MoneyProblem, currency = "USD"): string {
  const example = formatMoney({ amount: 2000, currency: currencyDecimals(currency) === undefined ? "USD" : currency });
  switch (problem) {
    case "money_malformed":
      return `write an amount as digits with a point, a space and the currency, such as "${example}"`;
    case "currency_unknown":
      return "use an upper-case ISO 4217 currency code, such as USD, EUR or JPY";
    case "wrong_decimals":
      return `write exactly the decimals of the currency, such as "${example}"`;
    case "amount_too_large":
      return "amounts are at most 2^53 - 1 minor units (2^52 for JSON numbers with decimals)";
  }
}
