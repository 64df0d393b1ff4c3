/**
 * The decimals of each currency, from ISO 4217 (list one). Not from Intl: CLDR says how a currency is *displayed* (IQD with 0 decimals,
 * ISO says 3), and a ledger must not change when the ICU data of a new Node does.
 *
 * Left out on purpose: fund and test codes (BOV, CHE, XDR, XTS, metals) and the two units of account with four decimals (CLF, UYW); nobody
 * is paid in them. Kept although withdrawn: HRK (2023), ANG (2025) and BGN (2026), because imported history still carries them.
 */

const NO_DECIMALS = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";

const THREE_DECIMALS = "BHD IQD JOD KWD LYD OMR TND";

const TWO_DECIMALS =
  "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK " +
  "DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT " +
  "LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR " +
  "RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES " +
  "WST XCD XCG YER ZAR ZMW ZWG";

export type Decimals = 0 | 2 | 3;

const DECIMALS: ReadonlyMap<string, Decimals> = new Map([
  ...NO_DECIMALS.split(" ").map((code): [string, Decimals] => [code, 0]),
  ...TWO_DECIMALS.split(" ").map((code): [string, Decimals] => [code, 2]),
  ...THREE_DECIMALS.split(" ").map((code): [string, Decimals] => [code, 3]),
]);

/** Decimals of an upper-case ISO 4217 code ("USD" is 2), or undefined for anything else, "usd" included: a unit has one spelling. */
export function currencyDecimals(code: string): Decimals | undefined {
  return DECIMALS.get(code);
}

/** Every code that money may be in, in alphabetical order; for schemas and error messages. */
export function currencyCodes(): string[] {
  return [...DECIMALS.keys()].sort();
}
