/**
 * Pictures of every mail: `node test/screens/mails.ts [--out=FOLDER] [--languages=en,de] [--dark] [--scale=1] [--one=reward_granted]`. One
 * sheet a language, every mail as a mail program of a phone's width shows it. Made of the samples that the previews show too.
 */
import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, chromiumEnvironment, chromiumPath } from "../../scripts/chromium.ts";
import { createMailRenderer } from "../../src/adapters/mail-render.ts";
import { MESSAGE_KINDS } from "../../src/core/messages/kinds.ts";
import { composeMail } from "../../src/core/messages/mail-compose.ts";
import { sampleDraft } from "../../src/core/messages/mail-samples.ts";
import { formats } from "../../src/core/words/format.ts";
import { LANGUAGES, createWords, languageOf } from "../../src/core/words.ts";
import { smallPng } from "../support/small-png.ts";

const { values } = parseArgs({
  options: {
    out: { type: "string", default: "docs/screens" },
    languages: { type: "string", default: Object.keys(LANGUAGES).join(",") },
    dark: { type: "boolean", default: false },
    one: { type: "string" },
    scale: { type: "string", default: "0.6" },
  },
});
/** About a phone; several beside each other. With the gap a whole number of pixels at the scale: what mails share is then stored once. */
const WIDTH = 374;
const GAP = 16;
/** Higher mails are cut. */
const HEIGHT = 640;
const COLUMNS = 8;
/** Of the palette: enough for mails without photographs. */
const COLOURS = 8;

/** Phones have fonts for every script, and the machine that makes the pictures has few: two families that mails ask for are ours. */
const FONTS: Record<string, string[]> = { "/Inter.css": ["inter"], "/Roboto.css": [] };
for (const script of ["arabic", "hebrew", "jp", "sc"]) FONTS["/Roboto.css"]!.push(`noto-sans-${script}`);
const FONT_LINKS = Object.keys(FONTS)
  .map((file) => `<link rel="stylesheet" href="${file}">`)
  .join("");
const PACKAGES = fileURLToPath(new URL("../../node_modules/@fontsource", import.meta.url));

const renderer = createMailRenderer();
const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
let sheet = "";

/** The sheet at "/", and fonts, which the mails of a sheet then share. */
const server = http.createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/") return void response.setHeader("content-type", "text/html").end(sheet);
  const packages = FONTS[pathname];
  response.setHeader("cache-control", "max-age=600, immutable");
  response.setHeader("content-type", packages === undefined ? "font/woff2" : "text/css");
  if (packages !== undefined)
    return void response.end(packages.map((name) => fontStyles(name, path.basename(pathname, ".css"))).join("\n"));
  const file = path.join(PACKAGES, pathname);
  response.end(fs.existsSync(file) ? fs.readFileSync(file) : "");
});

function fontStyles(name: string, family: string): string {
  const styles = ["400", "700"].map((weight) => fs.readFileSync(path.join(PACKAGES, name, `${weight}.css`), "utf8")).join("\n");
  return styles.replaceAll("./files/", `/${name}/files/`).replaceAll(/font-family: '[^']*'/g, `font-family: '${family}'`);
}

async function sheetOf(locale: string, kinds: readonly (typeof MESSAGE_KINDS)[number][]): Promise<string> {
  const language = languageOf(locale);
  const voice = { words: createWords(language), formats: formats(language, "Europe/Berlin") };
  const cells = await Promise.all(
    kinds.map(async (kind) => {
      const content = composeMail(sampleDraft(kind, voice));
      const html = await renderer.render(content);
      return `<figure><figcaption><b>${kind}</b><br><bdi>${escape(content.subject)}</bdi></figcaption>
<iframe width="${WIDTH}" height="${HEIGHT}" srcdoc="${escape(html.replace("</head>", `${FONT_LINKS}</head>`))}"></iframe></figure>`;
    }),
  );
  return `<!doctype html><meta charset="utf-8">${FONT_LINKS}<style>
body { margin: ${GAP}px; font: 13px/1.4 Inter, Roboto, sans-serif; background: #888; display: grid; gap: ${GAP}px; width: max-content;
  grid-template-columns: repeat(${Math.min(COLUMNS, kinds.length)}, ${WIDTH}px) }
figure { margin: 0 } figcaption { background: #fff; padding: 6px 8px; height: 54px; overflow: hidden }
iframe { border: 0; background: #fff }
</style>${cells.join("\n")}`;
}

server.listen(0, "127.0.0.1");
await once(server, "listening");
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS, env: chromiumEnvironment() });
fs.mkdirSync(values.out, { recursive: true });
for (const locale of values.languages.split(",")) {
  const kinds = values.one === undefined ? MESSAGE_KINDS : MESSAGE_KINDS.filter((kind) => values.one?.split(",").includes(kind));
  const colorScheme = values.dark ? "dark" : "light";
  const page = await browser.newPage({ colorScheme, deviceScaleFactor: Number(values.scale) });
  await page.setViewportSize({ width: Math.min(COLUMNS, kinds.length) * (WIDTH + GAP) + GAP, height: 900 });
  sheet = await sheetOf(locale, kinds);
  await page.goto(address);
  for (const frame of page.frames()) await frame.evaluate("document.fonts.ready.then(() => 0)");
  const file = path.join(values.out, `mail-${locale}${values.dark ? "-dark" : ""}.png`);
  fs.writeFileSync(file, smallPng(await page.screenshot({ fullPage: true }), COLOURS));
  await page.close();
  process.stdout.write(`${file} ${Math.round(fs.statSync(file).size / 1024)} kB\n`);
}
await browser.close();
server.close();
