/** Webhooks out: what happens in the settling transaction reaches every endpoint that asked for it, signed, and nobody else. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Webhook } from "standardwebhooks";
import type { Loose } from "../support/server.ts";
import { type Receiver, createReceiver, sendAll } from "../support/receiver.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let receiver: Receiver;
let code = "";
let hook: Loose;

const call = async (method: string, path: string, body?: unknown): Promise<Loose> => {
  const reply = await shop.server.call(method, path, { body, key: shop.server.a.testKey });
  expect([path, reply.status, reply.body.detail]).toEqual([path, expect.toSatisfy((n: number) => n < 300), undefined]);
  return reply.body;
};
const refusal = async (path: string, body: unknown, method = "POST") =>
  (await shop.server.call(method, path, { body, key: shop.server.a.testKey })).body;
const send = () => sendAll(shop.server.engine, shop.server.a.sandboxId);
const types = () => receiver.received.map((each) => JSON.parse(each.body).type as string);

beforeAll(async () => {
  shop = await createShop();
  receiver = await createReceiver();
  await shop.publish("direct");
  code = await shop.join("direct", "ada");
  hook = await call("POST", "/v1/webhooks", { url: receiver.url, description: "CRM", types: [] });
});
afterAll(async () => {
  await receiver.close();
  await shop.close();
});

test("an order's referral and reward are sent, signed: the npm package standardwebhooks verifies them", async () => {
  await shop.buys("ben", { id: "1", total: 8000, code });
  await send();
  expect(types().sort()).toEqual(["referral.qualified", "reward.granted"]);
  for (const { headers, body } of receiver.received) {
    const payload = new Webhook(hook.secret as string).verify(body, headers) as Loose;
    expect(payload.timestamp).toMatch(/^2030-01-07T09:00:0/);
    expect(payload.data.program).toBe("direct");
    expect(() => new Webhook(`whsec_${Buffer.alloc(32).toString("base64")}`).verify(body, headers)).toThrow();
  }
  const reward = receiver.received.map((each) => JSON.parse(each.body)).find((each) => each.type === "reward.granted");
  expect(reward.data).toMatchObject({
    id: expect.stringMatching(/^rwd_/),
    state: "pending",
    value: { currency: "USD" },
    to: expect.any(String),
  });
  expect(JSON.stringify(reward)).not.toMatch(/ada|ben/);
});

test("sending again sends nothing: one delivery an event and endpoint, whatever is handed over twice", async () => {
  receiver.received.length = 0;
  await shop.server.engine.rows("delete from outbox_cursor where consumer = 'webhooks'");
  expect(await send()).toBe(0);
  expect(receiver.received).toEqual([]);
});

test("an endpoint hears only the types it asked for, and only what came after it was made", async () => {
  const other = await createReceiver();
  const made = await call("POST", "/v1/webhooks", { url: other.url, types: ["reward.available"] });
  await shop.buys("cleo", { id: "2", total: 8000, code });
  await shop.to(day(40));
  await send();
  expect(other.received.map((each) => JSON.parse(each.body).type)).toEqual(["reward.available", "reward.available"]);
  expect(new Set(other.received.map((each) => each.headers["webhook-id"])).size).toBe(2);
  // The same event has the same id at every endpoint.
  const ids = receiver.received.map((each) => each.headers["webhook-id"]);
  expect(other.received.every((each) => ids.includes(each.headers["webhook-id"]))).toBe(true);
  await call("DELETE", `/v1/webhooks/${made.id}`);
  await other.close();
});

test("a test event goes out at once and its delivery tells what came of it", async () => {
  receiver.received.length = 0;
  const made = await call("POST", `/v1/webhooks/${hook.id}/test`);
  expect(made).toMatchObject({ status: "waiting", type: "webhook.test", tries: 0 });
  await send();
  const seen = await call("GET", `/v1/webhooks/deliveries/${made.id}`);
  expect(seen).toMatchObject({ status: "delivered", tries: 1, webhook_id: receiver.received[0]!.headers["webhook-id"], error: null });
  expect(seen.body).toBe(receiver.received[0]!.body);
  expect(seen.attempts).toMatchObject([{ http_status: 204, error: null }]);
});

test("the secret is shown once, is not in any other answer, and is sealed in the database", async () => {
  expect(hook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const seen = [
    await call("GET", "/v1/webhooks"),
    await call("GET", `/v1/webhooks/${hook.id}`),
    await call("GET", "/v1/audit?limit=200"),
  ];
  expect(JSON.stringify(seen)).not.toContain(hook.secret.slice(6));
  const rows = await shop.server.engine.rows("select * from webhook_endpoint");
  expect(JSON.stringify(rows)).not.toContain(hook.secret.slice(6));
  expect(JSON.stringify(rows)).not.toContain("whsec_");
});

test("off: what waits becomes a dead letter and nothing new is recorded; on again, the dead letters can be sent", async () => {
  receiver.received.length = 0;
  const made = await call("POST", `/v1/webhooks/${hook.id}/test`);
  expect((await call("POST", `/v1/webhooks/${hook.id}/disable`)).status).toBe("disabled");
  await shop.buys("dan", { id: "3", total: 8000, code });
  expect(await send()).toBe(0);
  expect(await call("GET", `/v1/webhooks/deliveries/${made.id}`)).toMatchObject({ status: "dead", error: "endpoint_disabled" });
  expect((await refusal(`/v1/webhooks/deliveries/${made.id}/resend`, undefined)).code).toBe("conflict");
  await call("POST", `/v1/webhooks/${hook.id}/enable`);
  expect(await call("POST", `/v1/webhooks/${hook.id}/resend`)).toMatchObject({ resent: 1 });
  await send();
  expect(types()).toEqual(["webhook.test"]);
});

test("an address on the inside, another scheme, a user in it or an odd port is refused with the field", async () => {
  for (const url of [
    "http://10.0.0.1/",
    "ftp://a.example/",
    "https://u:p@a.example/",
    "nonsense",
    "http://[::1]/",
    "http://169.254.169.254/",
  ]) {
    expect(await refusal("/v1/webhooks", { url })).toMatchObject({ status: 422, errors: [{ pointer: "/url", code: "url_refused" }] });
    expect(await refusal(`/v1/webhooks/${hook.id}`, { url }, "PATCH")).toMatchObject({ status: 422 });
  }
  expect(await refusal("/v1/webhooks", { url: "https://a.example/", types: ["no.such"] })).toMatchObject({ status: 422 });
});

test("another workspace sees none of it", async () => {
  const key = shop.server.b.testKey;
  expect((await shop.server.call("GET", "/v1/webhooks", { key })).body.data).toEqual([]);
  for (const path of [`/v1/webhooks/${hook.id}`, `/v1/webhooks/${hook.id}/deliveries`]) {
    expect((await shop.server.call("GET", path, { key })).status).toBe(404);
  }
});

test("every change stands in the audit log", async () => {
  const { data } = await call("GET", `/v1/audit?target=${hook.id}&limit=200`);
  expect(data.map((each: Loose) => each.action)).toEqual(
    expect.arrayContaining(["webhook.created", "webhook.tested", "webhook.disabled", "webhook.enabled", "webhook.resent"]),
  );
});

test("the receiver of docs/webhooks.md, as it stands there, takes what we send once and refuses what somebody else signed", async () => {
  const [, code = ""] = /```js\n([^]*?)```/.exec(fs.readFileSync("docs/webhooks.md", "utf8")) ?? [];
  expect(code.trim().split("\n")).toHaveLength(10);
  const free = await createReceiver();
  await free.close();
  const env = { PATH: process.env.PATH, PORT: String(free.port), GRAPEVINE_WEBHOOK_SECRET: "" };
  const url = `http://127.0.0.1:${free.port}/`;
  const made = await call("POST", "/v1/webhooks", { url, types: ["reward.granted"] });
  // Inside the project, where the package is found.
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { env: { ...env, GRAPEVINE_WEBHOOK_SECRET: made.secret } });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += String(chunk)));
  try {
    await expect
      .poll(
        () =>
          fetch(url, { method: "POST", body: "{}" }).then(
            (r) => r.status,
            () => 0,
          ),
        { timeout: 10_000 },
      )
      .toBe(400);
    await call("POST", `/v1/webhooks/${made.id}/test`);
    await send();
    const [delivery] = (await call("GET", `/v1/webhooks/${made.id}/deliveries`)).data;
    expect(delivery.status).toBe("delivered");
    await call("POST", `/v1/webhooks/deliveries/${delivery.id}/resend`);
    await send();
    await expect.poll(() => said).toBe(`webhook.test ${made.id}\n`);
  } finally {
    child.kill();
    await call("DELETE", `/v1/webhooks/${made.id}`);
  }
});
