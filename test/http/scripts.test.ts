/** Scripts for browsers: small on the wire, kept as long as their name allows, loadable from any page, and nothing else is served. */
import fs from "node:fs";
import http from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { type TestServer, createServer } from "../support/server.ts";
import { buildWidget } from "../support/widget.ts";

let server: TestServer;
beforeAll(async () => {
  buildWidget();
  server = await createServer();
}, 60_000);
afterAll(() => server.close());

type Got = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };

/** Plain, because fetch unpacks what it gets and asks for what it likes. */
function get(path: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const url = new URL(server.url);
    const request = http.request({ host: url.hostname, port: url.port, path, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }));
    });
    request.on("error", reject);
    request.end();
  });
}

describe("GET /js/:name", () => {
  test("the same script comes plain, gzipped and as brotli, by what the browser reads", async () => {
    const plain = await get("/js/portal.js");
    expect([plain.status, plain.headers["content-type"]]).toEqual([200, "text/javascript; charset=utf-8"]);
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const zipped = await get("/js/portal.js", { "accept-encoding": "gzip, br;q=0" });
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
    const small = await get("/js/portal.js", { "accept-encoding": "gzip, deflate, br, zstd" });
    expect([small.headers["content-encoding"], small.headers.vary]).toEqual(["br", "accept-encoding"]);
    expect(brotliDecompressSync(small.body).equals(plain.body)).toBe(true);
  });

  test("any page may load it, and a plain name is asked for again after minutes", async () => {
    const { headers } = await get("/js/portal.js");
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
    expect(headers["cache-control"]).toBe("public, max-age=300, stale-while-revalidate=86400");
    const again = await get("/js/portal.js", { "if-none-match": headers.etag! });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  test("a name with a hash is the same script and is kept for ever", async () => {
    const manifest = new URL("../../widget/dist/manifest.json", import.meta.url);
    const { hashed } = JSON.parse(fs.readFileSync(manifest, "utf8")).files["portal.js"] as { hashed: string };
    const [one, other] = [await get(`/js/${hashed}`), await get("/js/portal.js")];
    expect(one.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(one.body.equals(other.body)).toBe(true);
  });

  test("the interface's font comes from here", async () => {
    const font = await get("/fonts/inter-latin-400.woff2");
    expect([font.status, font.headers["content-type"], font.body.subarray(0, 4).toString()]).toEqual([200, "font/woff2", "wOF2"]);
    expect((await get("/fonts/inter-latin-900.woff2")).status).toBe(404);
  });

  test.each(["/js/manifest.json", "/js/portal.js.gz", "/js/..%2fpackage.json", "/js/%2e%2e%2fsrc%2fportal.ts", "/js/", "/js/nothing.js"])(
    "%s is not served",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});
