/**
 * Shopify's webhooks as events. Amounts are in the shop's currency; an order counts from when it is paid, whichever of its topics says so
 * first; what it comes to later is told as its new total. What stands in a body decides, not the topic alone: that header is not signed.
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

const PAID = new Set(["paid", "partially_refunded", "refunded"]);
const ORDER_TOPICS = new Set(["orders/create", "orders/paid", "orders/updated", "orders/cancelled"]);

/** What a webhook of Shopify says. */
export function mapShopify({ topic, body, options }: Hook): HookDeed {
  if (ORDER_TOPICS.has(topic)) return order(topic, body, options);
  if (topic === "refunds/create") return refunds([body]);
  const shop = clean(body["shop_id"], 64);
  const customer = clean(record(body["customer"])["id"], 64);
  if (topic === "customers/redact" || topic === "customers/data_request") {
    const orders = body[topic === "customers/redact" ? "orders_to_redact" : "orders_requested"];
    if (shop === undefined || customer === undefined || !Array.isArray(orders)) return { do: "unreadable", fields: ["customer"] };
    return { do: topic === "customers/redact" ? "erase" : "report", customer };
  }
  if (topic === "shop/redact")
    return shop === undefined || body["customer"] !== undefined ? { do: "unreadable", fields: ["shop_id"] } : { do: "forget_shop" };
  if (topic === "app/uninstalled")
    return clean(body["myshopify_domain"], 255) === undefined ? { do: "unreadable", fields: ["myshopify_domain"] } : { do: "disconnect" };
  return nothing("unknown_topic");
}

function order(topic: string, body: Loose, options: HookOptions): HookDeed {
  if (body["test"] === true && !options.sandbox) return nothing("test_mode");
  if (!PAID.has(String(body["financial_status"]))) return nothing("not_paid");
  const id = clean(body["id"], 100);
  const at = instantText(body["processed_at"]) ?? instantText(body["created_at"]);
  const version = instantText(body["updated_at"]) ?? at;
  const currency = clean(body["currency"], 3);
  if (id === undefined || at === undefined || version === undefined || currency === undefined)
    return { do: "unreadable", fields: ["id", "created_at", "currency"] };
  const read = moneyReader(currency);
  const bought = amounts(body, read);
  const list: HookFact[] = [
    {
      event: {
        type: "purchase",
        id: `shopify:order:${id}`,
        occurred_at: at,
        ...who(body, options),
        order: { id, ...bought, currency, ...coupons(body) },
      },
    },
  ];
  const total = read.money(body["current_total_price"] ?? body["total_price"], "current_total_price");
  if (read.fields.length > 0) return { do: "unreadable", fields: read.fields };
  const cancelled = instantText(body["cancelled_at"]);
  const changed = { type: "order_updated", occurred_at: cancelled ?? version };
  if (cancelled !== undefined)
    list.push({
      event: { ...changed, id: `shopify:order:${id}:cancelled`, order: { id, currency }, properties: { status: "cancelled" } },
    });
  else if (topic === "orders/updated" || total < bought.total)
    list.push({ event: { ...changed, id: `shopify:order:${id}:total:${total}`, order: { id, total, currency } } });
  const back = refunds(listOf(body["refunds"]), currency);
  return back.do === "facts" ? facts([...list, ...back.facts]) : back.do === "nothing" ? facts(list) : back;
}

function who(body: Loose, options: HookOptions): Loose {
  const customer = record(body["customer"]);
  const pairs = attributesOf(body);
  const person = personOf(
    {
      provider: "shopify",
      customer: customer["id"],
      email: body["email"] ?? customer["email"],
      user: ownWord(pairs, "gv_user", 256),
      name: [customer["first_name"], customer["last_name"]].filter((each) => typeof each === "string").join(" "),
      country: record(body["billing_address"])["country_code"] ?? record(customer["default_address"])["country_code"],
    },
    options,
  );
  const ip = clean(body["browser_ip"], 64);
  const agent = clean(record(body["client_details"])["user_agent"], 2000);
  const context = { ...(ip === undefined ? {} : { ip }), ...(agent === undefined ? {} : { user_agent: agent }) };
  return { ...(person && { person }), ...referralOf(pairs, body["landing_site"]), ...(Object.keys(context).length > 0 && { context }) };
}

function attributesOf(body: Loose): [unknown, unknown][] {
  return listOf(body["note_attributes"]).map((each) => [each["name"], each["value"]]);
}

function coupons(body: Loose): { coupons?: string[] } {
  const codes = listOf(body["discount_codes"])
    .map((each) => clean(each["code"], 64))
    .filter((each) => each !== undefined);
  return codes.length === 0 ? {} : { coupons: codes.slice(0, 50) };
}

