/** Money, numbers and instants as the operator reads them: her language, the workspace's zone. */
import { language, t } from "./say.ts";

const state = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
const made = new Map<string, unknown>();

/** Once known who is asking and where: all dates are those of the workspace's zone. */
export function setZone(zone: string): void {
  state.zone = zone;
}
export const zone = (): string => state.zone;

function cached<T>(key: string, make: () => T): T {
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as T;
}

/** Decimals of a currency, 2 where it is none. */
export function decimalsOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 0;
  return cached(
    `d:${currency}`,
    () => new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2,
  );
}

/** What is counted in pieces; any other unit has a name of the business's own. */
const PIECES: Record<string, (n: number) => string> = {
  points: (n) => t("{n, plural, one {# point} other {# points}}", { n }),
  coupon: (n) => t("{n, plural, one {# coupon} other {# coupons}}", { n }),
  gift_card: (n) => t("{n, plural, one {# gift card} other {# gift cards}}", { n }),
  entries: (n) => t("{n, plural, one {# entry} other {# entries}}", { n }),
  leads: (n) => t("{n, plural, one {# lead} other {# leads}}", { n }),
  months: (n) => t("{n, plural, one {# month} other {# months}}", { n }),
  month: (n) => t("{n, plural, one {# month} other {# months}}", { n }),
  badge: (n) => t("{n, plural, one {# badge} other {# badges}}", { n }),
  perk: (n) => t("{n, plural, one {# perk} other {# perks}}", { n }),
  choice: (n) => t("{n, plural, one {# choice} other {# choices}}", { n }),
};

/** Minor units of a currency ("USD"), or a count of another unit ("points"). */
export function money(amount: number, unit: string): string {
  if (!/^[A-Z]{3}$/.test(unit)) return PIECES[unit]?.(amount) ?? `${number(amount)} ${unit}`;
  const format = cached(`m:${unit}`, () => new Intl.NumberFormat(language(), { style: "currency", currency: unit }));
  return format.format(amount / 10 ** decimalsOf(unit));
}

export function number(n: number, options?: Intl.NumberFormatOptions): string {
  return cached(`n:${JSON.stringify(options ?? {})}`, () => new Intl.NumberFormat(language(), options)).format(n);
}

/** 0.183 -> "18 %", with one decimal below 10 %. */
export function percent(share: number): string {
  return number(share, { style: "percent", maximumFractionDigits: share < 0.1 ? 1 : 0 });
}

const STYLES = {
  date: { dateStyle: "medium" },
  time: { timeStyle: "short" },
  dateTime: { dateStyle: "medium", timeStyle: "short" },
  full: { dateStyle: "full", timeStyle: "long" },
} as const;

/** An RFC 3339 instant in the workspace's zone. */
export function instant(at: string | number, style: keyof typeof STYLES = "dateTime"): string {
  return cached(`i:${style}:${state.zone}`, () => new Intl.DateTimeFormat(language(), { ...STYLES[style], timeZone: state.zone })).format(
    new Date(at),
  );
}

/** "2026-11" -> "November 2026". */
export function monthName(month: string): string {
  return cached("month", () => new Intl.DateTimeFormat(language(), { year: "numeric", month: "long", timeZone: "UTC" })).format(
    new Date(`${month}-15T00:00:00Z`),
  );
}

/** "2026-11-22" -> "Nov 22, 2026"; `short` leaves the year out, for the axis of a chart. */
export function dayName(day: string, short = false): string {
  const style = short ? ({ month: "short", day: "numeric" } as const) : ({ dateStyle: "medium" } as const);
  return cached(`day:${short}`, () => new Intl.DateTimeFormat(language(), { ...style, timeZone: "UTC" })).format(
    new Date(`${day}T12:00:00Z`),
  );
}

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** "3 minutes ago" within a week, the date beyond. */
export function ago(at: string, now = Date.now()): string {
  const seconds = (Date.parse(at) - now) / 1000;
  if (Math.abs(seconds) > 7 * 86_400) return instant(at, "date");
  const format = cached("r", () => new Intl.RelativeTimeFormat(language(), { numeric: "auto" }));
  for (const [unit, size] of UNITS) if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit);
  return format.format(0, "minute");
}

export function list(items: readonly string[]): string {
  return cached("l", () => new Intl.ListFormat(language())).format(items);
}
