/**
 * A condition compiled to a predicate. Every field reads from the fact and its recorded inputs only, so that the same
 * facts give the same answer in a live batch, a later fold and the backtest.
 */
import { type Comparison, type Condition, MONEY_FIELDS, type Operator, type Scalar } from "../condition.ts";
import type { Predicate } from "../compiled.ts";
import type { Fact, Order } from "../facts.ts";
import { parseMoney } from "../money.ts";
import { compareText, foldCase } from "../text.ts";

type Read = (fact: Fact, order: Order | undefined) => Scalar | readonly Scalar[] | undefined;

const ORDER_AMOUNTS: Record<string, (o: Order) => number> = {
  "order.total": (o) => o.total,
  "order.net": (o) => Math.max(0, o.total - o.tax - o.shipping),
  "order.subtotal": (o) => o.subtotal,
  "order.tax": (o) => o.tax,
  "order.shipping": (o) => o.shipping,
  "order.discount": (o) => o.discount,
};

/** Recorded with a fact when it is first decided, and read there ever after. */
const RECORDED = ["person.", "event.properties.", "advocate."];

/** The reader of one field; unknown fields cannot get here (the schema refuses them), so they throw. */
function reader(field: string): Read {
  const amount = ORDER_AMOUNTS[field];
  if (amount) return (_f, o) => (o ? amount(o) : undefined);
  switch (field) {
    case "order.currency":
      return (_f, o) => o?.currency;
    case "order.item_count":
      return (_f, o) => o?.items?.reduce((n, i) => n + i.quantity, 0);
    case "order.coupon":
      return (_f, o) => o?.coupons;
    case "order.item.sku":
      return (_f, o) => o?.items?.map((i) => i.sku);
    case "order.item.category":
      return (_f, o) => o?.items?.map((i) => i.category ?? "");
    case "order.item.sale":
      return (_f, o) => o?.items?.map((i) => i.sale === true);
    case "event.type":
      return (f) => f.type;
    case "event.name":
      return (f) => f.name;
    case "event.stage":
      return (f) => f.stage;
    case "event.subject":
      return (f) => f.subject;
    case "event.channel":
      return (f) => f.channel;
    case "event.value":
      return (f) => f.value;
    default:
      if (RECORDED.some((prefix) => field.startsWith(prefix))) return (f) => f.inputs?.[field];
      throw new Error(`impossible: condition field ${field} passed the schema`);
  }
}

const currencyOf = (field: string) =>
  field === "event.value" ? (f: Fact) => f.currency : (_f: Fact, o: Order | undefined) => o?.currency;

/** Like with like only: across types it is NaN, so that no comparison holds. False sorts before true. */
function order(have: Scalar, want: Scalar): number {
  if (typeof have !== typeof want) return Number.NaN;
  return typeof have === "string" ? compareText(have, want as string) : Number(have) - Number(want);
}

/** Compares one value; a list (items, coupons) matches when any of its members does. */
function test(op: Operator, want: Scalar | readonly Scalar[], have: Scalar): boolean {
  switch (op) {
    case "eq":
      return have === want;
    case "ne":
      return have !== want;
    case "gt":
      return order(have, want as Scalar) > 0;
    case "gte":
      return order(have, want as Scalar) >= 0;
    case "lt":
      return order(have, want as Scalar) < 0;
    case "lte":
      return order(have, want as Scalar) <= 0;
    case "in":
      return (want as readonly Scalar[]).includes(have);
    case "not_in":
      return !(want as readonly Scalar[]).includes(have);
    case "contains":
      return typeof have === "string" && foldCase(have).includes(foldCase(String(want)));
    case "exists":
      return want === true;
  }
}

function comparison(field: string, op: Operator, raw: Scalar | Scalar[]): Predicate {
  const read = reader(field);
  if (op === "exists") return (f, o) => (read(f, o) !== undefined) === raw;
  if (MONEY_FIELDS.has(field) && typeof raw === "string") {
    const money = parseMoney(raw);
    if (typeof money === "string") return () => false; // the linter reports it; a bad amount matches nothing
    const currency = currencyOf(field);
    return (f, o) => {
      const have = read(f, o);
      return have !== undefined && currency(f, o) === money.currency && test(op, money.amount, have as Scalar);
    };
  }
  const all = op === "ne" || op === "not_in";
  return (f, o) => {
    const have = read(f, o);
    // An absent value is not equal to anything: `ne` and `not_in` hold, every other comparison fails.
    if (have === undefined) return all;
    if (!Array.isArray(have)) return test(op, raw, have as Scalar);
    return all ? have.every((one: Scalar) => test(op, raw, one)) : have.some((one: Scalar) => test(op, raw, one));
  };
}

/** Compiles a condition; `undefined` in, `undefined` out, so that the hot path tests for absence only. */
export function compileCondition(condition: Condition | undefined): Predicate | undefined {
  if (condition === undefined) return undefined;
  const parts: Predicate[] = [];
  for (const [key, value] of Object.entries(condition)) {
    if (key === "all" || key === "any") {
      const inner = (value as Condition[]).map((c) => compileCondition(c) as Predicate);
      parts.push(key === "all" ? (f, o) => inner.every((p) => p(f, o)) : (f, o) => inner.some((p) => p(f, o)));
    } else if (key === "not") {
      const inner = compileCondition(value as Condition) as Predicate;
      parts.push((f, o) => !inner(f, o));
    } else {
      const c = (typeof value === "object" && value !== null ? value : { eq: value }) as Comparison;
      for (const [op, want] of Object.entries(c)) parts.push(comparison(key, op as Operator, want as Scalar | Scalar[]));
    }
  }
  const [only] = parts;
  return parts.length === 1 ? only : (f, o) => parts.every((p) => p(f, o));
}

/** The fields whose values must be recorded with a fact (person.* and event.properties.*). */
export function recordedFields(condition: Condition | undefined, into: Set<string>): void {
  for (const [key, value] of Object.entries(condition ?? {})) {
    if (key === "all" || key === "any") for (const c of value as Condition[]) recordedFields(c, into);
    else if (key === "not") recordedFields(value as Condition, into);
    else if (RECORDED.some((prefix) => key.startsWith(prefix))) into.add(key);
  }
}
