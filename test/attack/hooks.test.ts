/** Shops' webhooks as a bad network and a forger send them; and no secret of ours or of a shop is anywhere in clear. */
import crypto from "node:crypto";
import http from "node:http";
import zlib from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as shopify from "../commerce/fixtures/shopify.ts";
import { charge, checkoutSession, stripeEvent } from "../commerce/fixtures/stripe.ts";
import { type Sent, type Source, connect, post, signed, takeOldOrders } from "../commerce/shops.ts";
import { createServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

let s: TestServer;
let shop: Source;
let stripe: Source;
const SECRET = "shpss_attack_secret_0123456789abcdef";
beforeAll(async () => {
  s = await createServer();
  await takeOldOrders(s);
  shop = await connect(s, "shopify", { secret: SECRET });
  stripe = await connect(s, "stripe", { secret: `whsec_${SECRET}` });
});
afterAll(() => s.close());

const facts = async (): Promise<number> => (await s.engine.rows<{ n: number }>("select count(*)::int as n from fact"))[0]!.n;
const hmac = (body: Uint8Array) => crypto.createHmac("sha256", SECRET).update(body).digest("base64");

/** The bytes and headers exactly as given, also a header twice. */
function raw(url: string, sent: { body: Uint8Array; headers: [string, string][] }): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: "POST", headers: sent.headers.flat() as never }, (answer) => {
      let text = "";
      answer.on("data", (chunk: Buffer) => (text += chunk.toString()));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    request.on("error", reject);
    request.end(sent.body);
  });
}
const shopHeaders = (body: Uint8Array, more: [string, string][] = []): [string, string][] => [
  ["host", new URL(s.url).host],
  ["content-type", "application/json"],
  ["content-length", String(body.length)],
  ["x-shopify-topic", "orders/paid"],
  ["x-shopify-webhook-id", crypto.randomUUID()],
  ["x-shopify-hmac-sha256", hmac(body)],
  ...more,
];
const order = (change = {}): Buffer => Buffer.from(JSON.stringify(shopify.order(change)));

test("a signature that comes twice, the right one first or last, is none", async () => {
  const before = await facts();
  const body = order();
  const twice = shopHeaders(body, [["x-shopify-hmac-sha256", hmac(Buffer.from("other"))]]);
  expect((await raw(shop.url, { body, headers: twice })).status).toBe(401);
  expect((await raw(shop.url, { body, headers: twice.toReversed() })).status).toBe(401);
  const told = await signed(stripe, stripeEvent("checkout.session.completed", checkoutSession()));
  const stale = told.headers["stripe-signature"]!.replace(/t=\d+/, "t=1600000000");
  for (const header of [`${stale}, ${told.headers["stripe-signature"]}`, `${told.headers["stripe-signature"]}, ${stale}`])
    expect((await post(stripe.url, { ...told, headers: { ...told.headers, "stripe-signature": header } })).status).toBeGreaterThanOrEqual(
      400,
    );
  expect(await facts()).toBe(before);
});

