/** Orders inside a person's fold: who takes them, and how corrections find them, whichever comes first. */
import type { Fact, Reason } from "./facts.ts";
import { type OrderState, correctOrder, openOrder, refundedOf } from "./order-state.ts";
import type { FoldContext, PersonState } from "./state.ts";

/** One order, one row: the first purchase fact in key order makes it, a second door's copy is answered `order_known`. */
export function takeOrder(s: PersonState, fact: Fact, context: FoldContext): OrderState | Reason {
  const order = fact.order as NonNullable<Fact["order"]>;
  if (context.foreignOrders?.has(order.id)) return "order_of_another_person";
  if (s.orders.has(order.id)) return "order_known";
  const state = openOrder(order, fact.at, fact.client);
  s.orders.set(order.id, state);
  s.bought.push(state);
  for (const waiting of s.parked.get(order.id) ?? []) if (waiting.correction) correctOrder(state, waiting.correction, waiting.type);
  s.parked.delete(order.id);
  return state;
}

/** A refund, chargeback or update: to its order, or parked until the order comes. */
export function correct(s: PersonState, fact: Fact): void {
  const c = fact.correction;
  if (c === undefined) return;
  if (c.id === undefined) return credit(s, c.amount, c.currency);
  const order = s.orders.get(c.id);
  if (order) correctOrder(order, c, fact.type);
  else s.parked.set(c.id, [...(s.parked.get(c.id) ?? []), fact]);
}

/** A refund that names no order takes from the person's purchases before it, newest first; the rest is parked. */
function credit(s: PersonState, amount: number | undefined, currency: string): void {
  let left = amount;
  for (let i = s.bought.length - 1; i >= 0; i--) {
    const state = s.bought[i] as OrderState;
    if (state.order.currency !== currency) continue;
    const room = state.order.total - refundedOf(state);
    if (room <= 0) continue;
    const take = left === undefined ? room : Math.min(left, room);
    state.unlined += take;
    if (left === undefined) return;
    left -= take;
    if (left === 0) return;
  }
  s.excess += left ?? 0;
}
