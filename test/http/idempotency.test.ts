import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createServer } from "../support/server.ts";
import type { Reply, TestServer } from "../support/server.ts";

let s: TestServer;
let calls = 0;
let fail: Error | null = null;
let hold: Promise<void> = Promise.resolve();
beforeAll(async () => {
  s = await createServer({
    services: {
      async erasePerson() {
        calls++;
        await hold;
        if (fail !== null) throw fail;
      },
    },
  });
  for (const key of ["secretKey", "testKey"] as const)
    for (const id of ["i_1", "i_2", "i_3", "i_4"]) await s.call("POST", "/v1/people", { key: s.a[key], body: { user_id: id } });
  await s.call("POST", "/v1/people", { key: s.b.secretKey, body: { user_id: "i_1" } });
});
afterAll(async () => {
  await s.close();
});

const erase = (id: string, key: string, options: { api?: string; body?: unknown } = {}): Promise<Reply> =>
  s.call("POST", `/v1/people/user_id:${id}/erase`, {
    headers: { "idempotency-key": key },
    ...(options.api === undefined ? {} : { key: options.api }),
    ...("body" in options ? { body: options.body } : {}),
  });

describe("Idempotency-Key", () => {
  test("the first answer again, byte for byte, and the work done once", async () => {
    calls = 0;
    const first = await erase("i_1", "k-1");
    const again = await erase("i_1", "k-1");
    expect([first.status, again.status, calls]).toEqual([200, 200, 1]);
    expect(again.text).toBe(first.text);
    expect([first.headers.get("idempotent-replayed"), again.headers.get("idempotent-replayed")]).toEqual([null, "true"]);
    expect(again.headers.get("content-type")).toBe(first.headers.get("content-type"));
  });

  test("another body, another address or another route under the same key is 409", async () => {
    expect((await erase("i_2", "k-1")).body["code"]).toBe("idempotency_conflict");
    expect((await erase("i_1", "k-1", { body: { other: 1 } })).body["code"]).toBe("idempotency_conflict");
    const other = await s.call("POST", "/v1/people/search", { body: { user_id: "i_1" }, headers: { "idempotency-key": "k-1" } });
    expect([other.status, other.body["code"]]).toEqual([409, "idempotency_conflict"]);
  });

  test("another workspace's same key is another key", async () => {
    calls = 0;
    const reply = await erase("i_1", "k-1", { api: s.b.secretKey });
    expect([reply.status, reply.headers.get("idempotent-replayed"), calls]).toEqual([200, null, 1]);
  });

  test("of 20 at once one does the work; the others are told that it runs, or get its answer", async () => {
    calls = 0;
    let go = (): void => undefined;
    hold = new Promise((resolve) => {
      go = resolve;
    });
    const all = Array.from({ length: 20 }, () => erase("i_3", "k-parallel"));
    await new Promise((wake) => setTimeout(wake, 200));
    go();
    const replies = await Promise.all(all);
    hold = Promise.resolve();
    expect(calls).toBe(1);
    expect(replies.filter((each) => each.status === 200).length).toBeGreaterThanOrEqual(1);
    for (const each of replies.filter((other) => other.status !== 200)) {
      expect([each.status, each.body["code"], each.headers.get("retry-after")]).toEqual([409, "idempotency_in_progress", "1"]);
    }
    expect((await erase("i_3", "k-parallel")).headers.get("idempotent-replayed")).toBe("true");
  });

  test("a failure of ours gives the key back; a refusal is an answer like another", async () => {
    fail = Object.assign(new Error("no room"), { code: "53100" });
    expect((await erase("i_4", "k-fail")).body["code"]).toBe("unavailable");
    fail = null;
    const good = await erase("i_4", "k-fail");
    expect([good.status, good.headers.get("idempotent-replayed")]).toEqual([200, null]);
    const [missing, again] = [await erase("nobody", "k-404"), await erase("nobody", "k-404")];
    expect([missing.status, again.text === missing.text, again.headers.get("idempotent-replayed")]).toEqual([404, true, "true"]);
  });

  test("a request that was not valid may be mended under the same key", async () => {
    const headers = { "idempotency-key": "k-mend" };
    expect((await s.call("POST", "/v1/imports", { body: {}, headers })).status).toBe(422);
    expect((await s.call("POST", "/v1/imports", { body: { source: "x" }, headers })).status).toBe(201);
  });

  test("a claim whose process died is taken over after a minute, by one", async () => {
    calls = 0;
    const stale = await erase("i_2", "k-dead");
    await s.engine.database.ownerPool.query("update idempotency set status = null, body = null where key = 'k-dead'");
    expect((await erase("i_2", "k-dead")).body["code"]).toBe("idempotency_in_progress");
    await s.engine.database.ownerPool.query("update idempotency set created_at = now() - interval '61 seconds' where key = 'k-dead'");
    const replies = await Promise.all([1, 2, 3].map(() => erase("i_2", "k-dead")));
    expect([stale.status, calls]).toEqual([200, 2]);
    expect(replies.filter((each) => each.status === 200 && each.headers.get("idempotent-replayed") === null)).toHaveLength(1);
  });

  test("keys that cannot be kept are refused; a key's own text is never kept", async () => {
    for (const bad of ["x".repeat(256), "with space", "ümlaut".normalize()]) {
      const sent = await s.call("POST", "/v1/imports", { body: { source: "x" }, headers: { "idempotency-key": bad } }).catch(() => null);
      if (sent !== null) expect(sent.body["code"]).toBe("idempotency_key_invalid");
    }
    const headers = { "idempotency-key": "k-key" };
    const made = await s.call("POST", "/v1/keys", { body: { kind: "secret" }, headers });
    expect(JSON.stringify(await s.engine.rows("select * from idempotency"))).not.toContain(made.body["key"].slice(8, 40));
    const again = await s.call("POST", "/v1/keys", { body: { kind: "secret" }, headers });
    expect([again.status, again.body["code"]]).toEqual([409, "idempotency_conflict"]);
  });

  test("an event without an id is named by the key: a repeat of the request is no second event", async () => {
    const event = { type: "custom", name: "x", person: { user_id: "i_4" } };
    const send = (key: string, body: unknown): Promise<Reply> =>
      s.call("POST", "/v1/events", { body, headers: { "idempotency-key": key } });
    const replies = await Promise.all([1, 2, 3, 4, 5].map(() => send("k-event", event)));
    expect(replies.map((each) => each.body["status"]).sort()).toEqual(["duplicate", "duplicate", "duplicate", "duplicate", "settled"]);
    const other = await send("k-event", { ...event, name: "y" });
    expect([other.status, other.body["code"]]).toEqual([409, "event_conflict"]);
    expect((await send("k-event-2", event)).body["status"]).toBe("settled");
    const batch = { events: [event, event] };
    const states = async (): Promise<string[]> =>
      (await send("k-batch", batch)).body["outcomes"].map((each: { status: string }) => each.status);
    expect([await states(), await states()]).toEqual([["settled", "settled"], ["duplicate", "duplicate"]]);
  });

  test("on the event door the event's own id does the work and the header is not looked at", async () => {
    const event = { id: "e-1", type: "custom", name: "x", person: { user_id: "i_4" } };
    const headers = { "idempotency-key": "k-1" };
    expect((await s.call("POST", "/v1/events", { body: event, headers })).body["status"]).toBe("settled");
    expect((await s.call("POST", "/v1/events", { body: event, headers })).body["status"]).toBe("duplicate");
  });
});
