/** From what a webhook says to events that can be checked: their ids, and the orders of payments that name none. */
import type { HookDeed, HookFact, HookOptions, Loose, Provider } from "./commerce.ts";
import { record } from "./commerce.ts";
import { canonicalJson } from "./fingerprint.ts";
import { mapShopify } from "./shopify.ts";
import { mapStripe } from "./stripe.ts";
import { mapWooCommerce } from "./woocommerce.ts";

const MAPPERS = { stripe: mapStripe, shopify: mapShopify, woocommerce: mapWooCommerce };

/** What a webhook says, by its provider's documentation. */
export function mapHook(provider: Provider, hook: { topic: string; body: unknown; options: HookOptions }): HookDeed {
  return MAPPERS[provider]({ ...hook, body: record(hook.body) });
}

/**
 * The id of a fact that is told with every version of an order: instants sort as texts, so the earliest version has the smallest id and
 * owns the order. Null when the same content is known from the same version or an earlier one: it would change nothing.
 */
export function idOfVersion(fact: HookFact, known: readonly string[], keyed: (text: string) => string): string | null {
  if (fact.version === undefined) return String(fact.event["id"]);
  const { key, at } = fact.version;
  const { occurred_at: _at, ...content } = fact.event;
  const digest = keyed(canonicalJson(content));
  const earlier = known.some((id) => id.startsWith(key) && id.endsWith(`:${digest}`) && id <= `${key}${at}:${digest}`);
  return earlier ? null : `${key}${at}:${digest}`;
}

/** A fact of a payment with the order that the payment belongs to. */
export function ofOrder(fact: HookFact, order: { id: string; total: number }): Loose {
  const told = { ...record(fact.event["order"]), id: order.id };
  return { ...fact.event, order: fact.taken === undefined ? told : { ...told, total: Math.max(0, order.total - fact.taken) } };
}
