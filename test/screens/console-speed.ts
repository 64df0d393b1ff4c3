/**
 * How fast the console's screens show their data: from the click in an open console until the screen is drawn, and from a fresh load.
 * Asks a server that already runs, with whatever is in it.
 *
 *   node test/screens/console-speed.ts --url http://localhost:4400 --workspace big --email ann@shop.example --password ... [--rounds 20]
 *        [--only /people] [--requests]
 */
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { signIn } from "../support/accounts.ts";
import { openBrowser } from "../support/browser.ts";
import { SCREENS, addressOf } from "../support/console-screens.ts";
import { settled } from "../support/console.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: { url: text, workspace: text, email: text, password: text, rounds: text, only: text, requests: { type: "boolean" } },
});
const { url = "http://localhost:4400", workspace = "", email = "", password = "" } = values;
const rounds = Number(values.rounds ?? 20);
const base = `${url}/app/${workspace}`;
/** What is shown counts as shown when no skeleton follows it for so long. */
const QUIET_MS = 200;
const LIMIT_MS = 10_000;
/**
 * In the page: goes there, looks at every frame, and answers how many milliseconds it took until the heading is the new one and nothing
 * is a skeleton any more, provided that it stays so. (Waiting for it from outside asks only every half second after the first quarter.)
 */
const SHOWN = `(wish) => new Promise((resolve, reject) => {
  const began = wish.to === null ? 0 : performance.now();
  if (wish.to !== null) {
    performance.clearResourceTimings();
    history.pushState({}, "", wish.to);
    dispatchEvent(new PopStateEvent("popstate"));
  }
  let since = null;
  const look = () => {
    const now = performance.now();
    const heading = document.querySelector("#page h1, #page [role=alert]");
    const isThere = heading !== null && heading.innerText !== wish.from && document.querySelector("[aria-busy=true]") === null;
    since = isThere ? (since ?? now) : null;
    if (isThere && now - since >= ${QUIET_MS}) resolve(Math.round(since - began));
    else if (now - began > ${LIMIT_MS}) reject(new Error("It was not shown."));
    else requestAnimationFrame(look);
  };
  look();
})`;
/** Of the last click: what was asked of the server, from when to when. */
const ASKED = `performance.getEntriesByType("resource").filter((each) => each.name.includes("/v1/") && !each.name.includes("/v1/stream"))
  .map((each) => [new URL(each.name).pathname, Math.round(each.responseEnd - each.requestStart)])`;

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
  const requests = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++) {
    times.push(await byClick(visitor.page, path).catch(() => LIMIT_MS));
    for (const [asked, ms] of await visitor.page.evaluate<[string, number][]>(ASKED))
      requests.set(asked, [...(requests.get(asked) ?? []), ms]);
    if (round === 0) loads.push(await byLoad(visitor.page, path).catch(() => LIMIT_MS));
  }
  const p95 = quantile(times, 0.95);
  console.log(`${path.padEnd(60)} p50 ${quantile(times, 0.5)} ms  p95 ${p95} ms  fresh ${quantile(loads, 0.5)} ms`);
  if (values.requests === true)
    for (const [asked, ms] of requests) console.log(`    ${asked} p50 ${quantile(ms, 0.5)} ms  p95 ${quantile(ms, 0.95)} ms`);
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
  return await page.evaluate<number>(`(${SHOWN})(${JSON.stringify({ from, to: `/app/${workspace}${path}` })})`);
}

/** From the beginning of the navigation, parts of the console in the browser's cache. */
async function byLoad(page: Page, path: string): Promise<number> {
  await page.goto(base + path, { waitUntil: "commit" });
  return await page.evaluate<number>(`(${SHOWN})({ from: null, to: null })`);
}

function quantile(list: readonly number[], q: number): number {
  return [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))] ?? 0;
}
