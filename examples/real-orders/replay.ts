/**
 * The same year of orders as a shop's own webhooks: each invoice a paid order, each credit a refund, in the payloads that Stripe and
 * Shopify document, signed by their own libraries. The file's credits name no invoice, and a provider's refund always names its payment:
 * a credit goes to that customer's orders before it, newest first, as the importer does.
 *
 *   GRAPEVINE_KEY=gv_live_... node examples/real-orders/replay.ts stripe ../shared/data/online_retail_invoices.csv [http://localhost:4400]
 *
 * The invoices are of 2011: they are moved so many days that the last is yesterday's. Publish the program first (setup.ts).
 */
import { readFileSync } from "node:fs";
import "@shopify/shopify-api/adapters/node";
import { createSHA256HMAC, HashFormat } from "@shopify/shopify-api/runtime";
import Stripe from "stripe";

export type ShopKind = "stripe" | "shopify";
export type Row = { invoice: string; at: number; customer: string; pence: number };
/** One thing that happened in the shop. `code`: of the advocate who brought the customer, on her first order. */
export type Deed =
  | { kind: "order"; invoice: string; at: number; customer: string; pence: number; code?: string }
  | { kind: "refund"; id: string; at: number; order: string; pence: number };
export type Webhook = { id: string; topic: string; body: string };

const DAY = 86_400_000;

/** The rows of the file. Its times are London's. */
export function rowsOf(csv: string): Row[] {
  return csv
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [invoice = "", time = "", customer = "", , , , amount = ""] = line.trimEnd().split(",");
      return { invoice, at: inLondon(time), customer, pence: penceOf(amount) };
    });
}

/** "22.2" -> 2220, digit by digit. */
function penceOf(amount: string): number {
  const [whole = "0", cents = ""] = amount.replace("-", "").split(".");
  const pence = Number(whole) * 100 + Number(cents.padEnd(2, "0"));
  return amount.startsWith("-") ? -pence : pence;
}

const SUMMER = [Date.UTC(2011, 2, 27, 1), Date.UTC(2011, 9, 30, 1)] as const;

function inLondon(time: string): number {
  const utc = Date.parse(`${time}:00Z`);
  return utc >= SUMMER[0] + DAY / 24 && utc < SUMMER[1] + DAY / 24 ? utc - DAY / 24 : utc;
}

/**
 * What happened, in order. An amount of zero is no order, and a credit of nobody, or one that finds nothing left, refunds nothing: no shop
 * would tell of it. An order of nobody is told as a guest's.
 */
export function deedsOf(rows: readonly Row[]): Deed[] {
  const bought = new Map<string, { invoice: string; left: number }[]>();
  const sorted = rows.filter((row) => row.pence !== 0).sort((a, b) => a.at - b.at || (a.invoice < b.invoice ? -1 : 1));
  const codes = firstOrders(rows);
  return sorted.flatMap((row): Deed[] => {
    const { invoice, at, customer } = row;
    const orders = bought.get(customer) ?? [];
    if (!invoice.startsWith("C") && row.pence > 0) {
      if (customer !== "") bought.set(customer, [...orders, { invoice, left: row.pence }]);
      return [{ kind: "order", invoice, at, customer, pence: row.pence, code: codes.get(invoice) }];
    }
    let left = customer === "" ? 0 : Math.abs(row.pence);
    const refunds: Deed[] = [];
    for (const order of [...orders].reverse()) {
      const pence = Math.min(left, order.left);
      if (pence === 0) continue;
      order.left -= pence;
      left -= pence;
      refunds.push({ kind: "refund", id: `${invoice.replace(/\D/g, "")}${refunds.length}`, at, order: order.invoice, pence });
    }
    return refunds;
  });
}

/** Who recommended whom is made up, as in prepare.ts: customer modulo 50, told with the customer's first row that is an order. */
function firstOrders(rows: readonly Row[]): Map<string, string> {
  const codes = new Map<string, string>();
  const known = new Set<string>();
  for (const { invoice, customer, pence } of rows) {
    if (customer === "" || invoice.startsWith("C") || pence <= 0 || known.has(customer)) continue;
    known.add(customer);
    codes.set(invoice, `ADV${String(Number(customer) % 50).padStart(2, "0")}`);
  }
  return codes;
}

/** The provider's webhook of a deed, `later` milliseconds after it happened in the file. */
export function webhookOf(shop: ShopKind, deed: Deed, later = 0): Webhook {
  const moved = { ...deed, at: deed.at + later };
  return shop === "stripe" ? stripeEvent(moved) : shopifyHook(moved);
}

/** docs.stripe.com/api/events/object, with a Checkout session or a refund inside. */
function stripeEvent(deed: Deed): Webhook {
  const created = deed.at / 1000;
  const [type, object] =
    deed.kind === "refund"
      ? [
          "refund.created",
          {
            id: `re_${deed.id}`,
            object: "refund",
            amount: deed.pence,
            charge: `ch_${deed.order}`,
            created,
            currency: "gbp",
            metadata: {},
            payment_intent: `pi_${deed.order}`,
            reason: null,
            status: "succeeded",
          },
        ]
      : [
          "checkout.session.completed",
          {
            id: `cs_live_${deed.invoice}`,
            object: "checkout.session",
            amount_subtotal: deed.pence,
            amount_total: deed.pence,
            client_reference_id: deed.customer || null,
            created,
            currency: "gbp",
            customer: null,
            customer_details: null,
            discounts: [],
            invoice: null,
            livemode: true,
            metadata: { gv_order: deed.invoice, ...(deed.code && { gv_code: deed.code }) },
            mode: "payment",
            payment_intent: `pi_${deed.invoice}`,
            payment_status: "paid",
            status: "complete",
            total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
          },
        ];
  const id = `evt_${deed.kind === "refund" ? deed.id : deed.invoice}`;
  const event = {
    id,
    object: "event",
    api_version: Stripe.API_VERSION,
    created,
    data: { object },
    livemode: true,
    pending_webhooks: 1,
    type,
  };
  return { id, topic: String(type), body: JSON.stringify(event) };
}

