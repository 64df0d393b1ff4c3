/**
 * The contact sheet: a picture of every page that advocates and friends see, on a phone, a computer, in the dark, in Arabic and in German
 * (the longest words), from a sandbox in full swing. `node test/screens/pages.ts [--only=<name>] [--to=<folder>]` writes docs/screens.
 */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { VisitorOptions } from "../support/browser.ts";
import { PAGES, type PageCase, openPage } from "../support/pages.ts";
import { smallPng } from "../support/small-png.ts";
import { type World, friendsOfAnn, openWorld, thingsOfAnn } from "../support/world.ts";

const VARIANTS: Record<string, VisitorOptions> = {
  phone: { device: "phone" },
  desktop: { device: "desktop" },
  dark: { device: "phone", dark: true },
  arabic: { device: "phone", locale: "ar" },
  german: { device: "phone", locale: "de-DE" },
};
/** So many colours are enough for a page without photographs, and half of what 256 take. */
const COLOURS = 24;
const MOST_BYTES = 2 * 1024 * 1024;

const { values } = parseArgs({ options: { only: { type: "string" }, to: { type: "string" } } });
const folder = values.to ?? fileURLToPath(new URL("../../docs/screens", import.meta.url));
const pages = PAGES.filter(({ name, onlyEnglish }) => onlyEnglish !== true && (values.only === undefined || name === values.only));

fs.mkdirSync(path.join(folder, "pages"), { recursive: true });
const world = await openWorld();
try {
  await friendsOfAnn(world);
  await thingsOfAnn(world);
  let bytes = 0;
  for (const [variant, options] of Object.entries(VARIANTS)) bytes += await takeAll(world, variant, options);
  fs.writeFileSync(path.join(folder, "README.md"), readme());
  console.log(`${pages.length * Object.keys(VARIANTS).length} pictures, ${Math.round(bytes / 1024)} kB`);
  if (bytes > MOST_BYTES) throw new Error(`the pictures take ${bytes} bytes, and ${MOST_BYTES} is the most: cut them lower`);
} finally {
  await world.close();
}

async function takeAll(of: World, variant: string, options: VisitorOptions): Promise<number> {
  const visitor = await of.browser.visitor({ ...options, expected: [/./] });
  let bytes = 0;
  for (const each of pages) {
    await openPage(of, visitor, each);
    const png = smallPng(await visitor.page.screenshot({ animations: "disabled" }), COLOURS);
    fs.writeFileSync(path.join(folder, fileOf(each, variant)), png);
    bytes += png.length;
  }
  await visitor.close();
  return bytes;
}

function fileOf({ name }: PageCase, variant: string): string {
  return `pages/${name}-${variant}.png`;
}

function readme(): string {
  const head = Object.keys(VARIANTS);
  const row = (each: PageCase): string =>
    `| ${each.name} | ${head.map((variant) => `![${each.name}, ${variant}](${fileOf(each, variant)})`).join(" | ")} |`;
  return [
    "# What the pages look like",
    "",
    "`mail-<language>.png` shows every mail in a language, on a phone, from the samples of the previews (`node test/screens/mails.ts`; one",
    "also in the dark). [kinds](kinds/README.md) has a picture for each kind of program (`node test/screens/kinds.ts`).",
    "",
    "Made by `node test/screens/pages.ts` from a sandbox with the presets, and looked at by a person after every change of the pages.",
    "",
    `| page | ${head.join(" | ")} |`,
    `|---|${head.map(() => "---|").join("")}`,
    ...pages.map(row),
    "",
  ].join("\n");
}
