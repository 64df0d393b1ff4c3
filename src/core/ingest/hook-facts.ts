/** From a webhook to what it says, and the orders of payments that name none. */
import type { HookDeed, HookFact, HookOptions, Loose, Provider } from "./commerce.ts";
import { record } from "./commerce.ts";
import { mapShopify } from "./shopify.ts";
import { mapStripe } from "./stripe.ts";
import { mapWooCommerce } from "./woocommerce.ts";

const MAPPERS = { stripe: mapStripe, shopify: mapShopify, woocommerce: mapWooCommerce };

/** What a webhook says, by its provider's documentation. */
export function mapHook(provider: Provider, hook: { topic: string; body: unknown; options: HookOptions }): HookDeed {
  return MAPPERS[provider]({ ...hook, body: record(hook.body) });
}

/** A fact of a payment with the order that the payment belongs to. */
export function ofOrder(fact: HookFact, order: { id: string; total: number }): Loose {
  const told = { ...record(fact.event["order"]), id: order.id };
  return { ...fact.event, order: fact.taken === undefined ? told : { ...told, total: Math.max(0, order.total - fact.taken) } };
}
