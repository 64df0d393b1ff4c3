import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Overloaded } from "../../src/flow/ports.ts";
import type { EventDoor } from "../../src/flow/ports.ts";
import { createServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";

const visit = { type: "custom", name: "x", person: { user_id: "u" } };

describe("a door that is full, slow or without its database", () => {
  let s: TestServer;
  let door: EventDoor["submit"];
  beforeAll(async () => {
    s = await createServer({
      services: { events: { submit: (...given) => door(...given), refused: () => undefined } },
      patience: { headMs: 300, requestMs: 600, checkMs: 50 },
    });
  });
  afterAll(async () => {
    await s.close();
  });

  test.each([
    ["full", () => new Overloaded(), "overloaded"],
    ["no room on the disk", () => Object.assign(new Error("could not extend file"), { code: "53100" }), "unavailable"],
    ["no connection", () => Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }), "unavailable"],
    ["no free connection in time", () => new Error("timeout exceeded when trying to connect"), "unavailable"],
  ])("%s is 503 with Retry-After and a whole problem", async (_name, make, code) => {
    door = () => Promise.reject(make());
    const reply = await s.call("POST", "/v1/events", { body: visit });
    expect([reply.status, reply.body["code"], reply.headers.get("retry-after")]).toEqual([503, code, "1"]);
  });

  test("a fault of ours is 500, tells the caller an id and nothing else, and the log everything", async () => {
    door = () => Promise.reject(new TypeError("secret detail of the engine"));
    const reply = await s.call("POST", "/v1/events", { body: visit, headers: { "x-request-id": "fault-1" } });
    expect([reply.status, reply.body["code"]]).toEqual([500, "internal"]);
    expect(reply.text).not.toContain("secret detail");
    const line = JSON.parse(s.logged.find((each) => each.includes("fault-1"))!) as Record<string, string>;
    expect(line).toMatchObject({ level: "error", route: "POST /v1/events", request_id: "fault-1" });
    expect(line["error"]).toContain("secret detail of the engine");
  });

  test("a head and a body that trickle in are cut off with 408, while others are served", async () => {
    door = async (_workspace, events) => events.map((each) => ({ id: null, client_id: each.id!, status: "settled", decisions: [] }));
    const trickle = (start: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = net.connect({ port: Number(new URL(s.url).port), host: "127.0.0.1" });
        let text = "";
        const drip = setInterval(() => socket.writable && socket.write("x"), 50);
        socket.on("data", (chunk) => (text += chunk.toString("latin1")));
        socket.on("error", () => undefined);
        socket.on("close", () => {
          clearInterval(drip);
          resolve(text);
        });
        socket.write(start);
      });
    const head = "POST /v1/events HTTP/1.1\r\nhost: x\r\nx-slow: ";
    const to = `POST /v1/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${s.a.secretKey}\r\n`;
    const body = `${to}content-type: application/json\r\ncontent-length: 9999\r\n\r\n`;
    const slow = Promise.all([...Array.from({ length: 50 }, () => trickle(head)), trickle(body)]);
    await sleep(200);
    expect((await s.call("POST", "/v1/events", { body: visit })).status).toBe(200);
    for (const answer of await slow) expect(answer).toMatch(/^HTTP\/1\.1 408 [^]*"code":"request_timeout"|^$/);
  });

  test("somebody unknown gets no more than a beacon's 64 kB parsed", async () => {
    const large = JSON.stringify({ ...visit, key: s.a.publishableKey, properties: { text: "x".repeat(70_000) } });
    const reply = await s.call("POST", "/v1/events", { key: null, body: large, headers: { "content-type": "text/plain" } });
    expect([reply.status, reply.body["code"]]).toEqual([401, "unauthenticated"]);
  });
});

test("closing answers everything that is in flight, and takes nothing new", async () => {
  let begun = 0;
  const s = await createServer({
    services: {
      events: {
        refused: () => undefined,
        async submit(_workspace, events) {
          begun++;
          await sleep(500);
          return events.map((each) => ({ id: null, client_id: each.id!, status: "settled" as const, decisions: [] }));
        },
      },
    },
  });
  const startedAt = performance.now();
  const inFlight = Array.from({ length: 100 }, () => s.call("POST", "/v1/events", { body: visit }));
  // In flight is what has reached the server: a connection without a request is nothing to wait for.
  while (begun < 100) await sleep(10);
  const closing = s.close();
  const statuses = (await Promise.all(inFlight)).map((each) => each.status);
  expect(statuses.filter((each) => each === 200)).toHaveLength(100);
  await closing;
  // Kept-alive connections do not hold it up: the last answer was half a second ago.
  expect(performance.now() - startedAt).toBeLessThan(30_000);
  await expect(s.call("GET", "/health")).rejects.toThrow();
});
