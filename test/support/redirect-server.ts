/** The server as main builds it, with the redirect in front, and requests with exactly the headers that are given. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { createClickMac } from "../../src/adapters/click-mac.ts";
import { createIds } from "../../src/adapters/ids.ts";
import { createLog } from "../../src/adapters/log.ts";
import { createLinkCache } from "../../src/flow/link-cache.ts";
import { createTouchRecorder } from "../../src/flow/record-touch.ts";
import type { TouchRecorder } from "../../src/flow/record-touch.ts";
import { createRedirect, mountRedirect } from "../../src/http/redirect.ts";
import type { Redirect } from "../../src/http/redirect.ts";
import { buildServer } from "../../src/http/server.ts";
import type { Services } from "../../src/http/services.ts";
import { createAddressReader } from "../../src/http/visitor-address.ts";
import { openPool } from "../../src/store/db.ts";
import type { TestDatabase } from "./database.ts";

export const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36";
/** What a browser sends that goes to a page. */
export const NAVIGATION = { "User-Agent": BROWSER, "Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate" };
const monotonic = (): number => performance.now();
/** The key of every server made here. */
export const mac = createClickMac(Buffer.alloc(32, 9));

export type Served = {
  port: number;
  app: FastifyInstance;
  redirect: Redirect;
  touches: TouchRecorder;
  lines: string[];
  close(): Promise<void>;
};
export type Answer = { status: number; headers: http.IncomingHttpHeaders; raw: string[]; body: string; ms: number; location: URL };

/** The server as main builds it, with the redirect in front. `trust`: how many proxies write X-Forwarded-For. `waitMs`: for a touch, 50. */
export async function serve(database: TestDatabase, options: { trust?: number; waitMs?: number } = {}): Promise<Served> {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line) }, "info");
  const ids = createIds();
  const touchPool = openPool(database.runtimeUrl, { max: 4 });
  const touches = createTouchRecorder({ pool: touchPool, log, monotonic });
  const links = createLinkCache({ pool: database.pool(), log, monotonic });
  const redirect = createRedirect({
    links,
    touches,
    mac,
    ids,
    log,
    monotonic,
    addressOf: createAddressReader(options.trust ?? false),
    ...(options.waitMs === undefined ? {} : { waitMs: options.waitMs }),
  });
  const app = await buildServer({
    services: {} as Services,
    pool: database.pool(),
    log,
    ids,
    publicUrl: "http://localhost",
    version: "test",
  });
  mountRedirect(app, redirect, touches);
  await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    port: (app.server.address() as AddressInfo).port,
    app,
    redirect,
    touches,
    lines,
    async close() {
      await app.close();
      await touches.close();
      await touchPool.end();
    },
  };
}

/** Destroy it when the tests are over. */
export const agent = new http.Agent({ keepAlive: true, maxSockets: 128 });

/** A request ("/r/CODE", or "HEAD /r/CODE") with exactly these headers: fetch would add its own Sec-Fetch and user agent. */
export function ask(to: Served, what: string, headers: Record<string, string> = NAVIGATION): Promise<Answer> {
  const began = monotonic();
  const [method, path] = what.startsWith("/") ? ["GET", what] : (what.split(" ") as [string, string]);
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port: to.port, path, method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          raw: response.rawHeaders,
          body: Buffer.concat(chunks).toString(),
          ms: monotonic() - began,
          location: URL.parse(response.headers.location ?? "about:blank")!,
        }),
      );
    });
    request.on("error", reject);
    request.end();
  });
}
