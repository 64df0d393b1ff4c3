/** The pages for friends as main serves them, over a shop of a test: links, landing pages, claims, with the shop's own services behind. */
import crypto from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { createOfferImages } from "../../src/adapters/offer-image.ts";
import { createIds } from "../../src/adapters/ids.ts";
import { createLog } from "../../src/adapters/log.ts";
import { createHosts } from "../../src/flow/domains.ts";
import type { Hosts } from "../../src/flow/domains.ts";
import { createLinkCache } from "../../src/flow/link-cache.ts";
import { createPages } from "../../src/flow/pages.ts";
import { createTouchRecorder } from "../../src/flow/record-touch.ts";
import { createGuesses } from "../../src/http/guesses.ts";
import { addLandingPages } from "../../src/http/landing-pages.ts";
import { createRedirect, mountRedirect } from "../../src/http/redirect.ts";
import { buildServer } from "../../src/http/server.ts";
import { NAVIGATION } from "./redirect-server.ts";
import type { TestServer } from "./server.ts";

export type Answered = { status: number; headers: http.IncomingHttpHeaders; html: string; ms: number };
export type LandingServer = {
  url: string;
  app: FastifyInstance;
  logged: string[];
  hosts: Hosts;
  /** A page as a browser opens it; redirects are not followed. */
  open(path: string, headers?: Record<string, string>): Promise<Answered>;
  /** A form as a browser posts it. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answered>;
  close(): Promise<void>;
};

export async function serveLanding(
  server: TestServer,
  options: { publicUrl?: string; budget?: number; pagesOrigin?: string } = {},
): Promise<LandingServer> {
  const { services } = server.app.gv;
  const pool = server.engine.database.pool();
  const logged: string[] = [];
  const log = createLog({ write: (line) => logged.push(line) }, "info");
  const monotonic = (): number => performance.now();
  // As the engine of tests reads click ids.
  const mac = (message: Uint8Array) => crypto.createHmac("sha256", server.engine.secret).update(message).digest();
  const ids = createIds();
  const touches = createTouchRecorder({ pool, log, monotonic });
  const links = createLinkCache({ pool, log, monotonic });
  const pages = createPages({ pool, monotonic });
  const guesses = createGuesses({ log, monotonic, ...(options.budget === undefined ? {} : { budget: options.budget }) });
  const hosts = createHosts({ pool, log, monotonic });
  const images = createOfferImages();
  const redirect = createRedirect({ links, touches, mac, ids, log, monotonic, guesses, hosts });
  const app = await buildServer({
    services,
    pool,
    log,
    ids,
    publicUrl: options.publicUrl ?? "http://localhost:4400",
    version: "test",
    registerPages: (scope) =>
      addLandingPages(scope, { links, pages, touches, mac, guesses, monotonic, images, hosts, pagesOrigin: options.pagesOrigin }),
  });
  mountRedirect(app, redirect, touches);
  await app.listen({ port: 0, host: "127.0.0.1" });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const send = (path: string, headers: Record<string, string>, body?: string): Promise<Answered> =>
    new Promise((resolve, reject) => {
      links.clear();
      pages.forget(null);
      const began = monotonic();
      const request = http.request(url + path, { method: body === undefined ? "GET" : "POST", headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            html: Buffer.concat(chunks).toString(),
            ms: monotonic() - began,
          }),
        );
      });
      request.on("error", reject);
      request.end(body);
    });
  return {
    url,
    app,
    logged,
    hosts,
    open: (path, headers = {}) => send(path, { ...NAVIGATION, "Accept-Language": "en", ...headers }),
    post(path, fields, headers = {}) {
      const form = { "content-type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" };
      return send(path, { ...NAVIGATION, "Accept-Language": "en", ...form, ...headers }, new URLSearchParams(fields).toString());
    },
    async close() {
      await app.close();
      images.close();
      await touches.close();
    },
  };
}
