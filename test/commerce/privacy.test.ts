/** What a shop's law asks for, and what of its webhooks is kept. Payloads as Shopify documents them (privacy-law-compliance). */
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertBooks } from "../support/books.ts";
import { type TestServer, createServer } from "../support/server.ts";
import * as shopify from "./fixtures/shopify.ts";
import * as stripe from "./fixtures/stripe.ts";
import { type Source, connect, send, takeOldOrders } from "./shops.ts";

let s: TestServer;
let source: Source;
beforeAll(async () => {
  s = await createServer();
  await takeOldOrders(s);
  source = await connect(s, "shopify");
});
afterAll(() => s.close());

const CUSTOMER = 207119551;
const dump = async (): Promise<string> => {
  const tables = await s.engine.rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const rows = await Promise.all(tables.map(({ name }) => s.engine.rows(`select '${name}' as "table", t::text as row from "${name}" t`)));
  return JSON.stringify(rows.flat());
};

test("what an order says beyond the mapped fields is stored nowhere", async () => {
  const secretive = shopify.order({
    note: "leave it with Mrs Nextdoor",
    phone: "+15551234567",
    shipping_address: { address1: "Elm Street 13", zip: "99999" },
    token: "tok_secret",
    billing_address: { address1: "Oak Avenue 7", country_code: "DE" },
    note_attributes: [{ name: "gift message", value: "Happy Birthday Ingrid" }],
  });
  expect((await send(source, secretive)).body["status"]).toBe("settled");
  const kept = await dump();
  for (const word of ["Nextdoor", "5551234567", "Elm Street", "Oak Avenue", "tok_secret", "Ingrid"]) expect(kept).not.toContain(word);
  // Names and addresses are apart from the facts, where erasing reaches them.
  expect(kept).toContain("ben@example.com");
  expect(JSON.stringify(await s.engine.rows("select * from fact"))).not.toMatch(/ben@example|Beispiel|203\.0\.113/);
  expect(JSON.stringify(await s.engine.rows("select * from source_delivery"))).not.toMatch(/ben@example|Beispiel/);
});

test("customers/data_request is written into the audit log for the owner to answer", async () => {
  const answer = await send(source, shopify.requestData(CUSTOMER), { topic: "customers/data_request" });
  expect([answer.status, answer.body["status"]]).toEqual([200, "done"]);
  const audit = (await s.call("GET", "/v1/audit?action=person.data_requested")).body["data"];
  expect(audit).toMatchObject([{ actor: source.id, target: expect.stringMatching(/^per_/) }]);
});

test("customers/redact erases the customer by her id, under a disabled source too; the books stay, and again nothing changes", async () => {
  await s.call("POST", `/v1/sources/${source.id}/disable`);
  await new Promise((wake) => setTimeout(wake, 1_000));
  const answers = [];
  for (let i = 0; i < 2; i++) answers.push((await send(source, shopify.redactCustomer(CUSTOMER), { topic: "customers/redact" })).body);
  expect(answers).toEqual([
    { status: "done", reason: null },
    { status: "nothing", reason: "no_person" },
  ]);
  expect(await dump()).not.toMatch(/ben@example|Beispiel|203\.0\.113\.9/);
  expect(await s.engine.rows("select count(*)::int as n from fact where type = 'purchase'")).toEqual([{ n: 1 }]);
  await assertBooks(s.engine, s.a.workspaceId);
  await s.call("POST", `/v1/sources/${source.id}/enable`);
  await new Promise((wake) => setTimeout(wake, 1_000));
});

test("app/uninstalled is shown; shop/redact forgets what the shop sent beside the facts, and it may send no more", async () => {
  expect((await send(source, shopify.uninstalled(), { topic: "app/uninstalled" })).body["status"]).toBe("done");
  expect((await s.call("GET", `/v1/sources/${source.id}`)).body).toMatchObject({ status: "active", disconnected_at: expect.any(String) });
  expect((await send(source, shopify.redactShop(), { topic: "shop/redact" })).body["status"]).toBe("done");
  await new Promise((wake) => setTimeout(wake, 1_000));
  expect((await send(source, shopify.order())).status).toBe(410);
  expect(await s.engine.rows("select topic from source_delivery")).toEqual([{ topic: "shop/redact" }]);
  const actions = (await s.call("GET", "/v1/audit?limit=200")).body["data"].map((each: { action: string }) => each.action);
  expect(actions).toEqual(expect.arrayContaining(["source.disconnected", "source.forgotten", "person.erased"]));
});

test("a sandbox takes the provider's test orders, a live workspace does not", async () => {
  const [live, sandbox] = [await connect(s, "stripe"), await connect(s, "stripe", { key: s.a.testKey })];
  const event = stripe.stripeEvent("checkout.session.completed", stripe.checkoutSession({ livemode: false }), { livemode: false });
  expect((await send(live, event)).body).toEqual({ status: "nothing", reason: "test_mode" });
  expect((await send(sandbox, event)).body).toEqual({ status: "settled", reason: null });
  const homes = await s.engine.rows("select workspace_id from fact where client_id = 'stripe:session:cs_live_a1B2c3'");
  expect(homes).toEqual([{ workspace_id: s.a.sandboxId }]);
});

test("a full queue answers 503 with Retry-After and keeps nothing of the delivery; sent again it settles", async () => {
  const shop = await connect(s, "stripe", { secret: "whsec_full_queue" });
  const event = stripe.stripeEvent("checkout.session.completed", stripe.checkoutSession({ id: "cs_full", payment_intent: "pi_full" }));
  const holder = await s.engine.database.ownerPool.connect();
  await holder.query("begin");
  await holder.query("lock table fact in access exclusive mode");
  const crowd = s.engine.send(
    Array.from({ length: 20_000 }, (_, i) => ({ type: "identify" as const, person: { anonymous_id: `a${i}` } })),
  );
  const answer = await send(shop, event);
  expect([answer.status, answer.body["code"], answer.headers.get("retry-after")]).toEqual([503, "overloaded", "1"]);
  await holder.query("rollback");
  holder.release();
  expect((await crowd).every((each) => each.status === "settled")).toBe(true);
  expect(await s.engine.rows("select 1 from source_delivery where delivery = $1", [event["id"]])).toEqual([]);
  expect((await send(shop, event)).body).toEqual({ status: "settled", reason: null });
}, 60_000);
