import { Analytics } from "@segment/analytics-node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer } from "../support/server.ts";
import type { Loose, TestServer } from "../support/server.ts";

let s: TestServer;
let code: string;
beforeAll(async () => {
  s = await createServer();
  await s.call("PUT", "/v1/programs/friends", {
    body: {
      key: "friends",
      kind: "direct",
      name: "Friends",
      stages: ["signup", "order"].map((key) => ({ key, on: key === "order" ? "purchase" : "signup" })),
      qualifies_at: "order",
      destination: "https://shop.example/",
      terms: { en: "Terms." },
      disclosure: { en: "I get 10 % of your order." },
      rewards: [{ key: "tenth", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } } }],
    },
  });
  await s.call("POST", "/v1/programs/friends/publish");
  code = (await s.call("POST", "/v1/advocates", { body: { program: "friends", person: { user_id: "adv" } } })).body["links"][0].code;
});
afterAll(async () => {
  await s.close();
});

describe("the unmodified @segment/analytics-node with our host", () => {
  test("earns a reward with Order Completed, loses its share with Order Refunded, and counts nothing twice", async () => {
    const errors: unknown[] = [];
    const analytics = new Analytics({ writeKey: s.a.secretKey, host: s.url, flushAt: 5, maxRetries: 1 });
    analytics.on("error", (error) => errors.push(error));
    analytics.identify({ userId: "u_9", anonymousId: "a_9", traits: { email: "Nine@Example.com", name: "Nine", plan: "pro" } });
    analytics.page({ anonymousId: "a_9", userId: "u_9", properties: { url: `https://shop.example/?gv_code=${code}` } });
    analytics.track({ userId: "u_9", event: "Signed Up", properties: { referral_code: code } });
    // Facts of one millisecond sort by their ids: a person takes longer than that from signing up to buying.
    await new Promise((wake) => setTimeout(wake, 5));
    const order = {
      order_id: "S-1",
      total: 80.1,
      tax: "5.10",
      currency: "USD",
      products: [{ sku: "A", price: 25, quantity: 3, category: "shoes" }],
    };
    analytics.track({ userId: "u_9", event: "Order Completed", messageId: "m-order", properties: order });
    analytics.track({ userId: "u_9", event: "Order Completed", messageId: "m-order", properties: order });
    await analytics.closeAndFlush();
    const refunding = new Analytics({ writeKey: s.a.secretKey, host: s.url, flushAt: 1, maxRetries: 1 });
    refunding.track({
      userId: "u_9",
      event: "Order Refunded",
      messageId: "m-refund",
      properties: { order_id: "S-1", total: 20.02, currency: "USD" },
    });
    await refunding.closeAndFlush();
    expect(errors).toEqual([]);
    const rewards = (await s.call("GET", "/v1/rewards?person=user_id:adv")).body["data"];
    // 10 % of 80.10 is 8.01; 20.02 of 80.10 came back: 801 x 6008 / 8010 = 600.8, so 6.01 stay.
    expect(rewards.map((each: Loose) => [each.granted, each.value])).toEqual([
      [
        { amount: 801, currency: "USD" },
        { amount: 601, currency: "USD" },
      ],
    ]);
    const person = (await s.call("GET", "/v1/people/user_id:u_9")).body;
    expect(person).toMatchObject({
      user_id: "u_9",
      email: "Nine@Example.com",
      anonymous_ids: ["a_9"],
      name: "Nine",
      attributes: { plan: "pro" },
    });
    expect((await s.call("GET", "/v1/referrals?friend=user_id:u_9")).body["data"]).toHaveLength(1);
  });
});

