import net from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ERROR_CODES, ERRORS } from "../../src/core/errors.ts";
import { problem } from "../../src/http/problem.ts";
import { createServer } from "../support/server.ts";
import type { Loose, Reply, TestServer } from "../support/server.ts";

let s: TestServer;
beforeAll(async () => {
  s = await createServer();
});
afterAll(async () => {
  await s.close();
});

const good = { type: "purchase", person: { user_id: "u_1" }, order: { id: "o-1", total: 1000, currency: "USD" } };
const huge = { id: "p", subtotal: 10 ** 13 + 1, tax: 0, currency: "USD" };
const many = [{ sku: "a", quantity: 1e9, price: 1e9 }];
const facts = async (): Promise<number> => (await s.engine.rows<{ n: number }>("select count(*)::int as n from fact"))[0]!.n;

/** Every refusal is a whole problem: its schema, its media type, its code's own status, our request id. */
function expectProblem(reply: Reply, status: number, code: string): void {
  expect([reply.status, reply.body["code"], reply.body["detail"]]).toEqual([status, code, expect.any(String)]);
  expect(reply.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const body = problem.parse(reply.body);
  expect(body.status).toBe(status);
  expect(body.request_id).toBe(reply.headers.get("x-request-id"));
  expect(body.doc_url).toBe(`http://localhost:4400/docs/errors#${code}`);
  expect(JSON.stringify(body)).not.toMatch(/\\n\s+at |node_modules|\.ts:|select /);
}

describe("bytes that are no JSON", () => {
  test.each<[string, Uint8Array | string, number, string]>([
    [
      "invalid UTF-8 in a name",
      Buffer.concat([Buffer.from('{"type":"identify","person":{"user_id":"u","name":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}}')]),
      400,
      "encoding_invalid",
    ],
    ["a lone continuation byte", Buffer.from([0x22, 0x80, 0x22]), 400, "encoding_invalid"],
    ["UTF-16", Buffer.from('{"type":"identify"}', "utf16le"), 400, "json_invalid"],
    ["half a document", '{"type":"purchase","order":{', 400, "json_invalid"],
    ["a trailing comma", '{"type":"identify",}', 400, "json_invalid"],
    ["NaN", '{"type":"purchase","value":NaN}', 400, "json_invalid"],
    ["nothing", "", 400, "body_missing"],
    ["33 levels", '{"properties":'.repeat(32) + "[" + "]" + "}".repeat(32), 400, "nesting_too_deep"],
    ["100,000 levels", "[".repeat(100_000), 400, "nesting_too_deep"],
    ["__proto__", '{"type":"identify","person":{"user_id":"u"},"__proto__":{"admin":true}}', 400, "key_forbidden"],
    ["__proto__ within properties", '{"type":"custom","person":{"user_id":"u"},"properties":{"a":{"__proto__":1}}}', 400, "key_forbidden"],
    ["__proto__ spelled with escapes", '{"type":"identify","\\u005f\\u005fproto\\u005f\\u005f":{}}', 400, "key_forbidden"],
    ["constructor.prototype", '{"type":"identify","constructor":{"prototype":{"admin":true}}}', 400, "key_forbidden"],
  ])("%s", async (_name, body, status, code) => {
    const before = await facts();
    expectProblem(await s.call("POST", "/v1/events", { body }), status, code);
    expect(await facts()).toBe(before);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test("nesting is counted outside strings, and 32 levels are fine", async () => {
    const properties = `{"text":${JSON.stringify("[{".repeat(500) + '\\"')},"a":${"[".repeat(30)}${"]".repeat(30)}}`;
    const deep = `{"type":"custom","name":"x","person":{"user_id":"u_deep"},"properties":${properties}}`;
    expect((await s.call("POST", "/v1/events", { body: deep })).body).toMatchObject({ status: "settled" });
  });

  test("10 MB are refused before they are read, with the same word whether their length was said or not", async () => {
    const large = Buffer.alloc(10 * 1024 * 1024, 0x20);
    expectProblem(await s.call("POST", "/v1/events", { body: large }), 413, "body_too_large");
    const chunked = await fetch(`${s.url}/v1/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${s.a.secretKey}`, "content-type": "application/json" },
      duplex: "half",
      body: new ReadableStream({
        pull(controller) {
          controller.enqueue(new Uint8Array(1024 * 1024));
        },
      }),
    } as RequestInit).catch(() => null);
    if (chunked !== null) expect(chunked.status).toBe(413);
    expect((await s.call("GET", "/health")).status).toBe(200);
  });

  test.each([
    "text/html",
    "application/xml",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded",
    "text/csv",
    "nonsense",
  ])("%s is 415", async (type) => {
    expectProblem(await s.call("POST", "/v1/events", { body: "{}", headers: { "content-type": type } }), 415, "media_type_unsupported");
  });
});

describe("events that say what cannot be", () => {
  test.each<[string, unknown, string]>([
    ["an unknown field", { ...good, ordr: {} }, "/ordr"],
    ["an unknown field within", { ...good, order: { ...good.order, tatol: 1 } }, "/order/tatol"],
    ["somebody else's workspace", { ...good, workspace_id: "x" }, "/workspace_id"],
    ["a fraction", { ...good, order: { ...good.order, total: 19.99 } }, "/order/total"],
    ["above 2^53", { ...good, order: { ...good.order, total: 2 ** 53 } }, "/order/total"],
    ["negative", { ...good, order: { ...good.order, total: -1 } }, "/order/total"],
    ["a part above 10^13", { ...good, order: huge }, "/order/subtotal"],
    ["lines that together pass 2^53", { ...good, order: { ...good.order, items: many } }, "/order/items"],
    ["a text", { ...good, order: { ...good.order, total: "1000" } }, "/order/total"],
    ["an unknown currency", { ...good, order: { ...good.order, currency: "ZZZ" } }, "/order/currency"],
    ["a small currency", { ...good, order: { ...good.order, currency: "usd" } }, "/order/currency"],
    ["no currency", { ...good, order: { id: "x", total: 5 } }, "/order/currency"],
    ["an unknown type", { ...good, type: "bought" }, "/type"],
    ["1969", { ...good, occurred_at: "1969-07-20T20:17:00.000Z" }, "/occurred_at"],
    ["2100", { ...good, occurred_at: "2100-01-01T00:00:00.000Z" }, "/occurred_at"],
    ["1970", { ...good, occurred_at: "1970-01-01T00:00:00.000Z" }, "/occurred_at"],
    ["no such day", { ...good, occurred_at: "2026-02-30T00:00:00.000Z" }, "/occurred_at"],
    ["no zone", { ...good, occurred_at: "2026-02-20T00:00:00.000" }, "/occurred_at"],
    ["nobody", { type: "purchase", order: good.order }, "/person"],
    ["no mail address", { ...good, person: { email: "not an address" } }, "/person/email"],
    ["NUL in an id", { ...good, id: "a\u0000b" }, "/id"],
    ["half a surrogate", JSON.stringify({ ...good, id: "x" }).replace('"x"', '"\\ud800"'), "/id"],
    ["an id of 257", { ...good, id: "x".repeat(257) }, "/id"],
    ["a list", [good], ""],
    ["a number", 5, ""],
  ])("%s is 422 and names the field", async (_name, body, pointer) => {
    const before = await facts();
    const reply = await s.call("POST", "/v1/events", { body });
    if (pointer === "") expect([400, 422]).toContain(reply.status);
    else {
      expectProblem(reply, 422, reply.body["code"]);
      expect(reply.body["errors"]).toContainEqual({
        pointer,
        message: expect.stringMatching(/\S/),
        code: expect.stringMatching(/^[a-z_]+$/),
      });
    }
    expect(await facts()).toBe(before);
  });

  test("a year ahead, ten minutes ahead and two years behind are refused", async () => {
    const at = (ms: number): object => ({ ...good, occurred_at: new Date(Date.now() + ms).toISOString() });
    const year = 366 * 86_400_000;
    for (const ms of [year, 10 * 60_000, -2 * year]) {
      const reply = await s.call("POST", "/v1/events", { body: at(ms) });
      expect([ms, reply.status, reply.body["status"]]).toEqual([ms, 422, 422]);
    }
  });

  test("in a batch each bad event is rejected at its own place and the good ones settle", async () => {
    const events = [
      good,
      { ...good, id: "x", order: { total: 1.5 } },
      null,
      "text",
      { ...good, id: "b2", type: "nonsense" },
      { ...good, id: "b-good", order: { id: "o-2", total: 2, currency: "USD" } },
    ];
    const reply = await s.call("POST", "/v1/events", { body: { events: [{ ...good, id: "b-first" }, ...events.slice(1)] } });
    expect(reply.status).toBe(200);
    expect(reply.body["outcomes"].map((each: Loose) => [each.client_id, each.status, each.error?.errors?.[0].pointer ?? null])).toEqual([
      ["b-first", "settled", null],
      ["x", "rejected", "/events/1/order/total"],
      ["", "rejected", "/events/2"],
      ["", "rejected", "/events/3"],
      ["b2", "rejected", "/events/4/type"],
      ["b-good", "settled", null],
    ]);
    const late = await s.call("POST", "/v1/events", { body: { events: [{ ...good, id: "l-1", occurred_at: "nonsense" }] } });
    expect(late.body["outcomes"][0].error.errors[0].pointer).toBe("/events/0/occurred_at");
  });

  test("1,000 events are taken, 1,001 are refused whole, none is an empty answer", async () => {
    const list = (n: number): object => ({
      events: Array.from({ length: n }, (_, i) => ({ id: `m-${n}-${i}`, type: "custom", name: "x", person: { user_id: `m_${i % 50}` } })),
    });
    const before = await facts();
    expectProblem(await s.call("POST", "/v1/events", { body: list(1001) }), 422, "too_many_events");
    expect(await facts()).toBe(before);
    const taken = await s.call("POST", "/v1/events", { body: list(1000) });
    expect(taken.body["outcomes"].filter((each: Loose) => each.status === "settled")).toHaveLength(1000);
    expect((await s.call("POST", "/v1/events", { body: { events: [] } })).body).toEqual({ outcomes: [] });
    expectProblem(await s.call("POST", "/v1/events", { body: { events: {}, more: 1 } }), 422, "validation_failed");
  });

  test("an id used again with other content is 409, in a batch rejected with that code", async () => {
    await s.call("POST", "/v1/events", { body: { ...good, id: "same" } });
    expectProblem(
      await s.call("POST", "/v1/events", { body: { ...good, id: "same", order: { ...good.order, total: 1 } } }),
      409,
      "event_conflict",
    );
    const batch = await s.call("POST", "/v1/events", { body: { events: [{ ...good, id: "same", type: "refund" }] } });
    expect(batch.body["outcomes"]).toMatchObject([{ client_id: "same", status: "rejected", error: { code: "event_conflict" } }]);
  });

  test("an import that is not open, not this workspace's or not an id is refused", async () => {
    const open = await s.call("POST", "/v1/imports", { body: { source: "old shop" } });
    const foreign = await s.call("POST", "/v1/imports", { body: { source: "theirs" }, key: s.b.secretKey });
    const old = { ...good, id: "old", occurred_at: "2011-12-09T12:50:00.000Z", order: { id: "o-old", total: 5, currency: "GBP" } };
    for (const id of [foreign.body["id"], "imp_1", 7])
      expectProblem(await s.call("POST", "/v1/events", { body: { import: id, events: [old] } }), 409, "import_not_open");
    const taken = await s.call("POST", "/v1/events", {
      body: { import: open.body["id"], events: [old, { ...old, id: "bad", type: "x" }] },
    });
    expect(taken.body["outcomes"].map((each: Loose) => each.status)).toEqual(["settled", "rejected"]);
    expect((await s.call("GET", `/v1/imports/${open.body["id"]}`)).body).toMatchObject({ status: "open", accepted: 1, refused: 1 });
    await s.call("POST", `/v1/imports/${open.body["id"]}/close`);
    expectProblem(await s.call("POST", "/v1/events", { body: { import: open.body["id"], events: [old] } }), 409, "import_not_open");
  });
});

describe("addresses and parameters", () => {
  test.each<[string, string, number, string]>([
    ["GET", "/nowhere", 404, "not_found"],
    ["GET", "/v1/rewards/rwd_1", 404, "not_found"],
    ["GET", "/v1/rewards/evt_00000000000000000000000000000000", 404, "not_found"],
    ["GET", "/v1/rewards/rwd_00000000000000000000000000000000", 404, "not_found"],
    ["GET", "/v1/people/user_id:nobody", 404, "not_found"],
    ["GET", "/v1/programs/none", 404, "not_found"],
    ["GET", "/v1/people/per_%00", 404, "not_found"],
    ["GET", "/v1/people/user_id:%00", 404, "not_found"],
    ["GET", "/v1/programs/%00/versions", 404, "not_found"],
    ["GET", "/v1/companies/%00", 404, "not_found"],
    ["GET", "/v1/coupons?after=%00", 422, "validation_failed"],
    ["GET", "/v1/advocates?program=%00", 422, "validation_failed"],
    ["GET", "/v1/events?person=user_id:%00", 422, "validation_failed"],
    ["GET", "/v1/events?limit=0", 422, "validation_failed"],
    ["GET", "/v1/events?limit=1000", 422, "validation_failed"],
    ["GET", "/v1/events?after=zzz", 400, "cursor_invalid"],
    ["GET", "/v1/events?after=per_00000000000000000000000000000000", 400, "cursor_invalid"],
    ["GET", "/v1/events?colour=red", 422, "validation_failed"],
    ["GET", "/v1/people/%E0%A4%A", 400, "request_malformed"],
    ["DELETE", "/v1/events", 405, "method_not_allowed"],
    ["PUT", "/v1/rewards/rwd_1/approve", 405, "method_not_allowed"],
    ["GET", `/v1/people/${"x".repeat(2000)}`, 404, "not_found"],
  ])("%s %s", async (method, path, status, code) => {
    expectProblem(await s.call(method, path), status, code);
  });

  test("OPTIONS and HEAD answer without a body, 405 and OPTIONS say what is allowed", async () => {
    const options = await s.call("OPTIONS", "/v1/rewards");
    expect([options.status, options.text, options.headers.get("allow")]).toEqual([204, "", "GET, HEAD, OPTIONS, POST"]);
    expect((await s.call("DELETE", "/v1/rewards")).headers.get("allow")).toBe("GET, HEAD, OPTIONS, POST");
    const head = await s.call("HEAD", "/v1/rewards");
    expect([head.status, head.text]).toEqual([200, ""]);
  });

  test.each<[string, string, unknown, string]>([
    ["PUT", "/v1/companies/c1", { name: "a\0b" }, "/name"],
    ["PUT", "/v1/companies/c1", { name: "a\ud800" }, "/name"],
    ["POST", "/v1/keys", { kind: "secret", name: "a\0b" }, "/name"],
    ["POST", "/v1/links", { program: "friends", person: "user_id:a\0b" }, "/person"],
    ["POST", "/v1/coupons/validate", { code: "a\0b" }, "/code"],
    ["POST", "/v1/payouts/preview", { unit: "a\0b" }, "/unit"],
  ])("%s %s with a text that no database keeps is refused with its field: %j", async (method, path, body, pointer) => {
    const reply = await s.call(method, path, { body });
    expectProblem(reply, 422, "validation_failed");
    expect(reply.body["errors"].map((each: { pointer: string }) => each.pointer)).toContain(pointer);
  });

  test("a program document's mistakes come with pointers, and an unknown preset with the list", async () => {
    const draft = {
      key: "bad",
      kind: "direct",
      name: "",
      stages: ["order"],
      qualifies_at: "order",
      destination: "javascript:alert(1)",
      rewards: [{ key: "R", when: { stage: "order" }, give: {} }],
    };
    const reply = await s.call("PUT", "/v1/programs/bad", { body: draft });
    expectProblem(reply, 422, "validation_failed");
    expect(reply.body["errors"].map((each: Loose) => each.pointer)).toEqual(
      expect.arrayContaining(["/name", "/rewards/0/key", "/rewards/0/give"]),
    );
    expect((await s.call("PUT", "/v1/programs/bad", { body: { preset: "nonsense" } })).body["errors"]).toMatchObject([
      { pointer: "/preset", code: "unknown_preset" },
    ]);
    expect(
      (
        await s.call("PUT", "/v1/programs/bad", {
          body: { ...draft, name: "Bad", key: "other", destination: "https://a.example", rewards: [] },
        })
      ).body["errors"],
    ).toMatchObject([{ pointer: "/key" }]);
  });

  test("codes with look-alike letters, reserved words and of others are refused with the reason", async () => {
    await s.call("PUT", "/v1/programs/codes", {
      body: {
        key: "codes",
        kind: "direct",
        name: "Codes",
        stages: ["order"],
        qualifies_at: "order",
        destination: "https://a.example/",
        terms: { en: "Terms." },
      },
    });
    await s.call("POST", "/v1/programs/codes/publish");
    await s.call("POST", "/v1/advocates", { body: { program: "codes", person: { user_id: "coder" } } });
    const make = (code: string): Promise<Reply> =>
      s.call("POST", "/v1/links", { body: { program: "codes", person: "user_id:coder", code } });
    expect((await make("Anna-10")).body).toMatchObject({
      code: "Anna-10",
      kind: "vanity",
      url: `http://localhost:4400/r/${s.a.slug}/Anna-10`,
    });
    expectProblem(await make("ANNA10"), 409, "code_taken");
    for (const code of ["АNNA20", "admin", "ADM1N", "a", "x".repeat(41), "with space", "emoji😀"])
      expectProblem(await make(code), 422, "validation_failed");
  });
});

describe("connections", () => {
  const raw = (send: string | Buffer, half = false): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = net.connect({ port: Number(new URL(s.url).port), host: "127.0.0.1", allowHalfOpen: true });
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk.toString("latin1");
      });
      socket.on("end", () => {
        socket.destroy();
        resolve(text);
      });
      socket.on("error", reject);
      socket.on("connect", () => {
        socket.write(send);
        if (half) socket.end();
      });
    });

  test("what is no HTTP is a problem too, and the socket is closed", async () => {
    expect(await raw("HELLO\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 [^]*"code":"request_malformed"/);
    expect(await raw(`GET /health HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 [^]*"code":"headers_too_large"/,
    );
    expect(await raw("POST /v1/events HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n")).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });

  test("a peer that closes its half after a whole request is answered; one that closes in the middle writes nothing", async () => {
    const body = JSON.stringify({ ...good, id: "half-1", order: { id: "half", total: 1, currency: "USD" } });
    const to = "POST /v1/events HTTP/1.1\r\nhost: x\r\nconnection: close\r\n";
    const head = `${to}authorization: Bearer ${s.a.secretKey}\r\ncontent-type: application/json\r\ncontent-length: `;
    expect(await raw(`${head}${body.length}\r\n\r\n${body}`, true)).toMatch(/^HTTP\/1\.1 200 [^]*"client_id":"half-1"/);
    const before = await facts();
    await raw(`${head}${body.length + 50}\r\n\r\n${body}`, true).catch(() => "");
    expect(await facts()).toBe(before);
    expect((await s.call("GET", "/health")).status).toBe(200);
  });
});

describe("the catalogue", () => {
  test("is published as a page with every code, and each status fits its code", async () => {
    const { text, status } = await s.call("GET", "/docs/errors", { key: null });
    expect(status).toBe(200);
    for (const code of ERROR_CODES) {
      expect(text).toContain(`id="${code}"`);
      expect(ERRORS[code].status).toBeGreaterThanOrEqual(400);
    }
  });

  test("after all of the above nothing was logged as a failure of ours", () => {
    expect(s.logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });
});
