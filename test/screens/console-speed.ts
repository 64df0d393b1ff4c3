/**
 * How fast the console's screens show their data: from the click in an open console until the screen is drawn, and from a fresh load.
 * Asks a server that already runs, with whatever is in it.
 *
 *   node test/screens/console-speed.ts --url http://localhost:4400 --workspace big --email ann@shop.example --password ... [--rounds 20]
 */
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { signIn } from "../support/accounts.ts";
import { openBrowser } from "../support/browser.ts";
import { SCREENS, addressOf } from "../support/console-screens.ts";
import { settled } from "../support/console.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { url: text, workspace: text, email: text, password: text, rounds: text, only: text } });
const { url = "http://localhost:4400", workspace = "", email = "", password = "" } = values;
const rounds = Number(values.rounds ?? 20);
const base = `${url}/app/${workspace}`;

const cookie = await signIn(url, email, password);
const browser = await openBrowser();
const visitor = await browser.visitor({ device: "desktop", expected: [/./] });
const [name = "", ...rest] = cookie.split("=");
await visitor.context.addCookies([{ name, value: rest.join("="), url }]);
const slow: string[] = [];
for (const screen of SCREENS.filter((each) => values.only === undefined || each.path.includes(values.only))) {
  const path = await addressOf(screen, { url, headers: { cookie, "gv-workspace": workspace, "gv-as": "operator" } });
  if (path === null) continue;
  const times: number[] = [];
  const loads: number[] = [];
  for (let round = 0; round < rounds; round++) {
    times.push(await byClick(visitor.page, path).catch(() => 10_000));
    if (round === 0) loads.push(await byLoad(visitor.page, path).catch(() => 10_000));
  }
  const p95 = quantile(times, 0.95);
  console.log(`${path.padEnd(60)} p50 ${quantile(times, 0.5)} ms  p95 ${p95} ms  fresh ${quantile(loads, 0.5)} ms`);
  if (p95 > 500) slow.push(`${path} ${p95} ms`);
}
console.log(slow.length === 0 ? "every screen within 500 ms" : `beyond 500 ms:\n  ${slow.join("\n  ")}`);
await visitor.close();
await browser.close();

/** From another screen, with nothing of this one in memory. */
async function byClick(page: Page, path: string): Promise<number> {
  await page.goto(`${base}${path === "/setup" ? "/" : "/setup"}`, { waitUntil: "domcontentloaded" });
  await settled(page);
  const from = await page.locator("#page h1").first().innerText();
  const began = performance.now();
  await page.evaluate(
    `history.pushState({}, "", ${JSON.stringify(`/app/${workspace}${path}`)}); dispatchEvent(new PopStateEvent("popstate"))`,
  );
  await page.locator("#page h1").filter({ hasNotText: from }).first().waitFor();
  await settled(page);
  return Math.round(performance.now() - began);
}

async function byLoad(page: Page, path: string): Promise<number> {
  const began = performance.now();
  await page.goto(base + path, { waitUntil: "domcontentloaded" });
  await settled(page);
  return Math.round(performance.now() - began);
}

function quantile(list: readonly number[], q: number): number {
  return [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))] ?? 0;
}
