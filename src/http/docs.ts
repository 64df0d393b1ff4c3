/** `/docs`: the guides and every other document of the repository as plain pages, without a script. */
import fs from "node:fs/promises";
import path from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import { docPage, indexPage } from "./docs-page.ts";
import { loadDocs } from "./docs-tree.ts";
import { missing } from "./request.ts";
import { endpoints } from "./routes/index.ts";

const PUBLIC_PAGE = { config: { page: "public" as const } };
const TYPES: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".webp": "image/webp",
  ".jpg": "image/jpeg",
  ".svg": "image/svg+xml",
};

/** Adds the pages. Only what was found in the repository is ever read: an address is looked up, not made into a file name. */
export function addDocs(app: FastifyInstance): void {
  const html = (reply: FastifyReply, page: string): FastifyReply =>
    reply.header("content-type", "text/html; charset=utf-8").header("cache-control", "public, max-age=60").send(page);
  app.get("/docs", PUBLIC_PAGE, async (_request, reply) => html(reply, indexPage(await loadDocs())));
  app.get("/docs/", PUBLIC_PAGE, (_request, reply) => reply.redirect("/docs", 308));
  app.get("/docs/*", PUBLIC_PAGE, async (request, reply) => {
    const tree = await loadDocs();
    const asked = request.url.split("?", 1)[0]!;
    const doc = tree.byPath.get(asked);
    if (doc !== undefined) return html(reply, docPage(tree, doc));
    const picture = tree.pictures.get(asked);
    if (picture === undefined) return missing(request, reply, endpoints);
    return reply
      .header("content-type", TYPES[path.extname(picture)]!)
      .header("cache-control", "public, max-age=3600")
      .send(await fs.readFile(picture));
  });
}
