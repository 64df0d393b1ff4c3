import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { announced } from "../../test/support/seeds.ts";
import { currencyCodes, currencyDecimals } from "./currency.ts";
import { decimalToMinor, formatMoney, minorToDecimal, moneyMessage, parseMoney } from "./money.ts";

const MAX = Number.MAX_SAFE_INTEGER;
const currency = fc.constantFrom("JPY", "USD", "KWD", "EUR", "CLP", "BHD");
const safe = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -100_000, max: 100_000 }), fc.constantFrom(0, MAX, -MAX));

describe("currencies", () => {
  test("ISO 4217 decimals, and only upper-case codes of the list are currencies", () => {
    expect(["JPY", "KRW", "CLP", "ISK"].map(currencyDecimals)).toEqual([0, 0, 0, 0]);
    expect(["USD", "EUR", "GBP", "MGA", "HUF"].map(currencyDecimals)).toEqual([2, 2, 2, 2, 2]);
    expect(["KWD", "BHD", "IQD", "TND"].map(currencyDecimals)).toEqual([3, 3, 3, 3]);
    expect(["usd", "XXX", "", "US", "__proto__", "constructor"].map(currencyDecimals)).toEqual(Array(6).fill(undefined));
    expect(new Set(currencyCodes()).size).toBe(currencyCodes().length);
    for (const code of currencyCodes()) expect(code).toMatch(/^[A-Z]{3}$/);
  });
});

describe("parseMoney and formatMoney", () => {
  test.each([
    ["20.00 USD", { amount: 2000, currency: "USD" }],
    ["-0.05 EUR", { amount: -5, currency: "EUR" }],
    ["2000 JPY", { amount: 2000, currency: "JPY" }],
    ["1.234 KWD", { amount: 1234, currency: "KWD" }],
    ["-0.00 USD", { amount: 0, currency: "USD" }],
    ["90071992547409.91 USD", { amount: MAX, currency: "USD" }],
    ["90071992547409.92 USD", "amount_too_large"],
    ["9007199254740992 JPY", "amount_too_large"],
    ["99999999999999999999999999 JPY", "amount_too_large"],
    ["20 USD", "wrong_decimals"],
    ["20.0 USD", "wrong_decimals"],
    ["20.000 USD", "wrong_decimals"],
    ["20.00 JPY", "wrong_decimals"],
    ["20.00 usd", "currency_unknown"],
    ["20.00 XYZ", "currency_unknown"],
    ["20.00USD", "money_malformed"],
    ["20,00 USD", "money_malformed"],
    ["1,000.00 USD", "money_malformed"],
    ["+20.00 USD", "money_malformed"],
    ["$20.00 USD", "money_malformed"],
    [".50 USD", "money_malformed"],
    ["20. USD", "money_malformed"],
    ["- USD", "money_malformed"],
    [" USD", "money_malformed"],
    ["USD", "money_malformed"],
    ["", "money_malformed"],
    ["1e3 JPY", "money_malformed"],
    ["20.00  USD", "money_malformed"],
    ["２0.00 USD", "money_malformed"],
    ["99999999999999999999x99 JPY", "money_malformed"],
  ])("%j is %j", (text, expected) => {
    expect(parseMoney(text)).toEqual(expected);
  });

  test("every problem names a remedy with an example that parses", () => {
    for (const code of ["USD", "JPY", "KWD", "nonsense"]) {
      const example = moneyMessage("wrong_decimals", code).split('"')[1] ?? "";
      expect(parseMoney(example)).toMatchObject({ amount: 2000 });
    }
  });

  test("a number that is no whole amount is never printed", () => {
    expect(() => minorToDecimal(1.5, "USD")).toThrow(RangeError);
    expect(() => formatMoney({ amount: 2 ** 53, currency: "USD" })).toThrow(RangeError);
    expect(formatMoney({ amount: 500, currency: "points" })).toBe("500 points");
  });
});

