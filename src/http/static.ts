/**
 * Scripts for browsers, `/js/<name>`: what `npm run build` left in widget/dist, and nothing else. A hashed name never changes what
 * it holds, so it is kept for ever; a plain name is what businesses write into their pages, so it is asked for again after minutes.
 */
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { missing } from "./request.ts";
import { endpoints } from "./routes/index.ts";

const DIST = new URL("../../widget/dist/", import.meta.url);
const HASHED_SECONDS = 31_536_000;
const PLAIN_SECONDS = 300;
/** An old copy does while the new one is fetched: a page of the business's never waits for us. */
const STALE_SECONDS = 86_400;

/** Which characters each part of the font holds, as its maker says. */
const RANGES = {
  latin: "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215",
  "latin-ext": "U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0",
};

type Encoding = "br" | "gzip" | "identity";
type Script = { hashed: string; bodies: Record<Encoding, Buffer>; etag: string };
type Built = { at: number; scripts: Map<string, Script> };
type Manifest = { files: Record<string, { hashed: string }> };

/** Adds `GET /js/:name`. Any page may load them (CORS and CORP), whatever isolation it asks for. */
export function addScripts(app: FastifyInstance): void {
  const scripts = createScripts();
  app.get<{ Params: { name: string } }>("/js/:name", { config: { page: "public" } }, async (request, reply) => {
    const { name } = request.params;
    const built = await scripts();
    const plain = built.get(name);
    const script = plain ?? [...built.values()].find((each) => each.hashed === name);
    if (script === undefined) return missing(request, reply, endpoints);
    return send(request, reply, { script, seconds: plain === undefined ? HASHED_SECONDS : PLAIN_SECONDS });
  });
}

const FONTS = new URL("../../node_modules/@fontsource/inter/files/", import.meta.url);
const FONT = /^inter-(latin|latin-ext)-(400|600)\.woff2$/;

/** Adds `GET /fonts/:name`: the interface's type, from npm and never from somebody else's server. */
export function addFonts(app: FastifyInstance): void {
  app.get<{ Params: { name: string } }>("/fonts/:name", { config: { page: "public" } }, async (request, reply) => {
    const found = FONT.exec(request.params.name);
    if (found === null) return missing(request, reply, endpoints);
    const file = await fs.readFile(new URL(`inter-${found[1]}-${found[2]}-normal.woff2`, FONTS)).catch(() => null);
    if (file === null) return missing(request, reply, endpoints);
    return reply
      .header("content-type", "font/woff2")
      .header("cache-control", `public, max-age=${HASHED_SECONDS}`)
      .header("access-control-allow-origin", "*")
      .header("cross-origin-resource-policy", "cross-origin")
      .send(file);
  });
}

/** `@font-face` rules for them. Until they are there the reader's own font stands in. */
export const FONT_FACES: string = [400, 600]
  .flatMap((weight) =>
    Object.entries(RANGES).map(
      ([part, range]) =>
        `@font-face{font-family:Inter;font-weight:${weight};font-display:swap;` +
        `src:url(/fonts/inter-${part}-${weight}.woff2) format("woff2");unicode-range:${range}}`,
    ),
  )
  .join("");

/** The name under which a page of ours should load a script, or the plain one where nothing is built. */
export function createScriptNames(): (plain: string) => Promise<string> {
  const scripts = createScripts();
  return async (plain) => `/js/${(await scripts()).get(plain)?.hashed ?? plain}`;
}

function send(request: FastifyRequest, reply: FastifyReply, { script, seconds }: { script: Script; seconds: number }): FastifyReply {
  const kept = seconds === HASHED_SECONDS ? "immutable" : `stale-while-revalidate=${STALE_SECONDS}`;
  void reply
    .header("content-type", "text/javascript; charset=utf-8")
    .header("cache-control", `public, max-age=${seconds}, ${kept}`)
    .header("access-control-allow-origin", "*")
    .header("cross-origin-resource-policy", "cross-origin")
    .header("vary", "accept-encoding")
    .header("etag", script.etag);
  if (request.headers["if-none-match"] === script.etag) return reply.code(304).send();
  const encoding = encodingOf(request.headers["accept-encoding"]);
  if (encoding !== "identity") void reply.header("content-encoding", encoding);
  return reply.send(script.bodies[encoding]);
}

/** The smallest of ours that the browser reads. A coding with q=0 is one that it refuses. */
function encodingOf(header: string | string[] | undefined): Encoding {
  const accepted = String(header ?? "")
    .split(",")
    .filter((each) => !/;\s*q=0(\.0*)?\s*$/.test(each))
    .map((each) => each.split(";", 1)[0]!.trim());
  return (["br", "gzip"] as const).find((each) => accepted.includes(each)) ?? "identity";
}

/** Reads the files once and again when the manifest is newer: a build beside a running server shows at the next request. */
function createScripts(): () => Promise<Map<string, Script>> {
  let built: Built = { at: 0, scripts: new Map() };
  return async () => {
    const at = await fs.stat(new URL("manifest.json", DIST)).then(
      (found) => found.mtimeMs,
      () => 0,
    );
    if (at !== built.at) built = { at, scripts: at === 0 ? new Map() : await readScripts() };
    return built.scripts;
  };
}

async function readScripts(): Promise<Map<string, Script>> {
  const { files } = JSON.parse(await fs.readFile(new URL("manifest.json", DIST), "utf8")) as Manifest;
  const read = async ([name, { hashed }]: [string, { hashed: string }]): Promise<[string, Script]> => {
    const [identity, gzip, br] = await Promise.all(["", ".gz", ".br"].map((end) => fs.readFile(new URL(`${name}${end}`, DIST))));
    const etag = `"${createHash("sha256").update(identity!).digest("base64url").slice(0, 22)}"`;
    return [name, { hashed, etag, bodies: { identity: identity!, gzip: gzip!, br: br! } }];
  };
  return new Map(await Promise.all(Object.entries(files).map(read)));
}