/** Where prices include tax, lines and shipping are told without it: `tax` holds it once. */
function amounts(body: Loose, read: Reader): Loose & { total: number } {
  const inclusive = body["taxes_included"] === true;
  const taxOf = (of: Loose, field: string): number =>
    inclusive ? listOf(of["tax_lines"]).reduce((sum, each) => sum + read.money(each["price"], `${field}.tax_lines`), 0) : 0;
  let discount = 0;
  const lines: Line[] = listOf(body["line_items"]).flatMap((item) => {
    const off = listOf(item["discount_allocations"]).reduce((sum, each) => sum + read.money(each["amount"], "discount_allocations"), 0);
    discount += off;
    const gross = read.money(item["price"], "line_items.price") * Number(item["quantity"] ?? 1);
    return exactLines({ ...named(item), quantity: item["quantity"], total: gross - off - taxOf(item, "line_items") });
  });
  const total = read.money(body["total_price"], "total_price");
  const tax = Math.min(total, read.money(body["total_tax"], "total_tax"));
  const carried = listOf(body["shipping_lines"]).reduce(
    (sum, each) => sum + read.money(each["discounted_price"] ?? each["price"], "shipping_lines.price") - taxOf(each, "shipping_lines"),
    0,
  );
  const shipping = Math.max(0, Math.min(total - tax, carried));
  return { total, subtotal: total - tax - shipping + discount, tax, shipping, discount, ...itemsOrNone(lines) };
}

function named(item: Loose): { sku: string; name?: string | undefined } {
  const sku = clean(item["sku"], 128) ?? clean(item["variant_id"], 64) ?? clean(item["product_id"], 64) ?? "item";
  return { sku, name: clean(item["title"], 256) };
}

function shopMoney(of: Loose, key: string): unknown {
  return record(record(of[`${key}_set`])["shop_money"])["amount"] ?? of[key];
}

/** Refunds as they come alone (`refunds/create`) and inside an order: each is told once, under its own id. */
function refunds(list: readonly Loose[], known?: string): HookDeed {
  const told: HookFact[] = [];
  for (const body of list) {
    const [id, order] = [clean(body["id"], 64), clean(body["order_id"], 64)];
    const at = instantText(body["processed_at"]) ?? instantText(body["created_at"]);
    const currency = currencyOf(body) ?? known;
    if (id === undefined || order === undefined || at === undefined)
      return { do: "unreadable", fields: ["id", "order_id", "created_at"] };
    if (currency === undefined) continue;
    const read = moneyReader(currency);
    const taken = takenBack(body, currency, read);
    if (read.fields.length > 0) return { do: "unreadable", fields: read.fields };
    if (taken.amount <= 0) continue;
    told.push({ event: { id: `shopify:refund:${id}`, type: "refund", occurred_at: at, order: { id: order, ...taken, currency } } });
  }
  return told.length > 0 ? facts(told) : nothing("nothing_taken_back");
}

function currencyOf(body: Loose): string | undefined {
  const set = listOf(body["refund_line_items"])[0]?.["subtotal_set"] ?? listOf(body["order_adjustments"])[0]?.["amount_set"];
  const code = record(record(set)["shop_money"])["currency_code"] ?? listOf(body["transactions"])[0]?.["currency"];
  return clean(code, 3);
}

/** What was paid back, and of what: lines, their tax, shipping. Parts that come to more than the money are not believed. */
function takenBack(body: Loose, currency: string, read: Reader): Loose & { amount: number } {
  const rows = listOf(body["refund_line_items"]).map((row) => ({
    ...named(record(row["line_item"])),
    quantity: row["quantity"],
    total: read.money(shopMoney(row, "subtotal"), "refund_line_items.subtotal"),
    tax: read.money(shopMoney(row, "total_tax"), "refund_line_items.total_tax"),
  }));
  const carriage = listOf(body["order_adjustments"]).filter((each) => each["kind"] === "shipping_refund");
  const sum = (numbers: number[]): number => numbers.reduce((all, each) => all + each, 0);
  const shipping = sum(carriage.map((each) => Math.abs(read.money(shopMoney(each, "amount"), "order_adjustments.amount"))));
  const lineTax = sum(rows.map((row) => row.tax));
  const tax = lineTax + sum(carriage.map((each) => Math.abs(read.money(shopMoney(each, "tax_amount"), "order_adjustments.tax_amount"))));
  const goods = sum(rows.map((row) => row.total));
  const paid = listOf(body["transactions"]).filter(
    (each) => each["kind"] === "refund" && !/^(failure|error)$/.test(String(each["status"])),
  );
  const foreign = paid.some((each) => each["currency"] !== currency);
  const amount = foreign ? goods + tax + shipping : sum(paid.map((each) => read.money(each["amount"], "transactions.amount")));
  // In a shop whose prices include tax the lines' subtotals hold it already.
  const included = goods + tax + shipping > amount;
  const net = included ? rows.map((row) => ({ ...row, total: row.total - row.tax })) : rows;
  if (goods - (included ? lineTax : 0) + tax + shipping > amount || net.some((row) => row.total < 0)) return { amount };
  return { amount, tax, shipping, ...itemsOrNone(net.flatMap(exactLines)) };
}
