/**
 * WooCommerce's webhooks as events: orders with the refunds inside them, and the subscriptions of its extension. An order counts from when
 * it was paid (`date_paid_gmt`). Amounts are decimal texts; `price` is a JSON number with a float's tail and is never read.
 */
import {
  type Hook,
  type HookDeed,
  type HookFact,
  type HookOptions,
  type Line,
  type Loose,
  type Reader,
  clean,
  exactLines,
  facts,
  instantText,
  itemsOrNone,
  listOf,
  moneyReader,
  nothing,
  ownWord,
  personOf,
  record,
  referralOf,
} from "./commerce.ts";

const ORDER_TOPICS = new Set(["order.created", "order.updated", "order.restored"]);
const UNDONE = new Set(["cancelled", "failed", "trash"]);

/** What a webhook of WooCommerce says. */
export function mapWooCommerce({ topic, body, options }: Hook): HookDeed {
  if (ORDER_TOPICS.has(topic)) return order(topic, body, options);
  if (topic === "order.deleted") return deleted(body, options);
  if (/^subscription\.(created|updated|switched)$/.test(topic)) return subscription(body, options);
  return nothing("unknown_topic");
}

/** An id of this shop: every WooCommerce counts from 1, so two shops of one business need a prefix each. */
function own(id: unknown, options: HookOptions): string | undefined {
  const text = clean(id, 64);
  return text === undefined ? undefined : options.prefix + text;
}

function order(topic: string, body: Loose, options: HookOptions): HookDeed {
  const paidAt = instantText(body["date_paid_gmt"], true);
  const id = own(body["id"], options);
  const currency = clean(body["currency"], 3);
  if (id === undefined || currency === undefined) return { do: "unreadable", fields: ["id", "currency"] };
  if (paidAt === undefined) return nothing("not_paid");
  const version = instantText(body["date_modified_gmt"], true) ?? paidAt;
  const read = moneyReader(currency);
  const bought = amounts(body, read);
  const pairs = metaOf(body);
  const isRenewal = ownWord(pairs, "_subscription_renewal", 64) !== undefined;
  const event = {
    type: isRenewal ? "payment" : "purchase",
    id: `woocommerce:order:${id}`,
    occurred_at: paidAt,
    ...who(body, pairs, options),
    order: { id, ...bought, currency },
  };
  const list: HookFact[] = [{ event }];
  if (UNDONE.has(String(body["status"])))
    // No instant: the order does not say when it was cancelled, and its last change moves on.
    list.push({
      event: {
        type: "order_updated",
        id: `woocommerce:order:${id}:cancelled`,
        order: { id, currency },
        properties: { status: "cancelled" },
      },
    });
  else if (topic === "order.updated")
    list.push({
      event: {
        type: "order_updated",
        id: `woocommerce:order:${id}:total:${bought.total}`,
        occurred_at: version,
        order: { id, total: bought.total, currency },
      },
    });
  for (const each of listOf(body["refunds"])) {
    const refund = own(each["id"], options);
    const amount = Math.abs(read.money(each["total"], "refunds.total"));
    if (refund !== undefined && amount > 0)
      list.push({ event: { id: `woocommerce:refund:${refund}`, type: "refund", order: { id, amount, currency } } });
  }
  return read.fields.length > 0
    ? { do: "unreadable", fields: read.fields }
    : facts(list, [{ ref: `order:${id}`, order: id, total: bought.total }]);
}

/** A deleted order is told by its id alone. One that was never paid is no order here: it waits, and nothing comes. */
function deleted(body: Loose, options: HookOptions): HookDeed {
  const id = own(body["id"], options);
  if (id === undefined || Object.keys(body).length !== 1) return { do: "unreadable", fields: ["id"] };
  const event = { id: `woocommerce:order:${id}:deleted`, type: "order_updated", order: {}, properties: { status: "cancelled" } };
  return facts([{ event, payment: `order:${id}` }]);
}

function metaOf(body: Loose): [unknown, unknown][] {
  return listOf(body["meta_data"]).map((each) => [each["key"], each["value"]]);
}

function who(body: Loose, pairs: readonly [unknown, unknown][], options: HookOptions): Loose {
  const billing = record(body["billing"]);
  const person = personOf(
    {
      provider: "woocommerce",
      // A guest has the id 0.
      customer: body["customer_id"] === 0 ? undefined : own(body["customer_id"], options),
      email: billing["email"],
      user: ownWord(pairs, "gv_user", 256),
      name: [billing["first_name"], billing["last_name"]].filter((each) => typeof each === "string").join(" "),
      country: billing["country"],
    },
    options,
  );
  const ip = clean(body["customer_ip_address"], 64);
  const agent = clean(body["customer_user_agent"], 2000);
  const context = { ...(ip === undefined ? {} : { ip }), ...(agent === undefined ? {} : { user_agent: agent }) };
  return { ...(person && { person }), ...referralOf(pairs), ...(Object.keys(context).length > 0 && { context }) };
}

/** `total` of a line is after discounts and without tax; `total_tax` holds all tax, that of shipping too. */
function amounts(body: Loose, read: Reader): Loose & { total: number } {
  const lines: Line[] = listOf(body["line_items"]).flatMap((item) => {
    const sku = clean(item["sku"], 128) ?? clean(item["variation_id"] || item["product_id"], 64) ?? "item";
    return exactLines({
      sku,
      name: clean(item["name"], 256),
      quantity: item["quantity"],
      total: read.money(item["total"], "line_items.total"),
    });
  });
  const total = Math.max(0, read.money(body["total"], "total"));
  const tax = Math.max(0, Math.min(total, read.money(body["total_tax"], "total_tax")));
  const shipping = Math.max(0, Math.min(total - tax, read.money(body["shipping_total"], "shipping_total")));
  const discount = Math.max(0, read.money(body["discount_total"], "discount_total"));
  const codes = listOf(body["coupon_lines"])
    .map((each) => clean(each["code"], 64))
    .filter((each) => each !== undefined);
  const coupons = codes.length === 0 ? {} : { coupons: codes.slice(0, 50) };
  return { total, subtotal: total - tax - shipping + discount, tax, shipping, discount, ...coupons, ...itemsOrNone(lines) };
}

const ENDED = new Set(["cancelled", "expired"]);

/** WooCommerce Subscriptions: an order with a billing period. Its payments are orders of their own. */
function subscription(body: Loose, options: HookOptions): HookDeed {
  const id = own(body["id"], options);
  const began = instantText(body["start_date_gmt"], true) ?? instantText(body["date_created_gmt"], true);
  if (id === undefined || began === undefined) return { do: "unreadable", fields: ["id", "start_date_gmt"] };
  const { context: _context, ...person } = who(body, metaOf(body), options);
  const status = String(body["status"]);
  if (status === "active")
    return facts([
      { event: { id: `woocommerce:subscription:${id}:started`, type: "subscription_started", occurred_at: began, ...person } },
    ]);
  if (!ENDED.has(status)) return nothing("not_final");
  const ended = instantText(body["end_date_gmt"], true) ?? instantText(body["cancelled_date_gmt"], true);
  const event = {
    id: `woocommerce:subscription:${id}:cancelled`,
    type: "subscription_cancelled",
    ...(ended && { occurred_at: ended }),
    ...person,
  };
  return facts([{ event }]);
}
