/** Shops that send webhooks to a real server: bodies signed by the providers' own libraries, sources, and the books afterwards. */
import crypto from "node:crypto";
import "@shopify/shopify-api/adapters/node";
import { createSHA256HMAC, HashFormat } from "@shopify/shopify-api/runtime";
import Stripe from "stripe";
import type { TestServer } from "../support/server.ts";
import { sign as signWoo } from "./fixtures/woocommerce.ts";

export type Loose = Record<string, unknown>;
export type Provider = "stripe" | "shopify" | "woocommerce";
export type Source = { id: string; provider: Provider; secret: string; url: string };
/** Topic and id of a delivery, and Stripe's instant in seconds. */
export type About = { topic?: string; id?: string; at?: number };
export type Sent = { body: string; headers: Record<string, string> };
export type Answer = { status: number; body: Record<string, unknown>; headers: Headers };

export const SECRETS: Record<Provider, string> = {
  stripe: "whsec_5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH",
  shopify: "hush_shopify_client_secret_8f3",
  woocommerce: "Qd%7c{0m>wOoSecret",
};

/** The payloads' orders are of November 2024: whatever the year in which tests run, they are not too old. */
export async function takeOldOrders(s: TestServer): Promise<void> {
  await s.engine.rows("update workspace set backdate_days = 100000");
}

/** Connects a shop to A's workspace, or to who holds `key`. */
export async function connect(
  s: TestServer,
  provider: Provider,
  more: { secret?: string; options?: Loose; key?: string } = {},
): Promise<Source> {
  const secret = more.secret ?? SECRETS[provider];
  const reply = await s.call("POST", "/v1/sources", {
    key: more.key ?? s.a.secretKey,
    body: { provider, secret, options: more.options ?? {} },
  });
  if (reply.status !== 201) throw new Error(reply.text);
  return { id: reply.body.id as string, provider, secret, url: s.url + new URL(reply.body.url as string).pathname };
}

/** Signs with the provider's library, as of `at` seconds where the scheme has a time. */
export async function signed(source: Source, payload: Loose | string, about: About = {}): Promise<Sent> {
  const body = typeof payload === "string" ? payload : JSON.stringify(payload);
  const id = about.id ?? crypto.randomUUID();
  const json = { "content-type": "application/json" };
  if (source.provider === "stripe") {
    const timestamp = about.at ?? Math.floor(Date.now() / 1000);
    const header = Stripe.webhooks.generateTestHeaderString({ payload: body, secret: source.secret, timestamp });
    return { body, headers: { ...json, "stripe-signature": header } };
  }
  if (source.provider === "shopify")
    return {
      body,
      headers: {
        ...json,
        "x-shopify-topic": about.topic ?? "orders/paid",
        "x-shopify-shop-domain": "super-toys.myshopify.com",
        "x-shopify-api-version": "2026-04",
        "x-shopify-webhook-id": id,
        "x-shopify-event-id": `event-${id}`,
        "x-shopify-triggered-at": "2024-11-20T10:00:01.000000000Z",
        "x-shopify-hmac-sha256": await createSHA256HMAC(source.secret, body, HashFormat.Base64),
      },
    };
  return {
    body,
    headers: {
      ...json,
      "x-wc-webhook-topic": about.topic ?? "order.created",
      "x-wc-webhook-resource": "order",
      "x-wc-webhook-event": "created",
      "x-wc-webhook-id": "5",
      "x-wc-webhook-delivery-id": id,
      "x-wc-webhook-signature": signWoo(body, source.secret),
    },
  };
}

/** Sends what was signed. */
export async function post(url: string, sent: Sent): Promise<Answer> {
  const response = await fetch(url, { method: "POST", headers: sent.headers, body: sent.body });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

/** Signs and sends. */
export async function send(source: Source, payload: Loose | string, about: About = {}): Promise<Answer> {
  return post(source.url, await signed(source, payload, about));
}
