/** What the shops' webhooks have in common: what becomes of one, and how their texts, amounts and lines are read. */
import { isCleanText } from "../event.ts";
import { normaliseEmail } from "../identity.ts";
import { decimalToMinor } from "../money.ts";
import { formatInstant, parseInstant } from "../time.ts";
import { record } from "./segment-order.ts";
import type { Loose } from "./segment-order.ts";

export { record };
export type { Loose };

export const PROVIDERS = ["stripe", "shopify", "woocommerce"] as const;
export type Provider = (typeof PROVIDERS)[number];

/** What a source's owner chose, and whether it belongs to a sandbox, which takes test orders too. */
export type HookOptions = {
  /** How the provider's own customer id is known here: beside the business's ids ("alias"), or as one of them ("user_id"). */
  customer: "alias" | "user_id";
  /** Stripe: whether the first invoice of a subscription is a `payment` as the later ones, or a `purchase`. */
  firstInvoice: "payment" | "purchase";
  /** WooCommerce: put before a shop's ids. */
  prefix: string;
  sandbox: boolean;
};
export type Hook = { topic: string; body: Loose; options: HookOptions };

/**
 * One event to be, under an id made of what it is about: told again in other words, the first telling stands. `payment` is the provider's
 * name of what was paid where the order itself is not named; `taken` is then the sum taken back of it so far.
 */
export type HookFact = { event: Loose; payment?: string; taken?: number };

/** Under which order a payment is known, or under which other name. */
export type OrderRef = { ref: string; order: string; total: number } | { ref: string; via: string };

export const NOTHING = ["unknown_topic", "not_paid", "test_mode", "nothing_taken_back", "not_final", "told_elsewhere", "ping"] as const;
export type HookDeed =
  | { do: "facts"; facts: HookFact[]; refs: OrderRef[] }
  | { do: "erase" | "report"; customer: string }
  | { do: "disconnect" | "forget_shop" }
  | { do: "nothing"; reason: (typeof NOTHING)[number] }
  /** Signed, but not of the documented shape: the fields that are not. */
  | { do: "unreadable"; fields: string[] };

export const nothing = (reason: (typeof NOTHING)[number]): HookDeed => ({ do: "nothing", reason });
export const facts = (list: HookFact[], refs: OrderRef[] = []): HookDeed => ({ do: "facts", facts: list, refs });

/** A text of at most `max` characters as an event takes it, from a text or a number; undefined when nothing is left. */
export function clean(value: unknown, max: number): string | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) ? String(value) : undefined;
  if (typeof value !== "string") return undefined;
  const text = value
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, max);
  return text !== "" && isCleanText(text) ? text : undefined;
}

/** The list under a key; empty when there is none. */
export function listOf(value: unknown): Loose[] {
  return Array.isArray(value) ? value.map(record) : [];
}

/** An instant in the one canonical text. A date without a zone is UTC where it says so (`gmt`). */
export function instantText(value: unknown, gmt = false): string | undefined {
  const at = typeof value === "number" ? value * 1000 : typeof value === "string" ? parseInstant(gmt ? `${value}Z` : value) : undefined;
  return typeof at === "number" && Number.isSafeInteger(at) && at >= 0 && at < 4e12 ? formatInstant(at) : undefined;
}

export type Reader = { fields: string[]; money(value: unknown, field: string): number };

/** Reads decimal texts of one currency into minor units; what cannot be read is noted and counts as 0. */
export function moneyReader(currency: string): Reader {
  const fields: string[] = [];
  return {
    fields,
    money(value, field) {
      if (value === undefined || value === null || value === "") return 0;
      // Shops may keep more decimals than the currency has: they are rounded as money is, half up.
      const amount = typeof value === "string" || typeof value === "number" ? decimalToMinor(value, currency, "half_up") : "x";
      if (typeof amount === "number") return amount;
      fields.push(field);
      return 0;
    },
  };
}

export type Line = { sku: string; name?: string; quantity: number; price: number };

/** Lines whose products add up to `total` exactly: 3 for 10.00 are two at 3.33 and one at 3.34. */
export function exactLines(line: { sku: string; name?: string | undefined; quantity: unknown; total: number }): Line[] {
  const { sku, total } = line;
  const count = typeof line.quantity === "number" && Number.isInteger(line.quantity) && line.quantity > 0 ? line.quantity : 1;
  if (total < 0 || (line.quantity === 0 && total === 0)) return [];
  const of = line.name === undefined ? { sku } : { sku, name: line.name };
  const low = Math.floor(total / count);
  const more = total - low * count;
  const lines = more === count ? [] : [{ ...of, quantity: count - more, price: low }];
  return more === 0 ? lines : [...lines, { ...of, quantity: more, price: low + 1 }];
}

/** Beyond it an order is taken without its lines: an event holds 500. */
export function itemsOrNone(lines: Line[]): { items?: Line[] } {
  return lines.length === 0 || lines.length > 500 ? {} : { items: lines };
}

type Who = { provider: Provider; customer: unknown; email?: unknown; user?: unknown; name?: unknown; country?: unknown };

/** The person as the business knows her. The provider's customer id ties her orders together, whatever else is known of her. */
export function personOf(who: Who, options: Pick<HookOptions, "customer">): Loose | undefined {
  const person: Record<string, unknown> = {};
  const customer = clean(who.customer, 128);
  const user = clean(who.user, 256) ?? (options.customer === "user_id" ? customer : undefined);
  if (user !== undefined) person["user_id"] = user;
  if (customer !== undefined && options.customer === "alias") person["anonymous_id"] = customerAlias(who.provider, customer);
  const email = typeof who.email === "string" ? normaliseEmail(who.email) : undefined;
  if (email !== undefined) person["email"] = email;
  if (Object.keys(person).length === 0) return undefined;
  const name = clean(who.name, 256);
  if (name !== undefined) person["name"] = name;
  const country = clean(who.country, 2);
  if (country !== undefined) person["attributes"] = { country };
  return person;
}

/** A customer id beside the business's own ids. */
export function customerAlias(provider: Provider, customer: string): string {
  return `${provider}:${customer}`;
}

/**
 * Whether only a shop's webhook or the business's own server may say this anonymous id. Shops count their customers, so an alias is no
 * secret: a browser that could say one would become that customer.
 */
export function isCustomerAlias(anonymousId: string): boolean {
  return PROVIDERS.some((provider) => anonymousId.startsWith(customerAlias(provider, "")));
}

/** Code and click that a theme or checkout wrote beside the order as `gv_code` and `gv_click`, or the address a visitor landed on. */
export function referralOf(pairs: readonly (readonly [unknown, unknown])[], landing?: unknown): { referral?: Loose } {
  const found: Record<string, unknown> = {};
  for (const [key, value] of pairs) {
    const name = typeof key === "string" ? key.replace(/^_+/, "").toLowerCase() : "";
    if (name === "gv_code") found["code"] ??= clean(value, 64);
    if (name === "gv_click") found["click_id"] ??= clean(value, 256);
  }
  const isLink = typeof landing === "string" && landing.length <= 2000 && /[?&#]gv_(code|click)=/.test(landing);
  if (isLink && found["code"] === undefined && found["click_id"] === undefined) found["link"] = landing;
  const some = Object.entries(found).filter(([, value]) => value !== undefined);
  return some.length === 0 ? {} : { referral: Object.fromEntries(some) };
}

/** `gv_user`, `gv_order` and the like among free pairs. */
export function ownWord(pairs: readonly (readonly [unknown, unknown])[], name: string, max: number): string | undefined {
  return clean(pairs.find(([key]) => key === name)?.[1], max);
}
