/**
 * One order while facts are folded: what was bought and what of it is still kept. Corrections are held as sums
 * (cumulative), so that three thirds of a refund take back exactly the whole, whatever their order.
 */
import type { Correction, Order, OrderLine } from "./facts.ts";
import { mulDiv, splitLargestRemainder } from "./arithmetic.ts";

export type OrderState = {
  order: Order;
  at: number;
  client: string;
  /** Refunded without saying what for: spread over lines, tax and shipping by what is left of each. */
  unlined: number;
  lines: number[];
  tax: number;
  shipping: number;
  /** The lowest total that an order_updated left (undefined: never updated). */
  reducedTo?: number;
  /** A chargeback, or a correction of the whole order. */
  whole: boolean;
  charged: boolean;
};

/** What is kept of each base, beside what was bought. All in minor units, 0 <= kept <= bought. */
export type Kept = { total: number; net: number; subtotal: number };

export function openOrder(order: Order, at: number, client: string): OrderState {
  return { order, at, client, unlined: 0, lines: [], tax: 0, shipping: 0, whole: false, charged: false };
}

/** Order value without tax and shipping. */
export function netOf(order: Order): number {
  return Math.max(0, order.total - order.tax - order.shipping);
}

/** Applies one correction; the sum never exceeds what was bought (I6). Mutates: the fold owns its orders. */
export function correctOrder(state: OrderState, correction: Correction, type: string): void {
  // Came before its purchase, so the door could not refuse it: cents are not taken from yen.
  if (correction.currency !== "" && correction.currency !== state.order.currency) return;
  if (type === "order_updated") {
    const total = correction.amount ?? 0;
    state.reducedTo = Math.min(state.reducedTo ?? state.order.total, total);
    return;
  }
  const parts = (correction.tax ?? 0) + (correction.shipping ?? 0) + linesValue(correction.items);
  if (type === "chargeback" || (correction.amount === undefined && parts === 0)) {
    state.whole = true;
    state.charged ||= type === "chargeback";
    return;
  }
  state.tax = Math.min(state.order.tax, state.tax + (correction.tax ?? 0));
  state.shipping = Math.min(state.order.shipping, state.shipping + (correction.shipping ?? 0));
  for (const line of correction.items ?? []) refundLine(state, line);
  if (correction.amount !== undefined) state.unlined += Math.max(0, correction.amount - parts);
}

function linesValue(items: readonly OrderLine[] | undefined): number {
  let sum = 0;
  for (const line of items ?? []) sum += Math.round(line.price * line.quantity);
  return sum;
}

/** All lines of one sku are one: a shop that sells it in two lines may give back either, at its own price. */
function refundLine(state: OrderState, line: OrderLine): void {
  const items = state.order.items ?? [];
  const index = items.findIndex((item) => item.sku === line.sku);
  const value = Math.round(line.price * line.quantity);
  if (index < 0) {
    state.unlined += value;
    return;
  }
  const cap = linesValue(items.filter((item) => item.sku === line.sku));
  state.lines[index] = Math.min(cap, (state.lines[index] ?? 0) + value);
}

/** The refunded total, capped at the order's total. */
export function refundedOf(state: OrderState): number {
  const { total } = state.order;
  if (state.whole) return total;
  let sum = state.unlined + state.tax + state.shipping;
  for (const value of state.lines) sum += value ?? 0;
  if (state.reducedTo !== undefined) sum = Math.max(sum, total - state.reducedTo);
  return Math.min(total, sum);
}

/**
 * What is left of the order. A refund without lines is spread over net, tax and shipping by largest remainder of the
 * cumulative sum, weighted by what each still holds after the refunds that named their part.
 */
export function keptOf(state: OrderState): Kept {
  const { order } = state;
  const refunded = refundedOf(state);
  const net = netOf(order);
  if (refunded === 0) return { total: order.total, net, subtotal: order.subtotal };
  if (refunded >= order.total) return { total: 0, net: 0, subtotal: 0 };
  let lined = 0;
  for (const value of state.lines) lined += value ?? 0;
  const left = [Math.max(0, net - lined), order.tax - state.tax, order.shipping - state.shipping];
  const spread = splitLargestRemainder(Math.max(0, refunded - lined - state.tax - state.shipping), left);
  const keptNet = Math.max(0, (left[0] ?? 0) - (spread[0] ?? 0));
  return { total: order.total - refunded, net: keptNet, subtotal: net === 0 ? 0 : mulDiv(order.subtotal, keptNet, net, "half_up") };
}

/** A fully refunded order no longer counts: it frees its place in nth, tiers and caps. */
export function isFullyRefunded(state: OrderState): boolean {
  return state.whole || (state.order.total > 0 && refundedOf(state) >= state.order.total);
}
