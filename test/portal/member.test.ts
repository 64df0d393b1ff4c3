/** People on their own side: a token makes them known, and they reach what is theirs and nothing else. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PortalKey, portalKey, tokenOf } from "../support/members.ts";
import { type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let key: PortalKey;

beforeAll(async () => {
  s = await createServer();
  key = await portalKey(s);
});
afterAll(() => s.close());

test("a token makes its person known the first time and finds her again, with what the business says of her", async () => {
  const token = await tokenOf(key, "u-1", { email: "Una@example.com", name: "Una", locale: "de" });
  const [first, again] = await Promise.all([
    s.call("GET", "/v1/people/me/export", { key: token }),
    s.call("GET", "/v1/people/me/export", { key: token }),
  ]);
  expect([first.status, again.status]).toEqual([200, 200]);
  const person = (await s.call("GET", "/v1/people/user_id:u-1")).body;
  expect(person).toMatchObject({ email: "Una@example.com", name: "Una", attributes: { locale: "de" } });
  expect((await s.call("GET", `/v1/people/${person.id}/export`, { key: token })).status).toBe(200);
  await s.call("POST", "/v1/people", { body: { user_id: "u-2" } });
  const other = (await s.call("GET", "/v1/people/user_id:u-2")).body.id as string;
  expect((await s.call("GET", `/v1/people/${other}/export`, { key: token })).status).toBe(404);
  expect((await s.call("GET", "/v1/people/user_id:u-2/export", { key: token })).status).toBe(404);
  expect((await s.call("GET", "/v1/people", { key: token })).body.code).toBe("scope_missing");
});
