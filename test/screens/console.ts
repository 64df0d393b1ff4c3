/**
 * The contact sheet of the console: every screen with a demo shop's data in it, on a computer, in the dark, on a phone, in German, in
 * Arabic, and as it is before anything has happened. `node test/screens/console.ts [--only=<part of a path>] [--variant=<name>] [--large]
 * [--to=<folder>]` writes docs/screens/console; --large takes them at full size, to be looked at.
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { signIn, PASSWORD } from "../support/accounts.ts";
import type { VisitorOptions } from "../support/browser.ts";
import { SCREENS, type Screen, addressOf } from "../support/console-screens.ts";
import { openConsole } from "../support/console.ts";
import { smallPng } from "../support/small-png.ts";
import { type Stage, openStage } from "../support/stage.ts";

type Variant = VisitorOptions & { empty?: boolean; language?: string };
const VARIANTS: Record<string, Variant> = {
  desktop: {},
  dark: { dark: true },
  phone: { device: "phone" },
  german: { language: "de" },
  arabic: { device: "phone", language: "ar" },
  empty: { empty: true },
};
const COLOURS = 20;

const { values } = parseArgs({
  options: { only: { type: "string" }, variant: { type: "string" }, to: { type: "string" }, large: { type: "boolean" } },
});
const folder = values.to ?? fileURLToPath(new URL("../../docs/screens/console", import.meta.url));
const screens = SCREENS.filter((each) => values.only === undefined || each.path.includes(values.only));
const variants = Object.entries(VARIANTS).filter(([name]) => values.variant === undefined || name === values.variant);

fs.mkdirSync(folder, { recursive: true });
const stage = await openStage();
try {
  const demo = fillDemo(stage);
  const cookie = await ownerOf(stage, demo.key);
  let bytes = 0;
  for (const [name, variant] of variants) bytes += await takeAll(stage, { name, variant, demo, cookie });
  if (values.only === undefined && values.variant === undefined) fs.writeFileSync(path.join(folder, "README.md"), readme());
  console.log(`${screens.length * variants.length} pictures, ${Math.round(bytes / 1024)} kB`);
} finally {
  await stage.close();
}

type Demo = { slug: string; key: string };

function fillDemo(of: Stage): Demo {
  const cli = fileURLToPath(new URL("../../src/main/cli.ts", import.meta.url));
  const slug = "demo";
  const env = { PATH: "/usr/bin:/bin", GRAPEVINE_DATA: of.dataDir };
  const made = execFileSync(process.execPath, [cli, "demo", "--people", "2000", "--workspace", slug, "--json"], {
    env,
    encoding: "utf8",
  });
  return { slug, key: (JSON.parse(made) as { secret_key: string }).secret_key };
}

async function ownerOf(of: Stage, key: string): Promise<string> {
  const email = "olivia@shop.example";
  const body = JSON.stringify({ name: "Olivia Owner", email, password: PASSWORD, role: "owner" });
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const answer = await fetch(`${of.url}/v1/operators`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`no owner: ${answer.status} ${await answer.text()}`);
  return await signIn(of.url, email);
}

type Take = { name: string; variant: Variant; demo: Demo; cookie: string };

async function takeAll(of: Stage, { name, variant, demo, cookie }: Take): Promise<number> {
  const { empty = false, language = "en", ...options } = variant;
  const before = `localStorage.setItem("gv-console-language", ${JSON.stringify(language)})`;
  const operator = await openConsole(of, {
    scale: values.large === true ? 1 : 0.5,
    ...options,
    before,
    expected: [/./],
    ...(empty ? {} : { cookie }),
  });
  let bytes = 0;
  for (const screen of screens) {
    const where = await addressOf(screen, { url: of.url, headers: { authorization: `Bearer ${demo.key}` } });
    if (where === null || (empty && screen.first !== undefined)) continue;
    await operator
      .open(where, empty ? of.liveWorkspace : demo.slug)
      .catch((error: Error) => console.log(`${name} ${where}: ${error.message.split("\n")[0]}`));
    const png = await picture(operator.page);
    fs.writeFileSync(path.join(folder, fileOf(screen, name)), png);
    bytes += png.length;
  }
  await operator.close();
  return bytes;
}

async function picture(page: Page): Promise<Buffer> {
  await page.waitForTimeout(150);
  const png = await page.screenshot({ animations: "disabled" });
  return smallPng(png, values.large === true ? 64 : COLOURS);
}

function fileOf({ path: at }: Screen, variant: string): string {
  const name = at === "/" ? "home" : at.slice(1).replace("$", "one").replaceAll("/", "-");
  return `${name}-${variant}.png`;
}

function readme(): string {
  const head = Object.keys(VARIANTS);
  const cell = (screen: Screen, variant: string): string =>
    fs.existsSync(path.join(folder, fileOf(screen, variant))) ? `![](${fileOf(screen, variant)})` : "";
  return [
    "# What the console looks like",
    "",
    "Made by `node test/screens/console.ts` from a demo shop (2,000 people), and looked at by a person after every change of the screens.",
    "",
    `| screen | ${head.join(" | ")} |`,
    `|---|${head.map(() => "---|").join("")}`,
    ...SCREENS.map((each) => `| ${each.path.replace("$", "…")} | ${head.map((variant) => cell(each, variant)).join(" | ")} |`),
    "",
  ].join("\n");
}
