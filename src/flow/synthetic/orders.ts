/** Baskets and what comes back of them. Amounts are integer minor units that add up: total = subtotal - discount + tax + shipping. */
import type { CanonicalEvent } from "../../core/event.ts";
import type { Random } from "../../core/analytics/random.ts";

export type SyntheticOrder = NonNullable<CanonicalEvent["order"]> & { id: string; total: number };

const CATEGORIES = ["home", "kitchen", "garden", "toys", "stationery", "sale"];
/** Sale items and the rest: prices end in 0, 50, 90 or 99 like prices do. */
const ENDINGS = [0, 50, 90, 99];
const FREE_SHIPPING_FROM = 6000;
const SHIPPING = 490;
/** Included VAT of 19 %, as the shop reports it on top of the net price. */
const TAX_PERCENT = 19;
/** One order in 120 is a bulk order from the Pareto tail; above this it is cut, since one order should not be the year. */
const LARGEST = 2_500_000;

/** One order of about e^`logSpend` minor units. `coupons` are codes that were typed at the checkout. */
export function drawOrder(random: Random, wanted: { id: string; logSpend: number; currency: string; coupons?: string[] }): SyntheticOrder {
  const bulk = random.chance(1 / 120) ? random.pareto(1.2) * 4 : 1;
  const goal = Math.min(LARGEST, Math.exp(wanted.logSpend + 0.45 * random.normal()) * bulk);
  const items = drawItems(random, goal);
  const subtotal = items.reduce((sum, item) => sum + item.price * item.quantity, 0);
  const discount = random.chance(0.12) ? Math.floor((subtotal * random.pick([5, 10, 15, 20])) / 100) : 0;
  const tax = Math.round(((subtotal - discount) * TAX_PERCENT) / 100);
  const shipping = subtotal >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
  return {
    id: wanted.id, total: subtotal - discount + tax + shipping, subtotal, tax, shipping, discount, currency: wanted.currency,
    ...(wanted.coupons === undefined ? {} : { coupons: wanted.coupons }), items,
  };
}

function drawItems(random: Random, goal: number): { sku: string; category: string; quantity: number; price: number }[] {
  const count = Math.min(6, 1 + random.poisson(0.9));
  return Array.from({ length: count }, () => {
    const share = (goal / count) * (0.4 + 1.2 * random.next());
    const quantity = random.chance(0.25) ? 2 + random.below(4) : 1;
    const price = Math.max(90, Math.floor(share / quantity / 100) * 100 + random.pick(ENDINGS));
    const category = random.below(CATEGORIES.length);
    return { sku: `S${category + 1}-${random.below(240) + 1}`, category: CATEGORIES[category] ?? "home", quantity, price };
  });
}

/** What is given back of an order: the whole (45 %), a part of the amount (30 %) or one of its lines with its tax (25 %). */
export function drawRefund(random: Random, order: SyntheticOrder, whole: boolean): NonNullable<CanonicalEvent["order"]> {
  const { id, currency } = order;
  const kind = whole ? 0 : random.next();
  if (kind < 0.45) return { id, currency };
  const line = order.items?.[random.below(order.items.length)];
  if (kind < 0.75 || line === undefined) {
    return { id, amount: Math.max(1, Math.floor((order.total * (10 + random.below(60))) / 100)), currency };
  }
  // A discount was spread over the lines: what was paid for this one can be no more than its part of the total.
  const paid = Math.floor((line.price * line.quantity * order.total) / Math.max(1, order.subtotal ?? order.total));
  return { id, amount: Math.max(1, Math.min(paid, order.total)), currency };
}
