/**
 * `/app`: the operator's console, one page whose script asks the public API for everything. What `npm run build` left in web/dist is served
 * as it lies there: the page fresh every time, its parts under names that hold their content's hash, for ever.
 */
import fs from "node:fs/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { pageOf } from "./html.ts";
import { missing } from "./request.ts";
import { endpoints } from "./routes/index.ts";

const DIST = new URL("../../web/dist/", import.meta.url);
const PUBLIC = { config: { page: "public" as const } };
const KINDS: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  woff2: "font/woff2",
  svg: "image/svg+xml",
};
/** Mantine sets styles from script, so `style-src` is open; nothing that runs comes from anywhere else, and nothing is sent elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' https: data: blob:",
  "font-src 'self'",
  "frame-src 'self' blob:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Adds the page for every address under /app that is nothing else, and its parts. Who is there, the page asks the API. */
export function addConsole(app: FastifyInstance): void {
  app.get("/", PUBLIC, (_request, reply) => reply.redirect("/app", 302));
  app.get("/app", PUBLIC, sendPage);
  app.get("/app/*", PUBLIC, sendPage);
  app.get<{ Params: { name: string } }>("/app/assets/:name", PUBLIC, sendPart);
}

async function sendPage(_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const page = await fs.readFile(new URL("index.html", DIST), "utf8").catch(() => null);
  void reply.header("content-type", "text/html; charset=utf-8").header("cache-control", "no-cache");
  if (page === null)
    return reply
      .code(503)
      .send(pageOf("The console is not built", "<p>Run <code>npm run build</code>; <code>npm start</code> does it by itself.</p>"));
  return reply.header("content-security-policy", POLICY).send(page);
}

async function sendPart(request: FastifyRequest<{ Params: { name: string } }>, reply: FastifyReply): Promise<FastifyReply> {
  const { name } = request.params;
  const kind = KINDS[/^[\w-]+(?:\.[\w-]+)*\.([a-z0-9]+)$/.exec(name)?.[1] ?? ""];
  if (kind === undefined) return missing(request, reply, endpoints) as never;
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const tries = [/\bbr\b/.test(accepted) ? "br" : null, /\bgzip\b/.test(accepted) ? "gz" : null].filter((each) => each !== null);
  for (const end of [...tries.map((each) => `.${each}`), ""]) {
    const body = await fs.readFile(new URL(`assets/${name}${end}`, DIST)).catch(() => null);
    if (body === null) continue;
    if (end !== "") void reply.header("content-encoding", end === ".br" ? "br" : "gzip");
    return reply
      .header("content-type", kind)
      .header("cache-control", "public, max-age=31536000, immutable")
      .header("vary", "accept-encoding")
      .send(body);
  }
  return missing(request, reply, endpoints) as never;
}