/** shopify.dev/docs/api/webhooks: orders/paid and refunds/create. */
function shopifyHook(deed: Deed): Webhook {
  const at = new Date(deed.at).toISOString().replace(".000Z", "+00:00");
  const price = `${Math.floor(deed.pence / 100)}.${String(deed.pence % 100).padStart(2, "0")}`;
  const set = (amount: string) => ({ shop_money: { amount, currency_code: "GBP" }, presentment_money: { amount, currency_code: "GBP" } });
  if (deed.kind === "refund") {
    const order_id = Number(deed.order);
    const paid = {
      id: Number(deed.id),
      order_id,
      amount: price,
      kind: "refund",
      gateway: "manual",
      status: "success",
      currency: "GBP",
      created_at: at,
    };
    const body = {
      id: Number(deed.id),
      order_id,
      created_at: at,
      processed_at: at,
      note: null,
      restock: false,
      duties: [],
      total_duties_set: set("0.00"),
      refund_line_items: [],
      order_adjustments: [],
      transactions: [paid],
    };
    return { id: `refund-${deed.id}`, topic: "refunds/create", body: JSON.stringify(body) };
  }
  const body = {
    id: Number(deed.invoice.replace(/\D/g, "")),
    created_at: at,
    processed_at: at,
    updated_at: at,
    cancelled_at: null,
    currency: "GBP",
    email: "",
    test: false,
    customer: deed.customer === "" ? null : { id: Number(deed.customer) },
    financial_status: "paid",
    discount_codes: [],
    landing_site: null,
    note_attributes: deed.code === undefined ? [] : [{ name: "gv_code", value: deed.code }],
    taxes_included: false,
    total_tax: "0.00",
    total_price: price,
    current_total_price: price,
    total_price_set: set(price),
    subtotal_price: price,
    total_discounts: "0.00",
    line_items: [],
    shipping_lines: [],
    refunds: [],
    source_name: "web",
  };
  return { id: `order-${deed.invoice}`, topic: "orders/paid", body: JSON.stringify(body) };
}

/** The headers that the provider sends with a body, signed by its own library. */
export async function headersOf(shop: ShopKind, webhook: Webhook, secret: string): Promise<Record<string, string>> {
  const json = { "content-type": "application/json" };
  if (shop === "stripe") {
    const timestamp = Math.floor(Date.now() / 1000);
    return { ...json, "stripe-signature": Stripe.webhooks.generateTestHeaderString({ payload: webhook.body, secret, timestamp }) };
  }
  return {
    ...json,
    "x-shopify-topic": webhook.topic,
    "x-shopify-webhook-id": webhook.id,
    "x-shopify-hmac-sha256": await createSHA256HMAC(secret, webhook.body, HashFormat.Base64),
  };
}

/** Sends every webhook, `at_once` at a time, in the order given. @returns how many were answered what. */
export async function sendAll(
  to: { shop: ShopKind; url: string; secret: string; atOnce: number },
  hooks: readonly Webhook[],
): Promise<Record<string, number>> {
  const answers: Record<string, number> = {};
  let next = 0;
  const sender = async (): Promise<void> => {
    for (let hook = hooks[next++]; hook !== undefined; hook = hooks[next++]) {
      const response = await fetch(to.url, { method: "POST", body: hook.body, headers: await headersOf(to.shop, hook, to.secret) });
      const said = (await response.json()) as { status?: unknown };
      const answer = `${response.status} ${String(said.status)}`;
      answers[answer] = (answers[answer] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: to.atOnce }, sender));
  return answers;
}

/** Connects a shop and tells it a year. */
async function main(shop: ShopKind, file: string, url: string): Promise<void> {
  const { createClient } = await import("@grapevine/sdk");
  const key = process.env["GRAPEVINE_KEY"];
  if (key === undefined) throw new Error("Set GRAPEVINE_KEY to the workspace's secret key.");
  const { api, unwrap } = createClient({ url, key });
  const secret = `whsec_${crypto.randomUUID()}`;
  const source = await unwrap(
    api.POST("/v1/sources", { body: { provider: shop, name: "The year again", secret, options: { customer: "user_id" } } }),
  );
  const rows = rowsOf(readFileSync(file, "utf8"));
  const last = rows.reduce((latest, row) => Math.max(latest, row.at), 0);
  const later = Math.floor((Date.now() - last) / DAY) * DAY;
  const hooks = deedsOf(rows).map((deed) => webhookOf(shop, deed, later));
  console.log(await sendAll({ shop, url: source.url, secret, atOnce: 16 }, hooks));
}

if (import.meta.main) {
  const [shop, file, url = "http://localhost:4400"] = process.argv.slice(2);
  if ((shop !== "stripe" && shop !== "shopify") || file === undefined) throw new Error("Say stripe or shopify, and the file to read.");
  await main(shop, file, url);
}
