/** The sdk against a real server: the smallest story, batches, and what it throws. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GrapevineError, createClient, defineProgram } from "../../sdk/src/index.ts";
import type { Client } from "../../sdk/src/index.ts";
import { createServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

let server: TestServer;
let client: Client;
beforeAll(async () => {
  server = await createServer();
  client = createClient({ url: `${server.url}/`, key: server.a.secretKey });
});
afterAll(() => server.close());

const friends = defineProgram({
  key: "friends", kind: "direct", name: "Friends", stages: ["order"], qualifies_at: "order", destination: "https://shop.example/welcome",
  terms: { en: "Terms." }, disclosure: { en: "I get 10 % of your order." },
  rewards: [{ key: "thanks", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 10, of: "order.total" } }, hold: "14d" }],
});

describe("the sdk", () => {
  test("plays the smallest story: define, publish, join, buy, refund, balances", async () => {
    expect(await client.programs.put("friends", friends)).toMatchObject({ status: "draft" });
    expect(await client.programs.publish("friends")).toMatchObject({ status: "live", version: 1 });
    const joined = await client.join("friends", { user_id: "u_1", name: "A" });
    const code = joined.links[0]?.code ?? "";
    const order = { id: "4711", total: 8000, currency: "USD" };
    const bought = await client.events.track({ type: "purchase", person: { user_id: "u_2" }, referral: { code }, order });
    expect(bought.decisions[0]?.rewards[0]).toMatchObject({ rule: "thanks", value: { amount: 800, currency: "USD" } });
    await client.events.track({ type: "refund", order: { id: "4711", amount: 2000, currency: "USD" } });
    expect(await client.balances("user_id:u_1")).toMatchObject([{ unit: "USD", pending: 600 }]);
    expect((await client.trialBalance()).data).toMatchObject([{ unit: "USD", total: 0 }]);
    expect(await client.events.trace(bought.id ?? "")).toMatchObject({ event: { order: "4711" } });
  });

  test("names an event itself, so that a repeat after a lost answer is no second event", async () => {
    let cuts = 1;
    const losing: typeof fetch = async (...args) => {
      const response = await fetch(...args);
      if (cuts-- <= 0) return response;
      await response.arrayBuffer();
      throw new TypeError("the connection was lost after the server had answered");
    };
    const unlucky = createClient({ url: server.url, key: server.a.secretKey, fetch: losing, backoffMs: 1 });
    const outcome = await unlucky.events.track({ type: "purchase", person: { user_id: "u_9" }, order: { total: 100, currency: "USD" } });
    expect(outcome.status).toBe("duplicate");
    const sql = "select 1 from fact where workspace_id = $1 and client_id = $2";
    const rows = await server.engine.rows(sql, [server.a.workspaceId, outcome.client_id]);
    expect(rows).toHaveLength(1);
  });

  test("sends any number of events in requests of a thousand and answers each in order", async () => {
    const visit = (i: number) => ({ id: `many-${i}`, type: "visit" as const, person: { anonymous_id: `a_${i % 50}` } });
    const events = Array.from({ length: 1203 }, (_, i) => visit(i));
    const outcomes = await client.events.trackAll(events);
    expect(outcomes.map((outcome) => outcome.client_id)).toEqual(events.map((event) => event.id));
    expect(new Set(outcomes.map((outcome) => outcome.status))).toEqual(new Set(["settled"]));
  });

  test("throws the server's problem with its code, fields and request id", async () => {
    const negative = { type: "purchase" as const, person: { user_id: "u" }, order: { total: -1, currency: "USD" } };
    const error = await client.events.track(negative).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(GrapevineError);
    expect(error).toMatchObject({ status: 422, code: "event_invalid" });
    expect(error).toMatchObject({ problem: { errors: [{ pointer: "/order/total" }], request_id: expect.any(String) } });
    const stranger = createClient({ url: server.url, key: "gv_live_nonsense" });
    await expect(stranger.trialBalance()).rejects.toMatchObject({ status: 401, code: "key_invalid" });
  });

  test("refuses a secret key where there is a document", () => {
    Object.assign(globalThis, { document: {} });
    try {
      expect(() => createClient({ url: server.url, key: server.a.secretKey })).toThrow("does not belong in a browser");
      expect(() => createClient({ url: server.url, key: server.a.publishableKey })).not.toThrow();
    } finally {
      Reflect.deleteProperty(globalThis, "document");
    }
  });
});
