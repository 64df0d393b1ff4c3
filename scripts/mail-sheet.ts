/**
 * Pictures of every mail: `node scripts/mail-sheet.ts [--out=FOLDER] [--languages=en,de] [--dark] [--scale=0.5]
 * [--one=reward_granted]`. One sheet a language, every mail as a mail program of a phone's width shows it. Made of the samples that the
 * previews show too.
 */
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { createMailRenderer } from "../src/adapters/mail-render.ts";
import { MESSAGE_KINDS } from "../src/core/messages/kinds.ts";
import { composeMail } from "../src/core/messages/mail-compose.ts";
import { sampleDraft } from "../src/core/messages/mail-samples.ts";
import { formats } from "../src/core/words/format.ts";
import { createWords, languageOf } from "../src/core/words.ts";
import { CHROMIUM_ARGS, chromiumEnvironment, chromiumPath } from "./chromium.ts";

const { values } = parseArgs({
  options: {
    out: { type: "string", default: "docs/screens" },
    languages: { type: "string", default: "en" },
    dark: { type: "boolean", default: false },
    one: { type: "string" },
    scale: { type: "string", default: "1" },
  },
});
/** A phone; several beside each other, as high as most mails are. */
const WIDTH = 375;
const HEIGHT = 640;
const COLUMNS = 8;

const renderer = createMailRenderer();
const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

async function sheetOf(locale: string, kinds: readonly (typeof MESSAGE_KINDS)[number][]): Promise<string> {
  const language = languageOf(locale);
  const voice = { words: createWords(language), formats: formats(language, "Europe/Berlin") };
  const cells = await Promise.all(
    kinds.map(async (kind) => {
      const content = composeMail(sampleDraft(kind, voice));
      const html = await renderer.render(content);
      return `<figure><figcaption><b>${kind}</b><br>${escape(content.subject)}</figcaption>
<iframe width="${WIDTH}" height="${HEIGHT}" srcdoc="${escape(html)}"></iframe></figure>`;
    }),
  );
  return `<!doctype html><meta charset="utf-8"><style>
body { margin: 16px; font: 13px/1.4 sans-serif; background: #888; display: grid; gap: 16px; width: max-content;
  grid-template-columns: repeat(${Math.min(COLUMNS, kinds.length)}, ${WIDTH}px) }
figure { margin: 0 } figcaption { background: #fff; padding: 6px 8px; height: 54px; overflow: hidden }
iframe { border: 0; background: #fff }
</style>${cells.join("\n")}`;
}

const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS, env: chromiumEnvironment() });
fs.mkdirSync(values.out, { recursive: true });
for (const locale of values.languages.split(",")) {
  const kinds = values.one === undefined ? MESSAGE_KINDS : MESSAGE_KINDS.filter((kind) => values.one?.split(",").includes(kind));
  const colorScheme = values.dark ? "dark" : "light";
  const page = await browser.newPage({ colorScheme, deviceScaleFactor: Number(values.scale) });
  await page.setViewportSize({ width: Math.min(COLUMNS, kinds.length) * (WIDTH + 16) + 16, height: 900 });
  await page.setContent(await sheetOf(locale, kinds));
  const file = path.join(values.out, `mail-${locale}${values.dark ? "-dark" : ""}.png`);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
  process.stdout.write(`${file} ${Math.round(fs.statSync(file).size / 1024)} kB\n`);
}
await browser.close();
