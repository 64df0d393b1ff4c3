/** What one occurrence of a rule is worth as bought, and which part of it is still kept. */
import type { Compiled, CompiledRule, Predicate } from "../compiled.ts";
import type { Fact, Order, Reason } from "../facts.ts";
import { type OrderState, isFullyRefunded, keptOf, netOf } from "../order-state.ts";
import { type Ratio, mulDiv, percentOf, ratioProduct } from "../money.ts";

export type Worth = { unit: string; nominal: number; num: number; den: number; counts: boolean };
const ONE: Ratio = { num: 1, den: 1 };

/** Product of the bonus windows that hold the fact's own instant (from inclusive, to exclusive), whenever it arrives. */
export function bonusAt(program: Compiled, rule: CompiledRule, at: number): Ratio {
  let factor = ONE;
  for (const b of program.bonuses)
    if (at >= b.from && at < b.to && (b.rules === undefined || b.rules.has(rule.key))) factor = ratioProduct(factor, b.factor);
  return factor;
}

/**
 * Worth of one occurrence. Percentages round half up (away from zero) once, on the product of base, percent and bonus.
 * @returns the reason when there is nothing to take a part of.
 */
export function worthOf(program: Compiled, rule: CompiledRule, of: { fact: Fact; order?: OrderState }): Worth | Reason {
  const { fact, order: state } = of;
  const { amount } = rule;
  const bonus = program.bonuses.length === 0 ? ONE : bonusAt(program, rule, fact.at);
  const order = state?.order;
  let unit: string;
  let nominal: number;
  let base: "total" | "net" | "subtotal" = "net";
  if (amount.kind === "percent") {
    const sum = baseOf(amount.of, { fact, order, items: amount.items ? matching(amount.items, fact, order) : undefined });
    if (sum === undefined || sum.amount <= 0) return "no_base";
    unit = sum.currency;
    if (amount.of === "order.total") base = "total";
    else if (amount.of === "order.subtotal") base = "subtotal";
    nominal = percentOf(sum.amount, bonus === ONE ? amount.percent : ratioProduct(amount.percent, bonus), "half_up");
    if (amount.max !== undefined && amount.max.currency === unit && nominal > amount.max.amount) nominal = amount.max.amount;
  } else {
    unit = amount.unit;
    const units = amount.kind === "per_unit" ? (fact.quantity ?? itemCount(order)) : 1;
    nominal = bonus === ONE ? amount.amount * units : mulDiv(amount.amount * units, bonus.num, bonus.den, "half_up");
  }
  if (state === undefined) return { unit, nominal, num: 1, den: 1, counts: true };
  return withRefunds(rule, { fact, state }, { unit, nominal, base });
}

function withRefunds(
  rule: CompiledRule,
  of: { fact: Fact; state: OrderState },
  w: { unit: string; nominal: number; base: "total" | "net" | "subtotal" },
): Worth {
  const { fact, state } = of;
  const { unit, nominal } = w;
  const whole = { unit, nominal, num: 1, den: 1, counts: true };
  const touched =
    state.whole || state.unlined > 0 || state.tax > 0 || state.shipping > 0 || state.reducedTo !== undefined || state.lines.length > 0;
  if (!touched) return whole;
  if (!rule.onRefund && !(rule.onChargeback && state.charged)) return whole;
  if (isFullyRefunded(state)) return { unit, nominal, num: 0, den: 1, counts: false };
  const kept = keptOf(state);
  if (rule.allBelow && rule.where && !rule.where(fact, keptOrder(state.order, kept)))
    return { unit, nominal, num: 0, den: 1, counts: true };
  const { order } = state;
  if (rule.amount.kind === "percent" && rule.amount.items) {
    return { unit, nominal, ...keptItems(rule.amount.items, of, kept.net), counts: true };
  }
  const den = w.base === "total" ? order.total : w.base === "subtotal" ? order.subtotal : netOf(order);
  if (den <= 0) return { unit, nominal, num: kept.total, den: Math.max(1, order.total), counts: true };
  return { unit, nominal, num: kept[w.base], den, counts: true };
}

/** The order as it stands after refunds, for rules that ask again (`all_below_threshold`). */
function keptOrder(order: Order, kept: { total: number; net: number; subtotal: number }): Order {
  return { ...order, total: kept.total, subtotal: kept.subtotal, tax: 0, shipping: kept.total - kept.net };
}

function baseOf(
  of: string,
  given: { items: number | undefined; fact: Fact; order: Order | undefined },
): { amount: number; currency: string } | undefined {
  const { items, fact, order } = given;
  if (of === "event.value")
    return fact.value === undefined || fact.currency === undefined ? undefined : { amount: fact.value, currency: fact.currency };
  if (order === undefined)
    return fact.value === undefined || fact.currency === undefined ? undefined : { amount: fact.value, currency: fact.currency };
  const all = of === "order.total" ? order.total : of === "order.subtotal" ? order.subtotal : netOf(order);
  return { amount: items === undefined ? all : Math.min(all, items), currency: order.currency };
}

function matching(where: Predicate, fact: Fact, order: Order | undefined): number {
  let sum = 0;
  for (const item of order?.items ?? [])
    if (order && where(fact, { ...order, items: [item] })) sum += Math.round(item.price * item.quantity);
  return sum;
}

/**
 * The kept part of the items that count: a returned line that does not count takes nothing away. What was refunded without
 * naming its lines is taken from all that is left alike.
 */
function keptItems(where: Predicate, of: { fact: Fact; state: OrderState }, keptNet: number): { num: number; den: number } {
  const { order, lines } = of.state;
  let bought = 0;
  let left = 0;
  let lined = 0;
  (order.items ?? []).forEach((item, i) => {
    const value = Math.round(item.price * item.quantity);
    const back = lines[i] ?? 0;
    lined += back;
    if (!where(of.fact, { ...order, items: [item] })) return;
    bought += value;
    left += value - back;
  });
  const rest = netOf(order) - lined;
  const num = rest <= 0 ? 0 : keptNet >= rest ? left : mulDiv(left, keptNet, rest, "half_up");
  return { num, den: Math.max(1, bought) };
}

function itemCount(order: Order | undefined): number {
  if (!order?.items) return 1;
  let n = 0;
  for (const item of order.items) n += item.quantity;
  return Math.floor(n);
}
