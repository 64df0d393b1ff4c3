/** The order, or the correction of one, inside a canonical event. Amounts in minor units; what is missing is said by field. */
import { currencyDecimals } from "../currency.ts";
import { type CanonicalEvent, type FieldError, MAX_AMOUNT } from "../event.ts";
import type { Correction, Order, OrderLine } from "../facts.ts";

function currencyOf(event: CanonicalEvent, required: boolean, errors: FieldError[]): string {
  const currency = event.order?.currency ?? event.currency;
  if (currency === undefined) {
    if (required)
      errors.push({ pointer: "/order/currency", code: "currency_missing", message: 'Say the currency of the amounts, such as "USD".' });
    return "";
  }
  if (currencyDecimals(currency) === undefined)
    errors.push({ pointer: "/order/currency", code: "currency_unknown", message: `"${currency}" is not a currency of ISO 4217.` });
  return currency;
}

/** The lines' sum, where there are lines. Each price and quantity is small enough by itself: their product and sum need not be. */
function linesOf(event: CanonicalEvent, errors: FieldError[]): number | undefined {
  const sum = event.order?.items?.reduce((all, item) => all + Math.round(item.price * item.quantity), 0);
  if (sum === undefined || sum <= MAX_AMOUNT) return sum;
  errors.push({ pointer: "/order/items", code: "total_too_large", message: "The items together exceed what a number holds (2^53 - 1)." });
  return undefined;
}

/** What was bought. `client` names an order that has no id of its own. */
export function orderOf(event: CanonicalEvent, client: string, errors: FieldError[]): Order | undefined {
  const o = event.order;
  const currency = currencyOf(event, true, errors);
  const lines = linesOf(event, errors);
  const total =
    o?.total ??
    o?.amount ??
    (o?.subtotal === undefined ? lines : o.subtotal - (o.discount ?? 0) + (o.tax ?? 0) + (o.shipping ?? 0)) ??
    event.value;
  if (total === undefined) {
    errors.push({ pointer: "/order/total", code: "total_missing", message: "Say what was paid, in minor units: order.total." });
    return undefined;
  }
  const tax = o?.tax ?? 0;
  const shipping = o?.shipping ?? 0;
  if (total > MAX_AMOUNT)
    errors.push({ pointer: "/order/total", code: "total_too_large", message: "The parts together exceed what a number holds (2^53 - 1)." });
  if (tax + shipping > total)
    errors.push({ pointer: "/order/total", code: "total_too_small", message: "tax and shipping together exceed the total." });
  const order: Order = {
    id: o?.id ?? client,
    total,
    subtotal: o?.subtotal ?? Math.max(0, total - tax - shipping),
    tax,
    shipping,
    discount: o?.discount ?? 0,
    currency,
  };
  if (o?.coupons?.length) order.coupons = o.coupons;
  if (o?.items?.length)
    order.items = o.items.map((i) => {
      const line: OrderLine =
        i.category === undefined
          ? { sku: i.sku, quantity: i.quantity, price: i.price }
          : { sku: i.sku, category: i.category, quantity: i.quantity, price: i.price };
      if (i.sale === true) line.sale = true;
      return line;
    });
  return order;
}

/** What of an order, or of a person's purchases, is taken back. */
export function correctionOf(event: CanonicalEvent, errors: FieldError[]): Correction {
  const o = event.order;
  const currency = currencyOf(event, o?.id === undefined, errors);
  const correction: Correction = { currency };
  if (o?.id !== undefined) correction.id = o.id;
  if (event.type === "order_updated") {
    const status = event.properties?.status;
    if (o?.id === undefined) errors.push({ pointer: "/order/id", code: "order_missing", message: "Say which order changed: order.id." });
    if (status === "cancelled" || status === "canceled") correction.amount = 0;
    else if (o?.total === undefined)
      errors.push({
        pointer: "/order/total",
        code: "total_missing",
        message: 'Give the new order.total, or properties.status "cancelled".',
      });
    else correction.amount = o.total;
    return correction;
  }
  if (o?.id === undefined && event.person === undefined) {
    errors.push({
      pointer: "/order/id",
      code: "order_missing",
      message: "A refund names its order (order.id) or the person whose purchases it takes from.",
    });
  }
  const amount = o?.amount ?? o?.total ?? event.value;
  if (amount !== undefined) correction.amount = amount;
  if (o?.tax !== undefined) correction.tax = o.tax;
  if (o?.shipping !== undefined) correction.shipping = o.shipping;
  linesOf(event, errors);
  if (o?.items?.length) correction.items = o.items.map((i) => ({ sku: i.sku, quantity: i.quantity, price: i.price }));
  return correction;
}
