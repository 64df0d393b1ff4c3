/**
 * Numbers, money, days and lists as a reader writes them: `Intl` with her locale and the zone that days are told in, always named. What
 * is made here is kept for as long as its reader is served: an `Intl` format costs 20 to 50 us to make and 1 us to use.
 */
import { currencyDecimals } from "../currency.ts";
import { localeOf } from "../messages/locale.ts";
import { minorToDecimal } from "../money.ts";

export type Formats = {
  /** The BCP 47 tag that is used, and the zone. */
  locale: string;
  zone: string;
  /** Minor units with all decimals of the currency: "$20.00", "20,00 $". */
  money(amountMinor: number, currency: string): string;
  /** The same without decimals that say nothing: "$20", "$19.99". For offers; sums of an account show all. */
  moneyShort(amountMinor: number, currency: string): string;
  number(n: number): string;
  /** 12.5 -> "12.5%", "12,5 %". */
  percent(n: number): string;
  /** "3 December 2026"; without the year where `now` is given and lies in the same one. */
  date(ms: number, now?: number): string;
  /** "3 December 2026, 18:00 CET". */
  dateTime(ms: number, now?: number): string;
  /** "a, b and c"; "a, b or c". */
  list(items: readonly string[], join?: "and" | "or"): string;
  /** "14d" -> "14 days", "48h" -> "48 hours", "12 months" as it is, in the reader's language. */
  duration(text: string): string;
  /** 3, "month" -> "3 months". */
  span(n: number, unit: SpanUnit): string;
};

export type SpanUnit = "minute" | "hour" | "day" | "week" | "month" | "year";

const SPANS: Readonly<Record<string, SpanUnit>> = { m: "minute", h: "hour", d: "day", w: "week", y: "year" };

/** The parts of a duration as programs write them ("14d", "12 months"). */
export function spanOf(text: string): { n: number; unit: SpanUnit } {
  const [, digits = "0", word = "d"] = /^(\d+) ?([a-z]+)$/.exec(text) ?? [];
  const unit = SPANS[word] ?? (word.replace(/s$/, "") as SpanUnit);
  return { n: Number(digits), unit };
}

/** Formats for a reader. A locale or zone that `Intl` does not know becomes English or UTC: words are better than none. */
export function formats(locale: string, zone: string): Formats {
  const tag = supported(localeOf(locale) ?? "en");
  const timeZone = zoneOr(zone);
  // Plain English is nobody's country: days as most of the world writes them ("3 December"), money by its usual sign ("$20").
  const dayTag = tag === "en" ? "en-GB" : tag;
  const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat>();
  const keep = <T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.ListFormat>(key: string, make: () => T): T => {
    const known = kept.get(key) as T | undefined;
    if (known !== undefined) return known;
    const made = make();
    kept.set(key, made);
    return made;
  };
  const numbers = (key: string, options: Intl.NumberFormatOptions) => keep(key, () => new Intl.NumberFormat(tag, options));
  const moneyBy = (short: boolean, amount: number, currency: string): string => {
    const digits = currencyDecimals(currency);
    if (digits === undefined) return `${numbers("number", {}).format(amount)} ${currency}`;
    const whole = short && amount % 10 ** digits === 0;
    const fraction = { minimumFractionDigits: whole ? 0 : digits, maximumFractionDigits: digits };
    const format = numbers(`${currency}${whole ? "0" : ""}`, { style: "currency", currency, ...fraction });
    // As text: the digits go through no double.
    return format.format(minorToDecimal(amount, currency) as unknown as number);
  };
  const days = (key: string, options: Intl.DateTimeFormatOptions) =>
    keep(key, () => new Intl.DateTimeFormat(dayTag, { timeZone, calendar: "gregory", day: "numeric", month: "long", ...options }));
  const yearOf = (ms: number): string => keep("year of", () => new Intl.DateTimeFormat("en", { timeZone, year: "numeric" })).format(ms);
  const dayBy = (clock: boolean, ms: number, now: number | undefined): string => {
    const hours = clock ? ({ hour: "2-digit", minute: "2-digit", timeZoneName: "short" } as const) : {};
    if (now !== undefined && yearOf(ms) === yearOf(now)) return days(`day${clock}`, hours).format(ms);
    return days(`year${clock}`, { year: "numeric", ...hours }).format(ms);
  };
  const span = (n: number, unit: SpanUnit): string => numbers(`span ${unit}`, { style: "unit", unit, unitDisplay: "long" }).format(n);
  return {
    locale: tag,
    zone: timeZone,
    money: (amount, currency) => moneyBy(false, amount, currency),
    moneyShort: (amount, currency) => moneyBy(true, amount, currency),
    number: (n) => numbers("number", { maximumFractionDigits: 3 }).format(n),
    percent: (n) => numbers("percent", { style: "percent", maximumFractionDigits: 4 }).format(n / 100),
    date: (ms, now) => dayBy(false, ms, now),
    dateTime: (ms, now) => dayBy(true, ms, now),
    list(items, join = "and") {
      const type = join === "or" ? "disjunction" : "conjunction";
      return keep(`list ${type}`, () => new Intl.ListFormat(tag === "en" ? "en-GB" : tag, { style: "long", type })).format(items);
    },
    duration(text) {
      const { n, unit } = spanOf(text);
      return span(n, unit);
    },
    span,
  };
}

function supported(tag: string): string {
  return Intl.NumberFormat.supportedLocalesOf([tag])[0] ?? "en";
}

function zoneOr(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