describe("decimalToMinor", () => {
  test.each([
    ["12.34", "USD", 1234],
    [27.5, "USD", 2750],
    [0.1, "USD", 10],
    [1.15, "USD", 115],
    [-25, "USD", -2500],
    ["12.3400", "USD", 1234],
    ["12", "KWD", 12000],
    [1e-7, "USD", "wrong_decimals"],
    [12.345, "USD", "wrong_decimals"],
    [0.1 + 0.2, "USD", "wrong_decimals"],
    [Number.NaN, "USD", "money_malformed"],
    [Infinity, "USD", "money_malformed"],
    [1e21, "JPY", "amount_too_large"],
    [2 ** 53, "JPY", "amount_too_large"],
    [70_368_744_177_664.01, "USD", "amount_too_large"],
    ["12.34 ", "USD", "money_malformed"],
    ["1e2", "USD", "money_malformed"],
    ["0x10", "USD", "money_malformed"],
    ["", "USD", "money_malformed"],
    ["12.34", "usd", "currency_unknown"],
  ])("%j in %s is %j", (value, code, expected) => {
    expect(decimalToMinor(value, code)).toBe(expected);
  });

  test("excess digits round on their text when a rounding is named", () => {
    expect(decimalToMinor(0.1 + 0.2, "USD", "half_up")).toBe(30);
    expect(decimalToMinor("1.005", "USD", "half_up")).toBe(101);
    expect(decimalToMinor(-1.005, "USD", "half_up")).toBe(-101);
    expect(decimalToMinor("1.005", "USD", "half_even")).toBe(100);
    expect(decimalToMinor("1.0050000000000000000001", "USD", "half_even")).toBe(101);
    expect(decimalToMinor("1.015", "USD", "half_even")).toBe(102);
    expect(decimalToMinor("1.009", "USD", "down")).toBe(100);
    expect(decimalToMinor("90071992547409.919", "USD", "half_up")).toBe("amount_too_large");
    expect(decimalToMinor(4e-7, "JPY", "half_up")).toBe(0);
  });
});

/** The oracle: scales a plain decimal text with BigInt, or says null when a digit past the decimals is not zero. */
function exactMinor(text: string, decimals: number): bigint | null {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  if (!/^0*$/.test(fraction.slice(decimals))) return null;
  const size = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
  return text.startsWith("-") ? -size : size;
}

describe("P17: no amount passes through a float; what is past 2^53 is refused, not rounded", () => {
  const p17 = announced("P17", 2000);

  test("texts: every safe amount survives print and read, in 0, 2 and 3 decimals", () => {
    fc.assert(
      fc.property(safe, currency, (amount, code) => {
        expect(parseMoney(formatMoney({ amount, currency: code }))).toEqual({ amount: amount + 0, currency: code });
        expect(decimalToMinor(minorToDecimal(amount, code), code)).toBe(amount + 0);
      }),
      p17,
    );
  });

  test("JSON numbers: every amount up to 2^52 minor units arrives as it was written", () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 52n), 2n ** 52n), currency, (size, code) => {
        const sent = JSON.parse(minorToDecimal(Number(size), code)) as number;
        expect(decimalToMinor(sent, code)).toBe(Number(size));
      }),
      p17,
    );
  });

  test("any double is either exactly its shortest decimal text or refused", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double(),
          fc.float(),
          fc.integer().map((n) => n / 100),
        ),
        currency,
        (value, code) => {
          const result = decimalToMinor(value, code);
          if (typeof result === "string") return;
          expect(Number.isSafeInteger(result)).toBe(true);
          expect(BigInt(result)).toBe(exactMinor(String(value), currencyDecimals(code) ?? 0));
        },
      ),
      p17,
    );
  });

  test("texts past 2^53 - 1 minor units are amount_too_large, whatever their size", () => {
    fc.assert(
      fc.property(fc.bigInt(2n ** 53n, 2n ** 120n), fc.boolean(), currency, (size, negative, code) => {
        const decimals = currencyDecimals(code) ?? 0;
        const digits = String(size);
        const plain = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
        const text = negative ? `-${plain}` : plain;
        expect(decimalToMinor(text, code)).toBe("amount_too_large");
        expect(parseMoney(`${text} ${code}`)).toBe("amount_too_large");
        expect(decimalToMinor(Number(text), code)).toBe("amount_too_large");
      }),
      p17,
    );
  });
});
