/**
 * The contact sheet of the console: every screen with a demo shop's data in it, on a computer, in the dark, on a phone, in German, in
 * Arabic, before anything has happened, when the server fails; some when the line is down, and where the role does not reach.
 * `node test/screens/console.ts [--only=<part of a path>] [--variant=<name>,...] [--large] [--measure] [--to=<folder>]` writes
 * docs/screens/console; --large takes them at full size and to the page's end, to be looked at; --measure makes them 320 px wide and says
 * what does not fit.
 */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import type { VisitorOptions } from "../support/browser.ts";
import { SCREENS, type Screen, addressOf } from "../support/console-screens.ts";
import { type Operator, openConsole, settled } from "../support/console.ts";
import { type Demo, DEMO_OWNER, counted, demoOwner, fillDemo } from "../support/demo-stage.ts";
import { smallPng } from "../support/small-png.ts";
import { STATES, takeStates } from "./console-states.ts";
import { furnish } from "./furnish.ts";
import { type Stage, openStage } from "../support/stage.ts";

type Variant = VisitorOptions & { empty?: boolean; language?: string; fails?: "answers" | "line" | "role"; few?: boolean };
const VARIANTS: Record<string, Variant> = {
  desktop: {},
  dark: { dark: true },
  phone: { device: "phone" },
  german: { language: "de" },
  arabic: { device: "phone", language: "ar" },
  empty: { empty: true },
  error: { fails: "answers" },
  offline: { fails: "line", device: "phone", few: true },
  role: { fails: "role", language: "de", few: true },
};
const COLOURS = 20;
/** Where the line is down, and where a role does not reach, a few say it for all. */
const FEW: readonly string[] = ["/", "/people", "/rewards", "/campaigns", "/developers/events"];

const MEASURE = `(() => {
  const sizeOf = (each) => { const { width, height } = each.getBoundingClientRect(); return Math.round(width) + "x" + Math.round(height); };
  const say = (each) => each.outerHTML.replace(/\\s+/g, " ").slice(0, 130) + " [" + sizeOf(each) + "]";
  const isWide = document.documentElement.scrollWidth > innerWidth;
  const scrolls = (each) => {
    for (let up = each.parentElement; up; up = up.parentElement)
      if (/(auto|scroll|hidden|clip)/.test(getComputedStyle(up).overflowX)) return true;
    return false;
  };
  const out = [...document.querySelectorAll("body *")].filter((each) => {
    const { left, right, width } = each.getBoundingClientRect();
    return (right > innerWidth + 1 || left < -1) && width > 0 && !scrolls(each) && !each.closest(".gv-skip");
  });
  const pressed = [...document.querySelectorAll("button, [role=button], [role=tab], input, select, summary, a.mantine-Button-root")];
  const small = pressed.filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    if (width < 1 || height < 1 || each.closest("[aria-hidden=true], .cm-editor, label")) return false;
    return !each.matches("input[type=checkbox], input[type=radio], input[type=hidden]") && (height < 43 || width < 24);
  });
  const wide = isWide ? ["page " + document.documentElement.scrollWidth, ...out.slice(0, 6).map(say)] : [];
  return { wide, small: small.slice(0, 6).map(say) };
})()`;

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    variant: { type: "string" },
    to: { type: "string" },
    large: { type: "boolean" },
    measure: { type: "boolean" },
  },
});
const folder = values.to ?? fileURLToPath(new URL("../../docs/screens/console", import.meta.url));
const screens = SCREENS.filter((each) => values.only === undefined || each.path.includes(values.only));
const wanted = values.variant?.split(",");
const variants = Object.entries(VARIANTS).filter(([name]) => wanted?.includes(name) ?? true);

fs.mkdirSync(folder, { recursive: true });
const stage = await openStage();
try {
  const demo = fillDemo(stage);
  await furnish(stage.url, demo.key);
  await counted(stage.url, demo.key);
  const cookie = await demoOwner(stage, demo.key);
  let bytes = 0;
  for (const [name, variant] of variants) bytes += await takeAll(stage, { name, variant, demo, cookie });
  if (values.variant === undefined && (values.only ?? "seldom") === "seldom") bytes += await takeSeldom(stage, demo);
  if (values.only === undefined && values.to === undefined) fs.writeFileSync(path.join(folder, "README.md"), readme());
  console.log(`${screens.length * variants.length} pictures, ${Math.round(bytes / 1024)} kB`);
} finally {
  await stage.close();
}

