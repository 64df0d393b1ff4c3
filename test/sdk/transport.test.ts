import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { GrapevineError } from "../../sdk/src/error.ts";
import { newId, retryingFetch } from "../../sdk/src/transport.ts";

type Seen = { key: string | undefined; body: string };
let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => {
  server?.closeAllConnections();
  server?.close(() => resolve());
}));

/** A server that answers each request by the next of `answers`; the last one goes on. */
async function serve(...answers: ((response: ServerResponse, request: IncomingMessage) => void)[]) {
  const seen: Seen[] = [];
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => { body += part; }).on("end", () => {
      seen.push({ key: request.headers["idempotency-key"] as string | undefined, body });
      (answers[Math.min(seen.length, answers.length) - 1] as (typeof answers)[number])(response, request);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/advocates`;
  return { url, seen };
}

const answer = (status: number, body = "{}", headers: Record<string, string> = {}) => (response: ServerResponse): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
};
const cut = (response: ServerResponse): void => { response.destroy(); };
const silence = (): void => {};
const post = (url: string, init: RequestInit = {}): Request => new Request(url, { method: "POST", body: '{"a":1}', ...init });

describe("a request that may be tried again", () => {
  test.each([
    ["a cut connection", cut], ["503", answer(503)], ["502", answer(502)], ["504", answer(504)], ["429", answer(429)],
    ["an idempotent request that still runs", answer(409, '{"code":"idempotency_in_progress"}')],
  ])("is sent again after %s, with the same Idempotency-Key and body", async (_, failure) => {
    const { url, seen } = await serve(failure, failure, answer(200, '{"ok":true}'));
    const response = await retryingFetch({ backoffMs: 1 })(post(url));
    expect(await response.json()).toEqual({ ok: true });
    expect(seen).toHaveLength(3);
    expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
    expect(seen[0]?.key).toMatch(/^[0-9a-f]{32}$/);
    expect(seen.map(({ body }) => body)).toEqual(Array(3).fill('{"a":1}'));
  });

  test("waits as long as Retry-After says, and hands the answer on when that is over a minute", async () => {
    const patient = await serve(answer(429, "{}", { "retry-after": "1" }), answer(200));
    const started = performance.now();
    await retryingFetch({ backoffMs: 1 })(post(patient.url));
    expect(performance.now() - started).toBeGreaterThan(990);
    const impatient = await serve(answer(429, "{}", { "retry-after": "61" }));
    expect((await retryingFetch({ backoffMs: 1 })(post(impatient.url))).status).toBe(429);
    expect(impatient.seen).toHaveLength(1);
  });

  test("gives the last answer when the tries are used up, and an error that says so when there was none", async () => {
    const down = await serve(answer(503));
    expect((await retryingFetch({ backoffMs: 1, retries: 2 })(post(down.url))).status).toBe(503);
    expect(down.seen).toHaveLength(3);
    const gone = await serve(cut);
    const error = await retryingFetch({ backoffMs: 1, retries: 2 })(post(gone.url)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(GrapevineError);
    expect(error).toMatchObject({ code: "network_error", status: 0, attempts: 3 });
  });

  test("is given up for this try after the time-out, and tried again", async () => {
    const { url, seen } = await serve(silence, answer(200));
    expect((await retryingFetch({ backoffMs: 1, timeoutMs: 50 })(post(url))).status).toBe(200);
    expect(seen).toHaveLength(2);
    const never = await serve(silence);
    await expect(retryingFetch({ backoffMs: 1, timeoutMs: 30, retries: 1 })(post(never.url))).rejects.toMatchObject({ code: "timeout" });
  });
});

test("an answer of 400, 404, 409 or 500 is an answer: it is not asked for twice", async () => {
  for (const status of [400, 404, 409, 422, 500]) {
    const { url, seen } = await serve(answer(status, '{"code":"conflict"}'));
    expect((await retryingFetch({ backoffMs: 1 })(post(url))).status).toBe(status);
    expect(seen).toHaveLength(1);
  }
});

test("the caller's own Idempotency-Key stays, and a GET has none", async () => {
  const { url, seen } = await serve(answer(200));
  await retryingFetch()(post(url, { headers: { "idempotency-key": "mine" } }));
  await retryingFetch()(new Request(url));
  expect(seen.map(({ key }) => key)).toEqual(["mine", undefined]);
});

test("a caller who aborts gets the abort, also during a pause, and nothing is sent after it", async () => {
  const { url, seen } = await serve(answer(503));
  const stop = new AbortController();
  const asked = retryingFetch({ backoffMs: 5000 })(post(url, { signal: stop.signal }));
  setTimeout(() => stop.abort(), 60);
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  expect(seen).toHaveLength(1);
});

test("10,000 ids differ", () => {
  expect(new Set(Array.from({ length: 10_000 }, newId)).size).toBe(10_000);
});