test("invalid UTF-8, NUL, NaN, deep nesting and __proto__ under a good signature write nothing and break nothing", async () => {
  const before = await facts();
  const text = JSON.stringify(shopify.order());
  const odd: Uint8Array[] = [
    Buffer.concat([Buffer.from('{"id":"'), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}')]),
    Buffer.from("﻿{}x"),
    Buffer.from("[".repeat(100_000)),
    Buffer.from('{"a":'.repeat(5000) + "1" + "}".repeat(5000)),
    Buffer.from(text.replace("{", '{"__proto__":{"topic":"x"},')),
    Buffer.from('{"id":NaN}'),
    Buffer.from(""),
    Buffer.from("null"),
    Buffer.from("[]"),
    Buffer.from('"text"'),
  ];
  for (const body of odd) {
    const answer = await raw(shop.url, { body, headers: shopHeaders(body) });
    expect([body.subarray(0, 20).toString(), answer.status]).toEqual([expect.anything(), expect.toBeOneOf([200, 400])]);
    if (answer.status === 200) expect(JSON.parse(answer.text).status).toBeOneOf(["nothing", "refused"]);
  }
  expect(await facts()).toBe(before);
  const texts = Buffer.from(text.replace(/"email":"[^"]*"/, '"email":"a\\u0000\\ud800@x.example"').replaceAll("450789469", "450789777"));
  expect((await raw(shop.url, { body: texts, headers: shopHeaders(texts) })).status).toBe(200);
  expect(s.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

test("5 MB are read, a byte more is not; a compressed body, a form and XML are refused before anybody asks whose they are", async () => {
  const padded = (length: number): Buffer => {
    const text = JSON.stringify({ ...shopify.order({ financial_status: "pending" }), note: "" });
    return Buffer.from(text.replace('"note":""', `"note":"${"x".repeat(length - text.length)}"`));
  };
  const [fits, exceeds] = [padded(5 * 1024 * 1024), padded(5 * 1024 * 1024 + 1)];
  expect((await raw(shop.url, { body: fits, headers: shopHeaders(fits) })).status).toBe(200);
  expect((await raw(shop.url, { body: exceeds, headers: shopHeaders(exceeds) })).status).toBe(413);
  const packed = zlib.gzipSync(order());
  expect((await raw(shop.url, { body: packed, headers: shopHeaders(packed, [["content-encoding", "gzip"]]) })).status).toBeOneOf([
    400, 415,
  ]);
  const body = order();
  for (const type of ["application/xml", "multipart/form-data; boundary=x", "text/plain", "application/json-seq"]) {
    const headers = shopHeaders(body).map(([k, v]) => [k, k === "content-type" ? type : v] as [string, string]);
    expect([type, (await raw(shop.url, { body, headers })).status]).toEqual([type, 415]);
  }
});

test("another provider's body, signed by the right secret of this source, does nothing", async () => {
  const before = await facts();
  const wrong: Sent = await signed(shop, stripeEvent("charge.refunded", charge()) as never);
  expect((await post(shop.url, wrong)).body["status"]).toBeOneOf(["refused", "nothing"]);
  const body = JSON.stringify(shopify.order());
  const back = await post(stripe.url, await signed(stripe, body));
  expect(back.body["status"]).toBeOneOf(["refused", "nothing"]);
  expect(await facts()).toBe(before);
});

test("no secret of a shop, a webhook or a key is in any table, answer, log or export once it was shown", async () => {
  const hook = await s.call("POST", "/v1/webhooks", { body: { url: "https://a.example/h" } });
  const turned = await s.call("POST", `/v1/webhooks/${hook.body["id"]}/rotate`, { body: {} });
  await s.call("POST", `/v1/sources/${shop.id}/rotate`, { body: { secret: `${SECRET}_new` }, headers: { "idempotency-key": "rotate" } });
  const key = await s.call("POST", "/v1/keys", { body: { kind: "secret" }, headers: { "idempotency-key": "make-key" } });
  const secrets = [
    SECRET,
    `${SECRET}_new`,
    hook.body["secret"],
    turned.body["secret"],
    key.body["key"],
    s.a.secretKey,
    s.a.testKey,
  ] as string[];
  expect(secrets.every((each) => typeof each === "string" && each.length > 15)).toBe(true);
  const parts = secrets.flatMap((each) => [each, each.replace(/^(whsec_|gv_live_|gv_test_)/, "").slice(0, 24)]);
  const tables = await s.engine.rows<{ name: string; schema: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const hits: string[] = [];
  for (const { schema, name } of tables)
    for (const row of await s.engine.rows<{ row: string }>(`select t::text as row from "${schema}"."${name}" t`))
      if (parts.some((part) => row.row.includes(part) || row.row.includes(Buffer.from(part).toString("hex"))))
        hits.push(`${name}: ${row.row.slice(0, 200)}`);
  expect(hits).toEqual([]);
  for (const path of [
    "/v1/sources",
    `/v1/sources/${shop.id}`,
    `/v1/sources/${shop.id}/health`,
    "/v1/webhooks",
    `/v1/webhooks/${hook.body["id"]}`,
    "/v1/keys",
    "/v1/audit",
  ]) {
    const { text } = await s.call("GET", path);
    expect([path, parts.filter((part) => text.includes(part))]).toEqual([path, []]);
  }
  expect(s.logged.filter((line) => parts.some((part) => line.includes(part)))).toEqual([]);
});
