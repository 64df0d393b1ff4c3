/** What Stripe says was paid: Checkout sessions and invoices, and whose they are. */
import { mulDiv } from "../arithmetic.ts";
import {
  type HookDeed,
  type HookOptions,
  type Loose,
  clean,
  facts,
  instantText,
  listOf,
  nothing,
  ownWord,
  personOf,
  record,
  referralOf,
} from "./commerce.ts";
import { stripeMoney } from "./stripe-money.ts";

/** An event of Stripe: the object it is about, when and under which id it was told, and what was different before. */
export type Told = { object: Loose; at: string; id: string; before: Loose; options: HookOptions };

/** A text id, also where the object itself was expanded in its place. */
function idOf(value: unknown): string | undefined {
  return clean(typeof value === "object" ? record(value)["id"] : value, 128);
}

/** Free pairs that the shop's own code wrote. */
export function pairsOf(...metadata: unknown[]): [unknown, unknown][] {
  return metadata.flatMap((each) => Object.entries(record(each)));
}

/** A finished Checkout: what was bought, or for a subscription only who came through whom. */
export function session({ object, at, options }: Told): HookDeed {
  const details = record(object["customer_details"]);
  const pairs = pairsOf(object["metadata"]);
  const person = personOf(
    {
      provider: "stripe",
      customer: idOf(object["customer"]),
      email: details["email"] ?? object["customer_email"],
      user: ownWord(pairs, "gv_user", 256) ?? object["client_reference_id"],
      name: details["name"],
      country: record(details["address"])["country"],
    },
    options,
  );
  const id = clean(object["id"], 128) as string;
  const told = { id: `stripe:session:${id}`, occurred_at: at, ...(person && { person }), ...referralOf(pairs) };
  const invoiced = idOf(object["invoice"]) !== undefined || object["mode"] === "subscription";
  // The money of a subscription is told by its invoices; who came through whom is told here.
  if (invoiced || object["mode"] === "setup") return facts([{ event: { type: "identify", ...told } }]);
  if (object["payment_status"] === "unpaid") return nothing("not_paid");
  const money = stripeMoney(object["currency"]);
  const parts = record(object["total_details"]);
  const [total, tax] = [money.read(object["amount_total"], "amount_total"), money.read(parts["amount_tax"], "amount_tax")];
  const shipping = money.read(parts["amount_shipping"] ?? 0, "amount_shipping");
  const discount = money.read(parts["amount_discount"] ?? 0, "amount_discount");
  if (money.fields.length > 0) return { do: "unreadable", fields: money.fields };
  const payment = idOf(object["payment_intent"]);
  const order = ownWord(pairs, "gv_order", 128) ?? payment ?? id;
  const amounts = { total, subtotal: total - tax - shipping + discount, tax, shipping, discount, currency: money.currency };
  return facts(
    [{ event: { type: "purchase", ...told, order: { id: order, ...amounts, ...couponsOf(object["discounts"]) } } }],
    payment === undefined ? [] : [{ ref: payment, order, total }],
  );
}

/** A coupon's id is the word its owner gave it. A promotion code is told by its text only where it was expanded. */
function couponsOf(discounts: unknown): { coupons?: string[] } {
  const codes = (Array.isArray(discounts) ? discounts : []).flatMap((each) => {
    const of = record(each);
    const source = record(of["source"]);
    return [record(of["promotion_code"])["code"], idOf(of["coupon"] ?? source["coupon"])].map((code) => clean(code, 64));
  });
  const some = [...new Set(codes.filter((code) => code !== undefined))];
  return some.length === 0 ? {} : { coupons: some.slice(0, 50) };
}

/** A subscription's own details stand under `parent` since 2025, and beside the invoice's fields before. */
function subscriptionOf(object: Loose): Loose {
  return record(record(object["parent"])["subscription_details"] ?? object["subscription_details"]);
}

/** Who pays an invoice or a subscription, and through whom she came. */
export function payer(object: Loose, pairs: readonly [unknown, unknown][], options: HookOptions): Loose {
  const person = personOf(
    {
      provider: "stripe",
      customer: idOf(object["customer"]),
      email: object["customer_email"],
      user: ownWord(pairs, "gv_user", 256),
      name: object["customer_name"],
      country: record(object["customer_address"])["country"],
    },
    options,
  );
  return { ...(person && { person }), ...referralOf(pairs) };
}

/** A paid invoice: of a subscription, or of goods. */
export function invoice({ object, at, options }: Told): HookDeed {
  const pairs = pairsOf(object["metadata"], subscriptionOf(object)["metadata"]);
  const money = stripeMoney(object["currency"]);
  const [paid, whole] = [money.read(object["amount_paid"], "amount_paid"), money.read(object["total"], "total")];
  const taxes = listOf(object["total_taxes"] ?? object["total_tax_amounts"]);
  const tax = taxes.reduce((sum, each) => sum + money.read(each["amount"], "total_taxes"), 0);
  const shipping = money.read(object["amount_shipping"] ?? 0, "amount_shipping");
  if (money.fields.length > 0) return { do: "unreadable", fields: money.fields };
  // What was paid from a credit balance is not paid now: tax and shipping shrink with it.
  const share = (part: number): number => (whole <= 0 ? 0 : paid >= whole ? part : mulDiv(part, paid, whole, "half_up"));
  const id = clean(object["id"], 128) as string;
  const order = ownWord(pairs, "gv_order", 128) ?? id;
  const parts = { tax: share(tax), shipping: share(shipping) };
  const amounts = { total: paid, ...parts, currency: money.currency, ...couponsOf(object["discounts"]) };
  const reason = String(object["billing_reason"]);
  const type = reason === "subscription_create" ? options.firstInvoice : reason.startsWith("subscription") ? "payment" : "purchase";
  const paidAt = instantText(record(object["status_transitions"])["paid_at"]) ?? at;
  const event = {
    id: `stripe:invoice:${id}`,
    type,
    occurred_at: paidAt,
    ...payer(object, pairs, options),
    order: { id: order, ...amounts },
  };
  const embedded = listOf(record(object["payments"])["data"]).map((each) => idOf(record(each["payment"])["payment_intent"]));
  const refs = [id, idOf(object["payment_intent"]), idOf(object["charge"]), ...embedded].filter((ref) => ref !== undefined);
  return facts(
    [{ event }],
    refs.map((ref) => ({ ref, order, total: paid })),
  );
}

/** Since 2025 an invoice no longer names its payment: this event does. */
export function paidBy({ object }: Told): HookDeed {
  const [invoiceId, payment] = [idOf(object["invoice"]), record(object["payment"])];
  const refs = [idOf(payment["payment_intent"]), idOf(payment["charge"])].filter((ref) => ref !== undefined);
  if (invoiceId === undefined || refs.length === 0) return nothing("told_elsewhere");
  return facts(
    [],
    refs.map((ref) => ({ ref, via: invoiceId })),
  );
}

/** A payment that failed: each try once. */
export function failed({ object, at, options }: Told): HookDeed {
  const pairs = pairsOf(object["metadata"], subscriptionOf(object)["metadata"]);
  const attempt = Number.isInteger(object["attempt_count"]) ? Number(object["attempt_count"]) : 0;
  const id = `stripe:invoice:${String(object["id"])}:failed:${attempt}`;
  return facts([{ event: { type: "custom", id, name: "payment_failed", occurred_at: at, ...payer(object, pairs, options) } }]);
}
