/** /docs: every document of the repository is a page, its links lead somewhere, and nothing but documents is served. */
import fs from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
beforeAll(async () => {
  s = await createServer();
});
afterAll(() => s.close());

const get = async (path: string) => await s.call("GET", path, { key: null });
const hrefs = (html: string): string[] => [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map((match) => match[1]!);

test("the index names every document, and each is a page whose links lead somewhere", async () => {
  const index = await get("/docs");
  expect([index.status, index.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  const pages = new Set(hrefs(index.text).filter((href) => href.startsWith("/docs/")));
  for (const kind of fs.readdirSync("docs/kinds")) expect(pages).toContain(`/docs/kinds/${kind.replace(".md", "")}`);
  for (const guide of fs.readdirSync("docs/guide")) expect(pages).toContain(`/docs/guide/${guide.replace(".md", "")}`);
  const dead: string[] = [];
  for (const page of pages) {
    if (page === "/docs/api") continue;
    const { status, text } = await get(page);
    if (status !== 200) dead.push(page);
    const ids = new Set([...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!));
    for (const href of hrefs(text)) {
      if (href.startsWith("#") && !ids.has(href.slice(1))) dead.push(`${page} -> ${href}`);
      if (href.startsWith("/docs/") && !pages.has(href.split("#")[0]!) && (await get(href)).status !== 200)
        dead.push(`${page} -> ${href}`);
    }
  }
  expect(dead).toEqual([]);
});

test("a page runs nothing and can be framed nowhere", async () => {
  const { headers, text } = await get("/docs/kinds/direct");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(text).not.toContain("<script");
  expect(text).toContain("<h1>Direct incentive</h1>");
});

test.each([
  "/docs/../package.json",
  "/docs/%2e%2e/package.json",
  "/docs/guide/..%2f..%2fpackage",
  "/docs/package",
  "/docs/kinds/direct.md",
  "/docs/kinds/",
])("%s is not served", async (path) => {
  expect((await get(path)).status).toBe(404);
});
