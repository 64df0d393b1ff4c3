/** What one occurrence of a rule is worth as bought, and which part of it is still kept. */
import type { Amount, Compiled, CompiledRule, Predicate } from "../compiled.ts";
import type { Fact, Order, Reason } from "../facts.ts";
import { type OrderState, isFullyRefunded, keptOf, netOf } from "../order-state.ts";
import { type Ratio, mulDiv, percentOf, ratioProduct } from "../money.ts";
import type { Option } from "../reward.ts";
import { keptItems, orderOf, reduced, worthOfItems } from "./order-items.ts";

/** `options`: what is offered, where the recipient picks. */
export type Worth = { unit: string; nominal: number; num: number; den: number; counts: boolean; options?: Option[] };
const ONE: Ratio = { num: 1, den: 1 };

/** Product of the bonus windows that hold the fact's own instant (from inclusive, to exclusive), whenever it arrives. */
export function bonusAt(program: Compiled, rule: CompiledRule, at: number): Ratio {
  let factor = ONE;
  for (const b of program.bonuses)
    if (at >= b.from && at < b.to && (b.rules === undefined || b.rules.has(rule.key))) factor = ratioProduct(factor, b.factor);
  return factor;
}

/** What is bought and what is told of it: the occurrence's fact, its order, and whose bonus windows hold. */
export type Occasion = { fact: Fact; order?: OrderState; inForce?: Compiled };

/** Worth of one occurrence. @returns the reason when there is nothing to take a part of. */
export function worthOf(program: Compiled, rule: CompiledRule, of: Occasion): Worth | Reason {
  if (rule.options === undefined) return worthOfAmount(program, rule, { ...of, amount: rule.amount });
  const worths = rule.options.map((amount) => ({ amount, worth: worthOfAmount(program, rule, { ...of, amount }) }));
  const first = worths.find(({ worth }) => typeof worth !== "string")?.worth;
  if (first === undefined || typeof first === "string") return "no_base";
  const options = worths.map(({ amount, worth }): Option => {
    const payload = amount.kind === "flat" ? (amount.payload ?? null) : null;
    if (typeof worth === "string") return { form: amount.form, unit: "", nominal: 0, num: 0, den: 1, payload };
    return { form: amount.form, unit: worth.unit, nominal: worth.nominal, num: worth.num, den: worth.den, payload };
  });
  return { unit: "choice", nominal: 1, num: options.some((o) => o.num > 0) ? 1 : 0, den: 1, counts: first.counts, options };
}

/** Percentages round half up (away from zero) once, on the product of base, percent and bonus. */
function worthOfAmount(program: Compiled, rule: CompiledRule, of: Occasion & { amount: Amount }): Worth | Reason {
  const { fact, order: state, amount } = of;
  const windows = of.inForce ?? program;
  const bonus = windows.bonuses.length === 0 ? ONE : bonusAt(windows, rule, fact.at);
  const order = state?.order;
  const items = amount.kind === "percent" ? (amount.items ?? rule.items) : rule.items;
  let unit: string;
  let nominal: number;
  let base: "total" | "net" | "subtotal" = "net";
  if (amount.kind === "percent") {
    const sum = baseOf(amount.of, { fact, order, items: items ? worthOfItems(items, fact, order) : undefined });
    if (sum === undefined || sum.amount <= 0) return "no_base";
    unit = sum.currency;
    if (amount.of === "order.total") base = "total";
    else if (amount.of === "order.subtotal") base = "subtotal";
    nominal = percentOf(sum.amount, bonus === ONE ? amount.percent : ratioProduct(amount.percent, bonus), "half_up");
    if (amount.max !== undefined && amount.max.currency === unit && nominal > amount.max.amount) nominal = amount.max.amount;
  } else {
    unit = amount.unit;
    const units = amount.kind === "per_unit" ? (fact.quantity ?? itemCount(rule.items ? orderOf(rule.items, fact) : order)) : 1;
    nominal = bonus === ONE ? amount.amount * units : mulDiv(amount.amount * units, bonus.num, bonus.den, "half_up");
  }
  if (state === undefined) return { unit, nominal, num: 1, den: 1, counts: true };
  return withRefunds(rule, { fact, state }, { unit, nominal, base, items });
}

function withRefunds(
  rule: CompiledRule,
  of: { fact: Fact; state: OrderState },
  w: { unit: string; nominal: number; base: "total" | "net" | "subtotal"; items: Predicate | undefined },
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
  if (rule.allBelow && rule.where && !rule.where(fact, keptFor(rule, of, kept))) return { unit, nominal, num: 0, den: 1, counts: true };
  const { order } = state;
  if (w.items !== undefined) return { unit, nominal, ...keptItems(w.items, of, kept.net), counts: true };
  const den = w.base === "total" ? order.total : w.base === "subtotal" ? order.subtotal : netOf(order);
  if (den <= 0) return { unit, nominal, num: kept.total, den: Math.max(1, order.total), counts: true };
  return { unit, nominal, num: kept[w.base], den, counts: true };
}

/** The order as it stands after refunds, for rules that ask again (`all_below_threshold`): of the items that count, where they say so. */
function keptFor(rule: CompiledRule, of: { fact: Fact; state: OrderState }, kept: ReturnType<typeof keptOf>): Order {
  const { order } = of.state;
  if (rule.items === undefined) return { ...order, total: kept.total, subtotal: kept.subtotal, tax: 0, shipping: kept.total - kept.net };
  return reduced(orderOf(rule.items, of.fact) ?? order, Math.min(kept.net, keptItems(rule.items, of, kept.net).num));
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

function itemCount(order: Order | undefined): number {
  if (!order?.items) return 1;
  let n = 0;
  for (const item of order.items) n += item.quantity;
  return Math.floor(n);
}
