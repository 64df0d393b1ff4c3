/** Every endpoint, as a person on her own side finds it: closed, or open for what is hers. The list is the product's own. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Endpoint } from "../../src/http/endpoint.ts";
import { PUBLIC } from "../../src/http/permissions.ts";
import { endpoints } from "../../src/http/routes/index.ts";
import { portalKey, tokenOf } from "../support/members.ts";
import { type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let una: string;
let other: string;
let stranger: string;

beforeAll(async () => {
  s = await createServer();
  const document = { key: "p", kind: "direct", name: "P", stages: ["order"], qualifies_at: "order", destination: "https://a.example/" };
  const more = { rewards: [], terms: { en: "Terms." }, disclosure: { en: "Ad." }, case: {}, requests: {}, exchange: {}, shares: {} };
  await s.call("PUT", "/v1/programs/p", { body: { ...document, ...more, eligibility: undefined } });
  una = await tokenOf(await portalKey(s), "una");
  stranger = await tokenOf(await portalKey(s, s.b.secretKey), "una");
  await s.call("POST", "/v1/people", { body: { user_id: "other" } });
  other = (await s.call("GET", "/v1/people/user_id:other")).body.id;
});
afterAll(() => s.close());

const named = (each: Endpoint): string => `${each.method} ${each.path}`;
const closed = endpoints.filter((each) => each.permission !== PUBLIC && each.member === undefined);
const open = endpoints.filter((each) => each.member !== undefined && each.permission !== PUBLIC);
/** Ids of every kind that are nothing's. */
const NOTHING = "0".repeat(31) + "1";
const KINDS: Record<string, string> = { reward: "rwd", claim: "clm", lead: "led", request: "req", case: "cas", gathering: "gth" };

function pathOf(each: Endpoint, change: Record<string, string> = {}): string {
  return each.path.replace(/:(\w+)/g, (_all, name: string) => {
    const of = KINDS[name];
    return change[name] ?? (name === "program" ? "p" : of === undefined ? "1" : `${of}_${NOTHING}`);
  });
}

test("there are endpoints of both sorts, and those that a person needs are open", () => {
  expect(closed.length).toBeGreaterThan(100);
  const paths = open.map(named);
  for (const path of [
    "POST /v1/shares",
    "POST /v1/claims",
    "POST /v1/rewards/:reward/choose",
    "POST /v1/cases",
    "GET /v1/people/:person/export",
  ])
    expect(paths).toContain(path);
});

test.each(closed.map((each) => [named(each), each] as const))("a person is refused at %s", async (_name, each) => {
  const reply = await s.call(each.method, pathOf(each), { key: una, ...(each.method === "GET" ? {} : { body: {} }) });
  expect([reply.status, reply.body.code]).toEqual([403, "scope_missing"]);
});

describe("another person's place is 404", () => {
  const fields = open.filter(({ member: m }) => (m?.params ?? m?.query ?? m?.body ?? m?.either) !== undefined);
  test.each(fields.map((each) => [named(each), each] as const))("%s", async (_name, each) => {
    const mark = each.member!;
    for (const [who, token] of [["una", una] as const, ["of another workspace", stranger] as const]) {
      const query = mark.query ?? mark.either?.at(-1);
      const path =
        pathOf(each, mark.params === undefined ? {} : { [mark.params]: other }) + (query === undefined ? "" : `?${query}=${other}`);
      const inner = mark.as === "person" ? { id: other } : mark.as === "claimant" ? [{ person: other }] : other;
      const body = mark.body === undefined ? {} : { [mark.body]: inner };
      const reply = await s.call(each.method, path, { key: token, ...(each.method === "GET" ? {} : { body }) });
      expect([who, reply.status, reply.body.code]).toEqual([who, 404, "not_found"]);
    }
  });
});

describe("a thing that is not hers is 404", () => {
  const owned = open.filter(({ member: m }) => m?.owns !== undefined && m.body === undefined);
  test.each(owned.map((each) => [named(each), each] as const))("%s", async (_name, each) => {
    const body = each.path.endsWith("/choose") ? { option: 0 } : {};
    const reply = await s.call(each.method, pathOf(each), { key: una, ...(each.method === "GET" ? {} : { body }) });
    expect([reply.status, reply.body.code]).toEqual([404, "not_found"]);
  });
});