describe("messages by hand", () => {
  const outcomes = async (batch: unknown[]) => (await s.call("POST", "/v1/batch", { body: { batch } })).body["outcomes"];

  test("one bad message is rejected in Segment's own field names, and the others settle", async () => {
    const found = await outcomes([
      {
        type: "track",
        messageId: "b-1",
        userId: "u_1",
        event: "Order Completed",
        properties: { order_id: "B-1", total: "12,50", currency: "USD" },
      },
      { type: "track", messageId: "b-2", userId: "u_1", event: "Order Completed", properties: { order_id: "B-2", total: 5 } },
      { type: "track", messageId: "b-3", userId: "u_1", event: "Looked Around", properties: { plan: "pro" } },
      { type: "dance", messageId: "b-4", userId: "u_1" },
      7,
      { type: "track", messageId: "b-5", event: "Order Completed", properties: { order_id: "B-5", total: 5, currency: "USD" } },
      { type: "track", messageId: "b-6", userId: "u_1", timestamp: "yesterday", event: "Looked Around" },
    ]);
    expect(found.map((each: Loose) => [each.client_id, each.status, each.error?.errors[0].pointer])).toEqual([
      ["b-1", "rejected", "/batch/0/properties/total"],
      ["b-2", "rejected", "/batch/1/properties/currency"],
      ["b-3", "settled", undefined],
      ["b-4", "rejected", "/batch/3/type"],
      ["", "rejected", "/batch/4/type"],
      ["b-5", "rejected", "/batch/5/traits"],
      ["b-6", "rejected", "/batch/6/timestamp"],
    ]);
  });

  test("yen have no decimals, dinars three, and float dust is rounded off", async () => {
    const total = (properties: object) => ({ type: "track", userId: "u_money", event: "Order Completed", properties });
    await outcomes([
      total({ order_id: "JP", total: 1980, currency: "JPY" }),
      total({ order_id: "KW", total: 1.234, currency: "kwd" }),
      total({ order_id: "F", total: 19.990000000000002, currency: "USD" }),
      total({ order_id: "R", revenue: 10, tax: 1.5, shipping: 2, currency: "USD" }),
    ]);
    const rows = await s.engine.rows<{ order_id: string; total: number; currency: string }>(
      "select order_id, total::int, currency from order_state where order_id in ('JP', 'KW', 'F', 'R') order by order_id",
    );
    expect(rows).toEqual([
      { order_id: "F", total: 1999, currency: "USD" },
      { order_id: "JP", total: 1980, currency: "JPY" },
      { order_id: "KW", total: 1234, currency: "KWD" },
      { order_id: "R", total: 1350, currency: "USD" },
    ]);
  });

  test("the single routes answer with the decision, Basic with the key as user name opens them", async () => {
    const basic = { authorization: `Basic ${Buffer.from(`${s.a.secretKey}:`).toString("base64")}` };
    for (const [path, body] of [
      ["/v1/track", { userId: "u_b", event: "Product Reviewed", properties: { rating: 5 } }],
      ["/v1/identify", { userId: "u_b", traits: { email: "b@example.com" } }],
      ["/v1/page", { anonymousId: "a_b", context: { page: { url: "https://shop.example/" } } }],
      ["/v1/screen", { anonymousId: "a_b" }],
      ["/v1/group", { userId: "u_b", groupId: "acme" }],
      ["/v1/alias", { userId: "u_b", previousId: "a_b" }],
    ] as const) {
      const answer = await s.call("POST", path, { body, key: null, headers: basic });
      expect([path, answer.status, answer.body["success"], answer.body["outcomes"]?.[0].status]).toEqual([path, 200, true, "settled"]);
    }
    expect((await s.call("GET", "/v1/people/user_id:u_b")).body).toMatchObject({ user_id: "u_b", anonymous_ids: ["a_b"] });
    const refused = await s.call("POST", "/v1/track", { body: { event: "Signed Up" } });
    expect([refused.status, refused.body["code"]]).toEqual([422, "event_invalid"]);
  });

  test("a publishable key in the body may send a page view and never an order", async () => {
    const page = await s.call("POST", "/v1/page", {
      key: null,
      body: JSON.stringify({ writeKey: s.a.publishableKey, anonymousId: "a_pub" }),
      headers: { "content-type": "text/plain" },
    });
    expect(page.status).toBe(200);
    const order = {
      writeKey: s.a.publishableKey,
      anonymousId: "a_pub",
      event: "Order Completed",
      properties: { order_id: "P", total: 1, currency: "USD" },
    };
    const refused = await s.call("POST", "/v1/track", { key: null, body: order });
    expect([refused.status, refused.body["code"]]).toEqual([403, "key_kind_refused"]);
  });
});
