/** C10: phones learn which app opens a business's links, from the business's own name and nobody else's. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LandingServer, serveLanding } from "../support/landing.ts";
import { type TestServer, createServer } from "../support/server.ts";

const IOS = "ABCDE12345.com.example.shop";
const print = Array.from({ length: 32 }, () => "AB").join(":");
let s: TestServer;
let pages: LandingServer;

beforeAll(async () => {
  s = await createServer();
  pages = await serveLanding(s);
  const apps = { ios: [IOS], android: [{ package: "com.example.shop", fingerprints: [print] }] };
  expect((await s.call("PATCH", "/v1/settings", { body: { settings: { apps } } })).status).toBe(200);
  for (const [domain, workspace] of [
    ["a.shop.example", s.a],
    ["b.shop.example", s.b],
  ] as const)
    await s.engine.rows("insert into domain_directory (domain, workspace_id) values ($1, $2) returning 1", [
      domain,
      workspace.workspaceId,
    ]);
  await pages.hosts.refresh();
});
afterAll(async () => {
  await pages.close();
  await s.close();
});

const file = (host: string, name: string) => pages.open(`/.well-known/${name}`, { Host: host });

test("under its own domain a business's apps are named, as JSON, without a redirect", async () => {
  const apple = await file("a.shop.example", "apple-app-site-association");
  expect([apple.status, apple.headers["content-type"]]).toEqual([200, "application/json"]);
  expect(JSON.parse(apple.html)).toMatchObject({ applinks: { details: [{ appIDs: [IOS] }] } });
  const android = JSON.parse((await file("a.shop.example", "assetlinks.json")).html);
  expect(android[0].target).toEqual({ namespace: "android_app", package_name: "com.example.shop", sha256_cert_fingerprints: [print] });
});

test("under another's domain, a name of nobody's, and the name that several share, no app is named", async () => {
  for (const host of ["b.shop.example", "evil.example", "localhost"])
    for (const name of ["apple-app-site-association", "assetlinks.json"])
      expect([host, (await file(host, name)).status]).toEqual([host, 404]);
});

test.each([
  { ios: ["x"] },
  { ios: [`${IOS}"`] },
  { android: [{ package: "shop", fingerprints: [print] }] },
  { android: [{ package: "a.b", fingerprints: ["AB"] }] },
])("is no app: %j", async (apps) => {
  expect((await s.call("PATCH", "/v1/settings", { body: { settings: { apps } } })).status).toBe(422);
});
