/** Every endpoint there is, asked with keys that may not: a till's, a browser's, one of another scope, and a test key for live things. */
import fs from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Loose, TestServer } from "../support/server.ts";
import { createServer } from "../support/server.ts";

let s: TestServer;
const keys: Record<string, string> = {};
beforeAll(async () => {
  s = await createServer();
  for (const scope of ["till", "levels:read"])
    keys[scope] = (await s.call("POST", "/v1/keys", { body: { kind: "secret", scopes: [scope] } })).body["key"] as string;
});
afterAll(() => s.close());

type Operation = { method: string; path: string; permission: string };
const operations: Operation[] = Object.entries(
  (JSON.parse(fs.readFileSync("openapi.json", "utf8")) as Loose).paths as Record<string, Record<string, Loose>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { description = "" }]) => ({
    method: method.toUpperCase(),
    path,
    permission: /Permission: `([^`]+)`/.exec(description)?.[1] ?? "public",
  })),
);
const closed = operations.filter((each) => each.permission !== "public");
const ask = async ({ method, path }: Operation, key: string) => {
  const address = path.replace(/\{\w+\}/g, "x");
  const body = method === "GET" || method === "DELETE" ? undefined : {};
  return (await s.call(method, address, { key, ...(body === undefined ? {} : { body }) })).status;
};

/** A door that takes what a browser sends. */
const BROWSER = new Set(["events:write"]);

test.each([
  ["till", new Set(["till", "coupons:validate", "coupons:redeem"])],
  ["levels:read", new Set(["levels:read"])],
])(`a key of the scope %s opens its own doors and none of the ${closed.length} others`, async (scope, own) => {
  const open: string[] = [];
  for (const each of closed) {
    const status = await ask(each, keys[scope]!);
    if ((status === 403) === own.has(each.permission)) open.push(`${each.method} ${each.path} (${each.permission}): ${status}`);
  }
  expect(open).toEqual([]);
});

/** What a banner in the shop reads: what a code that a visitor already has offers her. */
const BROWSER_READS = new Set(["GET /v1/offers/{code}"]);

test("a publishable key opens the doors of events, reads what a code offers, and nothing else", async () => {
  const open: string[] = [];
  for (const each of closed) {
    const status = await ask(each, s.a.publishableKey);
    const isForBrowsers = BROWSER.has(each.permission) || BROWSER_READS.has(`${each.method} ${each.path}`);
    if (status !== 403 && !isForBrowsers) open.push(`${each.method} ${each.path} (${each.permission}): ${status}`);
  }
  expect(open).toEqual([]);
});

test("a test key reads and writes the sandbox only: what it makes is nowhere in the live workspace", async () => {
  const rows = (id: string) =>
    s.engine.rows<{ n: number }>(
      `select (select count(*) from webhook_endpoint where workspace_id = $1)::int
            + (select count(*) from person where workspace_id = $1)::int as n`,
      [id],
    );
  const [before] = await rows(s.a.workspaceId);
  await s.call("POST", "/v1/people", { key: s.a.testKey, body: { user_id: "sandboxed" } });
  expect((await s.call("POST", "/v1/webhooks", { key: s.a.testKey, body: { url: "https://a.example/h" } })).status).toBe(201);
  expect(await rows(s.a.workspaceId)).toEqual([before]);
  expect((await s.call("GET", "/v1/people/user_id:sandboxed")).status).toBe(404);
});