/** What happens seldom: `seldom-<name>.png`. */
async function takeSeldom(of: Stage, demo: Demo): Promise<number> {
  let bytes = 0;
  await takeStates({ stage: of, demo, email: DEMO_OWNER }, async (name, operator) => {
    const png = await picture(operator.page);
    fs.writeFileSync(path.join(folder, `seldom-${name}.png`), png);
    bytes += png.length;
  });
  return bytes;
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
    if (where === null || (empty && screen.first !== undefined) || (variant.few === true && !FEW.includes(screen.path))) continue;
    if (variant.fails !== undefined) await fail(operator.page, variant.fails);
    const go = bytes > 0 && variant.fails === undefined ? within : operator.open;
    await go
      .call(operator, where, empty ? of.liveWorkspace : demo.slug)
      .catch((error: Error) => console.log(`${name} ${where}: ${error.message.split("\n")[0]}`));
    // A study is worked out once: the first who looks waits for it.
    await operator.page
      .locator("#page [role=status] [role=progressbar]")
      .waitFor({ state: "detached", timeout: 120_000 })
      .catch(() => undefined);
    if (values.measure === true) await measure(operator.page, where);
    const png = await picture(operator.page);
    fs.writeFileSync(path.join(folder, fileOf(screen, name)), png);
    bytes += png.length;
  }
  await operator.close();
  return bytes;
}

/** From one screen to the next as a click goes, which is much faster than a fresh load; a fresh load where nothing new came. */
async function within(this: Operator, where: string, workspace?: string): Promise<void> {
  const { page } = this;
  await page.evaluate("document.querySelector('#page h1')?.setAttribute('data-before', '')");
  const to = JSON.stringify(`/app/${workspace}${where}`);
  await page.evaluate(`history.pushState({}, "", ${to}); dispatchEvent(new PopStateEvent("popstate")); scrollTo(0, 0)`);
  const isNew = await page
    .locator("#page h1:not([data-before])")
    .first()
    .waitFor({ timeout: 5_000 })
    .then(
      () => true,
      () => false,
    );
  if (isNew) await settled(page);
  else await this.open(where, workspace);
}

/** What stands on every page is there; whatever a page itself asks for fails. */
async function fail(page: Page, how: NonNullable<Variant["fails"]>): Promise<void> {
  await page.unrouteAll();
  await page.route(/\/v1\/(?!me$|me\?|stream|settings$)/, async (route) => {
    if (how === "line") return await route.abort("internetdisconnected");
    const status = how === "role" ? 403 : 500;
    const detail = how === "role" ? "Your role may not do this." : "Something went wrong on the server. It was written down.";
    const code = how === "role" ? "forbidden" : "internal_error";
    const title = how === "role" ? "Not permitted" : "The server failed";
    const body = JSON.stringify({ type: "about:blank", title, status, code, detail, request_id: "req_1", errors: [] });
    await route.fulfill({ status, contentType: "application/problem+json", body });
  });
}

/** At 320 px: what sticks out of the page, and what is pressed and smaller than a thumb. */
async function measure(page: Page, where: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 720 });
  await page.waitForTimeout(200);
  const found = await page.evaluate<{ wide: string[]; small: string[] }>(MEASURE);
  if (found.wide.length > 0 || found.small.length > 0) console.log(where, JSON.stringify(found, null, 1));
}

async function picture(page: Page): Promise<Buffer> {
  // A chart is drawn by a part of its own, which comes with the first one.
  await page
    .locator("#page .mantine-Skeleton-root")
    .first()
    .waitFor({ state: "detached", timeout: 10_000 })
    .catch(() => undefined);
  await page.waitForTimeout(150);
  const png = await page.screenshot({ animations: "disabled", fullPage: values.large === true });
  return smallPng(png, values.large === true ? 64 : COLOURS);
}

function fileOf({ path: at }: Screen, variant: string): string {
  const name = at === "/" ? "home" : at.split("?")[0]!.slice(1).replace("$", "one").replaceAll("/", "-");
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
    ...SCREENS.map(
      (each) => `| ${each.path.replace("$", "…").split("?")[0]} | ${head.map((variant) => cell(each, variant)).join(" | ")} |`,
    ),
    "",
    "## What happens seldom",
    "",
    ...Object.keys(STATES).flatMap((name) => [`${name.replaceAll("-", " ")}:`, "", `![](seldom-${name}.png)`, ""]),
  ].join("\n");
}
