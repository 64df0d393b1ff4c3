/** What the mappers make of a payload, with every event held against the schema. */
import { expect } from "vitest";
import { event as eventSchema } from "../../src/core/event.ts";
import type { HookDeed, HookFact, HookOptions } from "../../src/core/ingest/commerce.ts";
import { mapHook, ofOrder } from "../../src/core/ingest/hook-facts.ts";
import * as stripe from "./fixtures/stripe.ts";
import type { Loose, Provider } from "./shops.ts";

const LIVE: HookOptions = { customer: "alias", firstInvoice: "payment", prefix: "", sandbox: false };
type Map = (provider: Provider, topic: string, body: Loose) => HookDeed;
/** What a source with these options makes of a webhook. */
export const mapWith =
  (options: Partial<HookOptions>): Map =>
  (provider, topic, body) =>
    mapHook(provider, { topic, body, options: { ...LIVE, ...options } });
export const map = mapWith({});
/** An event of Stripe; `more` is what stands beside its object, and the source's `options`. */
export function tell(type: string, object: Loose, more: Loose & { options?: Partial<HookOptions> } = {}): HookDeed {
  const { options = {}, ...beside } = more;
  return mapWith(options)("stripe", type, stripe.stripeEvent(type, object, beside));
}

/** The facts of a deed, each of which an event's schema must take. */
export function factsOf(deed: HookDeed): HookFact[] {
  if (deed.do !== "facts") throw new Error(JSON.stringify(deed));
  for (const fact of deed.facts) {
    const named = fact.payment === undefined ? fact.event : ofOrder(fact, { id: "o", total: 10_000 });
    expect(eventSchema.safeParse(named).error?.issues ?? []).toEqual([]);
  }
  return deed.facts;
}
export const eventsOf = (deed: HookDeed): Loose[] => factsOf(deed).map((fact) => fact.event);
