/** Rules that count some of an order's items only: products left out, sale items left out, one category. */
import type { Predicate } from "../compiled.ts";
import type { Fact, Order, OrderLine } from "../facts.ts";
import { mulDiv } from "../money.ts";
import { type OrderState, netOf } from "../order-state.ts";

const valueOf = (item: OrderLine): number => Math.round(item.price * item.quantity);

function matches(where: Predicate, fact: Fact, of: { order: Order; item: OrderLine }): boolean {
  return where(fact, { ...of.order, items: [of.item] });
}

/** The worth of the items that count, never more than the order's own. */
export function worthOfItems(where: Predicate, fact: Fact, order: Order | undefined): number {
  let sum = 0;
  for (const item of order?.items ?? []) if (order && matches(where, fact, { order, item })) sum += valueOf(item);
  return sum;
}

/** The fact's order as if only the items that count had been bought; undefined when none of them counts. */
export function orderOf(where: Predicate, fact: Fact): Order | undefined {
  const { order } = fact;
  const items = order?.items?.filter((item) => matches(where, fact, { order, item }));
  if (order === undefined || items === undefined || items.length === 0) return undefined;
  return reduced({ ...order, items }, Math.min(netOf(order), worthOfItems(where, fact, order)));
}

/** An order of which so much is left, without tax, shipping and discount. */
export function reduced(order: Order, amount: number): Order {
  return { ...order, total: amount, subtotal: amount, tax: 0, shipping: 0, discount: 0 };
}

/**
 * The kept part of the items that count: a returned line that does not count takes nothing away. What was refunded without
 * naming its lines is taken from all that is left alike.
 */
export function keptItems(where: Predicate, of: { fact: Fact; state: OrderState }, keptNet: number): { num: number; den: number } {
  const { order, lines } = of.state;
  let bought = 0;
  let left = 0;
  let lined = 0;
  (order.items ?? []).forEach((item, i) => {
    const value = valueOf(item);
    const back = lines[i] ?? 0;
    lined += back;
    if (!matches(where, of.fact, { order, item })) return;
    bought += value;
    left += value - back;
  });
  const rest = netOf(order) - lined;
  const num = rest <= 0 ? 0 : keptNet >= rest ? left : mulDiv(left, keptNet, rest, "half_up");
  return { num, den: Math.max(1, bought) };
}
