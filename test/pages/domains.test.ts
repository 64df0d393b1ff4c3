/** C11: links and pages under a business's own name, once its DNS says so, and never because a Host header does. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createIds } from "../../src/adapters/ids.ts";
import { pageServices } from "../../src/main/services-pages.ts";
import { type LandingServer, serveLanding } from "../support/landing.ts";
import { type Shop, createShop } from "../support/shop.ts";

const DOMAIN = "refer.shop.example";
const records = new Map<string, string[]>();
let shop: Shop;
let pages: LandingServer;
let code: string;

beforeAll(async () => {
  shop = await createShop();
  const { engine, app } = shop.server;
  const log = { info() {}, warn() {}, error() {} };
  const parts = { pool: engine.database.pool(), ids: createIds(), log, hashes: {} as never };
  const dns = { txt: async (name: string) => records.get(name) ?? [] };
  app.gv.services.pages = pageServices({ ...parts, dns }, engine.batcher);
  pages = await serveLanding(shop.server);
  await shop.publish("two_way", { pages: { landing: {} } });
  await shop.publish("direct");
  code = await shop.join("two_way", "anna");
});
afterAll(async () => {
  await pages.close();
  await shop.close();
});

const api = (method: string, path: string, body?: unknown, key = shop.server.a.testKey) => shop.server.call(method, path, { body, key });
const under = (host: string, path: string) => pages.open(path, { Host: host });

test("a domain counts when its DNS holds the token, and not before", async () => {
  const added = await api("POST", "/v1/domains", { domain: "Refer.Shop.Example" });
  expect([added.status, added.body.domain, added.body.status]).toEqual([201, DOMAIN, "waiting"]);
  const early = await api("POST", `/v1/domains/${DOMAIN}/verify`);
  expect([early.status, early.body.detail]).toEqual([409, expect.stringContaining(`TXT _grapevine.${DOMAIN}`)]);
  expect((await api("GET", `/v1/domains/ask?domain=${DOMAIN}`)).status).toBe(404);
  await pages.hosts.refresh();
  expect((await under(DOMAIN, `/${code}`)).status).toBe(404);

  records.set(`_grapevine.${DOMAIN}`, ["v=spf1 -all", added.body.record.value]);
  expect((await api("POST", `/v1/domains/${DOMAIN}/verify`)).body.status).toBe("verified");
  expect((await api("GET", `/v1/domains/ask?domain=${DOMAIN}`)).status).toBe(200);
  await pages.hosts.refresh();
  const link = await under(DOMAIN, `/${code}`);
  expect(link.status).toBe(302);
  const landing = new URL(link.headers.location!, `https://${DOMAIN}/${code}`).pathname;
  const page = await under(DOMAIN, landing);
  expect([page.status, page.html.includes(`href="https://${DOMAIN}/l/`)]).toEqual([200, true]);
});

test("links are given out under the name once it is verified", async () => {
  const { data } = await shop.client.unwrap(shop.client.api.GET("/v1/links"));
  expect(data.find((each) => each.code === code)!.url).toBe(`https://${DOMAIN}/${code}`);
});

test("another workspace's links, programs and names are not answered under it", async () => {
  const other = shop.server.b;
  await api("PUT", "/v1/programs/two_way", { preset: "two_way" }, other.secretKey);
  await api("POST", "/v1/programs/two_way/publish", {}, other.secretKey);
  const joined = await api("POST", "/v1/advocates", { program: "two_way", person: { user_id: "bob" } }, other.secretKey);
  const theirs = joined.body.links[0].code as string;
  const missing = await under(DOMAIN, "/ZZZZZZZZZZ");
  for (const path of [`/${theirs}`, `/r/${theirs}`, `/l/${theirs}`]) {
    const answer = await under(DOMAIN, path);
    expect([path, answer.status, answer.html]).toEqual([path, 404, missing.html]);
  }
  const second = await api("POST", "/v1/domains", { domain: DOMAIN }, other.secretKey);
  records.set(`_grapevine.${DOMAIN}`, [second.body.record.value]);
  expect((await api("POST", `/v1/domains/${DOMAIN}/verify`, undefined, other.secretKey)).status).toBe(409);
});

test.each(["evil.example", "refer.shop.example.evil.example", "localhost:4400@evil.example", "[::1]:80", "REFER.SHOP.EXAMPLE..", ""])(
  "a Host header of nobody's changes nothing: %s",
  async (host) => {
    const page = await under(host, `/l/${code}`).catch(() => null);
    if (page === null || page.status === 400) return;
    expect(page.html).not.toContain("evil.example");
    expect(page.html).toContain(`href="http://localhost:4400/l/${code}"`);
    const root = await under(host, `/${code}`);
    expect(root.headers.location).toBeUndefined();
  },
);

test.each([
  "127.0.0.1",
  "localhost",
  "shop.example:8443",
  "https://shop.example",
  "shop.example/x",
  "a b.example",
  "*.shop.example",
  "-a.example",
])("is no domain: %s", async (domain) => {
  expect((await api("POST", "/v1/domains", { domain })).status).toBe(422);
});

test("a removed domain is answered no more", async () => {
  expect((await api("DELETE", `/v1/domains/${DOMAIN}`)).status).toBe(200);
  await pages.hosts.refresh();
  expect((await under(DOMAIN, `/${code}`)).headers.location).toBeUndefined();
  expect((await api("GET", `/v1/domains/ask?domain=${DOMAIN}`)).status).toBe(404);
});
