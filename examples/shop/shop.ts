/**
 * A small web shop that uses only what everybody can use of Grapevine: its script, its elements, its SDK.
 *
 *   GRAPEVINE_KEY=gv_live_... npm run shop
 *
 * PORT (4500) and GRAPEVINE_URL (http://localhost:4400) say where. README.md says what to try.
 */
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { connect } from "./grapevine.ts";
import { type Answer, type Asked, routesOf } from "./routes.ts";
import { createStore } from "./store.ts";

const FILES: Readonly<Record<string, string>> = { "/shop.css": "text/css", "/shop.js": "text/javascript", "/icon.svg": "image/svg+xml" };
const MOST_BYTES = 10_000;

export type Shop = { url: string; close(): Promise<void> };

/** Starts the shop; `port` 0 takes a free one. */
export async function startShop(wish: { url: string; key: string; port: number }): Promise<Shop> {
  const server = http.createServer().listen(wish.port, "127.0.0.1");
  await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const gv = await connect({ url: wish.url, key: wish.key, shop: url });
  const store = createStore();
  const routes = routesOf(gv, store);
  server.on("request", (request, response) => {
    const answer = async (): Promise<void> => {
      const { pathname, searchParams: query } = new URL(request.url ?? "/", url);
      if (FILES[pathname] !== undefined) return file(response, pathname);
      // A visitor's own number and nothing else: HttpOnly, and not sent along by other sites' forms.
      const visitor = store.visitor(/(?:^|; )visitor=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1]);
      response.setHeader("set-cookie", `visitor=${visitor.id}; Path=/; HttpOnly; SameSite=Lax`);
      response.setHeader("content-security-policy", policyOf(gv.url));
      const form = request.method === "POST" ? await read(request) : new URLSearchParams();
      const cut = pathname.lastIndexOf("/") + 1;
      const route = routes[`${request.method} ${pathname}`] ?? routes[`${request.method} ${pathname.slice(0, cut)}`];
      const asked: Asked = { visitor, form, query, param: decodeURIComponent(pathname.slice(cut)) };
      send(response, (await route?.(asked)) ?? null);
    };
    answer().catch((error: Error) => {
      process.stderr.write(`${request.method} ${request.url}: ${error.message}\n`);
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end("The shop could not do that. Nothing was charged.");
    });
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, close };
}

/** The documented policy for pages with Grapevine in them: its address for scripts, answers and pictures, and no inline script. */
function policyOf(grapevine: string): string {
  const { origin } = new URL(grapevine);
  return [
    "default-src 'none'",
    `script-src 'self' ${origin}`,
    `connect-src 'self' ${origin}`,
    `img-src 'self' data: blob: https: ${origin}`,
    "style-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function send(response: http.ServerResponse, answer: Answer): void {
  if (answer === null) response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.");
  else if ("to" in answer) response.writeHead(303, { location: answer.to }).end();
  else if ("json" in answer)
    response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" }).end(JSON.stringify(answer.json));
  else response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(answer.page);
}

function file(response: http.ServerResponse, name: string): void {
  response.writeHead(200, { "content-type": FILES[name], "cache-control": "max-age=60" });
  fs.createReadStream(path.join(import.meta.dirname, name)).pipe(response);
}

async function read(request: http.IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) if ((text += String(chunk)).length > MOST_BYTES) throw new Error("too long");
  return new URLSearchParams(text);
}

if (import.meta.main) {
  const { GRAPEVINE_URL = "http://localhost:4400", GRAPEVINE_KEY, PORT = "4500" } = process.env;
  if (GRAPEVINE_KEY === undefined) {
    process.stderr.write("Set GRAPEVINE_KEY to a secret key: gv_live_...\n");
    process.exit(2);
  }
  const shop = await startShop({ url: GRAPEVINE_URL.replace(/\/+$/, ""), key: GRAPEVINE_KEY, port: Number(PORT) });
  process.stdout.write(`The shop is open at ${shop.url}, its back office at ${shop.url}/office. Ctrl-C closes it.\n`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void shop.close().then(() => process.exit(0)));
}
